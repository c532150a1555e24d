using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record AvenantPrepare(int Numero, string Objet) : IEvenementMetier
{
    public string Libelle => $"Avenant {Numero.ToString(Francais.Culture)} préparé : {Objet}.";
}

public sealed record TexteDAvenantRevise(int Version, string Empreinte) : IEvenementMetier
{
    public string Libelle =>
        $"Texte de l'avenant révisé, version {Version.ToString(Francais.Culture)} : les approbations de l'ancien ne comptent plus.";

    public string? Apres => Empreinte;
}

public sealed record AvenantSoumis(int Numero, int Membres, string Empreinte) : IEvenementMetier
{
    public string Libelle => $"Avenant {Numero.ToString(Francais.Culture)} soumis à {EnClair.Compter(Membres, "membre")}.";

    public string? Apres => Empreinte;
}

public sealed record AvenantRejete(int Numero, string Membre) : IEvenementMetier
{
    public string Libelle => $"Avenant {Numero.ToString(Francais.Culture)} rejeté : {Membre} l'a refusé.";
}

public sealed record AvenantEnVigueur(int Numero, DateOnly Signature, DateOnly Effet) : IEvenementMetier
{
    public string Libelle =>
        $"Avenant {Numero.ToString(Francais.Culture)} signé le {EnClair.Date(Signature)}, en vigueur le {EnClair.Date(Effet)}.";
}

public sealed record ApprobationAttendue(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Approbation demandée.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AvenantApprouve(CollectiviteId Membre, bool DeCeTexte, string Dates, bool AConstater, string? Constat)
    : IEvenementMetier
{
    public string Libelle =>
        $"Avenant approuvé, délibération {Dates}."
        + (
            !DeCeTexte ? " L'approbation porte sur un autre texte et ne compte pas."
            : AConstater ? " La délibération précède le texte soumis : elle ne compte pas encore."
            : ""
        );

    public string? Motif => Constat;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record DeliberationAnterieureConstatee(CollectiviteId Membre, string Dates, string Constat) : IEvenementMetier
{
    public string Libelle =>
        $"Délibération antérieure au texte soumis, {Dates} : elle approuve bien ce texte, l'approbation compte.";

    public string? Motif => Constat;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record DeliberationJointeALaReponse(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Délibération jointe à la réponse.";

    public Guid? Collectivite => Membre.Valeur;
}

/// <summary>La réponse d'un membre, telle que l'histoire de l'avenant la garde.</summary>
/// <param name="Membre">Le membre.</param>
/// <param name="Nom">Son nom.</param>
/// <param name="Sens">Ce qu'il répond.</param>
/// <param name="AutreTexte">L'approbation nomme un autre texte que celui soumis : elle ne compte pas (RG1.34).</param>
/// <param name="Numero">Le numéro de sa délibération.</param>
/// <param name="Dates">Les dates de sa délibération.</param>
public sealed record ReponseALAvenant(
    CollectiviteId Membre,
    string Nom,
    SensDApprobation Sens,
    bool AutreTexte,
    string? Numero,
    string Dates
) : IEvenementMetier
{
    public string Libelle =>
        $"{Nom} : {(AutreTexte ? "approbation d'un autre texte, qui ne compte pas" : Sens.Libelle().ToLower(Francais.Culture))}, délibération {(Numero is null ? "" : $"n° {Numero}, ")}{Dates}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record AvenantRefuse(CollectiviteId Membre, string? Constat) : IEvenementMetier
{
    public string Libelle => "Avenant refusé.";

    public string? Motif => Constat;

    public Guid? Collectivite => Membre.Valeur;
}
