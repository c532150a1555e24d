using CdgMarches.App.Accueil;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ce qu'un groupement a à traiter d'un genre de dossiers.</summary>
internal sealed record PartDuGroupement(GroupementId Groupement, int Nombre, int EnRetard);

/// <summary>Un genre de dossiers des groupements, sur l'accueil : une carte par groupement qui en a, les retards d'abord.</summary>
internal abstract class DossiersATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceATraiter
{
    private const int CartesAuPlus = 5;

    protected abstract string Titre { get; }

    protected abstract int Ordre { get; }

    /// <summary>
    /// Ce qui se compte dans les groupements du périmètre, une requête par sorte de dossiers ; les parts d'un même
    /// groupement s'additionnent.
    /// </summary>
    protected abstract IEnumerable<IQueryable<PartDuGroupement>> Compter(
        MarchesDbContext contexte,
        IQueryable<GroupementId> perimetre,
        DateOnly jour
    );

    protected abstract string Adresse(PartDuGroupement part);

    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererGroupements))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var perimetre = contexte.Groupements.DuPerimetre(acteur).Select(g => g.Id);
        List<PartDuGroupement> lues = [];
        foreach (var requete in Compter(contexte, perimetre, horloge.Aujourdhui))
        {
            lues.AddRange(await requete.ToListAsync(annulation));
        }

        var parts = lues.GroupBy(p => p.Groupement)
            .Select(g => new PartDuGroupement(g.Key, g.Sum(p => p.Nombre), g.Sum(p => p.EnRetard)))
            .ToList();
        var cles = parts.Select(p => p.Groupement).ToList();
        var noms = await contexte
            .Groupements.Where(g => cles.Contains(g.Id))
            .Select(g => new { g.Id, g.Nom })
            .ToDictionaryAsync(g => g.Id, g => g.Nom, annulation);
        return
        [
            .. parts
                .OrderByDescending(p => p.EnRetard)
                .ThenBy(p => noms[p.Groupement], StringComparer.Create(Francais.Culture, ignoreCase: true))
                .Take(CartesAuPlus)
                .Select(p => new CarteATraiter(Titre, p.Nombre, p.EnRetard, Adresse(p), noms[p.Groupement], Ordre)),
        ];
    }
}

/// <summary>Les dossiers d'adhésion ouverts ; en retard, ceux dont la date attendue est passée.</summary>
internal sealed class AdhesionsATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : DossiersATraiter(donnees, horloge)
{
    protected override string Titre => "Adhésions en cours";

    protected override int Ordre => 35;

    protected override string Adresse(PartDuGroupement part) =>
        AdressesDesGroupements.Rubrique(part.Groupement, "adhesions")
        + (part.EnRetard > 0 ? $"?etat={LireDossiers.EnRetard}" : "");

    protected override IEnumerable<IQueryable<PartDuGroupement>> Compter(
        MarchesDbContext contexte,
        IQueryable<GroupementId> perimetre,
        DateOnly jour
    ) =>
        [
            contexte
                .DossiersDAdhesion.Where(d => perimetre.Contains(d.Groupement))
                .Where(d => d.Etat == EtatDAdhesion.EnCours || d.Etat == EtatDAdhesion.Invitee)
                .GroupBy(d => d.Groupement)
                .Select(g => new PartDuGroupement(g.Key, g.Count(), g.Count(d => d.AttenduLe < jour))),
        ];
}

/// <summary>Les avenants soumis, qui attendent des approbations ou leur effet ; en préparation, ils attendent l'agent.</summary>
internal sealed class AvenantsATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : DossiersATraiter(donnees, horloge)
{
    protected override string Titre => "Avenants à conduire";

    protected override int Ordre => 36;

    protected override string Adresse(PartDuGroupement part) => AdressesDesGroupements.Rubrique(part.Groupement, "avenants");

    protected override IEnumerable<IQueryable<PartDuGroupement>> Compter(
        MarchesDbContext contexte,
        IQueryable<GroupementId> perimetre,
        DateOnly jour
    ) =>
        [
            contexte
                .AvenantsDeConvention.Where(a => perimetre.Contains(a.Groupement))
                .Where(a => a.Etat == EtatDAvenant.Soumis || a.Etat == EtatDAvenant.EnPreparation)
                .GroupBy(a => a.Groupement)
                .Select(g => new PartDuGroupement(g.Key, g.Count(), 0)),
        ];
}

/// <summary>Les retraits annoncés, et ceux dont un membre n'a pas encore la copie ; en retard, ceux dont le jour de sortie est passé.</summary>
internal sealed class RetraitsATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : DossiersATraiter(donnees, horloge)
{
    protected override string Titre => "Retraits à conduire";

    protected override int Ordre => 37;

    protected override string Adresse(PartDuGroupement part) => AdressesDesGroupements.Rubrique(part.Groupement, "retraits");

    protected override IEnumerable<IQueryable<PartDuGroupement>> Compter(
        MarchesDbContext contexte,
        IQueryable<GroupementId> perimetre,
        DateOnly jour
    )
    {
        yield return contexte
            .DossiersDeRetrait.Where(d => perimetre.Contains(d.Groupement))
            .Where(d => d.Etat == EtatDeRetrait.Annonce)
            .GroupBy(d => d.Groupement)
            .Select(g => new PartDuGroupement(g.Key, g.Count(), g.Count(d => d.SortieLe < jour)));
        var copies = contexte.PreuvesDInformation.Where(p =>
            p.ObjetType == nameof(DossierDeRetrait) && perimetre.Contains(p.Groupement)
        );
        var faites = copies.Faites(contexte);
        yield return copies
            .Where(p => !faites.Any(f => f.ObjetId == p.ObjetId && f.Collectivite == p.Collectivite))
            .Select(p => new { p.Groupement, p.ObjetId })
            .Distinct()
            .GroupBy(p => p.Groupement)
            .Select(g => new PartDuGroupement(g.Key, g.Count(), 0));
    }
}

/// <summary>Les litiges ouverts.</summary>
internal sealed class LitigesATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : DossiersATraiter(donnees, horloge)
{
    protected override string Titre => "Litiges ouverts";

    protected override int Ordre => 38;

    protected override string Adresse(PartDuGroupement part) => AdressesDesGroupements.Rubrique(part.Groupement, "suivi/litiges");

    protected override IEnumerable<IQueryable<PartDuGroupement>> Compter(
        MarchesDbContext contexte,
        IQueryable<GroupementId> perimetre,
        DateOnly jour
    ) =>
        [
            contexte
                .Litiges.Where(l => perimetre.Contains(l.Groupement))
                .Where(l => l.ClosLe == null)
                .GroupBy(l => l.Groupement)
                .Select(g => new PartDuGroupement(g.Key, g.Count(), 0)),
        ];
}

/// <summary>Les actions que le comité de suivi a laissées ; en retard, celles dont le jour est passé.</summary>
internal sealed class ActionsDuComiteATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : DossiersATraiter(donnees, horloge)
{
    protected override string Titre => "Actions du comité de suivi";

    protected override int Ordre => 39;

    protected override string Adresse(PartDuGroupement part) => AdressesDesGroupements.Rubrique(part.Groupement, "suivi");

    protected override IEnumerable<IQueryable<PartDuGroupement>> Compter(
        MarchesDbContext contexte,
        IQueryable<GroupementId> perimetre,
        DateOnly jour
    ) =>
        [
            from r in contexte.ReunionsDeComite
            from a in r.Actions
            where a.FaiteLe == null && perimetre.Contains(r.Groupement)
            group a by r.Groupement into g
            select new PartDuGroupement(g.Key, g.Count(), g.Count(a => a.PourLe < jour)),
        ];
}
