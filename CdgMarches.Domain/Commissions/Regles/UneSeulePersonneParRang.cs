using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un siège n'a jamais deux titulaires ni deux suppléants le même jour.</summary>
/// <remarks>RG2.05, RG2.21 : l'unité comptée est le siège.</remarks>
public sealed record UneSeulePersonneParRang(string Siege, QualiteEnSeance Rang, bool EstOccupe) : IRegle
{
    public string Code => "RG2.21";

    public string Fondement => "CGCT, art. L1414-3 I";

    public string? Champ => "du";

    public bool EstRespectee => !EstOccupe;

    public string Message =>
        $"{Siege} a déjà un {Rang.Libelle().ToLower(Francais.Culture)} sur tout ou partie de ces dates : fixez d'abord la fin de son mandat.";
}
