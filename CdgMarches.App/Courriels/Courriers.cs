using CdgMarches.App.Conventions;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Enregistre un courrier au registre, sous le numéro suivant.</summary>
public sealed class EnregistrerCourrier(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="DroitManquantException">Le groupement n'est pas du périmètre, ou un agent limité n'en donne aucun.</exception>
    public async Task<CourrierId> ExecuterAsync(
        Acteur acteur,
        string? objet,
        ModeDEnvoi mode,
        IReadOnlyList<AdresseDeCourrier> destinataires,
        RattachementDeCourrier rattachement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        if (
            acteur.Perimetre.Groupements is not null
            && rattachement.ObjetType != nameof(ConventionDAcces)
            && (rattachement.Groupement is not { } id || !acteur.Perimetre.Comprend(new GroupementId(id)))
        )
        {
            throw new DroitManquantException(Droits.GererGroupements);
        }

        Courrier.PeutEnregistrer(objet, destinataires).Exiger();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var courrier = await AjouterAsync(
                    contexte,
                    acteur,
                    objet!,
                    mode,
                    destinataires,
                    horloge.Aujourdhui,
                    rattachement,
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return courrier.Id;
            },
            annulation
        );
    }

    /// <summary>Ajoute un courrier au registre dans la transaction de l'acte dont il est la lettre ; l'appelant enregistre.</summary>
    internal static async Task<Courrier> AjouterAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        string objet,
        ModeDEnvoi mode,
        IReadOnlyList<AdresseDeCourrier> destinataires,
        DateOnly jour,
        RattachementDeCourrier rattachement,
        CancellationToken annulation
    )
    {
        var numero = await contexte.NumeroterAsync($"COURRIER-{jour.Year}", annulation);
        var courrier = Courrier.Enregistrer(
            $"CR-{jour.Year}-{numero:D4}",
            objet,
            mode,
            destinataires,
            jour,
            rattachement,
            acteur.Id == Guid.Empty ? null : acteur.Id
        );
        contexte.Courriers.Add(courrier);
        return courrier;
    }
}

/// <summary>Suit un courrier : son dépôt à la poste, puis ce que chaque pli devient.</summary>
public sealed class SuivreCourrier(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
{
    /// <param name="acteur">Le gestionnaire.</param>
    /// <param name="id">Le courrier.</param>
    /// <param name="version">La version qu'il avait sous les yeux.</param>
    /// <param name="jour">Le cachet de la poste.</param>
    /// <param name="accuses">Par rang de destinataire, le numéro de l'accusé.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task PosterAsync(
        Acteur acteur,
        CourrierId id,
        int version,
        DateOnly jour,
        IReadOnlyDictionary<int, string?> accuses,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        var delai = (await parametres.ValeursAsync(annulation)).Delai(CodesDesCourriels.RetourDAccuse, jour);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var courrier = await TrouverAsync(contexte, acteur, id, version, annulation);
        courrier.Poster(jour, accuses, delai, horloge.Aujourdhui);
        await contexte.NourrirLesConventionsAsync(courrier, horloge.Aujourdhui, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Note ce que la poste a fait du pli d'un destinataire ; la date de notification fait courir le délai de l'acte dont il est la lettre.</summary>
    /// <returns>L'effet de la dénonciation, ou du retrait, que ce pli notifie ; nul s'il n'en notifie pas.</returns>
    /// <exception cref="RegleMetierException">Le suivi se contredit, ou contredit l'acte dont le courrier est la lettre.</exception>
    public async Task<string?> NoterAsync(
        Acteur acteur,
        CourrierId id,
        int version,
        int rang,
        SuiviDeCourrier suivi,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var courrier = await TrouverAsync(contexte, acteur, id, version, annulation);
        var avant = courrier.DateDeNotification(rang);
        courrier.Noter(rang, suivi, horloge.Aujourdhui);
        var effet =
            await contexte.NourrirLesConventionsAsync(courrier, horloge.Aujourdhui, annulation)
            ?? await contexte.NourrirLesRetraitsAsync(courrier, avant, horloge.Aujourdhui, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return effet;
    }

    private static async Task<Courrier> TrouverAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CourrierId id,
        int version,
        CancellationToken annulation
    )
    {
        var courrier =
            await contexte.CourriersVisibles(acteur).SingleOrDefaultAsync(c => c.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererGroupements);
        contexte.ExigerVersion(courrier, version);
        return courrier;
    }
}

/// <summary>Une ligne du registre des courriers : un destinataire d'un courrier.</summary>
public sealed record LigneDeCourrier(
    CourrierId Id,
    string Numero,
    string Objet,
    ModeDEnvoi Mode,
    DateOnly EnregistreLe,
    DateOnly? PosteLe,
    string Destinataire,
    int Rang,
    IssueDeCourrier Issue,
    DateOnly? PremierePresentation,
    DateOnly? RemisLe
)
{
    /// <summary>Le jour de la notification (RG6.20).</summary>
    public DateOnly? NotifieLe =>
        Issue switch
        {
            IssueDeCourrier.Remis => RemisLe,
            IssueDeCourrier.Refuse or IssueDeCourrier.NonReclame => PremierePresentation,
            IssueDeCourrier.EnCours or IssueDeCourrier.AdresseInconnue => null,
        };
}

/// <summary>Lit le registre des courriers.</summary>
public sealed class LireCourriers(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeCourrier>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var courriers = contexte.CourriersVisibles(acteur).AsNoTracking();
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            courriers = courriers.Where(c => c.CleDeRecherche.Contains(mot));
        }

        IssueDeCourrier? issue = Enum.TryParse<IssueDeCourrier>(demande.Filtre("issue"), out var lue) ? lue : null;
        if (demande.Filtre("type") is { } type && Guid.TryParse(demande.Filtre("objet"), out var objet))
        {
            courriers = courriers.Where(c => c.ObjetType == type && c.ObjetId == objet);
        }

        var plis = from c in courriers from d in c.Destinataires where issue == null || d.Issue == issue select new { c, d };
        var lignes =
            from p in plis
            orderby p.c.Numero descending, p.d.Rang
            select new LigneDeCourrier(
                p.c.Id,
                p.c.Numero,
                p.c.Objet,
                p.c.Mode,
                p.c.EnregistreLe,
                p.c.PosteLe,
                p.d.Nom,
                p.d.Rang,
                p.d.Issue,
                p.d.PremierePresentation,
                p.d.RemisLe
            );
        return new PageDe<LigneDeCourrier>(
            await lignes.Skip(demande.Ignorer).Take(demande.Prendre).ToListAsync(annulation),
            await plis.CountAsync(annulation)
        );
    }

    /// <returns>Le nom et l'adresse postale d'une collectivité, pour lui écrire ; null si elle n'existe pas.</returns>
    public async Task<AdresseDeCourrier?> AdresseAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var fiche = await contexte
            .Collectivites.Where(c => c.Id == collectivite)
            .Select(c => new
            {
                c.Nom,
                c.Siege,
                c.Postale,
            })
            .SingleOrDefaultAsync(annulation);
        return fiche is null
            ? null
            : new AdresseDeCourrier(fiche.Nom, LireDestinataires.Postale(fiche.Postale.Sinon(fiche.Siege)), collectivite.Valeur);
    }

    /// <returns>Le courrier et le nom de ses pièces ; null s'il n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<(Courrier Courrier, IReadOnlyDictionary<Guid, string> Pieces)?> FicheAsync(
        Acteur acteur,
        CourrierId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var courrier = await contexte.CourriersVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation);
        if (courrier is null)
        {
            return null;
        }

        List<Guid> ids = [.. courrier.Destinataires.Select(d => d.Accuse).Append(courrier.Piece).OfType<Guid>()];
        return (
            courrier,
            await contexte.Pieces.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Nom, annulation)
        );
    }
}
