using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'une <c>ExerciceDAppel</c>.</summary>
public readonly record struct ExerciceDAppelId(Guid Valeur) : IIdentifiant<ExerciceDAppelId>
{
    public static ExerciceDAppelId Nouveau() => new(Guid.CreateVersion7());

    public static ExerciceDAppelId De(Guid valeur) => new(valeur);
}
