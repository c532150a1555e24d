using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Les groupements dans la recherche globale.</summary>
internal sealed class RechercheDesGroupements(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
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
        var groupements = contexte.Groupements.AsNoTracking().DuPerimetre(acteur);
        if (ReferenceDeGroupement.TryParse(string.Join('-', mots), out var reference))
        {
            groupements = groupements.Where(g => g.Reference == reference);
        }
        else
        {
            foreach (var mot in mots)
            {
                groupements = groupements.Where(g => g.CleDeTri.Contains(mot));
            }
        }

        var trouves = await groupements
            .OrderBy(g => g.CleDeTri)
            .ThenBy(g => g.Id)
            .Take(maximum)
            .Select(g => new
            {
                g.Id,
                g.Nom,
                g.Reference,
                g.Etat,
            })
            .ToListAsync(annulation);
        return
        [
            .. trouves.Select(g => new ResultatDeRecherche(
                "Groupements",
                g.Nom,
                $"{g.Reference} · {g.Etat.Libelle().ToLower(Francais.Culture)}",
                AdressesDesGroupements.Fiche(g.Id)
            )
            {
                Dossier = new(nameof(Groupement), g.Id.Valeur, g.Id.Valeur),
            }),
        ];
    }
}

/// <summary>Les groupements qui attendent leur ouverture, sur l'accueil du gestionnaire.</summary>
internal sealed class GroupementsEnPreparation(IDbContextFactory<MarchesDbContext> donnees) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererGroupements))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var nombre = await contexte
            .Groupements.DuPerimetre(acteur)
            .CountAsync(g => g.Etat == EtatDuGroupement.EnPreparation, annulation);
        return
        [
            new CarteATraiter(
                "Groupements en préparation",
                nombre,
                EnRetard: 0,
                $"{AdressesDesGroupements.Liste}?etat={EtatDuGroupement.EnPreparation}",
                "À ouvrir quand leur convention est en vigueur",
                Ordre: 60
            ),
        ];
    }
}

/// <summary>Les groupements et leurs membres, dans la synthèse.</summary>
internal sealed class SyntheseDesGroupements(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeSynthese
{
    private const string Rubrique = "Groupements";

    public async Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var avant = jour.AddMonths(-1);
        return
        [
            new(Rubrique, "Groupements ouverts", await OuvertsAsync(jour), await OuvertsAsync(avant), EnRetard: false),
            new(Rubrique, "Membres", await MembresAsync(jour), await MembresAsync(avant), EnRetard: false),
        ];

        async Task<string> OuvertsAsync(DateOnly le) =>
            Formats.Nombre(
                await contexte
                    .Groupements.DuPerimetre(acteur)
                    .CountAsync(
                        g => g.Etat != EtatDuGroupement.EnPreparation && g.Debut <= le && (g.Fin == null || g.Fin >= le),
                        annulation
                    )
            );

        async Task<string> MembresAsync(DateOnly le) =>
            Formats.Nombre(
                await contexte
                    .Adhesions.DuPerimetre(acteur)
                    .EnVigueur(le)
                    .Select(a => a.Collectivite)
                    .Distinct()
                    .CountAsync(annulation)
            );
    }
}
