using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Où en est un import.</summary>
public enum EtatDImport
{
    /// <summary>Le fichier est lu et montré ; rien n'est écrit.</summary>
    Prepare,

    Applique,

    Annule,
}

/// <summary>Ce que l'import a fait de ses lignes.</summary>
public sealed record BilanDImport(int Creees, int Modifiees, int Inchangees, int Refusees);

/// <summary>Un fichier de collectivités reçu : son aperçu, son application, son annulation ; il tient lieu de journal des imports.</summary>
public sealed class ImportDeCollectivites : Agregat
{
    public const int LongueurDuNom = 260;

    /// <summary>Le temps pendant lequel un import appliqué peut être annulé.</summary>
    public static readonly TimeSpan DelaiDAnnulation = TimeSpan.FromHours(24);

    private ImportDeCollectivites() { }

    public ImportDeCollectivitesId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string NomDuFichier { get; private init; } = "";

    /// <summary>SHA-256 du fichier, en hexadécimal.</summary>
    public string Empreinte { get; private init; } = "";

    public string Feuille { get; private init; } = "";

    public Guid AuteurId { get; private init; }

    public string Auteur { get; private init; } = "";

    public DateTimeOffset PrepareLe { get; private init; }

    public EtatDImport Etat { get; private set; }

    /// <summary>Le compte des états de l'aperçu, en une phrase.</summary>
    public string Resume { get; private init; } = "";

    /// <summary>Ce qu'il est bon de savoir du fichier, une remarque par ligne.</summary>
    public string Avis { get; private init; } = "";

    public int LignesEnErreur { get; private init; }

    public int LignesAEcrire { get; private init; }

    public DateTimeOffset? AppliqueLe { get; private set; }

    public DateTimeOffset? AnnuleLe { get; private set; }

    public int Creees { get; private set; }

    public int Modifiees { get; private set; }

    public int Inchangees { get; private set; }

    public int Refusees { get; private set; }

    public static ImportDeCollectivites Preparer(
        string nomDuFichier,
        string empreinte,
        string feuille,
        (Guid Id, string Nom) auteur,
        DateTimeOffset instant,
        string resume,
        IReadOnlyList<string> avis,
        int lignesEnErreur,
        int lignesAEcrire
    ) =>
        new()
        {
            Id = ImportDeCollectivitesId.Nouveau(),
            NomDuFichier = nomDuFichier.Length > LongueurDuNom ? nomDuFichier[^LongueurDuNom..] : nomDuFichier,
            Empreinte = empreinte,
            Feuille = feuille,
            AuteurId = auteur.Id,
            Auteur = auteur.Nom,
            PrepareLe = instant,
            Etat = EtatDImport.Prepare,
            Resume = resume,
            Avis = string.Join('\n', avis),
            LignesEnErreur = lignesEnErreur,
            LignesAEcrire = lignesAEcrire,
        };

    /// <summary>Dit si l'import peut être appliqué.</summary>
    /// <param name="toutOuRien">Vrai pour n'écrire que si toutes les lignes sont bonnes.</param>
    public Verdict PeutAppliquer(bool toutOuRien) =>
        Verdict.De(
            new ImportEncorePrepare(Etat),
            new ImportQuiChangeQuelqueChose(LignesAEcrire),
            new AucuneLigneEnErreur(toutOuRien ? LignesEnErreur : 0)
        );

    public void Appliquer(bool toutOuRien, BilanDImport bilan, DateTimeOffset instant)
    {
        PeutAppliquer(toutOuRien).Exiger();
        (Etat, AppliqueLe) = (EtatDImport.Applique, instant);
        (Creees, Modifiees, Inchangees, Refusees) = (bilan.Creees, bilan.Modifiees, bilan.Inchangees, bilan.Refusees);
        Signaler(new ImportApplique(NomDuFichier, Empreinte, bilan));
    }

    public Verdict PeutAnnuler(DateTimeOffset instant) => Verdict.De(new ImportAppliqueDepuisPeu(Etat, AppliqueLe, instant));

    public void Annuler(int defaites, int refusees, DateTimeOffset instant)
    {
        PeutAnnuler(instant).Exiger();
        (Etat, AnnuleLe) = (EtatDImport.Annule, instant);
        Signaler(new ImportAnnule(NomDuFichier, defaites, refusees));
    }
}

public sealed record ImportApplique(string Fichier, string Empreinte, BilanDImport Bilan) : IEvenementMetier
{
    public string Libelle => $"Import de « {Fichier} » appliqué.";

    public string? Apres =>
        $"{Bilan.Creees} créées, {Bilan.Modifiees} modifiées, {Bilan.Inchangees} inchangées, {Bilan.Refusees} refusées ; empreinte {Empreinte}";
}

public sealed record ImportAnnule(string Fichier, int Defaites, int Refusees) : IEvenementMetier
{
    public string Libelle => $"Import de « {Fichier} » annulé.";

    public string? Apres => $"{Defaites} lignes défaites, {Refusees} gardées parce qu'elles ont changé depuis";
}
