using CdgMarches.App.Accueil;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Les marchés dans la recherche globale.</summary>
internal sealed class RechercheDesMarches(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
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
        var marches = contexte.Marches.AsNoTracking().DuPerimetre(acteur);
        foreach (var mot in mots)
        {
            marches = marches.Where(m =>
                m.CleDeTri.Contains(mot) || m.Reference.Contains(mot) || m.Titulaires.Any(t => t.Nom.Contains(mot))
            );
        }

        var trouves = await marches
            .OrderBy(m => m.CleDeTri)
            .ThenBy(m => m.Id)
            .Take(maximum)
            .Select(m => new
            {
                m.Id,
                m.Objet,
                m.Reference,
                m.Etat,
                m.Groupement,
            })
            .ToListAsync(annulation);
        return
        [
            .. trouves.Select(m => new ResultatDeRecherche(
                "Marchés",
                m.Objet,
                $"{m.Reference} · {m.Etat.Libelle().ToLower(Francais.Culture)}",
                $"/marches/{m.Id.Valeur}"
            )
            {
                Dossier = new(nameof(Marche), m.Id.Valeur, m.Groupement.Valeur),
            }),
        ];
    }
}

/// <summary>Ce que les marchés demandent, sur l'accueil du gestionnaire.</summary>
internal sealed class MarchesATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
    : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererProcedures))
        {
            return [];
        }

        var jour = horloge.Aujourdhui;
        var (bientot, unAn) = (jour.AddDays(90), jour.AddMonths(12));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marches = contexte.Marches.DuPerimetre(acteur).Where(m => m.Etat == EtatDeMarche.EnExecution);
        var aDecider = await marches.CountAsync(
            m => m.Reconductions.Any(r => r.EstReconduit == null && r.DecisionAvant != null && r.DecisionAvant <= bientot),
            annulation
        );
        var enRetard = await marches.CountAsync(
            m => m.Reconductions.Any(r => r.EstReconduit == null && r.DecisionAvant != null && r.DecisionAvant < jour),
            annulation
        );
        var finissants = await marches.CountAsync(m => m.Fin != null && m.Fin <= unAn, annulation);
        var delais = await faits.DelaisAsync(annulation);
        var alerte = new Inconnus().Lire<decimal?>(() => delais.Nombre(CodesDeDelai.AlerteDuMaximum, jour));
        var part = (long)((alerte ?? 100m) * 10m);
        var pleins = await marches.CountAsync(
            m => m.MaximumCentimes != null && m.ConsommeCentimes * 1000 >= m.MaximumCentimes * part,
            annulation
        );
        var annee = jour.Year - 1;
        var (premier, dernier) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
        var permis = contexte.Marches.DuPerimetre(acteur);
        var bilans = contexte.BilansDeMembre.Where(b => b.Annee == annee && permis.Any(m => m.Id == b.Marche));
        var aDemander = await permis.CountAsync(
            m => m.Debut <= dernier && (m.Fin == null || m.Fin >= premier) && !bilans.Any(b => b.Marche == m.Id),
            annulation
        );
        var bilansEnRetard = await bilans.CountAsync(b => b.RenduLe == null && b.AttenduLe < jour, annulation);
        return
        [
            new(
                $"Marchés dont les bilans {annee} sont à demander",
                aDemander,
                EnRetard: 0,
                $"/marches/bilans?annee={annee}",
                "Un courriel à chaque membre ; les relances suivent d'elles-mêmes",
                66
            ),
            new(
                $"Bilans {annee} non rendus",
                bilansEnRetard,
                bilansEnRetard,
                $"/marches/bilans?annee={annee}",
                "Le terme est passé ; les membres sont relancés d'office",
                64
            ),
            new(
                "Reconductions à décider",
                aDecider,
                enRetard,
                "/marches?etat=EnExecution&tri=fin",
                "Décision attendue d'ici trois mois",
                60
            ),
            new(
                "Marchés qui finissent dans l'année",
                finissants,
                EnRetard: 0,
                "/marches?etat=EnExecution&tri=fin",
                "Ouvrez le recensement qui prépare la suite",
                65
            ),
            new(
                "Maximums presque atteints",
                pleins,
                EnRetard: 0,
                "/marches?etat=EnExecution",
                $"{Formats.Nombre(alerte ?? 100m)} % du maximum consommés (RG4.72)",
                62
            ),
        ];
    }
}

/// <summary>Les marchés, dans la synthèse.</summary>
internal sealed class SyntheseDesMarches(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeSynthese
{
    public async Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var avant = jour.AddMonths(-1);
        return [new("Marchés", "Marchés en exécution", await EnCoursAsync(jour), await EnCoursAsync(avant), EnRetard: false)];

        async Task<string> EnCoursAsync(DateOnly le) =>
            Formats.Nombre(
                await contexte
                    .Marches.DuPerimetre(acteur)
                    .CountAsync(m => m.NotifieLe <= le && (m.Fin == null || m.Fin >= le), annulation)
            );
    }
}
