using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
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
        ("/administration/comptes/{", e => [e.Utilisateur.Id.ToString()]),
        ("/espace/utilisateurs/{", e => [e.Utilisateur.Id.ToString()]),
        ("/espace/collectivite/{", e => [e.Autre.Id.Valeur.ToString()]),
        ("/collectivites/{", e => [e.Autre.Id.Valeur.ToString()]),
        ("/collectivites/import/{", _ => [Guid.NewGuid().ToString()]),
        ("/groupements/{", e => [e.Reserve.Id.Valeur.ToString(), e.AdhesionReservee.Id.Valeur.ToString()]),
        ("/procedures/{", e => [e.Procedure.Id.Valeur.ToString(), "1"]),
        ("/marches/{", e => [e.Marche.Id.Valeur.ToString()]),
        ("/espace/marches/{", e => [e.Marche.Id.Valeur.ToString()]),
        ("/espace/procedures/{", e => [e.Procedure.Id.Valeur.ToString()]),
        ("/recensements/{", e => [e.Campagne.Valeur.ToString(), e.Autre.Id.Valeur.ToString()]),
        ("/recensements/reponses/{", e => [e.Reponse.Valeur.ToString()]),
        ("/recensements/imports/{", _ => [Guid.NewGuid().ToString()]),
        ("/recensements/recus/{", _ => ["RB-2026-0001"]),
        ("/travaux/{", _ => [Guid.NewGuid().ToString()]),
        ("/aide/{", _ => ["inconnue"]),
    ];

    /// <summary>La collectivité de celui qui regarde.</summary>
    public required Collectivite Sienne { get; init; }

    public required Collectivite Autre { get; init; }

    /// <summary>Un groupement dont les deux collectivités sont membres.</summary>
    public required Groupement Commun { get; init; }

    /// <summary>Un groupement dont seule l'autre est membre.</summary>
    public required Groupement Reserve { get; init; }

    public required Adhesion AdhesionReservee { get; init; }

    public required Procedure Procedure { get; init; }

    /// <summary>Le marché du lot 1 de la procédure du groupement réservé.</summary>
    public required Marche Marche { get; init; }

    public required CompteDEssai Utilisateur { get; init; }

    /// <summary>La campagne du groupement réservé.</summary>
    public CampagneId Campagne { get; private set; }

    /// <summary>La réponse de l'autre membre à la campagne du groupement commun.</summary>
    public ReponseId Reponse { get; private set; }

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
        procedure.AjouterLot(new DefinitionDeLotDeProcedure($"Lot {MarqueDuGroupement}", reserve.Prestations[0].Id), reserve);
        var marche = Marche.Attribuer(
            "MAR-2026-902",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(jour, [("Titulaire", null)], MontantHt.DEuros(1_000m), null, null, 12, [])
        );
        await app.Base.SemerAsync([sienne, autre, commun, reserve, .. adhesions, procedure, marche]);
        var echantillons = new Echantillons
        {
            Sienne = sienne,
            Autre = autre,
            Commun = commun,
            Reserve = reserve,
            AdhesionReservee = adhesions[2],
            Procedure = procedure,
            Marche = marche,
            Utilisateur = await app.Comptes.MembreAsync(autre.Id, nom: $"Personne {MarqueDuMembre}"),
        };
        await echantillons.RecenserAsync(app, jour);
        return echantillons;
    }

    private async Task RecenserAsync(ApplicationEnMarche app, DateOnly jour)
    {
        var agent = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var acteur = await app.Services.GetRequiredService<LireActeur>().ExecuterAsync(agent.Id);
        var commune = await OuvrirAsync(app, acteur!, Commun, "Recensement commun", jour);
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
