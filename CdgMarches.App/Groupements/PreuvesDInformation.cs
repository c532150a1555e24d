using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

internal static class PreuvesDInformationFaites
{
    /// <summary>Les preuves qui tiennent : un courriel parti, ou une remise constatée.</summary>
    public static IQueryable<PreuveDInformation> Faites(this IQueryable<PreuveDInformation> preuves, MarchesDbContext contexte) =>
        preuves.Where(p =>
            p.RemiseLe != null
            || contexte.EnvoisDeCourriel.Any(e =>
                (e.Id == p.Courriel || (e.RenvoiDe == p.Courriel && e.RenvoiDe != null)) && e.Etat == EtatDEnvoi.Envoye
            )
        );
}

/// <summary>Où en est l'information d'un membre.</summary>
public sealed record LigneDePreuve(
    Guid Id,
    string Membre,
    string Libelle,
    DateTimeOffset DeposeeLe,
    EtatDEnvoi? Courriel,
    DateOnly? RemiseLe,
    string? RemisePar
)
{
    public bool EstFaite => RemiseLe is not null || Courriel is EtatDEnvoi.Envoye;
}

/// <summary>Les preuves d'information d'un objet, page par page.</summary>
public sealed class LirePreuves(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDePreuve>> ExecuterAsync(
        Acteur acteur,
        string objetType,
        Guid objetId,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limite = AccesAuxGroupements.Limite(acteur);
        var preuves =
            from p in await DeLObjetAsync(contexte, objetType, objetId, annulation)
            join c in contexte.Collectivites on p.Collectivite equals c.Id
            where limite == null || limite.Contains(p.Groupement)
            select new { Preuve = p, Membre = c };
        var total = await preuves.CountAsync(annulation);
        var lues = await preuves
            .OrderBy(p => p.Membre.CleDeTri)
            .ThenBy(p => p.Preuve.DeposeeLe)
            .ThenBy(p => p.Preuve.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(p => new LigneDePreuve(
                p.Preuve.Id,
                p.Membre.Nom,
                p.Preuve.Libelle,
                p.Preuve.DeposeeLe,
                contexte
                    .EnvoisDeCourriel.Where(e =>
                        e.Id == p.Preuve.Courriel || (e.RenvoiDe == p.Preuve.Courriel && e.RenvoiDe != null)
                    )
                    .OrderByDescending(e => e.Id)
                    .Select(e => (EtatDEnvoi?)e.Etat)
                    .FirstOrDefault(),
                p.Preuve.RemiseLe,
                p.Preuve.RemisePar
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDePreuve>(lues, total);
    }

    /// <summary>Ce qui a été porté à la connaissance des membres pour cet objet.</summary>
    /// <remarks>
    /// Les invitations et relances d'une adhésion ont d'abord été gardées au groupement : un dossier lit aussi celles de sa
    /// collectivité, de son ouverture à celle du dossier suivant.
    /// </remarks>
    private async Task<IQueryable<PreuveDInformation>> DeLObjetAsync(
        MarchesDbContext contexte,
        string objetType,
        Guid objetId,
        CancellationToken annulation
    )
    {
        var preuves = contexte.PreuvesDInformation.AsNoTracking();
        var dossier = new DossierDAdhesionId(objetId);
        if (
            objetType != nameof(DossierDAdhesion)
            || await contexte
                .DossiersDAdhesion.Where(d => d.Id == dossier)
                .Select(d => new
                {
                    d.Groupement,
                    d.Collectivite,
                    d.OuvertLe,
                    Suivant = contexte
                        .DossiersDAdhesion.Where(s =>
                            s.Groupement == d.Groupement && s.Collectivite == d.Collectivite && s.OuvertLe > d.OuvertLe
                        )
                        .Min(s => (DateOnly?)s.OuvertLe),
                })
                .SingleOrDefaultAsync(annulation)
                is not { } lu
        )
        {
            return preuves.Where(p => p.ObjetType == objetType && p.ObjetId == objetId);
        }

        var (du, au) = (horloge.Minuit(lu.OuvertLe), horloge.Minuit(lu.Suivant ?? DateOnly.MaxValue.AddYears(-1)));
        return preuves.Where(p =>
            (p.ObjetType == objetType && p.ObjetId == objetId)
            || (
                p.ObjetType == nameof(Groupement)
                && p.Groupement == lu.Groupement
                && p.Collectivite == lu.Collectivite
                && p.DeposeeLe >= du
                && p.DeposeeLe < au
            )
        );
    }
}

/// <summary>Constate à la main qu'un membre a reçu l'information : courrier, main propre.</summary>
public sealed class ConstaterRemise(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, Guid preuve, DateOnly jour, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        if (jour > horloge.Aujourdhui)
        {
            throw new RefusException("Une remise se constate une fois faite : donnez une date passée. Rien n'a été modifié.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limite = AccesAuxGroupements.Limite(acteur);
        var visee =
            await contexte.PreuvesDInformation.SingleOrDefaultAsync(
                p => p.Id == preuve && (limite == null || limite.Contains(p.Groupement)),
                annulation
            ) ?? throw new DroitManquantException(Droits.GererGroupements);
        if (await DeliberationCopieeAsync(contexte, visee, annulation) is { } adoptee && jour < adoptee)
        {
            throw new RefusException(
                $"La copie ne peut pas avoir été remise le {Formats.DateLongue(jour)} : la délibération n'est adoptée que le {Formats.DateLongue(adoptee)}. Rien n'a été modifié ; corrigez la date."
            );
        }

        (visee.RemiseLe, visee.RemisePar) = (jour, acteur.Nom);
        contexte.Journaliser(
            LigneDeJournal.De(
                visee.ObjetType,
                visee.ObjetId,
                new RemiseConstatee(visee.Collectivite.Valeur, visee.Libelle, jour),
                acteur,
                horloge.Maintenant
            )
        );
        await contexte.SaveChangesAsync(annulation);
    }

    /// <summary>Le jour où est adoptée la délibération de retrait dont la copie est remise (RG1.30) ; nul pour une autre information.</summary>
    private static Task<DateOnly?> DeliberationCopieeAsync(
        MarchesDbContext contexte,
        PreuveDInformation preuve,
        CancellationToken annulation
    )
    {
        var dossier = new DossierDeRetraitId(preuve.ObjetId);
        return preuve.ObjetType == nameof(DossierDeRetrait)
            ? contexte
                .DossiersDeRetrait.Where(d => d.Id == dossier)
                .Select(d => d.Deliberation.AdopteeLe)
                .SingleOrDefaultAsync(annulation)
            : Task.FromResult<DateOnly?>(null);
    }
}

internal sealed record RemiseConstatee(Guid Membre, string Objet, DateOnly Le) : IEvenementMetier
{
    public string Libelle => $"Remise constatée le {Formats.DateLongue(Le)} : {Objet}.";

    public Guid? Collectivite => Membre;
}
