using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'information du coordonnateur a un jour : celui où il reçoit.</summary>
/// <remarks>RG1.31.</remarks>
public sealed record ReceptionDatee(DateOnly? Le) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "informe";

    public bool EstRespectee => Le is not null;

    public string Message => "Donnez le jour où le coordonnateur a reçu l'information : la sortie s'en déduit.";
}
