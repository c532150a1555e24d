using CdgMarches.App.Litiges;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>Une collectivité de l'utilisateur, membre d'un groupement où elle peut déclarer un litige.</summary>
public sealed record AppartenanceDuMembre(GroupementId Groupement, string Nom, CollectiviteId Collectivite, string Membre);

/// <summary>Un litige, tel qu'un membre le lit au registre de son groupement.</summary>
public sealed record LitigeDuMembre(
    LitigeId Id,
    string Groupement,
    NatureDeLitige Nature,
    string Declarant,
    string Adversaire,
    string Objet,
    DateOnly DeclareLe,
    DateOnly? TentativeEngageeLe,
    IssueAmiable? Issue,
    DateOnly? TribunalSaisiLe,
    DateOnly? ClosLe
)
{
    /// <summary>Où en est le litige, en quelques mots.</summary>
    public string Etat => AvancementDuLitige.Dire(TentativeEngageeLe, Issue, TribunalSaisiLe, ClosLe);
}

/// <summary>Le registre des litiges des groupements dont l'utilisateur est membre : chacun le lit (RG7.02).</summary>
public sealed class LireLitigesDuMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Les groupements où l'utilisateur peut déclarer un litige ce jour, et pour laquelle de ses collectivités.</summary>
    public async Task<IReadOnlyList<AppartenanceDuMembre>> AppartenancesAsync(
        Acteur acteur,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from a in contexte.Adhesions.AsNoTracking().EnVigueur(horloge.Aujourdhui)
            join g in contexte.Groupements on a.Groupement equals g.Id
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            where siennes.Contains(a.Collectivite) && g.Etat != EtatDuGroupement.Clos
            orderby g.CleDeTri, c.CleDeTri
            select new AppartenanceDuMembre(g.Id, AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime), c.Id, c.Nom)
        ).ToListAsync(annulation);
    }

    /// <summary>Les litiges, page par page ; le filtre « groupement » les borne à l'un d'eux.</summary>
    public async Task<PageDe<LitigeDuMembre>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var (siennes, jour) = (acteur.Perimetre.Collectivites, horloge.Aujourdhui);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupements = contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => siennes.Contains(a.Collectivite))
            .Select(a => a.Groupement);
        var litiges = contexte.Litiges.AsNoTracking().Where(l => groupements.Contains(l.Groupement));
        if (Guid.TryParse(demande.Filtre("groupement"), out var cle))
        {
            var voulu = new GroupementId(cle);
            litiges = litiges.Where(l => l.Groupement == voulu);
        }

        var lus =
            from l in litiges
            join g in contexte.Groupements on l.Groupement equals g.Id
            join c in contexte.Collectivites on l.Declarant equals c.Id
            select new
            {
                Litige = l,
                Groupement = g.Nom,
                g.Millesime,
                Declarant = c.Nom,
            };
        return new PageDe<LitigeDuMembre>(
            await lus.OrderByDescending(l => l.Litige.DeclareLe)
                .ThenBy(l => l.Litige.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(l => new LitigeDuMembre(
                    l.Litige.Id,
                    AppellationDuGroupement.AvecMillesime(l.Groupement, l.Millesime),
                    l.Litige.Nature,
                    l.Declarant,
                    l.Litige.Adversaire,
                    l.Litige.Objet,
                    l.Litige.DeclareLe,
                    l.Litige.TentativeEngageeLe,
                    l.Litige.Issue,
                    l.Litige.TribunalSaisiLe,
                    l.Litige.ClosLe
                ))
                .ToListAsync(annulation),
            await lus.CountAsync(annulation)
        );
    }
}
