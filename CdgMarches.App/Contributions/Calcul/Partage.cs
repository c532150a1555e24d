using CdgMarches.Database;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Le partage de frais entre les membres d'un groupement, dans l'ordre de leur SIREN.</summary>
internal static class Partage
{
    public static async Task<(List<FaitsDAppel> Redevables, IReadOnlyList<PartDeFrais> Parts)> CalculerAsync(
        MarchesDbContext contexte,
        Refacturation refacturation,
        DateOnly date,
        CancellationToken annulation
    )
    {
        var bareme = refacturation is { Partage: CleDePartage.Strates, Strates: { } lignee }
            ? (await Simuler.VersionsAsync(contexte, lignee, annulation)).LastOrDefault(v => v.Debut <= date)?.Bareme
            : null;
        var redevables = await contexte.RedevablesAsync(
            new DemandeDAssiette(
                PorteeDeGrille.Groupement,
                refacturation.Groupement,
                refacturation.Exercice,
                date,
                AvecExemptions: true
            ),
            annulation
        );
        List<FaitsDAppel> presents =
        [
            .. redevables
                .Where(r => r.Redevable.Presence.Contient(date))
                .OrderBy(r => r.Siren, StringComparer.Ordinal)
                .ThenBy(r => r.CleDeTri, StringComparer.Ordinal)
                .ThenBy(r => r.Redevable.SourceId),
        ];
        List<MembreAuPartage> membres =
        [
            .. presents.Select(r => new MembreAuPartage(
                r.Redevable.SourceId,
                r.Redevable.Collectivite,
                r.Faits.Categorie,
                r.Faits.CommuneMembre,
                Poids(refacturation, bareme, r.Faits)
            )),
        ];
        return (presents, refacturation.Partager(membres));
    }

    /// <summary>La donnée que la clé demande.</summary>
    public static string Donnee(Refacturation refacturation) =>
        refacturation.Partage switch
        {
            CleDePartage.Agents => "l'effectif au 1er janvier",
            CleDePartage.Population => "la population totale",
            CleDePartage.Strates => "de quoi le ranger dans une strate",
            CleDePartage.PartsEgales => "rien",
        };

    private static long? Poids(Refacturation refacturation, Bareme? bareme, FaitsDuRedevable faits) =>
        refacturation.Partage switch
        {
            CleDePartage.PartsEgales => 1,
            CleDePartage.Agents => faits.Agents,
            CleDePartage.Population => faits.Population,
            CleDePartage.Strates => bareme?.Calculer(faits, refacturation.Exercice) is { EstComplet: true } resultat
                ? resultat.Annuel.Centimes
                : null,
        };
}
