using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le dossier se valide quand toutes ses pièces le sont.</summary>
/// <remarks>Tâche 3 de la convention.</remarks>
public sealed record ToutesLesPiecesValidees(int Pieces, IReadOnlyList<string> NonValidees) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2132-1";

    public bool EstRespectee => Pieces > 0 && NonValidees.Count == 0;

    public string Message =>
        Pieces == 0
            ? "Le dossier n'a encore aucune pièce : proposez la liste ordinaire, ou ajoutez les vôtres."
            : $"Restent à valider : {string.Join(" ; ", NonValidees)}.";
}
