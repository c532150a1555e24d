using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Ce que stipule une convention en vigueur ne change que par un avenant.</summary>
/// <remarks>
/// RG1.34. Reporter ici ce qu'un avenant a décidé, ou corriger une erreur de saisie, reste possible sur motif : l'histoire le
/// garde.
/// </remarks>
public sealed record ChangementParAvenant(DateOnly? EnVigueurLe) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-du-changement";

    public bool EstRespectee => EnVigueurLe is null;

    public string Message =>
        $"La convention est en vigueur depuis le {EnClair.Date(EnVigueurLe!.Value)} : ce qu'elle stipule change par un avenant. Donnez le motif, par exemple l'avenant que vous reportez ou l'erreur de saisie que vous corrigez ; l'histoire le garde.";
}
