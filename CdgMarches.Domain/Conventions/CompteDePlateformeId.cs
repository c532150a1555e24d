using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'un <c>CompteDePlateforme</c>.</summary>
public readonly record struct CompteDePlateformeId(Guid Valeur) : IIdentifiant<CompteDePlateformeId>
{
    public static CompteDePlateformeId Nouveau() => new(Guid.CreateVersion7());

    public static CompteDePlateformeId De(Guid valeur) => new(valeur);
}
