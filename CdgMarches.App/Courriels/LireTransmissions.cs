using CdgMarches.App.Accueil;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Une transmission, dans la liste.</summary>
public sealed record LigneDeTransmission
{
    public TransmissionId Id { get; init; }

    public NatureDeTransmission Nature { get; init; }

    public required string Objet { get; init; }

    public required string Groupement { get; init; }

    public DateOnly RecueLe { get; init; }

    public DateOnly ATransmettreAvant { get; init; }

    public DateOnly? TransmiseLe { get; init; }

    public int? JoursOuvres { get; init; }

    public bool EstAbandonnee { get; init; }

    public int Membres { get; init; }

    public int Lues { get; init; }

    /// <summary>Vrai quand elle attend encore, son délai passé.</summary>
    public bool EstEnRetard(DateOnly jour) => TransmiseLe is null && !EstAbandonnee && ATransmettreAvant < jour;
}

/// <summary>Une transmission en entier.</summary>
public sealed record FicheDeTransmission(
    LigneDeTransmission Ligne,
    int Version,
    GroupementId Groupement,
    string Texte,
    string? MotifDAbandon,
    Guid? Piece,
    string? NomDeLaPiece,
    string? AdresseDeLObjet
);

/// <summary>Un membre à qui une transmission est partie.</summary>
public sealed record LigneDeMembreInforme(string Membre, bool ParCourrier, DateTimeOffset? LuLe, string? LuPar);

/// <summary>Ce qu'un membre lit d'une transmission.</summary>
public sealed record TransmissionRecue(
    TransmissionId Id,
    CollectiviteId Collectivite,
    string Membre,
    string Groupement,
    NatureDeTransmission Nature,
    string Objet,
    string Texte,
    DateOnly RecueLe,
    DateOnly TransmiseLe,
    Guid? Piece,
    string? NomDeLaPiece,
    DateTimeOffset? LuLe,
    string? LuPar
);

/// <summary>Lit les transmissions : côté CDG, côté membre, et par le lien personnel d'un courriel.</summary>
public sealed class LireTransmissions(
    IDbContextFactory<MarchesDbContext> donnees,
    LiensPersonnels liens,
    AdressesDesObjets adresses,
    HorlogeLegale horloge
) : ISourceATraiter
{
    public const string EnAttente = "attente";
    public const string EnRetard = "retard";
    public const string Transmises = "transmises";

    public async Task<PageDe<LigneDeTransmission>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var transmissions = Filtrer(contexte.TransmissionsVisibles(acteur).AsNoTracking(), demande.Filtre("etat"));
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            transmissions = transmissions.Where(t => t.CleDeRecherche.Contains(mot));
        }

        return new PageDe<LigneDeTransmission>(
            await Projeter(contexte, transmissions.OrderByDescending(t => t.RecueLe).ThenByDescending(t => t.Id))
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .ToListAsync(annulation),
            await transmissions.CountAsync(annulation)
        );
    }

    /// <returns>Null si elle n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheDeTransmission?> FicheAsync(Acteur acteur, TransmissionId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = contexte.TransmissionsVisibles(acteur).AsNoTracking().Where(t => t.Id == id);
        if (await visibles.SingleOrDefaultAsync(annulation) is not { } transmission)
        {
            return null;
        }

        var (type, objet) = await contexte.OrigineAsync(transmission.ObjetType, transmission.ObjetId, annulation) is { } origine
            ? (origine.Type, origine.Objet)
            : (transmission.ObjetType, transmission.ObjetId);
        return new FicheDeTransmission(
            await Projeter(contexte, visibles).SingleAsync(annulation),
            transmission.Version,
            transmission.Groupement,
            transmission.Texte,
            transmission.MotifDAbandon,
            transmission.Piece,
            await contexte.Pieces.Where(p => p.Id == transmission.Piece).Select(p => p.Nom).SingleOrDefaultAsync(annulation),
            adresses.De(type, objet, transmission.Groupement.Valeur)
        );
    }

    public async Task<PageDe<LigneDeMembreInforme>> MembresAsync(
        Acteur acteur,
        TransmissionId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var membres =
            from m in contexte.MembresInformes
            where m.Transmission == id && contexte.TransmissionsVisibles(acteur).Any(t => t.Id == id)
            join c in contexte.Collectivites on m.Collectivite equals c.Id
            select new { m, c };
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            membres = membres.Where(x => x.c.CleDeRecherche.Contains(mot));
        }

        if (demande.Filtre("lecture") is { } lecture)
        {
            membres = lecture == "lue" ? membres.Where(x => x.m.LuLe != null) : membres.Where(x => x.m.LuLe == null);
        }

        return new PageDe<LigneDeMembreInforme>(
            await membres
                .OrderBy(x => x.c.CleDeTri)
                .ThenBy(x => x.c.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(x => new LigneDeMembreInforme(x.c.Nom, x.m.ParCourrier, x.m.LuLe, x.m.LuPar))
                .ToListAsync(annulation),
            await membres.CountAsync(annulation)
        );
    }

    /// <summary>Ce que les collectivités d'un membre ont reçu, le plus récent d'abord.</summary>
    public async Task<PageDe<TransmissionRecue>> RecuesAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var siennes = acteur.Perimetre.Collectivites;
        var recues = contexte.MembresInformes.Where(m => siennes.Contains(m.Collectivite));
        return new PageDe<TransmissionRecue>(
            await Recevoir(contexte, recues).Skip(demande.Ignorer).Take(demande.Prendre).ToListAsync(annulation),
            await recues.CountAsync(annulation)
        );
    }

    /// <returns>Ce qu'une collectivité de l'acteur a reçu ; null si rien ne lui est adressé.</returns>
    public async Task<TransmissionRecue?> RecueAsync(Acteur acteur, TransmissionId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var siennes = acteur.Perimetre.Collectivites;
        return await Recevoir(
                contexte,
                contexte.MembresInformes.Where(m => m.Transmission == id && siennes.Contains(m.Collectivite))
            )
            .FirstOrDefaultAsync(annulation);
    }

    /// <summary>Ce que montre le lien personnel d'un courriel ; rien ne change.</summary>
    /// <exception cref="RefusException">Le lien ne vaut pas, ou plus.</exception>
    public async Task<TransmissionRecue> ParLienAsync(string? jeton, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, TransmettreAuxMembres.UsageDeLecture, annulation);
        var (id, collectivite) = (new TransmissionId(lien.CibleId), new CollectiviteId(lien.Collectivite!.Value));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await Recevoir(
                contexte,
                contexte.MembresInformes.Where(m => m.Transmission == id && m.Collectivite == collectivite)
            )
            .SingleAsync(annulation);
    }

    /// <summary>Ce qui n'est pas transmis dans le délai, et ce qui attend encore (RG7.03).</summary>
    async Task<IReadOnlyList<CarteATraiter>> ISourceATraiter.ExecuterAsync(Acteur acteur, CancellationToken annulation)
    {
        if (!acteur.Peut(Droits.GererGroupements))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = contexte.TransmissionsVisibles(acteur);
        return
        [
            new CarteATraiter(
                "À transmettre aux membres",
                await Filtrer(visibles, EnAttente).CountAsync(annulation),
                await Filtrer(visibles, EnRetard).CountAsync(annulation),
                $"/transmissions?etat={EnAttente}",
                "informations, demandes et documents reçus",
                4
            ),
        ];
    }

    private IQueryable<Transmission> Filtrer(IQueryable<Transmission> transmissions, string? etat)
    {
        var jour = horloge.Aujourdhui;
        return etat switch
        {
            EnAttente => transmissions.Where(t => t.TransmiseLe == null && t.MotifDAbandon == null),
            EnRetard => transmissions.Where(t => t.TransmiseLe == null && t.MotifDAbandon == null && t.ATransmettreAvant < jour),
            Transmises => transmissions.Where(t => t.TransmiseLe != null),
            _ => transmissions,
        };
    }

    private static IQueryable<LigneDeTransmission> Projeter(MarchesDbContext contexte, IQueryable<Transmission> transmissions) =>
        transmissions.Select(t => new LigneDeTransmission
        {
            Id = t.Id,
            Nature = t.Nature,
            Objet = t.Objet,
            Groupement = contexte.Groupements.Where(g => g.Id == t.Groupement).Select(g => g.Nom).FirstOrDefault() ?? "",
            RecueLe = t.RecueLe,
            ATransmettreAvant = t.ATransmettreAvant,
            TransmiseLe = t.TransmiseLe,
            JoursOuvres = t.JoursOuvres,
            EstAbandonnee = t.MotifDAbandon != null,
            Membres = t.Membres,
            Lues = contexte.MembresInformes.Count(m => m.Transmission == t.Id && m.LuLe != null),
        });

    private static IQueryable<TransmissionRecue> Recevoir(MarchesDbContext contexte, IQueryable<MembreInforme> recues) =>
        from m in recues
        join t in contexte.Transmissions on m.Transmission equals t.Id
        join g in contexte.Groupements on t.Groupement equals g.Id
        join c in contexte.Collectivites on m.Collectivite equals c.Id
        orderby t.TransmiseLe descending, t.Id, c.Id
        select new TransmissionRecue(
            t.Id,
            c.Id,
            c.Nom,
            AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime),
            t.Nature,
            t.Objet,
            t.Texte,
            t.RecueLe,
            t.TransmiseLe!.Value,
            t.Piece,
            contexte.Pieces.Where(p => p.Id == t.Piece).Select(p => p.Nom).FirstOrDefault(),
            m.LuLe,
            m.LuPar
        );
}
