using CdgMarches.App.Compte;
using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Envoie une transmission aux membres qu'elle concerne, chacun avec son accusé de lecture.</summary>
public sealed class TransmettreAuxMembres(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    ComposerCourriel composer,
    LiensPersonnels liens,
    AdressesPubliques adresses,
    HorlogeLegale horloge
)
{
    public const string UsageDeLecture = "transmission.lire";

    public static DefinitionDeModele Definition { get; } =
        new(
            "transmission.membres",
            "Transmission aux membres d'un groupement",
            [
                new("nature", "Information, demande reçue ou document", "Information"),
                new("groupement", "Le nom du groupement", "Groupement permanent « Dématérialisation »"),
                new("membre", "Le nom du membre", "Arras"),
                new("objet", "L'objet", "Changement d'interlocuteur du titulaire"),
                new("texte", "Ce que l'agent a écrit", "Le titulaire du lot 2 change d'interlocuteur.")
                {
                    EstIndispensable = true,
                },
                new("recue-le", "Le jour de la réception", "9 mars 2026"),
                new(
                    "consigne",
                    "Ce qu'on fait à cette adresse, selon qu'un document est joint ou non",
                    Consigne(avecPiece: true)
                ),
                new("lien", "L'adresse de lecture, où l'on dit avoir lu", "https://marches.exemple.fr/lecture/…")
                {
                    EstIndispensable = true,
                },
            ],
            "{{groupement}} : {{objet}}",
            """
            Le coordonnateur {{de groupement}} transmet {{à membre}} :

            {{texte}}

            Reçu ou établi le {{recue-le}}. {{consigne}} :
            {{lien}}
            """
        );

    /// <summary>À qui elle partirait.</summary>
    public async Task<DestinatairesDesMembres> DestinatairesAsync(
        Acteur acteur,
        TransmissionId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var transmission = await TrouverAsync(contexte, acteur, id, annulation);
        return await DestinatairesAsync(contexte, acteur, transmission, annulation);
    }

    /// <summary>Le courriel qu'une de ces personnes recevrait.</summary>
    public async Task<Courriel> ApercuAsync(
        Acteur acteur,
        TransmissionId id,
        PersonneDuMembre personne,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var transmission = await TrouverAsync(contexte, acteur, id, annulation);
        var modele = await composer.LireAsync(Definition.Cle, annulation);
        var groupement = await NomAsync(contexte, transmission, annulation);
        return Ecrire(modele, transmission, groupement, personne, adresses.De("/lecture/…"));
    }

    /// <param name="acteur">Le gestionnaire.</param>
    /// <param name="id">La transmission.</param>
    /// <param name="version">La version qu'il avait sous les yeux.</param>
    /// <param name="choisis">Ceux qu'il garde des membres concernés ; null pour tous.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le nombre de courriels mis en file.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        TransmissionId id,
        int version,
        IReadOnlySet<CollectiviteId>? choisis = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        _ = adresses.De("/");
        var zone = Enum.Parse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation));
        var modele = await composer.LireAsync(Definition.Cle, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var transmission = await TrouverAsync(contexte, acteur, id, jeton);
                contexte.ExigerVersion(transmission, version);
                var destinataires = (await DestinatairesAsync(contexte, acteur, transmission, jeton)).Parmi(choisis);
                var membres = destinataires.Personnes.Select(p => p.Collectivite).ToHashSet();
                transmission.Transmettre(
                    horloge.Aujourdhui,
                    membres.Count + destinataires.SansAdresse.Count,
                    Ecoules(transmission.RecueLe, horloge.Aujourdhui, zone)
                );
                var groupement = await NomAsync(contexte, transmission, jeton);
                foreach (var personne in destinataires.Personnes)
                {
                    var emis = liens.Emettre(
                        contexte,
                        acteur,
                        new DemandeDeLien(
                            UsageDeLecture,
                            nameof(Transmission),
                            id.Valeur,
                            personne.Nom,
                            horloge.Maintenant.AddYears(1),
                            personne.Collectivite.Valeur,
                            EstAUsageUnique: false
                        )
                    );
                    FileDeCourriels.Deposer(
                        contexte,
                        Ecrire(modele, transmission, groupement, personne, adresses.De($"/lecture/{emis.Jeton}")) with
                        {
                            Lien = emis.Lien.Id,
                        },
                        horloge.Maintenant
                    );
                }

                contexte.MembresInformes.AddRange(membres.Select(m => new MembreInforme(id, m, parCourrier: false)));
                contexte.MembresInformes.AddRange(
                    destinataires.SansAdresse.Select(m => new MembreInforme(id, m.Collectivite, parCourrier: true))
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return destinataires.Personnes.Count;
            },
            annulation
        );
    }

    /// <summary>Renonce à transmettre, en disant pourquoi.</summary>
    public async Task AbandonnerAsync(
        Acteur acteur,
        TransmissionId id,
        int version,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var transmission = await TrouverAsync(contexte, acteur, id, annulation);
        contexte.ExigerVersion(transmission, version);
        transmission.Abandonner(motif);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Les jours ouvrés entre la réception, qui ne compte pas, et l'envoi.</summary>
    internal static int Ecoules(DateOnly recue, DateOnly envoi, ZoneDeJoursFeries zone)
    {
        var jours = 0;
        for (var jour = recue.AddDays(1); jour <= envoi; jour = jour.AddDays(1))
        {
            jours += JoursOuvres.Est(jour, zone) ? 1 : 0;
        }

        return jours;
    }

    private static Courriel Ecrire(
        ModeleEnVigueur modele,
        Transmission transmission,
        string groupement,
        PersonneDuMembre personne,
        string lien
    ) =>
        modele.Pour(
            personne.Adresse,
            personne.Nom,
            new Dictionary<string, string>
            {
                ["nature"] = transmission.Nature.Libelle(),
                ["groupement"] = groupement,
                ["membre"] = personne.Membre,
                ["objet"] = transmission.Objet,
                ["texte"] = transmission.Texte,
                ["recue-le"] = Formats.DateLongue(transmission.RecueLe),
                ["consigne"] = Consigne(transmission.Piece is not null),
                ["lien"] = lien,
            }
        ) with
        {
            ObjetType = nameof(Transmission),
            ObjetId = transmission.Id.Valeur,
            Collectivite = personne.Collectivite.Valeur,
            PiecesJointes = transmission.Piece is { } piece ? [piece] : [],
        };

    private static async Task<Transmission> TrouverAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TransmissionId id,
        CancellationToken annulation
    ) =>
        await contexte.TransmissionsVisibles(acteur).SingleOrDefaultAsync(t => t.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererGroupements);

    private static Task<string> NomAsync(MarchesDbContext contexte, Transmission transmission, CancellationToken annulation) =>
        contexte.AppellationAsync(transmission.Groupement, annulation);

    private static string Consigne(bool avecPiece) =>
        avecPiece
            ? "Pour le relire, ouvrir le document joint et dire que vous l'avez lu"
            : "Pour le relire et dire que vous l'avez lu";

    private async Task<DestinatairesDesMembres> DestinatairesAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Transmission transmission,
        CancellationToken annulation
    )
    {
        var membres = await contexte.MembresConcernesAsync(acteur, transmission, horloge.Aujourdhui, annulation);
        return await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
    }
}
