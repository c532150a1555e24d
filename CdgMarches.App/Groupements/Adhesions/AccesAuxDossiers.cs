using CdgMarches.App.Documents;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ce que lectures et cas d'usage des dossiers d'adhésion partagent : le périmètre et les faits.</summary>
internal static class AccesAuxDossiers
{
    /// <summary>Les dossiers que l'acteur voit : ceux de ses groupements pour un agent, les siens pour un membre.</summary>
    public static IQueryable<DossierDAdhesion> DuPerimetre(this IQueryable<DossierDAdhesion> dossiers, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            var siennes = acteur.Perimetre.Collectivites;
            return dossiers.Where(d => siennes.Contains(d.Collectivite));
        }

        return AccesAuxGroupements.Limite(acteur) is { } limite ? dossiers.Where(d => limite.Contains(d.Groupement)) : dossiers;
    }

    /// <exception cref="DroitManquantException">Le dossier n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<DossierDAdhesion> DossierAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        DossierDAdhesionId id,
        CancellationToken annulation
    ) =>
        await contexte.DossiersDAdhesion.DuPerimetre(acteur).SingleOrDefaultAsync(d => d.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererGroupements);

    public static async Task<FaitsDEffet> FaitsAsync(
        this MarchesDbContext contexte,
        DossierDAdhesion dossier,
        Groupement groupement,
        DateOnly effet,
        CancellationToken annulation
    )
    {
        var consultations = await contexte.ConsultationsAsync(groupement.Id, annulation);
        var avenant = dossier.Avenant;
        return new FaitsDEffet(
            groupement.Etat,
            groupement.Regles,
            await contexte.NomAsync(dossier.Collectivite, annulation),
            avenant is null
                ? null
                : await contexte
                    .AvenantsDeConvention.Where(a => a.Id == avenant && a.Etat == EtatDAvenant.EnVigueur)
                    .Select(a => a.EffetLe)
                    .SingleOrDefaultAsync(annulation),
            await contexte.FenetreAsync(groupement, effet, consultations, annulation),
            consultations,
            await contexte.CorpusAsync(groupement.Id, effet, annulation)
        )
        {
            Debut = groupement.Debut,
            Fin = groupement.Fin,
            Convention = await contexte.EntreeEnVigueurAsync(groupement.Id, annulation),
            Texte = await contexte.TexteDeLAdhesionAsync(dossier, annulation),
        };
    }

    /// <summary>Le texte que signe ce dossier : l'avenant qu'il attend, soumis ou non, ou la convention elle-même (RG1.20).</summary>
    public static async Task<TexteDeLAdhesion> TexteDeLAdhesionAsync(
        this MarchesDbContext contexte,
        DossierDAdhesion dossier,
        CancellationToken annulation
    )
    {
        var mode = await contexte
            .Groupements.Where(g => g.Id == dossier.Groupement)
            .Select(g => g.Regles.ModeDAdhesion)
            .SingleAsync(annulation);
        if (mode is not ModeDAdhesion.ParAvenant)
        {
            return TexteDeLAdhesion.LaConvention;
        }

        var avenant = dossier.Avenant is { } id
            ? await contexte.AvenantsDeConvention.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, annulation)
            : null;
        return new TexteDeLAdhesion(EstUnAvenant: true, avenant?.Texte.Le) { RejeteLe = avenant?.RejeteLe };
    }

    public static async Task<FenetreFaits> FenetreAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        DateOnly jour,
        CancellationToken annulation
    ) => await contexte.FenetreAsync(groupement, jour, await contexte.ConsultationsAsync(groupement.Id, annulation), annulation);

    /// <summary>Quelques dossiers du périmètre sur lesquels essayer un modèle de document.</summary>
    public static IQueryable<ObjetDApercu> DossiersEnApercu(this MarchesDbContext contexte, Acteur acteur) =>
        (
            from dossier in contexte.DossiersDAdhesion.DuPerimetre(acteur)
            join membre in contexte.Collectivites on dossier.Collectivite equals membre.Id
            orderby membre.CleDeTri
            select new ObjetDApercu(dossier.Id.Valeur, membre.Nom)
        ).Take(10);

    /// <summary>La demande que cette collectivité ferait ce jour-là.</summary>
    public static async Task<DemandeDAdhesion> DemandeAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        CollectiviteId collectivite,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        new(
            (await contexte.FaitsDOuvertureAsync(groupement, [collectivite], jour, annulation))[collectivite],
            await contexte.FenetreAsync(groupement, jour, annulation),
            [.. groupement.Prestations.Where(p => !p.EstRetiree).Select(p => p.Id)],
            jour
        );

    /// <summary>Le jour où s'est ouvert le dossier d'adhésion encore ouvert de chacune ; celles qui n'en ont pas n'y sont pas.</summary>
    public static Task<Dictionary<CollectiviteId, DateOnly>> DossiersOuvertsAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        IReadOnlyCollection<CollectiviteId> collectivites,
        CancellationToken annulation
    ) =>
        contexte
            .DossiersDAdhesion.Where(d => d.Groupement == groupement && collectivites.Contains(d.Collectivite))
            .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            .GroupBy(d => d.Collectivite)
            .Select(g => new { g.Key, Le = g.Min(d => d.OuvertLe) })
            .ToDictionaryAsync(d => d.Key, d => d.Le, annulation);

    /// <summary>Ce qu'il faut savoir pour ouvrir le dossier de chacune.</summary>
    public static async Task<Dictionary<CollectiviteId, FaitsDOuverture>> FaitsDOuvertureAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        IReadOnlyCollection<CollectiviteId> collectivites,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var noms = await contexte.NomsAsync(collectivites, annulation);
        var membres = (
            await contexte
                .Adhesions.Where(a =>
                    a.Groupement == groupement.Id
                    && collectivites.Contains(a.Collectivite)
                    && (a.Sortie == null || a.Sortie >= jour)
                )
                .Select(a => new
                {
                    a.Collectivite,
                    a.Entree,
                    a.Sortie,
                })
                .ToListAsync(annulation)
        ).ToLookup(a => a.Collectivite, a => new Periode(a.Entree, a.Sortie));
        var ouverts = await contexte.DossiersOuvertsAsync(groupement.Id, collectivites, annulation);
        var effectif = await contexte.EffectifAttenduAsync(groupement.Id, jour, annulation);
        return noms.ToDictionary(
            n => n.Key,
            n => new FaitsDOuverture(
                groupement.Etat,
                n.Value,
                membres[n.Key].FirstOrDefault(),
                ouverts.TryGetValue(n.Key, out var ouvertLe) ? ouvertLe : null
            )
            {
                CommissionPropre = groupement.Regles.RegimeDeCao is RegimeDeCao.Propre,
                EffectifAttendu = effectif,
            }
        );
    }

    /// <summary>Vrai si ce que le groupement fait payer dépend du nombre d'agents de chacun : grille en vigueur ou frais partagés.</summary>
    private static async Task<bool> EffectifAttenduAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        await contexte.Grilles.AnyAsync(
            g =>
                g.Groupement == groupement
                && g.Etat == EtatDeGrille.Adoptee
                && (g.Fin == null || g.Fin >= jour)
                && g.OrdreDesAxes.Contains(nameof(AxeDeGrille.Agents)),
            annulation
        )
        || await contexte.Refacturations.AnyAsync(
            r => r.Groupement == groupement && r.Partage == CleDePartage.Agents,
            annulation
        );
}
