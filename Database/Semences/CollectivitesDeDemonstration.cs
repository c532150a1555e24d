using System.Globalization;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Les collectivités de la démonstration : trois cents communes et EPCI réels, leurs CCAS, et les trois fondateurs.</summary>
internal static class CollectivitesDeDemonstration
{
    /// <summary>Les communes retenues, des plus peuplées aux plus petites.</summary>
    private const int Communes = 306;

    private const int Ccas = 14;
    private const int CaissesDesEcoles = 3;
    private const int Paquet = 80;

    private const string NotesDuNic =
        "Fiche de démonstration. Nom, SIREN et population sont réels ; le SIRET porte un NIC fictif (9990), l'effectif et les personnes sont inventés.";

    private const string NotesSansSiren =
        "Fiche de démonstration. Le nom et le siège sont réels ; l'effectif et les personnes sont inventés, le SIRET n'est pas renseigné.";

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.Collectivites.AnyAsync(annulation))
        {
            return;
        }

        var catalogue = await contexte
            .CatalogueNational.AsNoTracking()
            .Where(c => c.Departement == "62")
            .OrderByDescending(c => c.PopulationMunicipale)
            .ThenBy(c => c.Code)
            .ToListAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var fabrique = new Fabrique(demonstration);
                List<Collectivite> creees = [.. Fondateurs(fabrique)];
                var epci = catalogue
                    .Where(c => c.Nature is not NatureDeReference.Commune)
                    .ToDictionary(c => c.Siren!, c => fabrique.DuCatalogue(c, epci: null));
                creees.AddRange(epci.Values);
                var communes = Choisir([.. catalogue.Where(c => c.Nature is NatureDeReference.Commune)])
                    .Select(c => fabrique.DuCatalogue(c, c.SirenEpci is { } siren ? epci.GetValueOrDefault(siren) : null))
                    .ToList();
                creees.AddRange(communes);
                creees.AddRange(communes.Take(Ccas).Select(c => fabrique.Etablissement(c, CategorieDeCollectivite.Ccas)));
                creees.AddRange(
                    communes
                        .Take(CaissesDesEcoles)
                        .Select(c => fabrique.Etablissement(c, CategorieDeCollectivite.CaisseDesEcoles))
                );
                foreach (var paquet in creees.Chunk(Paquet))
                {
                    contexte.AddRange(paquet.AsEnumerable());
                    await contexte.EnregistrerAsync(
                        ContexteDeDemonstration.Acteur,
                        demonstration.Instant(demonstration.Debut.AddDays(-30)),
                        jeton
                    );
                    contexte.ChangeTracker.Clear();
                }
            },
            annulation
        );
    }

    /// <summary>Les plus peuplées, puis une sur trois : les villages de trois cents habitants y sont aussi.</summary>
    private static IEnumerable<CollectiviteDeReference> Choisir(List<CollectiviteDeReference> communes)
    {
        const int Grandes = 60;
        return communes.Take(Grandes).Concat(communes.Skip(Grandes).Where((_, rang) => rang % 3 == 0)).Take(Communes);
    }

    private static IEnumerable<Collectivite> Fondateurs(Fabrique fabrique) =>
        [
            fabrique.Fondateur(
                ContexteDeDemonstration.Cdg62,
                "CDG 62",
                CategorieDeCollectivite.CentreDeGestion,
                "62",
                new Adresse("Allée du Château", "BP 67", "62702", "Bruay-la-Buissière Cedex"),
                agents: 130
            ),
            fabrique.Fondateur(
                ContexteDeDemonstration.Cdg59,
                "CDG 59",
                CategorieDeCollectivite.CentreDeGestion,
                "59",
                new Adresse("14 rue Jeanne Maillotte", "CS 71222", "59013", "Lille Cedex"),
                agents: 180
            ),
            fabrique.Fondateur(
                ContexteDeDemonstration.SommeNumerique,
                "Somme Numérique",
                CategorieDeCollectivite.SyndicatMixteOuvert,
                "80",
                new Adresse("43 avenue d'Italie", null, "80090", "Amiens"),
                agents: 25
            ),
        ];

    /// <summary>Fait les fiches, et tient le rang qui donne à chacune ses personnes et ses chiffres.</summary>
    private sealed class Fabrique(ContexteDeDemonstration demonstration)
    {
        private int _rang;

        public Collectivite Fondateur(
            string nom,
            string nomCourt,
            CategorieDeCollectivite categorie,
            string departement,
            Adresse siege,
            int agents
        ) =>
            Peupler(
                Collectivite.Creer(
                    new IdentiteDeCollectivite
                    {
                        Nom = nom,
                        NomCourt = nomCourt,
                        Categorie = categorie,
                        Departement = departement,
                        Siege = siege,
                        Notes = NotesSansSiren,
                    },
                    "démonstration"
                ),
                agents,
                municipale: null
            );

        public Collectivite DuCatalogue(CollectiviteDeReference reference, Collectivite? epci)
        {
            var commune = Collectivite.Creer(
                new IdentiteDeCollectivite
                {
                    Nom = reference.Nom,
                    Categorie = reference.Nature.Categorie(),
                    Siret = reference.Siren is { } siren ? PersonnesDeDemonstration.SiretFictif(siren) : null,
                    CodeInsee = reference.CodeInsee is { } insee ? CodeInsee.Parse(insee) : null,
                    Departement = reference.Departement,
                    Siege =
                        reference.Nature is NatureDeReference.Commune
                            ? new Adresse(CodePostal: reference.CodePostal, Ville: reference.Nom)
                            : Adresse.Vide,
                    Notes = NotesDuNic,
                },
                "catalogue national, démonstration"
            );
            if (epci is not null)
            {
                commune.Rattacher(epci.Id, epci.Categorie, epci.Nom);
            }

            var population = reference.PopulationMunicipale ?? 0;
            var diviseur = reference.Nature is NatureDeReference.Commune ? 55 : 220;
            return Peupler(commune, Math.Max(1, (population / diviseur) + (_rang % 4)), population);
        }

        public Collectivite Etablissement(Collectivite commune, CategorieDeCollectivite categorie)
        {
            var ccas = categorie is CategorieDeCollectivite.Ccas;
            var etablissement = Collectivite.Creer(
                new IdentiteDeCollectivite
                {
                    Nom = $"{(ccas ? "CCAS" : "Caisse des écoles")} {GrammaireDuNom.De(commune.Nom)}",
                    Categorie = categorie,
                    Departement = commune.Departement,
                    Siege = commune.Siege,
                    Notes = NotesSansSiren,
                },
                "démonstration"
            );
            etablissement.Rattacher(commune.Id, commune.Categorie, commune.Nom);
            return Peupler(
                etablissement,
                Math.Max(2, (commune.Effectifs[0].Agents / (ccas ? 9 : 25)) + (_rang % 3)),
                municipale: null
            );
        }

        private Collectivite Peupler(Collectivite collectivite, int agents, int? municipale)
        {
            var annee = demonstration.Aujourdhui.Year;
            var rang = _rang++;
            collectivite.DeclarerEffectif(
                new DeclarationDEffectif(
                    rang % 12 == 11 ? annee - 1 : annee,
                    agents,
                    Effectif.DefinitionUsuelle,
                    ContexteDeDemonstration.ChiffreFictif,
                    new DateOnly(annee, 1, 15)
                )
            );
            if (municipale is > 0)
            {
                collectivite.RenseignerPopulation(
                    new DeclarationDePopulation(
                        annee,
                        Totale: municipale + (municipale / 50) + 3,
                        municipale,
                        "Municipale : INSEE (catalogue national) ; totale : " + ContexteDeDemonstration.ChiffreFictif
                    )
                );
            }

            var boite = string.Create(CultureInfo.InvariantCulture, $"collectivite-{rang + 1:D3}");
            var executif = PersonnesDeDemonstration.Numero(rang, boite);
            collectivite.OuvrirMandat(
                collectivite.AjouterContact(executif).Id,
                new DonneesDeMandat(
                    RoleDeContact.Signataire,
                    demonstration.Debut.AddYears(-1),
                    PersonnesDeDemonstration.Qualite(collectivite.Categorie, executif.Civilite)
                )
            );
            collectivite.OuvrirMandat(
                collectivite.AjouterContact(PersonnesDeDemonstration.Numero(rang + 160, boite)).Id,
                new DonneesDeMandat(RoleDeContact.ReferentMarches, demonstration.Debut.AddYears(-1), "Secrétaire général")
            );
            return collectivite;
        }
    }
}
