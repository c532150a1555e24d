using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres.Regles;

/// <summary>Un code n'a qu'une valeur par jour pour une même cible.</summary>
public sealed record UneSeuleValeurParJour(ValeurDatee Nouvelle, IReadOnlyList<ValeurDatee> Existantes) : IRegle
{
    public string Code => "RG9.07";

    public string Fondement => "Valeurs datées des paramètres";

    public string? Champ => nameof(ValeurDatee.Debut);

    public bool EstRespectee => Contraire is null;

    public string Message =>
        Contraire is { } contraire
            ? $"Une autre valeur existe déjà {EnClair.Validite(contraire.Debut, contraire.Fin)}. Elle est gardée : donnez-lui d'abord une fin, la "
                + $"veille du {EnClair.Date(Nouvelle.Debut)} au plus tard."
            : "";

    private ValeurDatee? Contraire => Existantes.FirstOrDefault(Nouvelle.Contredit);
}
