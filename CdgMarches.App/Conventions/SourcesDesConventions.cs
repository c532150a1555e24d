using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Les conventions d'accès dans la recherche globale : par référence, ou par le nom de la collectivité.</summary>
internal sealed class RechercheDesConventions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : ISourceDeRecherche
{
    public async Task<IReadOnlyList<ResultatDeRecherche>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> mots,
        int maximum,
        CancellationToken annulation = default
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lues =
            from c in contexte.ConventionsDAcces.AsNoTracking().DuPerimetre(acteur)
            join m in contexte.Collectivites on c.Collectivite equals m.Id
            select new
            {
                c.Id,
                c.Reference,
                c.PremierJour,
                c.DernierJour,
                m.Nom,
                m.CleDeTri,
                m.CleDeRecherche,
            };
        if (ReferenceDeConvention.TryParse(string.Join('-', mots), out var reference))
        {
            lues = lues.Where(l => l.Reference == reference);
        }
        else
        {
            foreach (var mot in mots)
            {
                lues = lues.Where(l => l.CleDeRecherche.Contains(mot));
            }
        }

        var trouvees = await lues.OrderBy(l => l.CleDeTri).ThenBy(l => l.Id).Take(maximum).ToListAsync(annulation);
        return
        [
            .. trouvees.Select(l => new ResultatDeRecherche(
                "Conventions d'accès",
                l.Nom,
                $"{l.Reference} · {(l.PremierJour is not { } premier ? "en préparation" : l.DernierJour < horloge.Aujourdhui ? "terminée" : $"effet le {Formats.DateCourte(premier)}")}",
                AdressesDesConventions.Fiche(l.Id)
            )
            {
                Dossier = new(nameof(ConventionDAcces), l.Id.Valeur),
            }),
        ];
    }
}

/// <summary>Les conventions qui attendent un acte, une lettre, une restitution ou l'issue d'un litige, sur l'accueil du gestionnaire.</summary>
internal sealed class ConventionsATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererConventions))
        {
            return [];
        }

        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var enPreparation = await contexte.ConventionsDAcces.CountAsync(
            c => c.AbandonneeLe == null && c.PremierJour == null,
            annulation
        );
        var denoncees = await contexte
            .ConventionsDAcces.Where(c => c.Restitution != null && c.Restitution.RecueLe == null)
            .Where(c => c.DernierJour != null || c.Denonciations.Any(d => d.RetireeLe == null))
            .Select(c => c.DernierJour)
            .ToListAsync(annulation);
        var litiges = await contexte.LitigesDAcces.CountAsync(l => l.ClosLe == null, annulation);
        return
        [
            new CarteATraiter(
                "Litiges ouverts sur une convention d'accès",
                litiges,
                EnRetard: 0,
                $"{AdressesDesConventions.Liste}?suite={LireConventions.LitigesOuverts}",
                "L'amiable, puis le tribunal, puis la clôture",
                Ordre: 38
            ),
            new CarteATraiter(
                "Conventions d'accès en préparation",
                enPreparation,
                EnRetard: 0,
                $"{AdressesDesConventions.Liste}?etat={EtatDeConvention.EnPreparation}",
                "Un acte au moins manque",
                Ordre: 62
            ),
            new CarteATraiter(
                "Conventions qui prennent fin, documents à restituer",
                denoncees.Count,
                denoncees.Count(fin => fin < jour),
                $"{AdressesDesConventions.Liste}?suite={LireConventions.ARestituer}",
                "Inventaire, mise à disposition, reçu signé",
                Ordre: 35
            ),
        ];
    }
}

/// <summary>Les conventions d'accès dans la synthèse.</summary>
internal sealed class SyntheseDesConventions(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeSynthese
{
    private const string Rubrique = "Conventions d'accès";

    public async Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return
        [
            new(Rubrique, "En vigueur", await EnVigueurAsync(jour), await EnVigueurAsync(jour.AddMonths(-1)), EnRetard: false),
        ];

        async Task<string> EnVigueurAsync(DateOnly le) =>
            Formats.Nombre(await contexte.ConventionsDAcces.DuPerimetre(acteur).EnVigueur(le).LongCountAsync(annulation));
    }
}
