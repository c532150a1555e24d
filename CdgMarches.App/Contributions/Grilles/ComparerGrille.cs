using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Ce qu'un membre paierait avant et après.</summary>
public sealed record LigneDeComparaisonDeGrille(
    CollectiviteId Collectivite,
    string Nom,
    int? Agents,
    int? Consultations,
    string Tranche,
    MontantHt? Avant,
    MontantHt? Apres,
    string Manque
)
{
    public MontantHt? Ecart => Avant is { } avant && Apres is { } apres ? apres - avant : null;
}

/// <summary>L'effet d'une version de grille, ou d'une lecture changée, sur chaque redevable.</summary>
public sealed record ComparaisonDeGrille(
    int Exercice,
    IReadOnlyList<LigneDeComparaisonDeGrille> Lignes,
    MontantHt TotalAvant,
    MontantHt TotalApres
)
{
    public int Gagnants => Lignes.Count(l => l.Ecart is { EstNegatif: true });

    public int Perdants => Lignes.Count(l => l.Ecart > MontantHt.Zero);

    /// <summary>La répartition des montants, avant et après, par paliers.</summary>
    public IReadOnlyList<(string Palier, int Avant, int Apres)> Repartition
    {
        get
        {
            decimal[] bornes = [0, 250, 500, 1000, 2000, 4000, decimal.MaxValue];
            return
            [
                .. bornes.Select(
                    (haut, i) =>
                    {
                        var bas = i == 0 ? -1 : bornes[i - 1];
                        return (
                            haut == 0 ? "0 €"
                            : haut == decimal.MaxValue ? $"plus de {Formats.Nombre(bas)} €"
                            : $"jusqu'à {Formats.Nombre(haut)} €",
                            Lignes.Count(l => l.Avant is { } a && a.Euros > bas && a.Euros <= haut),
                            Lignes.Count(l => l.Apres is { } a && a.Euros > bas && a.Euros <= haut)
                        );
                    }
                ),
            ];
        }
    }
}

/// <summary>Simule une version de grille sur les redevables d'un exercice, et la compare à celle en vigueur ; n'écrit rien.</summary>
public sealed class ComparerGrille(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <param name="acteur">Celui qui regarde.</param>
    /// <param name="id">La version simulée.</param>
    /// <param name="exercice">L'exercice.</param>
    /// <param name="lectures">D'autres lectures que les siennes, pour en mesurer l'effet ; nulles pour les siennes.</param>
    /// <param name="casLimites">D'autres tranches retenues pour ses cas limites ; nulles pour les siennes.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<ComparaisonDeGrille?> ExecuterAsync(
        Acteur acteur,
        GrilleId id,
        int exercice,
        LecturesDeLaGrille? lectures = null,
        IReadOnlyList<LectureDeCasLimite>? casLimites = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.Grilles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
            is not { } grille
        )
        {
            return null;
        }

        var apres = grille.Definition();
        apres = apres with { Lectures = lectures ?? apres.Lectures, CasLimites = casLimites ?? apres.CasLimites };
        var versions = await contexte.VersionsAsync(grille.Lignee, annulation);
        // A reading changed on the version in force is compared with that version itself.
        var avant = versions.LastOrDefault(v => v.Id != id && v.Numero < grille.Numero)?.Bareme;
        if (lectures is not null || casLimites is not null)
        {
            avant = new Bareme(grille.Definition());
        }

        var baremeApres = new Bareme(apres);
        var jour = new DateOnly(exercice, 1, 1);
        var faitsApres = await contexte.RedevablesAsync(Simuler.Assiette(apres, exercice, jour, [apres]), annulation);
        var faitsAvant =
            avant is null || avant.Grille.Lectures.Consultations == apres.Lectures.Consultations
                ? faitsApres
                : await contexte.RedevablesAsync(Simuler.Assiette(avant.Grille, exercice, jour, [avant.Grille]), annulation);
        var parSource = faitsAvant.ToDictionary(f => f.Redevable.SourceId, f => f.Faits);
        List<LigneDeComparaisonDeGrille> lignes = new(faitsApres.Count);
        foreach (var redevable in faitsApres)
        {
            var nouveau = baremeApres.Calculer(redevable.Faits, exercice);
            var ancien = avant?.Calculer(parSource[redevable.Redevable.SourceId], exercice);
            lignes.Add(
                new LigneDeComparaisonDeGrille(
                    redevable.Redevable.Collectivite,
                    redevable.Debiteur.Nom,
                    redevable.Faits.Agents,
                    redevable.Faits.Consultations,
                    nouveau.Tranches,
                    ancien is { EstComplet: true } ? ancien.Montant : null,
                    nouveau.EstComplet ? nouveau.Montant : null,
                    string.Join(" ; ", nouveau.Manques)
                )
            );
        }

        return new ComparaisonDeGrille(
            exercice,
            lignes,
            MontantHt.Somme(lignes.Select(l => l.Avant ?? MontantHt.Zero)),
            MontantHt.Somme(lignes.Select(l => l.Apres ?? MontantHt.Zero))
        );
    }
}
