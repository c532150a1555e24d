using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Enregistre des cellules d'une réponse, une à une ou par blocs collés, sans jamais écraser la saisie d'un autre.</summary>
/// <remarks>
/// Une transaction : chaque cellule est mise à jour là où elle a encore la valeur qui a été lue ; la version de la réponse
/// avance tant qu'elle est saisissable ; une ligne d'historique par cellule. Aucune ligne touchée à la première écriture :
/// conflit sur cette cellule ; aucune à la seconde : réponse rendue ou délai écoulé, et rien n'est écrit.
/// </remarks>
public sealed class SaisirCellules(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Le plus grand bloc accepté ; la grille découpe ce que l'on colle.</summary>
    public const int TailleDeBloc = 100;

    private const string TypeDObjet = nameof(Reponse);

    /// <exception cref="DroitManquantException">La réponse n'est pas du périmètre de l'acteur.</exception>
    /// <exception cref="RegleMetierException">La réponse est rendue, ou son délai est écoulé.</exception>
    public async Task<ResultatDeSaisie> ExecuterAsync(
        Acteur acteur,
        ReponseId reponse,
        IReadOnlyList<Cellule> cellules,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.SaisirRecensement);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cellules.Count, TailleDeBloc);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        var cible = await LireCibleAsync(contexte, acteur, reponse, cellules, annulation);
        var auteur = cible.AuNomDe is null ? acteur : acteur with { PourLeCompteDe = cible.AuNomDe };
        var instant = horloge.Maintenant;
        return await contexte.EnTransactionAsync(
            async jeton => new ResultatDeSaisie(await EcrireAsync(contexte, auteur, cible, cellules, instant, jeton), instant),
            annulation
        );
    }

    private static async Task<Cible> LireCibleAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ReponseId id,
        IReadOnlyList<Cellule> cellules,
        CancellationToken annulation
    )
    {
        var numeros = cellules.Select(c => c.Ligne).Distinct().ToList();
        var lignes = await (
            from reponse in contexte.Reponses
            join campagne in contexte.Campagnes on reponse.Campagne equals campagne.Id
            join membre in contexte.Collectivites on reponse.Collectivite equals membre.Id
            from ligne in contexte
                .LignesDeCatalogue.Where(l =>
                    l.Campagne == reponse.Campagne
                    && l.Prestation == reponse.Prestation
                    && l.RetireeALaVersion == null
                    && numeros.Contains(l.Numero)
                )
                .DefaultIfEmpty()
            where reponse.Id == id
            select new
            {
                reponse.Collectivite,
                campagne.Groupement,
                membre.Nom,
                Numero = (int?)ligne!.Numero,
                Demandes = (ChampDeReponse?)ligne.Demandes,
            }
        ).ToListAsync(annulation);
        if (lignes.Count == 0 || !Comprend(acteur, lignes[0].Collectivite, lignes[0].Groupement))
        {
            throw new DroitManquantException(Droits.SaisirRecensement);
        }

        return new Cible(
            id,
            lignes[0].Collectivite,
            acteur.Perimetre.EstCdg ? lignes[0].Nom : null,
            lignes.Where(l => l.Numero is not null).ToDictionary(l => l.Numero!.Value, l => l.Demandes!.Value)
        );
    }

    private static bool Comprend(Acteur acteur, CollectiviteId collectivite, GroupementId groupement) =>
        acteur.Perimetre.EstCdg ? acteur.Perimetre.Comprend(groupement) : acteur.Perimetre.Comprend(collectivite);

    private static async Task<IReadOnlyList<ResultatDeCellule>> EcrireAsync(
        MarchesDbContext contexte,
        Acteur auteur,
        Cible cible,
        IReadOnlyList<Cellule> cellules,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var resultats = new List<ResultatDeCellule>(cellules.Count);
        foreach (var cellule in cellules)
        {
            resultats.Add(await EcrireCelluleAsync(contexte, auteur, cible, cellule, instant, annulation));
        }

        if (resultats.Exists(r => r.Sort is SortDeCellule.Enregistree))
        {
            await EcritureDeCellule.AvancerAsync(contexte, cible.Reponse, instant, annulation);
            contexte.ChangeTracker.DetectChanges();
            await contexte.SaveChangesAsync(annulation);
        }

        return resultats;
    }

    private static async Task<ResultatDeCellule> EcrireCelluleAsync(
        MarchesDbContext contexte,
        Acteur auteur,
        Cible cible,
        Cellule cellule,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        if (Refus(cible, cellule) is { } refus)
        {
            return new ResultatDeCellule(cellule.Ligne, cellule.Champ, SortDeCellule.Refusee, cellule.Lue, refus);
        }

        if (cellule.Lue != cellule.Nouvelle)
        {
            var touchees = await EcritureDeCellule.ModifierAsync(
                contexte,
                cible.Reponse,
                cellule,
                auteur.Nom,
                instant,
                annulation
            );
            if (touchees == 1 || await AjouterAsync(contexte, cible.Reponse, cellule, auteur.Nom, instant, annulation))
            {
                contexte.Journaliser(Ligne(cible, cellule, auteur, instant));
                return new ResultatDeCellule(cellule.Ligne, cellule.Champ, SortDeCellule.Enregistree, cellule.Nouvelle);
            }
        }

        var actuelle = await contexte
            .LignesDeReponse.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Reponse == cible.Reponse && l.Ligne == cellule.Ligne, annulation);
        var valeur = actuelle?.Valeur(cellule.Champ) ?? ValeurDeCellule.Vide;
        return valeur == cellule.Nouvelle
            ? new ResultatDeCellule(cellule.Ligne, cellule.Champ, SortDeCellule.Inchangee, valeur)
            : new ResultatDeCellule(
                cellule.Ligne,
                cellule.Champ,
                SortDeCellule.Conflit,
                valeur,
                "Cette cellule a été changée entre-temps : choisissez la valeur à garder.",
                actuelle?.ModifiePar,
                actuelle?.ModifieLe
            );
    }

    private static string? Refus(Cible cible, Cellule cellule) =>
        !cible.Demandes.TryGetValue(cellule.Ligne, out var demandes)
            ? $"La ligne {cellule.Ligne} n'est plus dans le catalogue de cette prestation : rechargez la page. La valeur n'est pas enregistrée."
        : !demandes.Accepte(cellule.Champ)
            ? $"La ligne {cellule.Ligne} ne demande pas « {cellule.Champ.Libelle()} » : la valeur n'est pas enregistrée."
        : null;

    /// <returns>Faux si la ligne existe déjà : un autre l'a écrite.</returns>
    private static async Task<bool> AjouterAsync(
        MarchesDbContext contexte,
        ReponseId reponse,
        Cellule cellule,
        string auteur,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        if (
            !cellule.Lue.EstVide
            || await contexte.LignesDeReponse.AnyAsync(l => l.Reponse == reponse && l.Ligne == cellule.Ligne, annulation)
        )
        {
            return false;
        }

        var ligne = new LigneDeReponse(reponse, cellule.Ligne, instant, auteur).Poser(cellule.Champ, cellule.Nouvelle);
        var entree = contexte.LignesDeReponse.Add(ligne);
        try
        {
            await contexte.SaveChangesAsync(annulation);
            return true;
        }
        catch (DbUpdateException) when (contexte.Database.CurrentTransaction is not null)
        {
            // EF's savepoint undid the insert alone: someone else created the same line between our two statements.
            return false;
        }
        finally
        {
            entree.State = EntityState.Detached;
        }
    }

    private static LigneDeJournal Ligne(Cible cible, Cellule cellule, Acteur auteur, DateTimeOffset instant) =>
        LigneDeJournal.De(
            TypeDObjet,
            cible.Reponse.Valeur,
            new CelluleSaisie(
                cible.Collectivite.Valeur,
                cellule.Ligne,
                cellule.Champ,
                cellule.Lue.EnTexte(cellule.Champ),
                cellule.Nouvelle.EnTexte(cellule.Champ)
            ),
            auteur,
            instant
        );

    private sealed record Cible(
        ReponseId Reponse,
        CollectiviteId Collectivite,
        string? AuNomDe,
        Dictionary<int, ChampDeReponse> Demandes
    );
}
