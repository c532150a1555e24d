using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Corrige la date d'entrée d'un membre.</summary>
public sealed class CorrigerEntree(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        AdhesionId id,
        int versionLue,
        DateOnly entree,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var adhesion = await contexte.AdhesionAsync(acteur, id, jeton);
                await contexte.VerrouillerAsync(adhesion.Groupement, jeton);
                contexte.ExigerVersion(adhesion, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, adhesion.Groupement, jeton);

                adhesion.CorrigerEntree(
                    entree,
                    new FaitsDEntree(
                        groupement.Etat,
                        groupement.Debut,
                        groupement.Fin,
                        await contexte.AutreAdhesionAsync(adhesion, entree, adhesion.Sortie, jeton),
                        await contexte.ConsultationsAsync(adhesion.Groupement, jeton)
                    )
                );

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

/// <summary>Fixe, change ou efface la sortie d'un membre.</summary>
public sealed class FixerSortie(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        AdhesionId id,
        int versionLue,
        DateOnly? sortie,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var adhesion = await contexte.AdhesionAsync(acteur, id, jeton);
                await contexte.VerrouillerAsync(adhesion.Groupement, jeton);
                contexte.ExigerVersion(adhesion, versionLue);
                var groupement = await contexte
                    .Groupements.Where(g => g.Id == adhesion.Groupement)
                    .Select(g => new { g.Coordonnateur, g.Etat })
                    .SingleAsync(jeton);
                var constatee = await contexte
                    .DossiersDeRetrait.Where(d => d.Adhesion == id && d.Etat == EtatDeRetrait.Constate)
                    .Select(d => d.SortieLe)
                    .FirstOrDefaultAsync(jeton);
                var suivante = await contexte
                    .Adhesions.Where(a =>
                        a.Groupement == adhesion.Groupement
                        && a.Collectivite == adhesion.Collectivite
                        && a.Id != id
                        && a.Entree > adhesion.Entree
                    )
                    .OrderBy(a => a.Entree)
                    .Select(a => (DateOnly?)a.Entree)
                    .FirstOrDefaultAsync(jeton);

                var estCoordonnateur = groupement.Coordonnateur == adhesion.Collectivite;
                adhesion
                    .PeutSortir(sortie, motif, estCoordonnateur, suivante)
                    .Et(Verdict.De(new SortieParUnRetrait(groupement.Etat, sortie, constatee)))
                    .Exiger(motif);
                adhesion.Sortir(sortie, motif, estCoordonnateur, suivante);

                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(Groupement),
                        adhesion.Groupement.Valeur,
                        new SortieDeMembre(
                            adhesion.Collectivite,
                            await contexte.NomAsync(adhesion.Collectivite, jeton),
                            sortie,
                            motif
                        ),
                        acteur,
                        horloge.Maintenant
                    )
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

internal static class AutresAdhesions
{
    /// <summary>Une autre adhésion de la même collectivité au même groupement, qui a un jour commun avec la période donnée.</summary>
    public static async Task<Periode?> AutreAdhesionAsync(
        this MarchesDbContext contexte,
        Adhesion adhesion,
        DateOnly debut,
        DateOnly? fin,
        CancellationToken annulation
    ) =>
        await contexte
            .Adhesions.Where(a =>
                a.Groupement == adhesion.Groupement
                && a.Collectivite == adhesion.Collectivite
                && a.Id != adhesion.Id
                && (a.Sortie == null || a.Sortie >= debut)
                && (fin == null || a.Entree <= fin)
            )
            .Select(a => new { a.Entree, a.Sortie })
            .FirstOrDefaultAsync(annulation)
            is { } autre
            ? new Periode(autre.Entree, autre.Sortie)
            : null;
}
