using CdgMarches.App.Compte;
using CdgMarches.App.Parametres;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Courriels;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Une campagne pour laquelle un membre est relancé.</summary>
public sealed record RecensementARelancer(
    CampagneId Campagne,
    string Intitule,
    DateOnly Cloture,
    bool EstClos,
    EchelonDeRelance Echelon,
    CollectiviteId Collectivite,
    string Membre
)
{
    /// <summary>L'adresse de l'agent chargé de la campagne : on lui répond quand la relance part d'elle-même.</summary>
    public string? Agent { get; init; }
}

/// <summary>Une personne à relancer, et tout ce que son courriel lui rappelle.</summary>
public sealed record PersonneARelancer(string Nom, string Adresse, IReadOnlyList<RecensementARelancer> Recensements);

/// <summary>Une lettre à imprimer pour un membre sans adresse de courriel.</summary>
public sealed record LettreDeRelance(string Membre, string AdressePostale, IReadOnlyList<RecensementARelancer> Recensements);

/// <summary>Ce qu'un jour de relance enverrait.</summary>
/// <param name="Jour">Le jour.</param>
/// <param name="Personnes">Les courriels, un par personne.</param>
/// <param name="Lettres">Les membres sans adresse.</param>
/// <param name="DejaRelancees">Les personnes écartées, relancées il y a moins de trois jours ouvrés.</param>
public sealed record PlanDeRelances(
    DateOnly Jour,
    IReadOnlyList<PersonneARelancer> Personnes,
    IReadOnlyList<LettreDeRelance> Lettres,
    int DejaRelancees
);

/// <summary>Relance les membres qui n'ont pas validé : à leurs échelons, d'elle-même, une fois qu'un agent l'a décidé (C6, C7).</summary>
/// <remarks>Qui valide cesse d'être relancé à l'instant : le plan se recalcule à chaque exécution.</remarks>
public sealed class RelancerRecensements(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    ComposerCourriel composer,
    AdressesPubliques adresses,
    HorlogeLegale horloge
)
{
    public const string Modele = "recensement.relance";

    public static DefinitionDeModele Definition { get; } =
        new(
            Modele,
            "Relance d'un recensement",
            [
                new(
                    "recensements",
                    "Les recensements attendus, un par ligne",
                    "— Recensement 2027, Arras : avant le 31 mars 2026 au soir"
                )
                {
                    EstIndispensable = true,
                },
                new("lien", "L'adresse de l'espace du membre", "https://marches.exemple.fr/espace") { EstIndispensable = true },
            ],
            "Recensement des besoins : votre réponse est attendue",
            """
            Votre réponse est attendue pour :

            {{recensements}}

            Répondez depuis votre espace ; la saisie s'enregistre au fur et à mesure, et vous pouvez y revenir :
            {{lien}}

            Si vous n'avez rien à commander, dites-le d'un bouton « Besoin néant » : sans réponse, nous ne pouvons pas le deviner.
            Si vous venez de valider, ne tenez pas compte de ce message.
            """
        );

    /// <summary>Ce qui partirait ce jour-là aux échelons réglés.</summary>
    public async Task<PlanDeRelances> PlanAsync(Acteur acteur, DateOnly jour, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PreparerAsync(contexte, acteur, jour, maintenant: false, annulation);
    }

    /// <summary>Ce qui partirait si l'on relançait aujourd'hui, sans attendre l'échelon.</summary>
    public async Task<PlanDeRelances> PlanImmediatAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PreparerAsync(contexte, acteur, horloge.Aujourdhui, maintenant: true, annulation);
    }

    /// <summary>Met en file les relances dues ; rejouée le même jour, n'en ajoute aucune.</summary>
    /// <param name="acteur">L'application, ou l'agent qui relance sans attendre.</param>
    /// <param name="maintenant">Vrai pour relancer sans attendre l'échelon.</param>
    /// <param name="annulation">Abandonne : rien n'est mis en file.</param>
    /// <returns>Ce qui a été mis en file.</returns>
    public async Task<PlanDeRelances> ExecuterAsync(
        Acteur acteur,
        bool maintenant = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererRecensements);
        var modele = await composer.LireAsync(Modele, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var plan = await PreparerAsync(contexte, acteur, horloge.Aujourdhui, maintenant, jeton);
                foreach (var personne in plan.Personnes)
                {
                    var envoi = FileDeCourriels.Deposer(contexte, Ecrire(modele, acteur, personne), horloge.Maintenant);
                    contexte.Relances.AddRange(
                        personne.Recensements.Select(r => Noter(r, personne.Adresse, personne.Nom, plan.Jour, envoi.Id))
                    );
                }

                foreach (var lettre in plan.Lettres)
                {
                    contexte.Relances.AddRange(lettre.Recensements.Select(r => Noter(r, "", lettre.Membre, plan.Jour, null)));
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return plan;
            },
            annulation
        );
    }

    private static Relance Noter(RecensementARelancer recensement, string adresse, string nom, DateOnly jour, Guid? envoi) =>
        new()
        {
            Campagne = recensement.Campagne,
            Collectivite = recensement.Collectivite,
            Adresse = Courte(adresse),
            Nom = nom,
            Echelon = recensement.Echelon.Jours,
            Jour = jour,
            Envoi = envoi,
        };

    private Courriel Ecrire(ModeleEnVigueur modele, Acteur acteur, PersonneARelancer personne)
    {
        var seul = personne.Recensements.Select(r => r.Campagne).Distinct().Count() == 1 ? personne.Recensements[0] : null;
        return modele.Pour(
            personne.Adresse,
            personne.Nom,
            new Dictionary<string, string>
            {
                ["recensements"] = string.Join('\n', personne.Recensements.Select(Ligne)),
                ["lien"] = adresses.De("/espace/recensements"),
            }
        ) with
        {
            ObjetType = seul is null ? null : nameof(Campagne),
            ObjetId = seul?.Campagne.Valeur,
            RepondreA =
                acteur == Acteur.Systeme && personne.Recensements.Select(r => r.Agent).Distinct().ToList() is [{ } agent]
                    ? agent
                    : null,
            Collectivite = personne.Recensements[0].Collectivite.Valeur,
        };
    }

    internal static string Ligne(RecensementARelancer recensement) =>
        recensement.EstClos
            ? $"— {recensement.Intitule}, {recensement.Membre} : clos le {Formats.DateLongue(recensement.Cloture)} sans votre réponse ; demandez au centre de gestion de vous le rouvrir"
            : $"— {recensement.Intitule}, {recensement.Membre} : avant le {Formats.DateLongue(recensement.Cloture)} au soir";

    private async Task<PlanDeRelances> PreparerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DateOnly jour,
        bool maintenant,
        CancellationToken annulation
    )
    {
        var zone = Enum.Parse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation));
        if (!JoursOuvres.Est(jour, zone))
        {
            return new PlanDeRelances(jour, [], [], 0);
        }

        var attendus = await AttendusAsync(contexte, acteur, jour, zone, maintenant, annulation);
        var destinataires = await contexte.DestinatairesAsync([.. attendus.Select(a => a.Collectivite)], jour, annulation);
        var campagnes = attendus.Select(a => a.Campagne).Distinct().ToList();
        var depuis = jour.AddDays(-20);
        var faites = await contexte
            .Relances.AsNoTracking()
            .Where(r => campagnes.Contains(r.Campagne) || r.Jour >= depuis)
            .ToListAsync(annulation);
        var dejaFaites = faites.Select(r => (r.Campagne, r.Collectivite, r.Adresse, r.Nom, r.Echelon)).ToHashSet();
        var dernieres = faites
            .Where(r => r.Envoi is not null)
            .GroupBy(r => (r.Adresse, r.Nom))
            .ToDictionary(g => g.Key, g => g.Max(r => r.Jour));
        var dernieresLettres = faites
            .Where(r => r.Envoi is null && r.Adresse.Length == 0)
            .GroupBy(r => r.Collectivite)
            .ToDictionary(g => g.Key, g => g.Max(r => r.Jour));
        var parMembre = attendus.ToLookup(a => a.Collectivite);
        var deja = 0;
        List<PersonneARelancer> personnes = [];
        foreach (var personne in destinataires.Personnes.GroupBy(p => (Adresse: Courte(p.Adresse), p.Nom)))
        {
            var siens = personne
                .SelectMany(p => parMembre[p.Collectivite])
                .Where(a =>
                    !dejaFaites.Contains((a.Campagne, a.Collectivite, personne.Key.Adresse, personne.Key.Nom, a.Echelon.Jours))
                )
                .ToList();
            if (siens.Count == 0)
            {
                continue;
            }

            if (CalendrierDeRelances.EstTropProche(Derniere(personne.Key), jour, zone))
            {
                deja++;
                continue;
            }

            personnes.Add(new PersonneARelancer(personne.Key.Nom, personne.First().Adresse, siens));
        }

        var lettres = destinataires
            .SansAdresse.Select(m => new LettreDeRelance(
                m.Membre,
                m.AdressePostale,
                [
                    .. parMembre[m.Collectivite]
                        .Where(a => !dejaFaites.Contains((a.Campagne, a.Collectivite, "", m.Membre, a.Echelon.Jours))),
                ]
            ))
            .Where(l => l.Recensements.Count > 0)
            .ToList();
        lettres.RemoveAll(l => EcritePeuAvant(l.Recensements[0].Collectivite));
        return new PlanDeRelances(jour, personnes, lettres, deja);

        bool EcritePeuAvant(CollectiviteId membre) =>
            dernieresLettres.TryGetValue(membre, out var le) && CalendrierDeRelances.EstTropProche(le, jour, zone);

        DateOnly? Derniere((string, string) personne) => dernieres.TryGetValue(personne, out var le) ? le : null;
    }

    /// <summary>Les membres qui n'ont pas répondu, campagne par campagne, à l'échelon du jour.</summary>
    private async Task<List<RecensementARelancer>> AttendusAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DateOnly jour,
        ZoneDeJoursFeries zone,
        bool maintenant,
        CancellationToken annulation
    )
    {
        var jours = CalendrierDeRelances.Lire(await parametres.ReglageAsync(ClesDeReglage.JoursDesRelances, annulation)) ?? [];
        var (du, au) = (jour.AddDays(-45), jour.AddDays(75));
        var campagnes = await contexte
            .CampagnesVisibles(acteur)
            .Where(c =>
                (c.Etat == EtatDeCampagne.Ouverte || c.Etat == EtatDeCampagne.Close) && c.Cloture >= du && c.Cloture <= au
            )
            .Select(c => new
            {
                c.Id,
                c.Intitule,
                c.Cloture,
                c.Etat,
                c.Responsable,
                c.Suppleant,
            })
            .ToListAsync(annulation);
        var dues = campagnes
            .Select(c => new
            {
                Campagne = c,
                EstClos = c.Etat is EtatDeCampagne.Close || c.Cloture < jour,
                Echelon = maintenant
                    ? new EchelonDeRelance(jour.DayNumber - c.Cloture.DayNumber, jour)
                    : CalendrierDeRelances.Du(jour, CalendrierDeRelances.De(c.Cloture, jours, zone), zone),
            })
            .Where(c => c.Echelon is not null)
            .ToDictionary(c => c.Campagne.Id);
        var charges = campagnes.SelectMany(c => new[] { c.Responsable, c.Suppleant }).OfType<Guid>().Distinct().ToList();
        var agents = await contexte
            .Users.Where(u => u.EstActif && charges.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.Email, annulation);
        var ids = dues.Keys.ToList();
        var instant = horloge.Maintenant;
        var attendues = await contexte
            .Reponses.Where(r =>
                ids.Contains(r.Campagne)
                && (r.Etat == EtatDeReponse.NonOuverte || r.Etat == EtatDeReponse.Brouillon || r.Etat == EtatDeReponse.ARevoir)
                && (!r.DelaiPersonnel || r.OuverteJusqua <= instant)
            )
            .Select(r => new { r.Campagne, r.Collectivite })
            .Distinct()
            .Join(
                contexte.Collectivites,
                r => r.Collectivite,
                c => c.Id,
                (r, c) =>
                    new
                    {
                        r.Campagne,
                        r.Collectivite,
                        c.Nom,
                    }
            )
            .ToListAsync(annulation);
        return
        [
            .. attendues
                .Select(a => new RecensementARelancer(
                    a.Campagne,
                    dues[a.Campagne].Campagne.Intitule,
                    dues[a.Campagne].Campagne.Cloture,
                    dues[a.Campagne].EstClos,
                    dues[a.Campagne].Echelon!,
                    a.Collectivite,
                    a.Nom
                )
                {
                    Agent = AdresseDe(dues[a.Campagne].Campagne.Responsable) ?? AdresseDe(dues[a.Campagne].Campagne.Suppleant),
                })
                .OrderBy(a => a.Cloture)
                .ThenBy(a => a.Membre, StringComparer.CurrentCulture),
        ];

        string? AdresseDe(Guid? agent) => agent is { } id ? agents.GetValueOrDefault(id) : null;
    }

    private static string Courte(string adresse) => adresse.ToLower(Francais.Culture);
}
