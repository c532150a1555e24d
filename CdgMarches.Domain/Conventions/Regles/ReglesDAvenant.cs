using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Le texte signé ne change plus que par avenant.</summary>
/// <remarks>RG6.18.</remarks>
public sealed record TexteFige(bool EstSigne) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => !EstSigne;

    public string Message => "Le texte est signé des deux parties : il ne change plus que par avenant.";
}

/// <summary>Un avenant dit ce qu'il change.</summary>
/// <remarks>Convention d'accès, art. 5.</remarks>
public sealed record ObjetDAvenant(string? Objet, int AuPlus) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => "objet";

    public bool EstRespectee => Objet?.Trim() is { Length: > 0 } objet && objet.Length <= AuPlus;

    public string Message => $"Dites ce que l'avenant change, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>On ne récrit pas un avenant qu'une partie a signé.</summary>
/// <remarks>Convention d'accès, art. 5.</remarks>
public sealed record AvenantNonSigne(bool EstSigne) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => !EstSigne;

    public string Message => "Une partie a déjà signé cet avenant : son texte ne change plus. Préparez-en un autre.";
}

/// <summary>Les textes se suivent : chacun part de celui que les deux parties ont signé.</summary>
/// <remarks>
/// Convention d'accès, art. 5 : elle se modifie par avenant signé des deux parties. Un texte consolidé bâti sur un avenant qui
/// attend encore ferait entrer en vigueur une clause que personne n'a signée.
/// </remarks>
/// <param name="EnAttente">Le numéro de l'avenant qui change le texte et n'est pas conclu ; nul s'il n'y en a pas.</param>
public sealed record AvenantPrecedentConclu(int? EnAttente) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => "texte-consolide";

    public bool EstRespectee => EnAttente is null;

    public string Message =>
        $"L'avenant n° {EnAttente?.ToString(Francais.Culture)} change le texte et n'est pas conclu : concluez-le, ou reprenez-le, avant d'en signer un autre.";
}

/// <summary>Un avenant prend effet pendant la convention qu'il modifie.</summary>
/// <remarks>Convention d'accès, art. 5.</remarks>
public sealed record EffetDAvenantPendantLaConvention(DateOnly? Effet, Periode? Convention) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => "avenant-effet";

    public bool EstRespectee => Effet is not { } effet || (Convention?.Contient(effet) ?? false);

    public string Message =>
        Convention is { } vie
            ? $"La convention vaut {EnClair.Validite(vie.Debut, vie.Fin)} : l'avenant prend effet un de ces jours."
            : "La convention n'est pas conclue : un avenant ne peut pas prendre effet.";
}

/// <summary>L'effet d'un avenant suit ses deux signatures.</summary>
/// <remarks>Convention d'accès, art. 5 ; non-rétroactivité.</remarks>
public sealed record EffetDAvenantApresLesSignatures(DateOnly? Effet, DateOnly? Collectivite, DateOnly? Cdg) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Non-rétroactivité des actes administratifs";

    public string? Champ => "avenant-effet";

    public bool EstRespectee =>
        Effet is not { } effet || ((Collectivite is not { } c || effet >= c) && (Cdg is not { } g || effet >= g));

    public string Message => "L'avenant ne peut pas prendre effet avant d'être signé : corrigez sa date d'effet.";
}

/// <summary>On ne modifie qu'une convention que les deux parties ont signée.</summary>
/// <remarks>Convention d'accès, art. 5. Le même jour est permis.</remarks>
public sealed record AvenantApresLaConvention(string ChampSaisi, string Designation, DateOnly? Jour, DateOnly? Convention)
    : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Jour is not { } jour || Convention is not { } convention || jour >= convention;

    public string Message =>
        $"{Designation} précède la convention que l'avenant modifie, signée des deux parties le {(Convention is { } jour ? EnClair.Date(jour) : "—")} : corrigez la date.";
}

/// <summary>Un avenant conclu se corrige, il ne se défait pas.</summary>
/// <remarks>Convention d'accès, art. 5 : ce que deux parties ont signé, un autre avenant le défait.</remarks>
public sealed record AvenantConcluGardeSesDates(bool EstConclu, bool EstEntier) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public string? Champ => "avenant-effet";

    public bool EstRespectee => !EstConclu || EstEntier;

    public string Message =>
        "L'avenant est conclu : ses trois dates se corrigent, aucune ne s'efface. Pour revenir sur ce qu'il change, préparez-en un autre.";
}

/// <summary>Corriger les dates d'un avenant conclu se fait en disant pourquoi.</summary>
/// <remarks>Convention d'accès, art. 5. Le motif est à l'historique.</remarks>
public sealed record CorrectionDAvenantMotivee(bool EstConclu, bool Change) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "avenant-motif";

    public bool EstRespectee => !EstConclu || !Change;

    public string Message => "L'avenant est conclu : corriger une de ses dates demande un motif, que l'historique gardera.";
}
