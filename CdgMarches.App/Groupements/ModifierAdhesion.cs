using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Corrige la date d'entrée d'un membre ; le dossier d'adhésion dont elle est née la suit, avec les mêmes règles qu'à l'effet.</summary>
public sealed class CorrigerEntree(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        AdhesionId id,
        int versionLue,
        DateOnly entree,
        string? motif = null,
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

                var examen = await JugerAsync(contexte, adhesion, groupement, entree, motif, jeton);
                examen.Verdict.Exiger(motif);
                examen.Dossier?.CorrigerEffet(entree, examen.ALEffet!, motif);
                adhesion.CorrigerEntree(entree, examen.Faits, motif);

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Ce qui s'opposerait à cette correction.</summary>
    public async Task<Verdict> ExaminerAsync(
        Acteur acteur,
        AdhesionId id,
        DateOnly entree,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesion = await contexte.AdhesionAsync(acteur, id, annulation);
        var groupement = await contexte.GroupementAsync(acteur, adhesion.Groupement, annulation);
        return (await JugerAsync(contexte, adhesion, groupement, entree, motif, annulation)).Verdict;
    }

    private async Task<ExamenDeLEntree> JugerAsync(
        MarchesDbContext contexte,
        Adhesion adhesion,
        Groupement groupement,
        DateOnly entree,
        string? motif,
        CancellationToken annulation
    )
    {
        var dossier = await contexte.DossiersDAdhesion.SingleOrDefaultAsync(d => d.Adhesion == adhesion.Id, annulation);
        var faits = new FaitsDEntree(
            groupement.Etat,
            groupement.Debut,
            groupement.Fin,
            await contexte.AutreAdhesionAsync(adhesion, entree, adhesion.Sortie, annulation),
            groupement.Regles.VerrouDAdhesion ? await contexte.ConsultationsAsync(adhesion.Groupement, annulation) : []
        )
        {
            Convention = await contexte.EntreeEnVigueurAsync(adhesion.Groupement, annulation),
            ParUnDossier = dossier is not null,
            Aujourdhui = horloge.Aujourdhui,
        };
        var verdict = adhesion.PeutCorrigerEntree(entree, faits, motif);
        if (dossier is null)
        {
            return new(verdict, faits, Dossier: null, ALEffet: null);
        }

        var aLEffet = await contexte.FaitsAsync(dossier, groupement, entree, annulation);
        return new(verdict.Et(dossier.PeutCorrigerEffet(entree, aLEffet)), faits, dossier, aLEffet);
    }

    private sealed record ExamenDeLEntree(Verdict Verdict, FaitsDEntree Faits, DossierDAdhesion? Dossier, FaitsDEffet? ALEffet);
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
                var examen = await JugerAsync(contexte, adhesion, sortie, motif, jeton);
                examen.Verdict.Exiger(motif);
                if (sortie != adhesion.Sortie)
                {
                    examen.Constate?.Rectifier(sortie, motif);
                }

                adhesion.Sortir(sortie, motif, examen.EstCoordonnateur, examen.Suivante);

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

    /// <summary>Ce qui s'opposerait à cette sortie.</summary>
    public async Task<Verdict> ExaminerAsync(
        Acteur acteur,
        AdhesionId id,
        DateOnly? sortie,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesion = await contexte.AdhesionAsync(acteur, id, annulation);
        return (await JugerAsync(contexte, adhesion, sortie, motif, annulation)).Verdict;
    }

    private async Task<ExamenDeLaSortie> JugerAsync(
        MarchesDbContext contexte,
        Adhesion adhesion,
        DateOnly? sortie,
        string? motif,
        CancellationToken annulation
    )
    {
        var groupement = await contexte
            .Groupements.Where(g => g.Id == adhesion.Groupement)
            .Select(g => new { g.Coordonnateur, g.Etat })
            .SingleAsync(annulation);
        var retraits = await contexte
            .DossiersDeRetrait.Where(d => d.Adhesion == adhesion.Id)
            .Where(d => d.Etat == EtatDeRetrait.Annonce || d.Etat == EtatDeRetrait.Constate)
            .ToListAsync(annulation);
        var constate = retraits.Find(d => d.Etat is EtatDeRetrait.Constate);
        var suivante = await contexte
            .Adhesions.Where(a =>
                a.Groupement == adhesion.Groupement
                && a.Collectivite == adhesion.Collectivite
                && a.Id != adhesion.Id
                && a.Entree > adhesion.Entree
            )
            .OrderBy(a => a.Entree)
            .Select(a => (DateOnly?)a.Entree)
            .FirstOrDefaultAsync(annulation);

        var exigeUnDossier = groupement.Etat.ExigeUnDossier(
            (await contexte.EntreeEnVigueurAsync(adhesion.Groupement, annulation))?.Le
        );
        var estCoordonnateur = groupement.Coordonnateur == adhesion.Collectivite;
        var verdict = adhesion
            .PeutSortir(sortie, motif, estCoordonnateur, suivante)
            .Et(
                Verdict.De(
                    new SortieParUnRetrait(exigeUnDossier, sortie, constate?.SortieLe, adhesion.Sortie, horloge.Aujourdhui),
                    new SortieParLeDossierOuvert(sortie, retraits.Find(d => d.Etat is EtatDeRetrait.Annonce)?.AnnonceLe),
                    new SortieApresDeliberation(sortie, constate?.Deliberation.ExecutoireLe)
                )
            )
            .Et(await SuitesAsync(contexte, adhesion, exigeUnDossier, sortie, annulation));
        return new(verdict, estCoordonnateur, suivante, constate);
    }

    /// <summary>Les règles d'un départ, qu'un dossier de retrait le porte ou non : il reste un groupement, aucune consultation ne court.</summary>
    private static async Task<Verdict> SuitesAsync(
        MarchesDbContext contexte,
        Adhesion adhesion,
        bool exigeUnDossier,
        DateOnly? sortie,
        CancellationToken annulation
    )
    {
        if (!exigeUnDossier || sortie is not { } jour || jour == DateOnly.MaxValue)
        {
            return Verdict.Favorable;
        }

        var courante = (await contexte.ConsultationsAsync(adhesion.Groupement, annulation)).Find(c =>
            c.LanceeLe <= jour && c.TermineeLe is null
        );
        return Verdict.De(
            new ResteUnGroupement(
                await contexte.AutresMembresAsync(adhesion.Groupement, adhesion.Collectivite, jour, annulation),
                EstCoordonnateur: false
            ),
            new RetraitHorsConsultation(courante?.Reference)
        );
    }

    private sealed record ExamenDeLaSortie(
        Verdict Verdict,
        bool EstCoordonnateur,
        DateOnly? Suivante,
        DossierDeRetrait? Constate
    );
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
