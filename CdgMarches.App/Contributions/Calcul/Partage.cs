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
        var redevables = await contexte.RedevablesAsync(
            new DemandeDAssiette(
                PorteeDeGrille.Groupement,
                refacturation.Groupement,
                refacturation.Exercice,
                date,
                refacturation.Exercice - 1,
                AvecExemptions: true
            ),
            annulation
        );
        if (refacturation.Parts.Count > 0)
        {
            return Arrete(redevables, refacturation);
        }

        var bareme = refacturation is { Partage: CleDePartage.Strates, Strates: { } lignee }
            ? (await contexte.VersionsAsync(lignee, annulation)).LastOrDefault(v => v.Debut <= date)?.Bareme
            : null;
        var unite = bareme is null ? 1 : PointDeStrate(bareme.Grille);
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
                Poids(refacturation, bareme, unite, r.Faits)
            )),
        ];
        return (presents, refacturation.Partager(membres));
    }

    /// <summary>Les parts figées, chacune avec son débiteur tel qu'il est aujourd'hui.</summary>
    private static (List<FaitsDAppel> Redevables, IReadOnlyList<PartDeFrais> Parts) Arrete(
        List<FaitsDAppel> redevables,
        Refacturation refacturation
    )
    {
        var parSource = redevables.ToDictionary(r => r.Redevable.SourceId);
        List<PartArretee> parts = [.. refacturation.Parts.Where(p => parSource.ContainsKey(p.SourceId))];
        return (
            parts.ConvertAll(p => parSource[p.SourceId]),
            parts.ConvertAll(p => p.EnPart(parSource[p.SourceId].Faits.Categorie))
        );
    }

    /// <summary>Un point vaut un euro de la grille, ou un centime quand une case n'est pas en euros ronds.</summary>
    private static long PointDeStrate(DefinitionDeGrille grille) =>
        grille.Cellules.All(c => (c.PremiereAnnee.Centimes % 100, c.AnneesSuivantes.Centimes % 100) == (0, 0)) ? 100 : 1;

    private static long? Poids(Refacturation refacturation, Bareme? bareme, long unite, FaitsDuRedevable faits) =>
        refacturation.Partage switch
        {
            CleDePartage.PartsEgales => 1,
            CleDePartage.Agents => faits.Agents,
            CleDePartage.Population => faits.Population,
            CleDePartage.Strates => bareme?.Calculer(faits, refacturation.Exercice) is { EstComplet: true } resultat
                ? resultat.Annuel.Centimes / unite
                : null,
        };
}
