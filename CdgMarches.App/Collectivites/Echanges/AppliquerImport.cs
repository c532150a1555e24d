using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Où en est un travail par lots.</summary>
public sealed record Avancement(int Faites, int Total);

/// <summary>Écrit ce que l'aperçu a montré : tout ou rien, ou les lignes bonnes seulement ; une seule transaction.</summary>
/// <remarks>Ce qui a changé depuis l'aperçu n'est pas écrasé : la ligne est refusée, ou l'import entier en tout ou rien.</remarks>
public sealed class AppliquerImport(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    internal const int TailleDeLot = 250;

    /// <param name="acteur">Celui qui importe.</param>
    /// <param name="id">L'import préparé.</param>
    /// <param name="versionLue">La version à l'écran.</param>
    /// <param name="toutOuRien">Vrai pour refuser l'ensemble si une ligne ne peut être écrite.</param>
    /// <param name="suivi">Reçoit l'avancement.</param>
    /// <param name="annulation">Abandonne, sans rien laisser d'écrit.</param>
    public async Task<BilanDImport> ExecuterAsync(
        Acteur acteur,
        ImportDeCollectivitesId id,
        int versionLue,
        bool toutOuRien,
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
                    ?? throw new RefusException("Cet import n'existe plus. Rien n'a été écrit ; déposez le fichier de nouveau.");
                if (import.Version != versionLue)
                {
                    throw new DbUpdateConcurrencyException();
                }

                import.PeutAppliquer(toutOuRien).Exiger();
                var numeros = await contexte
                    .LignesImportees.Where(l => l.Import == id && l.AEcrire)
                    .OrderBy(l => l.Numero)
                    .Select(l => l.Numero)
                    .ToListAsync(jeton);
                var (creees, modifiees, refusees) = (0, 0, 0);
                foreach (var lot in numeros.Chunk(TailleDeLot))
                {
                    var bilan = await EcrireLotAsync(contexte, acteur, id, lot, jeton);
                    (creees, modifiees, refusees) = (
                        creees + bilan.Creees,
                        modifiees + bilan.Modifiees,
                        refusees + bilan.Refusees
                    );
                    if (toutOuRien && refusees > 0)
                    {
                        throw await ToutRefuserAsync(contexte, id, jeton);
                    }

                    suivi?.Report(new Avancement(creees + modifiees + refusees, numeros.Count));
                }

                await RattacherAsync(contexte, acteur, id, jeton);
                return await CloreAsync(
                    contexte,
                    acteur,
                    id,
                    toutOuRien,
                    new BilanDImport(creees, modifiees, 0, refusees),
                    jeton
                );
            },
            annulation
        );
    }

    private async Task<BilanDImport> EcrireLotAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ImportDeCollectivitesId id,
        int[] numeros,
        CancellationToken annulation
    )
    {
        contexte.ChangeTracker.Clear();
        var lignes = await contexte
            .LignesImportees.Where(l => l.Import == id && numeros.Contains(l.Numero))
            .ToListAsync(annulation);
        var fiches = await EcritureDImport.SuivreAsync(contexte, lignes, annulation);
        var pris = await NumerosPrisAsync(contexte, lignes, annulation);
        List<(LigneImportee Ligne, Collectivite Fiche)> ecrites = [];
        var (creees, modifiees, refusees) = (0, 0, 0);
        foreach (var ligne in lignes.OrderBy(l => l.Numero))
        {
            var cible = EcritureDImport.Lire(ligne.Cible)!;
            if (Refus(ligne, cible, fiches, pris) is { } motif)
            {
                (ligne.Sort, ligne.Motif) = (SortDeLigne.Refusee, motif);
                refusees++;
                continue;
            }

            if (ligne.Fiche is { } cle)
            {
                EcritureDImport.Modifier(fiches[cle], cible);
                ecrites.Add((ligne, fiches[cle]));
                modifiees++;
            }
            else
            {
                var nouvelle = EcritureDImport.Creer(cible, acteur);
                contexte.Add(nouvelle);
                ecrites.Add((ligne, nouvelle));
                creees++;
            }
        }

        await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, annulation);
        foreach (var (ligne, fiche) in ecrites)
        {
            (ligne.Fiche, ligne.VersionEcrite, ligne.Sort) = (fiche.Id.Valeur, fiche.Version, SortDeLigne.Ecrite);
        }

        await contexte.SaveChangesAsync(annulation);
        return new BilanDImport(creees, modifiees, 0, refusees);
    }

    private static string? Refus(
        LigneImportee ligne,
        FicheEchangee cible,
        Dictionary<Guid, Collectivite> fiches,
        Dictionary<string, Guid> pris
    )
    {
        if (ligne.Fiche is { } cle)
        {
            if (!fiches.TryGetValue(cle, out var fiche) || fiche.Version != ligne.VersionLue)
            {
                return "La fiche a changé depuis l'aperçu ; déposez le fichier de nouveau pour la comparer à ce qu'elle est devenue.";
            }
        }
        else if (cible.Siret is null && cible.Siren is { } siren && pris.ContainsKey("sans SIRET " + siren))
        {
            return "Une fiche de ce SIREN a été créée depuis l'aperçu ; déposez le fichier de nouveau.";
        }

        return cible.Siret is { } siret && pris.TryGetValue(siret, out var porteur) && porteur != ligne.Fiche
            ? "Ce SIRET est déjà celui d'une autre fiche ; corrigez la ligne ou cette fiche, puis déposez le fichier de nouveau."
            : null;
    }

    /// <summary>Les numéros que d'autres fiches portent déjà, archives comprises.</summary>
    private static async Task<Dictionary<string, Guid>> NumerosPrisAsync(
        MarchesDbContext contexte,
        List<LigneImportee> lignes,
        CancellationToken annulation
    )
    {
        List<Siren> sirens =
        [
            .. lignes
                .Select(l => EcritureDImport.Lire(l.Cible)!.VersIdentite(null))
                .Select(i => i.Siren ?? i.Siret?.Siren)
                .OfType<Siren>()
                .Distinct(),
        ];
        var porteurs = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => sirens.Contains(c.Siren!))
            .Select(c => new
            {
                c.Id,
                c.Siret,
                c.Siren,
            })
            .ToListAsync(annulation);
        Dictionary<string, Guid> pris = [];
        foreach (var porteur in porteurs)
        {
            pris[porteur.Siret?.Valeur ?? "sans SIRET " + porteur.Siren!.Valeur] = porteur.Id.Valeur;
        }

        return pris;
    }

    /// <summary>En un second passage : la commune d'un CCAS peut être créée par le même fichier.</summary>
    private async Task RattacherAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ImportDeCollectivitesId id,
        CancellationToken annulation
    )
    {
        contexte.ChangeTracker.Clear();
        var lignes = await contexte
            .LignesImportees.Where(l => l.Import == id && l.Sort == SortDeLigne.Ecrite)
            .ToListAsync(annulation);
        var aRattacher = lignes
            .Select(l => (Ligne: l, Cible: EcritureDImport.Lire(l.Cible)!, Avant: EcritureDImport.Lire(l.Avant)))
            .Where(x => x.Cible.SirenDuParent is not null && x.Cible.SirenDuParent != x.Avant?.SirenDuParent)
            .ToList();
        if (aRattacher.Count == 0)
        {
            return;
        }

        var existant = await ExistantDuReferentiel.LireAsync(contexte, annulation);
        foreach (var lot in aRattacher.Chunk(TailleDeLot))
        {
            var fiches = await EcritureDImport.SuivreAsync(contexte, lot.Select(x => x.Ligne), annulation);
            foreach (var (ligne, cible, _) in lot)
            {
                var fiche = fiches[ligne.Fiche!.Value];
                var parent =
                    existant.Parent(cible.SirenDuParent!, fiche.Categorie)
                    ?? throw new RefusException(
                        $"Ligne {ligne.Numero} : la collectivité de rattachement n'est plus au référentiel. Rien n'a été importé ; déposez le fichier de nouveau."
                    );
                fiche.Rattacher(parent.Id, parent.Categorie, parent.Nom);
            }

            await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
            foreach (var (ligne, _, _) in lot)
            {
                ligne.VersionEcrite = fiches[ligne.Fiche!.Value].Version;
            }

            await contexte.SaveChangesAsync(annulation);
        }
    }

    private async Task<BilanDImport> CloreAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ImportDeCollectivitesId id,
        bool toutOuRien,
        BilanDImport ecrit,
        CancellationToken annulation
    )
    {
        contexte.ChangeTracker.Clear();
        var import = await contexte.ImportsDeCollectivites.SingleAsync(i => i.Id == id, annulation);
        var inchangees = await contexte.LignesImportees.CountAsync(
            l => l.Import == id && l.Sort == SortDeLigne.Inchangee,
            annulation
        );
        var bilan = ecrit with { Inchangees = inchangees, Refusees = ecrit.Refusees + import.LignesEnErreur };
        import.Appliquer(toutOuRien, bilan, horloge.Maintenant);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return bilan;
    }

    private static async Task<RefusException> ToutRefuserAsync(
        MarchesDbContext contexte,
        ImportDeCollectivitesId id,
        CancellationToken annulation
    )
    {
        var refusees = await contexte
            .LignesImportees.Where(l => l.Import == id && l.AEcrire && l.Sort == SortDeLigne.Refusee)
            .OrderBy(l => l.Numero)
            .Take(5)
            .Select(l => new { l.Numero, l.Motif })
            .ToListAsync(annulation);
        return new RefusException(
            $"Rien n'a été importé. {string.Join(" ", refusees.Select(r => $"Ligne {r.Numero} : {r.Motif}"))}"
        );
    }
}
