using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Outils;

/// <summary>
/// Un objet de chaque sorte qui n'est pas à celui qui regarde, et l'adresse où chaque sorte se regarde. Le test de
/// cloisonnement découvre seul les adresses ; il prend ici de quoi les remplir.
/// </summary>
/// <remarks>
/// Une capacité qui apporte des adresses à paramètres y inscrit son objet dans <see cref="PreparerAsync"/> et ses préfixes
/// dans <see cref="Inscrits"/> ; sans cela le test échoue en les nommant. Les noms portent une marque : la lire à l'écran,
/// c'est avoir vu ce qu'on ne devait pas voir.
/// </remarks>
internal sealed class Echantillons
{
    /// <summary>Dans le nom de tout ce qui est à l'autre membre.</summary>
    public const string MarqueDuMembre = "Zutkerque-Marquée";

    /// <summary>Dans le nom de tout ce qui est au groupement où ni le membre ni l'agent limité ne sont.</summary>
    public const string MarqueDuGroupement = "Réserve-Marquée";

    /// <summary>Le préfixe d'une adresse, le plus long l'emporte, et de quoi remplir ses paramètres dans l'ordre.</summary>
    private static readonly (string Prefixe, Func<Echantillons, string[]> Valeurs)[] Inscrits =
    [
        ("/marches/{", e => [e.Marche.Id.Valeur.ToString()]),
        ("/espace/marches/{", e => [e.Marche.Id.Valeur.ToString()]),
        ("/espace/procedures/{", e => [e.Procedure.Id.Valeur.ToString()]),
        ("/procedures/{id:guid}/lots/{", e => [e.Procedure.Id.Valeur.ToString(), "1"]),
        ("/procedures/{id:guid}/pieces/{", e => [e.Procedure.Id.Valeur.ToString(), "1"]),
        ("/administration/comptes/{", e => [e.Utilisateur.Id.ToString()]),
        ("/espace/utilisateurs/{", e => [e.Utilisateur.Id.ToString()]),
        ("/espace/collectivite/{", e => [e.Autre.Id.Valeur.ToString()]),
        ("/collectivites/{", e => [e.Autre.Id.Valeur.ToString()]),
        ("/collectivites/import/{", _ => [Guid.NewGuid().ToString()]),
        ("/groupements/{", e => [e.Reserve.Id.Valeur.ToString(), e.AdhesionReservee.Id.Valeur.ToString()]),
        ("/groupements/{Id:guid}/adhesions/{", e => [e.Reserve.Id.Valeur.ToString(), e.DossierReserve.Id.Valeur.ToString()]),
        ("/groupements/{Id:guid}/avenants/{", e => [e.Reserve.Id.Valeur.ToString(), e.AvenantReserve.Id.Valeur.ToString()]),
        ("/groupements/{Id:guid}/retraits/{", e => [e.Reserve.Id.Valeur.ToString(), e.RetraitReserve.Id.Valeur.ToString()]),
        ("/groupements/{Id:guid}/suivi/", e => [e.Reserve.Id.Valeur.ToString(), Guid.NewGuid().ToString()]),
        ("/espace/adhesions/{", e => [e.DossierReserve.Id.Valeur.ToString(), e.Marche.Id.Valeur.ToString()]),
        ("/espace/avenants/{", _ => [Guid.NewGuid().ToString()]),
        ("/espace/pieces/{", _ => [Guid.NewGuid().ToString()]),
        ("/commissions/{", e => [e.Commission.Id.Valeur.ToString()]),
        ("/commissions/seances/{", e => [e.Seance.Id.Valeur.ToString(), Guid.NewGuid().ToString()]),
        ("/groupements/{id:guid}/documents/{", e => [e.Reserve.Id.Valeur.ToString(), Guid.NewGuid().ToString()]),
        ("/procedures/{", e => [e.Procedure.Id.Valeur.ToString()]),
        ("/conventions/assistance/{", e => [e.Assistance.Id.Valeur.ToString()]),
        ("/conventions/litiges/{", e => [e.Litige.Id.Valeur.ToString()]),
        ("/conventions/assurances/{", _ => [Guid.NewGuid().ToString()]),
        ("/sessions/{", e => [e.Session.Id.Valeur.ToString()]),
        ("/espace/sessions/{", e => [e.Session.Id.Valeur.ToString(), e.Autre.Id.Valeur.ToString()]),
        ("/conventions/{", e => [e.Convention.Id.Valeur.ToString(), "1"]),
        ("/espace/activite/{", e => [e.Reserve.Id.Valeur.ToString(), Guid.NewGuid().ToString()]),
        ("/recensements/{", e => [e.Campagne.Valeur.ToString(), e.Autre.Id.Valeur.ToString()]),
        ("/recensements/reponses/{", e => [e.Reponse.Valeur.ToString()]),
        ("/recensements/imports/{", _ => [Guid.NewGuid().ToString()]),
        ("/recensements/recus/{", _ => ["RB-2026-0001"]),
        ("/courriels/{", e => [e.Envoi.ToString()]),
        ("/courriels/modeles/{", _ => ["recensement.relance"]),
        ("/courriels/registre/{", e => [e.Courrier.Valeur.ToString(), Guid.NewGuid().ToString()]),
        ("/transmissions/{", e => [e.Transmission.Valeur.ToString()]),
        ("/espace/transmissions/{", e => [e.Transmission.Valeur.ToString()]),
        ("/documents/produits/{", e => [e.Document.ToString()]),
        ("/documents/natures/{", _ => ["inconnue"]),
        ("/espace/contributions/{", e => [e.Contributions.Appel.Id.Valeur.ToString()]),
        ("/contributions/grilles/{", e => [e.Contributions.Grille.Id.Valeur.ToString()]),
        ("/contributions/campagnes/{", e => [e.Contributions.Campagne.Id.Valeur.ToString(), "simulation"]),
        ("/contributions/appels/{", e => [e.Contributions.Appel.Id.Valeur.ToString()]),
        ("/contributions/refacturations/{", e => [e.Contributions.Refacturation.Id.Valeur.ToString()]),
        ("/contributions/finances/remises/{", _ => [Guid.NewGuid().ToString()]),
        ("/contributions/finances/profils/{", _ => [Guid.NewGuid().ToString()]),
        ("/contributions/suivi/{", _ => ["2026"]),
        ("/contributions/imports/{", _ => ["consultations"]),
        ("/documents/dossiers/{", _ => ["ConventionDAcces", Guid.NewGuid().ToString(), "grille"]),
        ("/documents/modeles/{", _ => [Guid.NewGuid().ToString(), "1"]),
        ("/travaux/{", _ => [Guid.NewGuid().ToString()]),
        ("/aide/{", _ => ["inconnue"]),
    ];

    /// <summary>Le marché du lot 1 de la procédure du groupement réservé.</summary>
    public required Marche Marche { get; init; }

    /// <summary>La collectivité de celui qui regarde.</summary>
    public required Collectivite Sienne { get; init; }

    public required Collectivite Autre { get; init; }

    /// <summary>Un groupement dont les deux collectivités sont membres.</summary>
    public required Groupement Commun { get; init; }

    /// <summary>Un groupement dont seule l'autre est membre.</summary>
    public required Groupement Reserve { get; init; }

    public required Adhesion AdhesionReservee { get; init; }

    /// <summary>Le dossier d'adhésion de l'autre membre au groupement réservé, son retrait et un avenant.</summary>
    public required DossierDAdhesion DossierReserve { get; init; }

    public required DossierDeRetrait RetraitReserve { get; init; }

    public required AvenantDeConvention AvenantReserve { get; init; }

    public required Procedure Procedure { get; init; }

    /// <summary>La commission du groupement réservé, et sa séance.</summary>
    public required Commission Commission { get; init; }

    public required Seance Seance { get; init; }

    /// <summary>La convention d'accès de l'autre.</summary>
    public required ConventionDAcces Convention { get; init; }

    /// <summary>Ce que les membres du groupement réservé doivent.</summary>
    public required EchantillonsDesContributions Contributions { get; init; }

    /// <summary>La demande d'assistance de l'autre.</summary>
    public required DemandeDAssistance Assistance { get; init; }

    /// <summary>Le litige de l'autre sur une convention d'accès.</summary>
    public required LitigeDAcces Litige { get; init; }

    /// <summary>Une session du groupement réservé.</summary>
    public required SessionDePresentation Session { get; init; }

    public required CompteDEssai Utilisateur { get; init; }

    /// <summary>La campagne du groupement réservé.</summary>
    public CampagneId Campagne { get; private set; }

    /// <summary>La campagne du groupement commun.</summary>
    public CampagneId CampagneCommune { get; private set; }

    /// <summary>La réponse de l'autre membre à la campagne du groupement commun.</summary>
    public ReponseId Reponse { get; private set; }

    /// <summary>Un courriel, un courrier et une transmission du groupement réservé.</summary>
    public Guid Envoi { get; private set; }

    public CourrierId Courrier { get; private set; }

    public TransmissionId Transmission { get; private set; }

    /// <summary>Un document produit pour le groupement réservé.</summary>
    public Guid Document { get; private set; }

    /// <returns>Les valeurs des paramètres, ou null si rien n'est inscrit pour cette adresse.</returns>
    public string[]? Valeurs(string adresse) =>
        Inscrits
            .Where(i => adresse.StartsWith(i.Prefixe, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(i => i.Prefixe.Length)
            .Select(i => i.Valeurs(this))
            .FirstOrDefault();

    public static async Task<Echantillons> PreparerAsync(ApplicationEnMarche app)
    {
        var jour = DateOnly.FromDateTime(app.Horloge.Instant.UtcDateTime);
        var sienne = UneCommune("Aubépine");
        var autre = UneCommune(MarqueDuMembre);
        var commun = UnGroupement("Groupement commun", 901, sienne, jour);
        var reserve = UnGroupement($"Groupement {MarqueDuGroupement}", 902, autre, jour);
        var adhesions = new[] { (commun, sienne), (commun, autre), (reserve, autre) }
            .Select(a =>
            {
                var adhesion = Adhesion.Entrer(
                    a.Item1.Id,
                    a.Item2.Id,
                    a.Item1.Debut,
                    new FaitsDEntree(a.Item1.Etat, a.Item1.Debut, null, null, [])
                );
                adhesion.Choisir(a.Item1.Prestations[0], a.Item1.Debut);
                return adhesion;
            })
            .ToList();
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(jour.Year, 902),
            reserve.Id,
            $"Achat {MarqueDuGroupement}",
            NatureDAchat.Fournitures,
            jour
        );
        var commission = Commission.DuGroupement(
            reserve.Id,
            reserve.Nom,
            autre.Id,
            [new MembreARepresenter(autre.Id, autre.Nom, DisposeCao: false)],
            ReglesDeCommission.ParDefaut
        );
        var seance = Seance.Programmer(
            new ReferenceDeSeance(jour.Year, 902),
            commission.Id,
            new DonneesDeSeance(
                jour.AddDays(20),
                new TimeOnly(9, 0),
                ModeDeReunion.Presentiel,
                $"Salle {MarqueDuGroupement}",
                null
            ),
            jour,
            commission.Regles,
            voix: 1,
            autreSeance: null
        );
        var convention = ConventionDAcces.Preparer(
            new ReferenceDeConvention(jour.Year, 902),
            autre.Id,
            ReglesDAcces.Usuelles,
            jour
        );
        var conclue = Conventions.Exemples.EnVigueur(autre.Id, numero: 903, effet: jour.AddYears(-5));
        var litige = LitigeDAcces.Declarer(conclue, PartieDAcces.Collectivite, $"Grief {MarqueDuMembre}", jour, jour);
        var dossier = DossierDAdhesion.Ouvrir(
            reserve.Id,
            autre.Id,
            OrigineDAdhesion.Demande,
            jour,
            null,
            new FaitsDOuverture(reserve.Etat, autre.Nom, null, null)
        );
        var retrait = DossierDeRetrait.Annoncer(adhesions[2], reserve.Etat, reserve.Regles.ModeDeRetrait, autre.Nom, jour, null);
        var avenant = AvenantDeConvention.Preparer(
            reserve.Id,
            1,
            GenreDAvenant.Modification,
            $"Avenant {MarqueDuGroupement}",
            "",
            "Texte.",
            null
        );
        var contributions = EchantillonsDesContributions.De(reserve, autre, jour.Year);
        var assistance = DemandeDAssistance.Recevoir(
            autre.Id,
            new NouvelleDemandeDAssistance(NatureDAssistance.Technique, $"Aide {MarqueDuMembre}", null, null),
            app.Horloge.Instant
        );
        var session = SessionDePresentation.Programmer(
            reserve.Id,
            new SaisieDeSession(
                $"Session {MarqueDuGroupement}",
                jour.AddDays(10),
                new TimeOnly(9, 0),
                new TimeOnly(11, 0),
                "Au siège",
                "Prestataire",
                null
            )
        );
        session.Inviter(1, app.Horloge.Instant, jour);
        await app.Base.SemerAsync([
            sienne,
            autre,
            commun,
            reserve,
            .. adhesions,
            procedure,
            convention,
            conclue,
            assistance,
            litige,
            session,
            .. contributions.Tous,
        ]);
        await app.Base.SemerAsync(commission, seance);
        var marche = await MarcheAsync(app, reserve, procedure, jour);
        var echantillons = new Echantillons
        {
            Marche = marche,
            Sienne = sienne,
            Autre = autre,
            Commun = commun,
            Reserve = reserve,
            AdhesionReservee = adhesions[2],
            DossierReserve = dossier,
            RetraitReserve = retrait,
            AvenantReserve = avenant,
            Procedure = procedure,
            Commission = commission,
            Seance = seance,
            Convention = convention,
            Contributions = contributions,
            Assistance = assistance,
            Litige = litige,
            Session = session,
            Utilisateur = await app.Comptes.MembreAsync(autre.Id, nom: $"Personne {MarqueDuMembre}"),
        };
        await echantillons.RecenserAsync(app, jour);
        await echantillons.EcrireAsync(app, jour);
        echantillons.Document = await Documents.DocumentDEssai.GarderAsync(app, reserve.Id, $"Lettre {MarqueDuGroupement}");
        return echantillons;
    }

    private async Task EcrireAsync(ApplicationEnMarche app, DateOnly jour)
    {
        var courrier = Domain.Courriels.Courrier.Enregistrer(
            "CR-2026-9001",
            $"Lettre {MarqueDuGroupement}",
            ModeDEnvoi.LettreRecommandee,
            [new AdresseDeCourrier(MarqueDuMembre, "1 rue Haute\n62000 Arras")],
            jour,
            new RattachementDeCourrier(Groupement: Reserve.Id.Valeur),
            null
        );
        var transmission = Domain.Courriels.Transmission.Preparer(
            Reserve.Id,
            new ContenuDeTransmission(NatureDeTransmission.Information, $"Avis {MarqueDuGroupement}", "À savoir.", jour),
            jour.AddDays(2),
            jour,
            null
        );
        transmission.Transmettre(jour, 1, 0);
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        contexte.AddRange(courrier, transmission, new MembreInforme(transmission.Id, Autre.Id, parCourrier: false));
        var envoi = FileDeCourriels.Deposer(
            contexte,
            new Courriel(
                "autre@exemple.invalid",
                MarqueDuMembre,
                $"Courriel {MarqueDuGroupement}",
                "Texte",
                nameof(Groupement),
                Reserve.Id.Valeur
            ),
            app.Horloge.Instant
        );
        await contexte.EnregistrerAsync(Acteur.Systeme, app.Horloge.Instant);
        (Envoi, Courrier, Transmission) = (envoi.Id, courrier.Id, transmission.Id);
    }

    private async Task RecenserAsync(ApplicationEnMarche app, DateOnly jour)
    {
        await app.Base.SemerAsync(DossierReserve, RetraitReserve, AvenantReserve);
        var agent = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var acteur = await app.Services.GetRequiredService<LireActeur>().ExecuterAsync(agent.Id);
        var commune = await OuvrirAsync(app, acteur!, Commun, "Recensement commun", jour);
        CampagneCommune = commune;
        Campagne = await OuvrirAsync(app, acteur!, Reserve, $"Recensement {MarqueDuGroupement}", jour);
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        Reponse = await contexte
            .Reponses.Where(r => r.Campagne == commune && r.Collectivite == Autre.Id)
            .Select(r => r.Id)
            .SingleAsync();
    }

    private static async Task<CampagneId> OuvrirAsync(
        ApplicationEnMarche app,
        Acteur acteur,
        Groupement groupement,
        string nom,
        DateOnly jour
    )
    {
        await using var portee = app.Services.CreateAsyncScope();
        var prestation = groupement.Prestations[0].Id;
        var id = await portee
            .ServiceProvider.GetRequiredService<CreerCampagne>()
            .ExecuterAsync(
                acteur,
                new NouvelleCampagne(
                    groupement.Id,
                    jour.Year + 1,
                    new ParametresDeCampagne(nom, "Répondez.", jour, jour.AddDays(20), DureeEnAnnees: 4),
                    [prestation],
                    null
                )
            );
        await portee
            .ServiceProvider.GetRequiredService<ModifierCatalogue>()
            .ExecuterAsync(
                acteur,
                id,
                await VersionAsync(app, id),
                [
                    ModificationDeCatalogue.Ajout(
                        new DescriptionDeLigne(prestation, 1, 1, "Papier A4", "rame", 4m, ChampDeReponse.Estime, null)
                    ),
                ]
            );
        await portee.ServiceProvider.GetRequiredService<OuvrirCampagne>().ExecuterAsync(acteur, id, await VersionAsync(app, id));
        return id;
    }

    private static async Task<int> VersionAsync(ApplicationEnMarche app, CampagneId id)
    {
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        return await contexte.Campagnes.Where(c => c.Id == id).Select(c => c.Version).SingleAsync();
    }

    private static async Task<Marche> MarcheAsync(
        ApplicationEnMarche app,
        Groupement groupement,
        Procedure procedure,
        DateOnly jour
    )
    {
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        var suivie = await contexte.Procedures.SingleAsync(p => p.Id == procedure.Id);
        if (suivie.Lots.Count == 0)
        {
            suivie.AjouterLot(
                new DefinitionDeLotDeProcedure($"Lot {MarqueDuGroupement}", groupement.Prestations[0].Id),
                groupement
            );
        }

        var marche = Marche.Attribuer(
            "MAR-2026-902",
            suivie,
            suivie.Lots[0],
            new AttributionDeMarche(jour, [("Titulaire", null)], MontantHt.DEuros(1_000m), null, null, 12, [])
        );
        contexte.Add(marche);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, app.Horloge.Instant);
        return marche;
    }

    private static Collectivite UneCommune(string nom)
    {
        var commune = Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = nom,
                Categorie = CategorieDeCollectivite.Commune,
                Departement = "62",
            }
        );
        commune.RenseignerPopulation(new DeclarationDePopulation(2026, 1500, null, "INSEE"));
        return commune;
    }

    private static Groupement UnGroupement(string nom, int numero, Collectivite coordonnateur, DateOnly jour)
    {
        var groupement = Groupement.Creer(
            new ReferenceDeGroupement(jour.Year, numero),
            new IdentiteDeGroupement(
                nom,
                "Acheter ensemble.",
                coordonnateur.Id,
                new DateOnly(jour.Year, 1, 1),
                estPermanent: true
            )
        );
        var fournitures = groupement.AjouterPrestation(
            new DefinitionDePrestation("FOURN", $"Fournitures de {nom}", NatureDAchat.Fournitures)
        );
        groupement.AjouterLot(new DefinitionDeLot(1, fournitures, "Papier", NatureDAchat.Fournitures));
        groupement.Ouvrir(coordonnateurMembre: true);
        return groupement;
    }
}
