using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Procedures;

/// <summary>Un membre que le CDG écarte d'une procédure avant son lancement, avec le motif.</summary>
public sealed class ExclusionDeMembre
{
    public const int LongueurDuMotif = 500;

    private ExclusionDeMembre() { }

    public ExclusionDeMembre(ProcedureId procedure, CollectiviteId collectivite, string motif, string par, DateTimeOffset le)
    {
        (Procedure, Collectivite, Motif, Le) = (procedure, collectivite, motif.Trim(), le);
        Par = par.Length > 200 ? par[..200] : par;
    }

    public ProcedureId Procedure { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Motif { get; private init; } = "";

    public string Par { get; private init; } = "";

    public DateTimeOffset Le { get; private init; }
}

/// <summary>Ce qu'un membre répond à la note d'organisation ; sans ligne à l'échéance, il a gardé le silence.</summary>
public enum SensDeLAvis
{
    Accord,
    Observation,
}

/// <summary>La réponse d'un membre à la note d'organisation (S1, art. 3.1 : « en accord avec les membres »).</summary>
public sealed class AvisSurLaNote
{
    public const int LongueurDuTexte = 2000;

    private AvisSurLaNote() { }

    public AvisSurLaNote(
        ProcedureId procedure,
        CollectiviteId collectivite,
        SensDeLAvis sens,
        string? texte,
        string par,
        DateTimeOffset le
    )
    {
        (Procedure, Collectivite) = (procedure, collectivite);
        Rendre(sens, texte, par, le);
    }

    public ProcedureId Procedure { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public SensDeLAvis Sens { get; private set; }

    public string? Texte { get; private set; }

    public string Par { get; private set; } = "";

    public DateTimeOffset Le { get; private set; }

    public void Rendre(SensDeLAvis sens, string? texte, string par, DateTimeOffset le)
    {
        (Sens, Texte, Le) = (sens, string.IsNullOrWhiteSpace(texte) ? null : texte.Trim(), le);
        Par = par.Length > 200 ? par[..200] : par;
    }
}

/// <summary>Une pièce du dossier de consultation, sa version et qui en répond.</summary>
public sealed class PieceDuDce
{
    public const int LongueurDuNom = 200;

    private PieceDuDce() { }

    internal PieceDuDce(int numero, string nom, string? responsable)
    {
        (Numero, Nom) = (numero, nom.Trim());
        Responsable = string.IsNullOrWhiteSpace(responsable) ? null : responsable.Trim();
    }

    public int Numero { get; private init; }

    public string Nom { get; private init; } = "";

    /// <summary>Qui l'écrit et en répond.</summary>
    public string? Responsable { get; internal set; }

    /// <summary>0 tant qu'elle n'a pas été déposée ; une de plus à chaque dépôt.</summary>
    public int VersionDeposee { get; internal set; }

    public DateOnly? DeposeeLe { get; internal set; }

    public DateOnly? ValideeLe { get; internal set; }

    /// <summary>Le fichier, dans le magasin.</summary>
    public Guid? Fichier { get; internal set; }
}

/// <summary>Où un avis est publié.</summary>
public enum SupportDAvis
{
    Joue,
    Boamp,
    Jal,
    ProfilDAcheteur,
}

/// <summary>Un avis envoyé : de marché, rectificatif ou d'attribution, avec la preuve de son envoi (R2131-19).</summary>
public sealed class AvisEnvoye
{
    public const int LongueurDeLaReference = 200;

    private AvisEnvoye() { }

    internal AvisEnvoye(int numero, SupportDAvis support, string objet, DateOnly envoyeLe, string reference)
    {
        (Numero, Support, Objet, EnvoyeLe, Reference) = (numero, support, objet.Trim(), envoyeLe, reference.Trim());
    }

    public int Numero { get; private init; }

    public SupportDAvis Support { get; private init; }

    /// <summary>« Avis de marché », « Rectificatif 1 », « Avis d'attribution, lot 2 ».</summary>
    public string Objet { get; private init; } = "";

    public DateOnly EnvoyeLe { get; private init; }

    /// <summary>Le numéro de l'annonce ou de l'accusé de réception : la preuve.</summary>
    public string Reference { get; private init; } = "";

    public DateOnly? PublieLe { get; internal set; }
}

public static class LibellesDePreparation
{
    public static string Libelle(this SupportDAvis support) =>
        support switch
        {
            SupportDAvis.Joue => "JOUE",
            SupportDAvis.Boamp => "BOAMP",
            SupportDAvis.Jal => "Journal d'annonces légales",
            SupportDAvis.ProfilDAcheteur => "Profil d'acheteur",
        };

    public static string Libelle(this SensDeLAvis sens) =>
        sens switch
        {
            SensDeLAvis.Accord => "Accord",
            SensDeLAvis.Observation => "Observation",
        };
}
