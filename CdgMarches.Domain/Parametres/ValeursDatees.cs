namespace CdgMarches.Domain.Parametres;

/// <summary>Les valeurs datées connues, et celle qui vaut un jour donné.</summary>
public sealed class ValeursDatees(IEnumerable<ValeurDatee> valeurs)
{
    private readonly ILookup<string, ValeurDatee> _parCode = valeurs.ToLookup(v => v.Code, StringComparer.Ordinal);

    /// <summary>La valeur en vigueur ce jour-là, la plus particulière d'abord : convention, groupement, puis CDG.</summary>
    /// <returns>Nul si rien ne la fixe ce jour-là : jamais la dernière connue.</returns>
    public ValeurDatee? EnVigueur(string code, DateOnly jour, Guid? groupement = null, Guid? convention = null) =>
        _parCode[code]
            .Where(v => v.EstEnVigueur(jour) && EstVisee(v, groupement, convention))
            .OrderByDescending(v => v.Portee)
            .ThenByDescending(v => v.Debut)
            .FirstOrDefault();

    private static bool EstVisee(ValeurDatee valeur, Guid? groupement, Guid? convention) =>
        valeur.Portee switch
        {
            PorteeDeValeur.Cdg => true,
            PorteeDeValeur.Groupement => valeur.CibleId == groupement,
            PorteeDeValeur.Convention => valeur.CibleId == convention,
        };
}
