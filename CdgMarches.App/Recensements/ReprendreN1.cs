using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Reprend les valeurs N-1, ligne par ligne ou toutes ; « toutes » ne remplit que ce qui est vide.</summary>
/// <remarks>Chaque valeur reprise est une cellule saisie : même garde, même historique.</remarks>
public sealed class ReprendreN1(IDbContextFactory<MarchesDbContext> donnees, SaisirCellules saisir)
{
    private static readonly ChampDeReponse[] Repris =
    [
        ChampDeReponse.Minimum,
        ChampDeReponse.Estime,
        ChampDeReponse.Maximum,
        ChampDeReponse.MontantHt,
        ChampDeReponse.FinDeContrat,
        ChampDeReponse.Imputation,
    ];

    /// <param name="acteur">Le membre, ou l'agent qui saisit en son nom.</param>
    /// <param name="id">La réponse.</param>
    /// <param name="lignes">Les lignes à reprendre, valeurs comprises déjà saisies ; null pour remplir toutes les cellules vides.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le nombre de cellules reprises.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        ReponseId id,
        IReadOnlyCollection<int>? lignes = null,
        CancellationToken annulation = default
    )
    {
        var cellules = await CellulesAsync(acteur, id, lignes, annulation);
        var reprises = 0;
        foreach (var bloc in cellules.Chunk(SaisirCellules.TailleDeBloc))
        {
            var resultat = await saisir.ExecuterAsync(acteur, id, bloc, annulation);
            reprises += resultat.Cellules.Count(c => c.Sort is SortDeCellule.Enregistree);
        }

        return reprises;
    }

    private async Task<List<Cellule>> CellulesAsync(
        Acteur acteur,
        ReponseId id,
        IReadOnlyCollection<int>? lignes,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponse = (await contexte.ReponsesAChangerAsync(acteur, Droits.SaisirRecensement, [id], annulation))[0];
        var demandes = await contexte
            .LignesDeCatalogue.Where(l =>
                l.Campagne == reponse.Campagne && l.Prestation == reponse.Prestation && l.RetireeALaVersion == null
            )
            .ToDictionaryAsync(l => l.Numero, l => l.Demandes, annulation);
        var saisies = await contexte
            .LignesDeReponse.AsNoTracking()
            .Where(l => l.Reponse == id)
            .ToDictionaryAsync(l => l.Ligne, annulation);
        var n1 = await ValeursN1.DeLaReponseAsync(contexte, reponse, annulation);
        return
        [
            .. from couple in n1
            where demandes.ContainsKey(couple.Key) && (lignes is null || lignes.Contains(couple.Key))
            from champ in Repris
            where demandes[couple.Key].Accepte(champ)
            let lue = saisies.GetValueOrDefault(couple.Key)?.Valeur(champ) ?? ValeurDeCellule.Vide
            let avant = couple.Value.Valeur(champ)
            where !avant.EstVide && avant != lue && (lignes is not null || lue.EstVide)
            select new Cellule(couple.Key, champ, lue, avant),
        ];
    }
}
