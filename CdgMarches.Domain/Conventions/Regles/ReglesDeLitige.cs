using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Une contestation naît de l'exécution de la convention : elle ne précède pas son effet.</summary>
/// <remarks>
/// RG1.36 ; convention d'accès, art. 6 : « toute contestation née de l'exécution ». Le premier jour est permis ; après la fin
/// aussi, car un litige né pendant la convention se déclare encore.
/// </remarks>
public sealed record ReclamationNeeDeLExecution(DateOnly? PremierJour, DateOnly Le) : IRegle
{
    public string Code => "RG1.36";

    public string Fondement => ArticlesDAcces.Litiges;

    public string? Champ => "declare-le";

    public bool EstRespectee => PremierJour is { } premier && Le >= premier;

    public string Message =>
        PremierJour is { } premier
            ? $"La convention ne prend effet que le {EnClair.Date(premier)} : une réclamation naît de son exécution, ce jour-là au plus tôt. Corrigez la date."
            : "Cette convention n'a pas encore d'effet, ou a été abandonnée : aucune contestation ne peut naître de son exécution.";
}
