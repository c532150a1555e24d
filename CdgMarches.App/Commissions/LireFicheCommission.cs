using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>La fiche d'une commission : ses sièges aujourd'hui, ce qui manque, ses règles.</summary>
/// <param name="Id">La commission.</param>
/// <param name="Version">Sa version, que les cas d'usage exigent.</param>
/// <param name="Nom">Son nom.</param>
/// <param name="Regime">Du groupement ou du coordonnateur.</param>
/// <param name="Groupement">Le groupement, si c'est la sienne.</param>
/// <param name="NomDuGroupement">Son nom.</param>
/// <param name="Coordonnateur">Le nom de celui dont le représentant préside.</param>
/// <param name="Composition">Les sièges et ceux qui les occupent.</param>
/// <param name="Anciennes">Les désignations finies ou à venir, par siège.</param>
/// <param name="MembresSansSiege">Les membres du groupement qui n'en ont pas.</param>
/// <param name="PeutSeReunir">Ce qui s'oppose à une réunion aujourd'hui.</param>
/// <param name="CaoPropreRequise">Vrai, faux, ou nul pour la commission du coordonnateur (RG2.02).</param>
/// <param name="Majorite">Le compte qui le dit.</param>
/// <param name="Consultatifs">Les voix consultatives que l'on peut inviter.</param>
/// <param name="Regles">Les règles des prochaines séances.</param>
/// <param name="PeutGerer">Vrai si l'acteur peut la changer.</param>
public sealed record FicheCommission(
    CommissionId Id,
    int Version,
    string Nom,
    RegimeDeCao Regime,
    GroupementId? Groupement,
    string? NomDuGroupement,
    string Coordonnateur,
    Composition Composition,
    ILookup<Guid, Designation> Anciennes,
    IReadOnlyList<string> MembresSansSiege,
    Verdict PeutSeReunir,
    bool? CaoPropreRequise,
    MajoriteLocale? Majorite,
    IReadOnlyList<Consultatif> Consultatifs,
    ReglesDeCommission Regles,
    bool PeutGerer
);

/// <summary>Lit la fiche d'une commission du périmètre.</summary>
public sealed class LireFicheCommission(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>La fiche, ou null si la commission n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheCommission?> ExecuterAsync(Acteur acteur, CommissionId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.CommissionsVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation)
            is not { } commission
        )
        {
            return null;
        }

        var jour = horloge.Aujourdhui;
        var (composition, sansSiege) = await contexte.ComposerAsync(commission, jour, annulation);
        var regles = await contexte.ReglesDeAsync(commission, annulation);
        var majorite = commission.Groupement is { } groupement
            ? await MajoriteAsync(contexte, groupement, jour, annulation)
            : null;
        return new FicheCommission(
            id,
            commission.Version,
            commission.Nom,
            commission.Regime,
            commission.Groupement,
            commission.Groupement is { } g
                ? await contexte.Groupements.Where(x => x.Id == g).Select(x => x.Nom).SingleAsync(annulation)
                : null,
            await contexte.NomAsync(commission.Coordonnateur, annulation),
            composition,
            commission.Designations.Where(d => !d.EstEnVigueur(jour)).OrderByDescending(d => d.Du).ToLookup(d => d.Siege),
            sansSiege,
            composition.PeutSeReunir(regles.SuppleantObligatoire, sansSiege),
            majorite?.EstAtteinte,
            majorite,
            [
                .. commission
                    .Consultatifs.Where(c => !c.EstRetire)
                    .OrderBy(c => c.Role)
                    .ThenBy(c => c.Nom, StringComparer.CurrentCulture),
            ],
            regles,
            acteur.Peut(Droits.GererCommissions)
                && (commission.Groupement is not null || AccesAuxGroupements.Limite(acteur) is null)
        );
    }

    /// <summary>La majorité qui impose, ou non, une commission propre au groupement (RG2.02).</summary>
    private static async Task<MajoriteLocale> MajoriteAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var categories = await (
            from a in Database.Groupements.MembresEnVigueur.EnVigueur(contexte.Adhesions, jour)
            where a.Groupement == groupement
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            group c by c.Categorie into g
            select new { Categorie = g.Key, Nombre = g.Count() }
        ).ToListAsync(annulation);
        return new MajoriteLocale(
            categories.Where(c => Categorie.De(c.Categorie).CompteDansLaMajorite).Sum(c => c.Nombre),
            categories.Sum(c => c.Nombre)
        );
    }
}
