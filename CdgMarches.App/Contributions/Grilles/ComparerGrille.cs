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
/// <param name="Exercice">L'exercice.</param>
/// <param name="Reference">Ce à quoi l'on compare, en clair ; nul quand aucune version ne précède.</param>
/// <param name="Apres">La version simulée, lectures changées comprises.</param>
/// <param name="Lignes">Un redevable par ligne.</param>
public sealed record ComparaisonDeGrille(
    int Exercice,
    string? Reference,
    DefinitionDeGrille Apres,
    IReadOnlyList<LigneDeComparaisonDeGrille> Lignes
)
{
    /// <summary>Ceux dont on connaît le montant des deux côtés : les seuls que les totaux et la répartition comptent.</summary>
    public IReadOnlyList<LigneDeComparaisonDeGrille> Comparables { get; } =
    [.. Lignes.Where(l => l.Apres is not null && (Reference is null || l.Avant is not null))];

    public MontantHt TotalAvant => MontantHt.Somme(Comparables.Select(l => l.Avant ?? MontantHt.Zero));

    public MontantHt TotalApres => MontantHt.Somme(Comparables.Select(l => l.Apres!.Value));

    /// <summary>Ceux à qui une donnée manque d'un côté ou de l'autre.</summary>
    public int HorsDesTotaux => Lignes.Count - Comparables.Count;

    public int Gagnants => Lignes.Count(l => l.Ecart is { EstNegatif: true });

    public int Perdants => Lignes.Count(l => l.Ecart > MontantHt.Zero);

    /// <summary>« Avant 500,00 € HT, après 600,00 € HT : 1 membre paierait plus, 0 moins. 2 membres…, hors des deux totaux. »</summary>
    public string Totaux =>
        (
            Reference is null
                ? $"{Formats.Montant(TotalApres)} : aucune version ne précède, il n'y a rien à comparer."
                : $"Avant {Formats.Montant(TotalAvant)}, après {Formats.Montant(TotalApres)} : {Formats.Compter(Perdants, "membre paierait plus", "membres paieraient plus")}, {Formats.Nombre((long)Gagnants)} moins."
        )
        + (
            HorsDesTotaux > 0
                ? $" {Formats.Compter(HorsDesTotaux, "membre sans toutes ses données, hors des totaux", "membres sans toutes leurs données, hors des totaux")}."
                : ""
        );

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
                            Comparables.Count(l => l.Avant is { } a && a.Euros > bas && a.Euros <= haut),
                            Comparables.Count(l => l.Apres is { } a && a.Euros > bas && a.Euros <= haut)
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
        apres = apres with { Lectures = lectures ?? apres.Lectures, CasLimites = Relire(apres, casLimites ?? []) };
        var versions = await contexte.VersionsAsync(grille.Lignee, annulation);
        var precedente = versions.LastOrDefault(v => v.Id != id && v.Numero < grille.Numero);
        var (avant, reference) = (precedente?.Bareme, precedente is null ? null : Version(precedente.Numero));
        // A reading changed on a version in force is compared with that version itself, as it is written; so is a first draft.
        if ((lectures is not null || casLimites is not null) && (grille.Etat is EtatDeGrille.Adoptee || avant is null))
        {
            (avant, reference) = (new Bareme(grille.Definition()), $"{Version(grille.Numero)}, lue comme elle est écrite");
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
                    Manques(nouveau, ancien)
                )
            );
        }

        return new ComparaisonDeGrille(exercice, reference, apres, lignes);
    }

    /// <summary>Les cas limites de la grille, chacun lu autrement si une tranche qu'elle a lui est donnée.</summary>
    private static IReadOnlyList<LectureDeCasLimite> Relire(
        DefinitionDeGrille grille,
        IReadOnlyList<LectureDeCasLimite> autres
    ) =>
        [
            .. grille.CasLimites.Select(sien =>
                autres.FirstOrDefault(a =>
                    (a.Axe, a.Valeur) == (sien.Axe, sien.Valeur)
                    && grille.Tranches.Any(t => t.Axe == a.Axe && t.Numero == a.Tranche)
                ) ?? sien
            ),
        ];

    private static string Version(int numero) => $"version {numero.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string Manques(ResultatDeCalcul nouveau, ResultatDeCalcul? ancien) =>
        nouveau.EstComplet && ancien is { EstComplet: false }
            ? $"{string.Join(" ; ", ancien.Manques)} (avant)"
            : string.Join(" ; ", nouveau.Manques);
}
