using CdgMarches.App.Litiges;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Un litige sur une convention d'accès, dans une liste : celle de l'agent, ou celle de la collectivité.</summary>
public sealed record LigneDeLitigeDAcces(
    LitigeDAccesId Id,
    string Reference,
    string Membre,
    PartieDAcces Demandeur,
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

/// <summary>La fiche d'un litige sur une convention d'accès.</summary>
/// <param name="Litige">Le litige.</param>
/// <param name="Reference">La référence de sa convention.</param>
/// <param name="Membre">Le nom de la collectivité.</param>
/// <param name="TribunalDesigne">Le tribunal que les conventions d'accès du CDG désignent.</param>
/// <param name="PeutGerer">Vrai si l'acteur peut le conduire.</param>
public sealed record FicheDeLitigeDAcces(
    LitigeDAcces Litige,
    string Reference,
    string Membre,
    string TribunalDesigne,
    bool PeutGerer
);

/// <summary>Une convention de l'utilisateur sur laquelle il peut déclarer un litige.</summary>
public sealed record ConventionContestable(ConventionDAccesId Id, string Reference, string Membre, DateOnly PremierJour);

/// <summary>Les litiges des conventions d'accès : d'une convention, de celles d'une collectivité, et l'un d'eux.</summary>
public sealed class LireLitigesDAcces(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres)
{
    /// <summary>Ceux d'une convention, pour l'agent.</summary>
    public async Task<PageDe<LigneDeLitigeDAcces>> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId convention,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PageAsync(
            contexte,
            contexte.LitigesDAcces.DuPerimetre(acteur).Where(l => l.Convention == convention),
            demande,
            annulation
        );
    }

    /// <summary>Ceux des conventions de l'utilisateur, et d'elles seules.</summary>
    public async Task<PageDe<LigneDeLitigeDAcces>> DuMembreAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PageAsync(
            contexte,
            contexte.LitigesDAcces.Where(l => siennes.Contains(l.Collectivite)),
            demande,
            annulation
        );
    }

    /// <summary>Les conventions de l'utilisateur qui ont pris effet : un litige naît de leur exécution, même après leur fin.</summary>
    public async Task<IReadOnlyList<ConventionContestable>> ContestablesAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lues = await (
            from c in contexte.ConventionsDAcces.AsNoTracking()
            join m in contexte.Collectivites on c.Collectivite equals m.Id
            where siennes.Contains(c.Collectivite) && c.PremierJour <= jour
            orderby c.PremierJour descending, m.CleDeTri
            select new
            {
                c.Id,
                c.Reference,
                m.Nom,
                c.PremierJour,
            }
        ).ToListAsync(annulation);
        return [.. lues.Select(c => new ConventionContestable(c.Id, c.Reference.ToString(), c.Nom, c.PremierJour!.Value))];
    }

    /// <returns>La fiche, ou null si le litige n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheDeLitigeDAcces?> FicheAsync(Acteur acteur, LitigeDAccesId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lue = await (
            from l in contexte.LitigesDAcces.AsNoTracking().DuPerimetre(acteur)
            join c in contexte.ConventionsDAcces on l.Convention equals c.Id
            join m in contexte.Collectivites on l.Collectivite equals m.Id
            where l.Id == id
            select new
            {
                Litige = l,
                c.Reference,
                m.Nom,
            }
        ).SingleOrDefaultAsync(annulation);
        return lue is null
            ? null
            : new FicheDeLitigeDAcces(
                lue.Litige,
                lue.Reference.ToString(),
                lue.Nom,
                await parametres.ReglageAsync(ClesDeReglage.Tribunal, annulation),
                acteur.Peut(Droits.GererConventions)
            );
    }

    private static async Task<PageDe<LigneDeLitigeDAcces>> PageAsync(
        MarchesDbContext contexte,
        IQueryable<LitigeDAcces> litiges,
        Demande demande,
        CancellationToken annulation
    )
    {
        var lus = await (
            from l in litiges.AsNoTracking()
            join c in contexte.ConventionsDAcces on l.Convention equals c.Id
            join m in contexte.Collectivites on l.Collectivite equals m.Id
            orderby l.DeclareLe descending, l.Id
            select new
            {
                Litige = l,
                c.Reference,
                m.Nom,
            }
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<LigneDeLitigeDAcces>(
            [
                .. lus.Select(l => new LigneDeLitigeDAcces(
                    l.Litige.Id,
                    l.Reference.ToString(),
                    l.Nom,
                    l.Litige.Demandeur,
                    l.Litige.Objet,
                    l.Litige.DeclareLe,
                    l.Litige.TentativeEngageeLe,
                    l.Litige.Issue,
                    l.Litige.TribunalSaisiLe,
                    l.Litige.ClosLe
                )),
            ],
            await litiges.CountAsync(annulation)
        );
    }
}
