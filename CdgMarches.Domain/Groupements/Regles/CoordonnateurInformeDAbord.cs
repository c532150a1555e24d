using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le coordonnateur est informé avant la sortie.</summary>
/// <remarks>RG1.31.</remarks>
public sealed record CoordonnateurInformeDAbord(ModeDeRetrait Mode, DateOnly? InformeLe) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "informe";

    public bool EstRespectee => Mode is not ModeDeRetrait.PreavisAnnuel || InformeLe is not null;

    public string Message =>
        "Le coordonnateur n'est pas informé : donnez le jour où il a reçu l'information, la sortie s'en déduit.";
}
