using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites.Regles;

/// <summary>Une fiche archivée ne se modifie plus.</summary>
public sealed record FicheNonArchivee(bool EstArchivee) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public bool EstRespectee => !EstArchivee;

    public string Message => "Cette fiche est archivée. Rétablissez-la avant de la modifier.";
}

/// <summary>Une fiche fusionnée dans une autre ne revient pas.</summary>
public sealed record FicheNonFusionnee(bool EstFusionnee) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public bool EstRespectee => !EstFusionnee;

    public string Message => "Cette fiche a été fusionnée dans une autre, qui a repris son histoire.";
}

/// <summary>Un motif accompagne ce qui ne se défait pas d'un geste.</summary>
public sealed record MotifDonne(string? Motif) : IRegle
{
    public const int LongueurMax = 500;

    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => "motif";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif) && Motif.Length <= LongueurMax;

    public string Message => $"Indiquez le motif, en {LongueurMax} caractères au plus.";
}

/// <summary>Une collectivité ne se rattache, ne se fusionne ni ne se remplace par elle-même.</summary>
public sealed record AutreQueSoi(string ChampSaisi, CollectiviteId Soi, CollectiviteId? Autre) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Autre != Soi;

    public string Message => "Choisissez une autre collectivité que celle de la fiche.";
}

/// <summary>La collectivité de rattachement est de la catégorie attendue : un CCAS relève d'une commune, un CIAS d'un EPCI.</summary>
/// <remarks>RG6.27 : l'exonération du CCAS se lit sur sa commune.</remarks>
public sealed record ParentDeLaBonneCategorie(CategorieDeCollectivite Categorie, CategorieDeCollectivite? Parent) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "CASF, art. L123-6 ; code de l'éducation, art. L212-10";

    public string? Champ => "parent";

    public bool EstRespectee =>
        Parent is not { } parent
        || Collectivites.Categorie.De(Categorie).Parent switch
        {
            ParentAttendu.Commune => parent is CategorieDeCollectivite.Commune,
            ParentAttendu.Epci => Collectivites.Categorie.De(parent).EstEpciAFiscalitePropre,
            ParentAttendu.Libre => true,
        };

    public string Message =>
        Collectivites.Categorie.De(Categorie).Parent is ParentAttendu.Commune
            ? "Un CCAS ou une caisse des écoles se rattache à une commune."
            : "Une commune ou un CIAS se rattache à une communauté ou à une métropole.";
}

/// <summary>Un seul signataire à la fois représente la collectivité.</summary>
public sealed record UnSeulSignataire(string? SignataireEnPlace, DateOnly Debut) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "CGCT, art. L2122-21 et L5211-9";

    public string? Champ => "role";

    public bool EstRespectee => SignataireEnPlace is null;

    public string Message =>
        $"{SignataireEnPlace} est déjà signataire sur cette période. Terminez d'abord son mandat, la veille du {Debut.ToString("dd/MM/yyyy", Francais.Culture)} au plus tard.";
}

/// <summary>Un contact qui a exercé une fonction reste dans l'histoire de la collectivité.</summary>
public sealed record ContactSansMandat(int Mandats) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public bool EstRespectee => Mandats == 0;

    public string Message =>
        "Ce contact a exercé une fonction : terminez son mandat au lieu de le retirer, les actes passés le citent.";
}

/// <summary>Un SIRET n'a qu'une fiche, archives comprises.</summary>
public sealed record SiretLibre(Siret? Siret, string? DetenuPar, bool EstArchivee) : IRegle
{
    public string Code => "RG9.01";

    public string Fondement => "INSEE, répertoire SIRENE";

    public string? Champ => "siret";

    public bool EstRespectee => DetenuPar is null;

    public string Message =>
        EstArchivee
            ? $"Ce SIRET est celui de la fiche archivée « {DetenuPar} » : rétablissez-la au lieu d'en créer une autre."
            : $"Ce SIRET est déjà celui de « {DetenuPar} » : ouvrez cette fiche au lieu d'en créer une autre.";
}

/// <summary>Deux fiches sans SIRET ne partagent pas un SIREN : rien ne les distinguerait.</summary>
public sealed record SirenDistinctif(Siren? Siren, string? DetenuPar, bool EstArchivee) : IRegle
{
    public string Code => "RG9.01";

    public string Fondement => "INSEE, répertoire SIRENE";

    public string? Champ => "siren";

    public bool EstRespectee => DetenuPar is null;

    public string Message =>
        EstArchivee
            ? $"Ce SIREN est celui de la fiche archivée « {DetenuPar} » : rétablissez-la, ou donnez les SIRET qui les distinguent."
            : $"Ce SIREN est déjà celui de « {DetenuPar} » : ouvrez cette fiche, ou donnez les SIRET qui les distinguent.";
}
