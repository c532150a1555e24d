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

/// <summary>Un avenant que l'on signe change le texte, la durée ou un délai.</summary>
/// <remarks>Convention d'accès, art. 5. Signé, il ne se récrit plus : vide, il resterait vide.</remarks>
public sealed record AvenantQuiChangeQuelqueChose(bool SeSigne, bool EstVide) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public bool EstRespectee => !SeSigne || !EstVide;

    public string Message =>
        "Cet avenant ne change ni le texte de la convention, ni sa durée, ni ses délais : il n'y a rien à signer. Reprenez-le et dites ce qu'il change ; aucune date n'est enregistrée.";
}

/// <summary>Une durée ou un délai qui change se lit dans le texte que les parties signent.</summary>
/// <remarks>
/// Convention d'accès, art. 5. Les termes et les préavis se calculent des règles saisies ; c'est le texte signé qui oblige. On
/// cherche chaque nombre en chiffres ou en lettres, devant son unité : le texte peut le dire autrement, l'agent le confirme.
/// </remarks>
/// <param name="NonDites">Ce que l'avenant change sans que le texte consolidé le dise.</param>
public sealed record ReglesDitesParLeTexte(IReadOnlyList<string> NonDites) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "avenant-motif";

    public bool EstRespectee => NonDites.Count == 0;

    public string Message =>
        $"Le texte consolidé ne dit pas {string.Join(", ni ", NonDites)} : c'est lui que les parties signent. Complétez-le, ou confirmez en disant où elles en conviennent.";
}

/// <summary>Un avenant modifie une convention qui court : finie, elle ne se prolonge plus.</summary>
/// <remarks>Convention d'accès, art. 5. Le dernier jour est permis.</remarks>
public sealed record AvenantPendantLaConvention(DateOnly? DernierJour, DateOnly Jour) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public bool EstRespectee => DernierJour is not { } dernier || Jour <= dernier;

    public string Message =>
        $"La convention a pris fin le {(DernierJour is { } jour ? EnClair.Date(jour) : "—")} : aucun avenant ne la modifie ni ne la prolonge. Rien n'a été enregistré ; préparez une autre convention.";
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
