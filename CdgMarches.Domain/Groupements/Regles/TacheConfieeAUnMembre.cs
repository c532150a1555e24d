using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une tâche de la convention se confie à un membre du groupement.</summary>
/// <remarks>RG1.03. La convention confie « à l'un ou plusieurs de ses membres » la passation ou l'exécution, au nom des autres.</remarks>
public sealed record TacheConfieeAUnMembre(bool EstMembre) : IRegle
{
    public string Code => "RG1.03";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "responsable";

    public bool EstRespectee => EstMembre;

    public string Message =>
        "Cette collectivité n'est ni membre du groupement ni partie à la convention : une tâche se confie à l'un d'eux. Choisissez-en un autre.";
}
