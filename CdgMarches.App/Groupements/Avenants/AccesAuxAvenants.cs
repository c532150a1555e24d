using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Ce que lectures et cas d'usage des avenants partagent : le périmètre, les parties, le décompte.</summary>
internal static class AccesAuxAvenants
{
    /// <summary>Les parties à la convention : ceux qui sont membres ce jour, ou le seront ; qui est sorti n'en est plus (RG1.34).</summary>
    public static IQueryable<CollectiviteId> Parties(this MarchesDbContext contexte, GroupementId groupement, DateOnly jour) =>
        contexte.Adhesions.NonFinies(jour).Where(a => a.Groupement == groupement).Select(a => a.Collectivite);

    /// <summary>Les adhésions commencées ou à venir : celles dont le dernier jour n'est pas passé.</summary>
    public static IQueryable<Adhesion> NonFinies(this IQueryable<Adhesion> adhesions, DateOnly jour) =>
        adhesions.Where(a => a.Sortie == null || a.Sortie >= jour);

    /// <summary>Ce qui empêche une collectivité de répondre à un avenant de ce groupement : elle en est sortie.</summary>
    public static async Task<Verdict> PeutRepondreAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId membre,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        Verdict.De(
            new ReponseDUnePartie(
                await contexte.NomAsync(membre, annulation),
                await contexte.Parties(groupement, jour).ContainsAsync(membre, annulation)
            )
        );

    /// <inheritdoc cref="AccesAuxGroupements.AGererAsync{T}"/>
    public static Task<AvenantDeConvention> AvenantAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        AvenantDeConventionId id,
        CancellationToken annulation
    ) => contexte.AvenantsDeConvention.AGererAsync(acteur, a => a.Groupement, a => a.Id == id, annulation);

    /// <summary>Ce qui empêche de nommer coordonnateur celui qu'un avenant désigne ; rien pour un avenant d'un autre genre.</summary>
    public static async Task<Verdict> PeutNommerAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        GenreDAvenant genre,
        CollectiviteId? collectivite,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        genre is GenreDAvenant.Coordonnateur && collectivite is { } nomme
            ? Verdict.De(
                new CoordonnateurMembre(await contexte.EstMembreAsync(groupement, nomme, jour, annulation)),
                new CoordonnateurQuiDemeure(await contexte.SortieFixeeAsync(groupement, nomme, jour, annulation))
            )
            : Verdict.Favorable;

    /// <summary>Le dernier jour d'un membre dans le groupement, s'il est fixé ; nul s'il reste, ou n'est pas membre ce jour-là.</summary>
    public static Task<DateOnly?> SortieFixeeAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId membre,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => a.Groupement == groupement && a.Collectivite == membre)
            .Select(a => a.Sortie)
            .FirstOrDefaultAsync(annulation);

    /// <summary>Note à l'histoire de l'avenant ce qu'un membre vient de répondre ; l'appelant enregistre.</summary>
    public static async Task NoterLaReponseAsync(
        this MarchesDbContext contexte,
        AvenantDeConvention avenant,
        ApprobationDAvenant reponse,
        Acteur acteur,
        DateTimeOffset instant,
        CancellationToken annulation
    ) =>
        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(AvenantDeConvention),
                reponse.Avenant.Valeur,
                new ReponseALAvenant(
                    reponse.Collectivite,
                    await contexte.NomAsync(reponse.Collectivite, annulation),
                    reponse.Sens,
                    reponse.ApprouveUnAutreTexte(avenant.Empreinte),
                    reponse.Deliberation.Numero,
                    reponse.Deliberation.EnClairDates
                ),
                acteur,
                instant
            )
        );

    /// <summary>Ce que les membres ont répondu, compté sur le texte proposé.</summary>
    /// <remarks>
    /// RG1.34. Tant que l'avenant est soumis, seuls comptent ceux qui sont membres ce jour : qui est sorti n'a plus à approuver.
    /// L'entrée d'une collectivité demande l'accord de chaque membre, quelle que soit la règle des modifications (RG1.20).
    /// </remarks>
    public static async Task<DecompteDAvenant> DecompteAsync(
        this MarchesDbContext contexte,
        AvenantDeConvention avenant,
        ReglesDeConvention regles,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var consultes = contexte.ApprobationsDAvenant.AsNoTracking().Where(a => a.Avenant == avenant.Id);
        if (avenant.Etat is EtatDAvenant.Soumis)
        {
            var membres = contexte
                .Adhesions.EnVigueur(jour)
                .Where(a => a.Groupement == avenant.Groupement)
                .Select(a => a.Collectivite);
            consultes = consultes.Where(a => membres.Contains(a.Collectivite));
        }

        var reponses = await consultes
            .Select(a => new
            {
                a.Sens,
                a.Empreinte,
                EstConstatee = a.Constat != null,
                a.Deliberation.AdopteeLe,
                a.Deliberation.PublieeLe,
                a.Deliberation.TransmiseLe,
            })
            .ToListAsync(annulation);
        var approuvees = reponses.Where(r => r.Sens is SensDApprobation.Approuve).ToList();
        var deCeTexte = approuvees.Where(r => r.Empreinte == avenant.Empreinte).ToList();
        var deliberations = deCeTexte
            .Select(r => new ActeDeliberatif
            {
                AdopteeLe = r.EstConstatee ? null : r.AdopteeLe,
                PublieeLe = r.PublieeLe,
                TransmiseLe = r.TransmiseLe,
            })
            .ToLookup(d => ApprobationDAvenant.PeutCompter(avenant.Texte, avenant.Empreinte, d).Avertissements.Count == 0);
        return DecompteDAvenant.De(
            reponses.Count,
            [.. deliberations[true].Select(d => d.ExecutoireLe)],
            approuvees.Count - deCeTexte.Count,
            regles.ModificationUnanime || avenant.Genre is GenreDAvenant.Adhesion
        ) with
        {
            AConstater = deliberations[false].Count(),
        };
    }
}
