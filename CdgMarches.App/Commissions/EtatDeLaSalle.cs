using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Commissions;

/// <summary>Ce qu'une présence demande de savoir de la séance, sans la charger : ses places figées, ses présences, son point en cours.</summary>
internal sealed class EtatDeLaSalle(
    ListeFigeeDeSeance liste,
    EnTeteDeSeance entete,
    List<Presence> presences,
    List<Deport> deports
)
{
    public int Version => entete.Version;

    public List<Presence> Presences => presences;

    public FeuilleDePresence Feuille() => new(liste.Places, presences, deports);

    public string? Nom(Guid personne) => liste.Noms.GetValueOrDefault(personne);

    /// <summary>Ce dont dépendent les boutons de la séance : quand cela change, tous les écrans relisent.</summary>
    public (bool Quorum, bool Presidence, bool QuorumDuPoint, bool PresidenceDuPoint, int VoixDuPoint) Photo()
    {
        var feuille = Feuille();
        return (
            QuorumDeLaSeance(feuille).EstAtteint(feuille.Voix()),
            feuille.PresidenceAssuree(),
            entete.PointEnCours is not { } p || QuorumDuPoint(feuille).EstAtteint(feuille.Voix(p)),
            entete.PointEnCours is not { } n || feuille.PresidenceAssuree(n),
            entete.PointEnCours is { } v ? feuille.Voix(v) : 0
        );
    }

    public JaugeEnDirect Jauge(TimeZoneInfo fuseau)
    {
        var feuille = Feuille();
        var quorum = QuorumDeLaSeance(feuille);
        return JaugeDe(feuille, quorum, fuseau);
    }

    public static JaugeEnDirect JaugeDe(FeuilleDePresence feuille, Quorum quorum, TimeZoneInfo fuseau)
    {
        var presentes = feuille.Voix();
        var compte =
            $"{presentes.ToString(Francais.Culture)} voix présente{(presentes > 1 ? "s" : "")} / {quorum.Voix.ToString(Francais.Culture)}";
        var depuis = feuille.AtteintDepuis(quorum);
        var texte = quorum switch
        {
            { EstSansCondition: true } => $"{compte}, sans condition de quorum (seconde convocation)",
            _ when depuis is { } instant =>
                $"{compte}, quorum {quorum.Requis.ToString(Francais.Culture)} : atteint à {Formats.Heure(instant, fuseau)}",
            _ => $"{compte}, quorum {quorum.Requis.ToString(Francais.Culture)} : non atteint",
        };
        return new JaugeEnDirect(presentes, quorum.Voix, quorum.Requis, quorum.EstAtteint(presentes), texte);
    }

    /// <summary>Les lignes des deux personnes du siège, ou celle de l'invité : la voix de l'une dépend de l'autre.</summary>
    public IReadOnlyList<LigneEnDirect> LignesDuSiege(Guid personne, TimeZoneInfo fuseau)
    {
        var feuille = Feuille();
        var place = liste.Places.FirstOrDefault(p => p.Titulaire == personne || p.Suppleant == personne);
        return place is null
            ? [Ligne(personne, compte: false, fuseau)]
            :
            [
                .. new[] { place.Titulaire, place.Suppleant }
                    .OfType<Guid>()
                    .Select(p => Ligne(p, Compte(feuille, place, p), fuseau)),
            ];
    }

    public IReadOnlyList<LigneEnDirect> ToutesLesLignes(TimeZoneInfo fuseau)
    {
        var feuille = Feuille();
        var parPlace = liste.Places.SelectMany(place =>
            new[] { place.Titulaire, place.Suppleant }.OfType<Guid>().Select(p => Ligne(p, Compte(feuille, place, p), fuseau))
        );
        var sieges = liste.Places.SelectMany(p => new[] { p.Titulaire, p.Suppleant }).OfType<Guid>().ToHashSet();
        return [.. parPlace, .. liste.Noms.Keys.Where(p => !sieges.Contains(p)).Select(p => Ligne(p, compte: false, fuseau))];
    }

    private static bool Compte(FeuilleDePresence feuille, PlaceDeSeance place, Guid personne) =>
        feuille.Voix(place) is { } qui && personne == (qui is QualiteEnSeance.Titulaire ? place.Titulaire : place.Suppleant);

    private LigneEnDirect Ligne(Guid personne, bool compte, TimeZoneInfo fuseau)
    {
        var siennes = presences.Where(p => p.Personne == personne).OrderBy(p => p.Arrivee).ToList();
        var ouverte = siennes.Find(p => p.EstLa());
        return new LigneEnDirect(
            personne,
            ouverte is not null,
            ouverte?.ADistance ?? false,
            string.Join(
                " ; ",
                siennes.Select(p =>
                    p.Depart is { } depart
                        ? $"{Formats.Heure(p.Arrivee, fuseau)} → {Formats.Heure(depart, fuseau)}"
                        : $"depuis {Formats.Heure(p.Arrivee, fuseau)}"
                )
            ),
            compte
        );
    }

    private Quorum QuorumDeLaSeance(FeuilleDePresence feuille) => entete.QuorumDe(feuille.Sieges, pointNouveau: false);

    private Quorum QuorumDuPoint(FeuilleDePresence feuille) => entete.QuorumDe(feuille.Sieges, entete.PointNouveau);
}

/// <summary>La liste figée d'une séance : elle ne change plus, on la garde en mémoire.</summary>
internal sealed record ListeFigeeDeSeance(IReadOnlyList<PlaceDeSeance> Places, IReadOnlyDictionary<Guid, string> Noms);

/// <summary>Les quelques colonnes de la séance dont une présence a besoin.</summary>
internal sealed record EnTeteDeSeance(
    int Version,
    int? PointEnCours,
    bool SurSeconde,
    bool SecondeSansQuorum,
    Domain.Groupements.TypeDeQuorum Regle,
    bool PointNouveau
)
{
    public Quorum QuorumDe(int sieges, bool pointNouveau) =>
        SurSeconde && SecondeSansQuorum && !pointNouveau ? Quorum.SansCondition(sieges) : Quorum.De(sieges, Regle);
}

internal static class LectureDeLaSalle
{
    /// <summary>Avance la version de la séance, ce qui prend le verrou de sa ligne jusqu'à la fin de la transaction.</summary>
    public static Task<int> AvancerVersionAsync(this MarchesDbContext contexte, SeanceId id, CancellationToken annulation) =>
        contexte
            .Seances.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1), annulation);

    public static async Task<EtatDeLaSalle> SalleAsync(
        this MarchesDbContext contexte,
        SeanceId id,
        IMemoryCache cache,
        CancellationToken annulation
    )
    {
        var liste = await contexte.ListeFigeeAsync(id, cache, annulation);
        var entete = await contexte
            .Seances.AsNoTracking()
            .Where(s => s.Id == id)
            .Select(s => new EnTeteDeSeance(
                s.Version,
                s.PointEnCours,
                s.Premiere != null,
                s.Regles.SecondeSansQuorum,
                s.Regles.Quorum,
                s.Points.Any(p => p.Numero == s.PointEnCours && p.EstNouveau)
            ))
            .SingleAsync(annulation);
        var presences = await contexte.Presences.Where(p => p.Seance == id).ToListAsync(annulation);
        var deports = entete.PointEnCours is { } point
            ? await contexte
                .Seances.AsNoTracking()
                .Where(s => s.Id == id)
                .SelectMany(s => s.Deports)
                .Where(d => d.Point == point)
                .ToListAsync(annulation)
            : [];
        return new EtatDeLaSalle(liste, entete, presences, deports);
    }

    private static async Task<ListeFigeeDeSeance> ListeFigeeAsync(
        this MarchesDbContext contexte,
        SeanceId id,
        IMemoryCache cache,
        CancellationToken annulation
    )
    {
        var cle = (typeof(ListeFigeeDeSeance), id);
        if (cache.TryGetValue(cle, out ListeFigeeDeSeance? gardee) && gardee is not null)
        {
            return gardee;
        }

        var places = await contexte
            .Seances.AsNoTracking()
            .Where(s => s.Id == id)
            .SelectMany(s => s.Places)
            .OrderBy(p => p.Ordre)
            .ToListAsync(annulation);
        var invites = await contexte
            .Seances.AsNoTracking()
            .Where(s => s.Id == id)
            .SelectMany(s => s.Invites)
            .ToListAsync(annulation);
        Dictionary<Guid, string> noms = [];
        foreach (var place in places)
        {
            Nommer(place.Titulaire, place.NomDuTitulaire);
            Nommer(place.Suppleant, place.NomDuSuppleant);
        }

        foreach (var invite in invites)
        {
            noms[invite.Personne] = invite.Nom;
        }

        var liste = new ListeFigeeDeSeance(places, noms);
        if (places.Count > 0)
        {
            cache.Set(cle, liste, TimeSpan.FromHours(2));
        }

        return liste;

        void Nommer(Guid? personne, string? nom)
        {
            if (personne is { } p)
            {
                noms[p] = nom ?? "";
            }
        }
    }
}
