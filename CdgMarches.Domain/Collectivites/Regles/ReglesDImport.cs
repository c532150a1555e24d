using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites.Regles;

/// <summary>Un import ne s'applique qu'une fois.</summary>
public sealed record ImportEncorePrepare(EtatDImport Etat) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Import des collectivités";

    public bool EstRespectee => Etat is EtatDImport.Prepare;

    public string Message => "Cet import a déjà été appliqué. Déposez le fichier de nouveau pour en faire un autre.";
}

/// <summary>Un import qui n'apporte rien ne s'applique pas.</summary>
public sealed record ImportQuiChangeQuelqueChose(int LignesAEcrire) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Import des collectivités";

    public bool EstRespectee => LignesAEcrire > 0;

    public string Message => "Ce fichier ne change rien : tout ce qu'il contient est déjà dans le référentiel.";
}

/// <summary>Tout ou rien : une ligne en erreur retient toutes les autres.</summary>
public sealed record AucuneLigneEnErreur(int LignesEnErreur) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Import des collectivités";

    public bool EstRespectee => LignesEnErreur == 0;

    public string Message =>
        LignesEnErreur == 1
            ? "Une ligne est en erreur : corrigez-la et déposez le fichier de nouveau, ou n'importez que les lignes bonnes."
            : $"{LignesEnErreur} lignes sont en erreur : corrigez-les et déposez le fichier de nouveau, ou n'importez que les lignes bonnes.";
}

/// <summary>Un import s'annule dans les vingt-quatre heures de son application.</summary>
public sealed record ImportAppliqueDepuisPeu(EtatDImport Etat, DateTimeOffset? AppliqueLe, DateTimeOffset Instant) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Import des collectivités";

    public bool EstRespectee =>
        Etat is EtatDImport.Applique
        && AppliqueLe is { } applique
        && Instant - applique <= ImportDeCollectivites.DelaiDAnnulation;

    public string Message =>
        Etat is EtatDImport.Applique
            ? "Un import s'annule dans les 24 heures ; ce délai est passé. Corrigez les fiches, ou importez un fichier qui les corrige."
            : "Seul un import appliqué s'annule.";
}
