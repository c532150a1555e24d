using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Ce qu'une annulation a défait, et ce qu'elle a laissé.</summary>
public sealed record BilanDAnnulation(int Defaites, int Gardees);

/// <summary>Défait un import dans les vingt-quatre heures ; une fiche qui a changé depuis, ou qui sert déjà, est laissée.</summary>
public sealed class AnnulerImport(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<BilanDAnnulation> ExecuterAsync(
        Acteur acteur,
        ImportDeCollectivitesId id,
        int versionLue,
        IProgress<Avancement>? suivi = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var import =
                    await contexte.ImportsDeCollectivites.SingleOrDefaultAsync(i => i.Id == id, jeton)
                    ?? throw new RefusException("Cet import n'existe plus. Rien n'a été modifié.");
                if (import.Version != versionLue)
                {
                    throw new DbUpdateConcurrencyException();
                }

                import.PeutAnnuler(horloge.Maintenant).Exiger();
                await DefaireLesModificationsAsync(contexte, acteur, id, suivi, jeton);
                await DefaireLesCreationsAsync(contexte, acteur, id, import.NomDuFichier, jeton);
                contexte.ChangeTracker.Clear();
                import = await contexte.ImportsDeCollectivites.SingleAsync(i => i.Id == id, jeton);
                var bilan = new BilanDAnnulation(
                    await contexte.LignesImportees.CountAsync(l => l.Import == id && l.Sort == SortDeLigne.Defaite, jeton),
                    await contexte.LignesImportees.CountAsync(l => l.Import == id && l.Sort == SortDeLigne.Gardee, jeton)
                );
                import.Annuler(bilan.Defaites, bilan.Gardees, horloge.Maintenant);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return bilan;
            },
            annulation
        );
    }

    private async Task DefaireLesModificationsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ImportDeCollectivitesId id,
        IProgress<Avancement>? suivi,
        CancellationToken annulation
    )
    {
        var numeros = await NumerosAsync(contexte, id, creations: false, annulation);
        var faites = 0;
        foreach (var lot in numeros.Chunk(AppliquerImport.TailleDeLot))
        {
            contexte.ChangeTracker.Clear();
            var lignes = await LotAsync(contexte, id, lot, annulation);
            var fiches = await EcritureDImport.SuivreAsync(contexte, lignes, annulation);
            foreach (var ligne in lignes)
            {
                if (Intacte(ligne, fiches) is not { } fiche)
                {
                    continue;
                }

                var (avant, cible) = (EcritureDImport.Lire(ligne.Avant)!, EcritureDImport.Lire(ligne.Cible)!);
                EcritureDImport.Defaire(fiche, avant, cible);
                if (fiche.Parent?.Valeur != avant.Parent)
                {
                    var parent = avant.Parent is { } p ? await contexte.RenvoiAsync(CollectiviteId.De(p), annulation) : null;
                    fiche.Rattacher(parent?.Id, parent?.Categorie, parent?.Nom);
                }

                ligne.Sort = SortDeLigne.Defaite;
            }

            await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, annulation);
            suivi?.Report(new Avancement(faites += lot.Length, numeros.Count));
        }
    }

    /// <summary>Une fiche créée par l'import disparaît si rien ne la désigne ; les établissements avant leur commune.</summary>
    private async Task DefaireLesCreationsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ImportDeCollectivitesId id,
        string fichier,
        CancellationToken annulation
    )
    {
        var restantes = await NumerosAsync(contexte, id, creations: true, annulation);
        for (var avance = true; avance && restantes.Count > 0; )
        {
            avance = false;
            List<int> encore = [];
            foreach (var lot in restantes.Chunk(AppliquerImport.TailleDeLot))
            {
                contexte.ChangeTracker.Clear();
                var lignes = await LotAsync(contexte, id, lot, annulation);
                var fiches = await EcritureDImport.SuivreAsync(contexte, lignes, annulation);
                foreach (var ligne in lignes)
                {
                    if (Intacte(ligne, fiches) is not { } fiche)
                    {
                        continue;
                    }

                    if (await ReferencesDeCollectivite.EstReferenceeAsync(contexte, fiche.Id, annulation))
                    {
                        encore.Add(ligne.Numero);
                        continue;
                    }

                    contexte.Remove(fiche);
                    contexte.Journaliser(
                        LigneDeJournal.De(
                            nameof(Collectivite),
                            fiche.Cle,
                            new CreationDefaite(fiche.Nom, fichier, fiche.Cle),
                            acteur,
                            horloge.Maintenant
                        )
                    );
                    ligne.Sort = SortDeLigne.Defaite;
                    avance = true;
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
            }

            restantes = encore;
        }

        await contexte
            .LignesImportees.Where(l => l.Import == id && l.Sort == SortDeLigne.Ecrite)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(l => l.Sort, SortDeLigne.Gardee)
                        .SetProperty(
                            l => l.Motif,
                            "La fiche sert déjà ailleurs (groupement, compte, établissement) : elle est gardée."
                        ),
                annulation
            );
    }

    /// <summary>La fiche si elle est telle que l'import l'a laissée ; sinon la ligne est marquée gardée.</summary>
    private static Collectivite? Intacte(LigneImportee ligne, Dictionary<Guid, Collectivite> fiches)
    {
        if (fiches.GetValueOrDefault(ligne.Fiche!.Value) is { EstArchivee: false } fiche && fiche.Version == ligne.VersionEcrite)
        {
            return fiche;
        }

        (ligne.Sort, ligne.Motif) = (SortDeLigne.Gardee, "La fiche a changé depuis l'import : elle est laissée telle quelle.");
        return null;
    }

    private static Task<List<int>> NumerosAsync(
        MarchesDbContext contexte,
        ImportDeCollectivitesId id,
        bool creations,
        CancellationToken annulation
    )
    {
        var ecrites = contexte.LignesImportees.Where(l => l.Import == id && l.Sort == SortDeLigne.Ecrite);
        ecrites = creations ? ecrites.Where(l => l.VersionLue == null) : ecrites.Where(l => l.VersionLue != null);
        return ecrites.OrderBy(l => l.Numero).Select(l => l.Numero).ToListAsync(annulation);
    }

    private static Task<List<LigneImportee>> LotAsync(
        MarchesDbContext contexte,
        ImportDeCollectivitesId id,
        int[] numeros,
        CancellationToken annulation
    ) =>
        contexte
            .LignesImportees.Where(l => l.Import == id && numeros.Contains(l.Numero))
            .OrderBy(l => l.Numero)
            .ToListAsync(annulation);
}
