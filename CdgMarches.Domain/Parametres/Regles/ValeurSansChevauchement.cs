using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres.Regles;

/// <summary>Un même jour, une seule valeur fixe une même chose pour une même cible.</summary>
/// <remarks>
/// RG3.02. Une valeur sans fin est close la veille de celle qui la remplace ; une valeur qui a une fin, ou qui commence le
/// même jour ou plus tard, s'oppose à la nouvelle.
/// </remarks>
public sealed record ValeurSansChevauchement(ValeurDatee Nouvelle, IReadOnlyList<ValeurDatee> Existantes) : IRegle
{
    public string Code => "RG3.02";

    public string Fondement => "Valeurs datées : une seule vaut un jour donné";

    public string? Champ => "debut";

    public bool EstRespectee => Opposee is null;

    public string Message =>
        Opposee is { } opposee
            ? $"Une valeur vaut déjà {EnClair.Validite(opposee.Debut, opposee.Fin)} ({opposee.Source}) : rien n'a été ajouté. Choisissez des dates qui ne la recouvrent pas."
            : "";

    /// <summary>Celle que la nouvelle remplace : elle n'avait pas de fin et commence avant.</summary>
    public ValeurDatee? Remplacee =>
        Existantes.FirstOrDefault(v => v.Contredit(Nouvelle) && v.Fin is null && v.Debut < Nouvelle.Debut);

    private ValeurDatee? Opposee => Existantes.FirstOrDefault(v => v.Contredit(Nouvelle) && v != Remplacee);
}
