using System.Globalization;
using CdgMarches.Database;

namespace CdgMarches.App.Socle;

/// <summary>Les références lisibles par un humain, sans trou ni doublon dans l'année : <c>CAMP-2027-001</c>.</summary>
public static class Numerotation
{
    /// <summary>Prend la référence suivante. À appeler dans <see cref="MarchesDbContext.EnTransactionAsync{T}"/>.</summary>
    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="prefixe">Ce qui est numéroté (« CAMP », « PROC »).</param>
    /// <param name="annee">L'année dont la série recommence à 1.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le préfixe, l'année et le rang sur trois chiffres au moins.</returns>
    /// <exception cref="InvalidOperationException">Aucune transaction n'est ouverte : un numéro pourrait se perdre.</exception>
    public static async Task<string> ReferenceAsync(
        this MarchesDbContext contexte,
        string prefixe,
        int annee,
        CancellationToken annulation = default
    )
    {
        var serie = string.Create(CultureInfo.InvariantCulture, $"{prefixe}-{annee:D4}");
        var rang = await contexte.NumeroterAsync(serie, annulation);
        return string.Create(CultureInfo.InvariantCulture, $"{serie}-{rang:D3}");
    }
}
