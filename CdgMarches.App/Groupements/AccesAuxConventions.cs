using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ce que les dossiers d'un groupement demandent à sa convention, à ses fenêtres et à ses membres.</summary>
internal static class AccesAuxConventions
{
    public const string SansConvention =
        "Ce groupement n'a pas encore de convention dans l'application. Rien n'a été modifié ; ouvrez-la d'abord sous l'onglet Convention.";

    /// <exception cref="DroitManquantException">Le groupement n'est pas du périmètre.</exception>
    /// <exception cref="RefusException">Il n'a pas de convention.</exception>
    public static async Task<ConventionConstitutive> ConventionAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation
    )
    {
        ExigerPerimetre(acteur, groupement);
        return await contexte.ConventionsConstitutives.SingleOrDefaultAsync(c => c.Groupement == groupement, annulation)
            ?? throw new RefusException(SansConvention);
    }

    /// <exception cref="DroitManquantException">Le groupement n'est pas du périmètre de l'acteur.</exception>
    public static void ExigerPerimetre(Acteur acteur, GroupementId groupement)
    {
        if (!acteur.Perimetre.Comprend(groupement))
        {
            throw new DroitManquantException(Droits.GererGroupements);
        }
    }

    /// <summary>L'entrée en vigueur de la convention, et ce qui lui manque ; null si elle n'est pas tenue ici (RG1.12, RG1.14).</summary>
    public static async Task<EntreeEnVigueur?> EntreeEnVigueurAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    )
    {
        var lue = await (
            from c in contexte.ConventionsConstitutives.AsNoTracking()
            join g in contexte.Groupements on c.Groupement equals g.Id
            where c.Groupement == groupement
            select new
            {
                c.TransmiseLe,
                c.PublieeLe,
                g.Regles.PublicationRequise,
                Parties = c.Parties.Count,
                NonSignees = c.Parties.Count(p => p.SigneeLe == null),
                Derniere = c.Parties.Max(p => p.SigneeLe),
            }
        ).SingleOrDefaultAsync(annulation);
        if (lue is null)
        {
            return null;
        }

        var nommees = await (
            from p in contexte.ConventionsConstitutives.Where(c => c.Groupement == groupement).SelectMany(c => c.Parties)
            join c in contexte.Collectivites on p.Collectivite equals c.Id
            where p.SigneeLe == null
            orderby c.CleDeTri
            select c.Nom
        )
            .Take(SignaturesDeConvention.NommeesAuPlus)
            .ToListAsync(annulation);
        return EntreeEnVigueur.De(
            new SignaturesDeConvention(lue.Parties, lue.Derniere, lue.NonSignees, nommees),
            lue.TransmiseLe,
            lue.PublieeLe,
            lue.PublicationRequise
        );
    }

    /// <summary>Ce que reçoit qui entre ce jour-là, et ce qui manque au corpus opposable.</summary>
    public static async Task<CorpusEnVigueur> CorpusAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var documents = await contexte
            .ConventionsConstitutives.AsNoTracking()
            .Where(c => c.Groupement == groupement)
            .SelectMany(c => c.Documents)
            .ToListAsync(annulation);
        var avenants = await contexte
            .AvenantsDeConvention.Where(a => a.Groupement == groupement && a.EffetLe != null)
            .Select(a => new { a.Numero, a.EffetLe })
            .ToListAsync(annulation);
        return CorpusEnVigueur.De(documents, avenants.Select(a => new AvenantApplicable(a.Numero, a.EffetLe!.Value)), jour);
    }

    public static Task<Dictionary<CollectiviteId, string>> NomsAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> collectivites,
        CancellationToken annulation
    ) =>
        contexte
            .Collectivites.Where(c => collectivites.Contains(c.Id))
            .Select(c => new { c.Id, c.Nom })
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);

    /// <summary>La fenêtre d'adhésion qui couvre un jour, et si le groupement en tient (RG1.17).</summary>
    public static async Task<FenetreFaits> FenetreAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        DateOnly jour,
        IReadOnlyList<ConsultationDuGroupement> consultations,
        CancellationToken annulation
    )
    {
        if (groupement.Regles.ModeDAdhesion is not ModeDAdhesion.ParFenetre)
        {
            return FenetreFaits.Aucune;
        }

        var fenetres = await contexte
            .FenetresDAdhesion.AsNoTracking()
            .Where(f => f.Groupement == groupement.Id)
            .ToListAsync(annulation);
        List<Periode> ouvertes = [.. fenetres.Select(f => f.Ouverte(consultations)).OfType<Periode>()];
        return new FenetreFaits(fenetres.Count > 0, ouvertes.Find(p => p.Contient(jour))) { Toutes = ouvertes };
    }

    /// <summary>Une autre fenêtre du groupement, ouverte un jour au moins de celle que l'on règle ; un lancement l'a peut-être écourtée.</summary>
    public static async Task<Periode?> AutreFenetreAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        FenetreDAdhesionId? sauf,
        DateOnly ouverture,
        DateOnly fermeture,
        CancellationToken annulation
    )
    {
        var consultations = await contexte.ConsultationsAsync(groupement, annulation);
        return (
            await contexte
                .FenetresDAdhesion.AsNoTracking()
                .Where(f => f.Groupement == groupement && f.Ouverture <= fermeture && f.Fermeture >= ouverture)
                .ToListAsync(annulation)
        )
            .Where(f => f.Id != sauf)
            .Select(f => f.Ouverte(consultations))
            .FirstOrDefault(p => p is not null && p.Debut <= fermeture && (p.Fin is not { } fin || fin >= ouverture));
    }
}
