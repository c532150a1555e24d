using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le préavis ne vaut que si la convention le demande.</summary>
/// <remarks>RG1.31.</remarks>
public sealed record RetraitSurPreavis(ModeDeRetrait Mode) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "informe";

    public bool EstRespectee => Mode is ModeDeRetrait.PreavisAnnuel;

    public string Message => "Cette convention ne demande pas de préavis : la délibération fixe le jour de sortie.";
}
