using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Les collectivités dans la recherche globale.</summary>
internal sealed class RechercheDesCollectivites(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
{
    public async Task<IReadOnlyList<ResultatDeRecherche>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> mots,
        int maximum,
        CancellationToken annulation = default
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg) && !acteur.Peut(Droits.Espace))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouvees = await contexte
            .Collectivites.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(c => c.FusionneeDans == null)
            .Contenant(mots)
            .DeLaPlusProche(mots)
            .Take(maximum)
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.Categorie,
                c.Departement,
                c.Siret,
                c.Siren,
                EstArchivee = c.ArchiveLe != null,
            })
            .ToListAsync(annulation);
        return
        [
            .. trouvees.Select(c => new ResultatDeRecherche(
                "Collectivités",
                c.Nom,
                string.Join(
                    " · ",
                    new[]
                    {
                        c.Categorie.Libelle(),
                        c.Departement,
                        c.Siret?.Formater() ?? c.Siren?.Formater(),
                        c.EstArchivee ? "archivée" : null,
                    }.Where(t => !string.IsNullOrEmpty(t))
                ),
                acteur.Perimetre.EstCdg ? AdressesDesCollectivites.Fiche(c.Id) : AdressesDesCollectivites.Espace(c.Id)
            )),
        ];
    }
}

/// <summary>Les fiches dont l'effectif de l'année manque, sur l'accueil du gestionnaire.</summary>
internal sealed class EffectifsManquants(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererCollectivites))
        {
            return [];
        }

        var annee = horloge.Aujourdhui.Year;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var manquants = await contexte.Collectivites.SansEffectif(annee).CountAsync(annulation);
        return
        [
            new CarteATraiter(
                $"Effectifs {annee} manquants",
                manquants,
                EnRetard: 0,
                $"{AdressesDesCollectivites.Liste}?{RequeteDesCollectivites.FiltreEffectif}=manquant",
                "À saisir sur la fiche, ou à importer pour toutes",
                Ordre: 80
            ),
        ];
    }
}
