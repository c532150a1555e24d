using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Une grille de groupement dit son groupement ; une grille de conventions n'en a pas.</summary>
/// <remarks>RG6.01.</remarks>
public sealed record GroupementSelonLaPortee(PorteeDeGrille Portee, GroupementId? Groupement) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public string? Champ => "groupement";

    public bool EstRespectee => Portee is PorteeDeGrille.Groupement == Groupement is not null;

    public string Message =>
        Portee is PorteeDeGrille.Groupement
            ? "Choisissez le groupement dont les membres paient."
            : "Une grille de conventions d'accès ne vise pas de groupement : retirez-le.";
}

/// <summary>Une mission gratuite ne se fait pas payer : seulement les frais que la convention nomme.</summary>
/// <remarks>RG6.25. « La mission du coordonnateur ne donne pas lieu à rémunération » : une ligne de rémunération est refusée.</remarks>
public sealed record MissionPayeeOuFraisNommes(
    NatureDeLaDette Nature,
    string Type,
    bool MissionRemuneree,
    IReadOnlyList<string> Frais
) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, mission du coordonnateur";

    public string? Champ => "nature";

    public bool EstRespectee =>
        MissionRemuneree
        || (Nature is NatureDeLaDette.Frais && Frais.Contains(Type.Trim().ToUpperInvariant(), StringComparer.Ordinal));

    public string Message =>
        Nature is not NatureDeLaDette.Frais
            ? "La convention dit la mission gratuite : aucune rémunération ne peut être appelée, seulement les frais qu'elle nomme."
            : $"La convention ne nomme pas les frais « {Type} » : elle admet {(Frais.Count == 0 ? "aucun frais" : string.Join(", ", Frais))}.";
}

/// <summary>Une grille range sur un axe au moins, chacun une fois.</summary>
/// <remarks>RG6.26.</remarks>
public sealed record UnAxeAuMoins(IReadOnlyList<AxeDeGrille> Axes) : IRegle
{
    public string Code => "RG6.26";

    public string Fondement => "Délibération qui vote la grille";

    public string? Champ => "axes";

    public bool EstRespectee => Axes.Count > 0 && Axes.Distinct().Count() == Axes.Count;

    public string Message => "Choisissez au moins un axe, et chacun une seule fois.";
}

/// <summary>Aucune case n'a de montant négatif.</summary>
/// <remarks>RG6.01.</remarks>
public sealed record MontantsDeGrillePositifs(IReadOnlyList<string> CasesNegatives) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public string? Champ => "cellules";

    public bool EstRespectee => CasesNegatives.Count == 0;

    public string Message =>
        $"Un montant est négatif dans la case {string.Join(" ; ", CasesNegatives.Select(c => $"« {c} »"))} : une contribution vaut zéro ou plus.";
}

/// <summary>Une grille adoptée ne change plus.</summary>
/// <remarks>RG6.01. Une nouvelle délibération fait une nouvelle version ; les appels passés gardent la leur.</remarks>
public sealed record GrilleEnBrouillon(EtatDeGrille Etat) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public bool EstRespectee => Etat is EtatDeGrille.Brouillon;

    public string Message => "Cette version est adoptée : elle ne change plus. Ouvrez une nouvelle version.";
}
