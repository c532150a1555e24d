using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Les deux groupements de la démonstration : le permanent aux six prestations, et celui des trois fondateurs.</summary>
internal static class GroupementsDeDemonstration
{
    private const int Paquet = 80;

    /// <summary>Un membre sur quinze est entré à la dernière fenêtre : il n'a pas de besoin N-1.</summary>
    private const int UnEntrantSur = 15;

    /// <summary>Un membre sur soixante est sorti depuis : il a répondu l'an passé et n'est plus interrogé.</summary>
    private const int UnSortantSur = 60;

    private static readonly (
        string Code,
        string Libelle,
        NatureDAchat Nature,
        string? Unite,
        (string Intitule, string Cpv)[] Lots
    )[] Carte =
    [
        (
            "MARCHES",
            "Dématérialisation des procédures de marchés publics",
            NatureDAchat.Services,
            null,
            [("Plateforme de dématérialisation des marchés publics", "72416000-9")]
        ),
        (
            "ACTES",
            "Télétransmission des actes soumis au contrôle de légalité",
            NatureDAchat.Services,
            null,
            [("Tiers de télétransmission des actes", "72416000-9")]
        ),
        (
            "FLUX",
            "Télétransmission des flux comptables",
            NatureDAchat.Services,
            null,
            [("Tiers de télétransmission des flux comptables", "72416000-9")]
        ),
        (
            "CERTIFICATS",
            "Certificats pour les signatures électroniques",
            NatureDAchat.Fournitures,
            "certificat",
            [("Certificats de signature sur support", "79132100-9"), ("Certificats de cachet serveur", "79132100-9")]
        ),
        (
            "CONVOCATIONS",
            "Convocations électroniques",
            NatureDAchat.Services,
            null,
            [("Plateforme de convocation des assemblées", "72416000-9")]
        ),
        ("PARAPHEUR", "Parapheurs électroniques", NatureDAchat.Services, null, [("Parapheur électronique", "72416000-9")]),
    ];

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.Groupements.AnyAsync(annulation))
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var permanent = await PermanentAsync(contexte, demonstration, jeton);
                await ATroisAsync(contexte, demonstration, jeton);
                await MembresAsync(contexte, demonstration, permanent, jeton);
            },
            annulation
        );
    }

    private static async Task<Groupement> PermanentAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        CancellationToken annulation
    )
    {
        var groupement = await NouveauAsync(
            contexte,
            new IdentiteDeGroupement(
                ContexteDeDemonstration.GroupementPermanent,
                "Accéder à moindre coût aux plateformes et services de dématérialisation : marchés publics, actes, flux comptables, "
                    + "certificats, convocations et parapheurs. Chaque prestation est à la carte.",
                await ContexteDeDemonstration.CollectiviteAsync(contexte, ContexteDeDemonstration.Cdg62, annulation),
                demonstration.Debut,
                estPermanent: true
            ),
            annulation
        );
        var numero = 0;
        foreach (var (code, libelle, nature, unite, lots) in Carte)
        {
            var prestation = groupement.AjouterPrestation(new DefinitionDePrestation(code, libelle, nature, unite));
            foreach (var (intitule, cpv) in lots)
            {
                groupement.AjouterLot(new DefinitionDeLot(++numero, prestation, intitule, nature, CodeCpv.Lire(cpv)));
            }
        }

        await OuvrirAsync(contexte, demonstration, groupement, [groupement.Coordonnateur], annulation);
        return groupement;
    }

    private static async Task ATroisAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        CancellationToken annulation
    )
    {
        var cdg59 = await ContexteDeDemonstration.CollectiviteAsync(contexte, ContexteDeDemonstration.Cdg59, annulation);
        var groupement = await NouveauAsync(
            contexte,
            new IdentiteDeGroupement(
                ContexteDeDemonstration.GroupementATrois,
                "Maintenance et développement d'une plateforme de dématérialisation de la commande publique, répondant à la "
                    + "définition de profil acheteur. Dure jusqu'à l'échéance des marchés concernés.",
                cdg59,
                demonstration.Debut,
                millesime: demonstration.Debut.Year
            ),
            annulation
        );
        var maintenance = groupement.AjouterPrestation(
            new DefinitionDePrestation("MAINTENANCE", "Maintenance et assistance de la plateforme", NatureDAchat.Services)
        );
        var developpements = groupement.AjouterPrestation(
            new DefinitionDePrestation(
                "DEVELOPPEMENTS",
                "Développements de la chaîne de dématérialisation",
                NatureDAchat.Services,
                "jour"
            )
        );
        groupement.AjouterLot(
            new DefinitionDeLot(
                1,
                maintenance,
                "Maintenance du profil d'acheteur",
                NatureDAchat.Services,
                CodeCpv.Lire("72267000-4")
            )
        );
        groupement.AjouterLot(
            new DefinitionDeLot(2, developpements, "Développements", NatureDAchat.Services, CodeCpv.Lire("72262000-9"))
        );
        await OuvrirAsync(
            contexte,
            demonstration,
            groupement,
            [
                cdg59,
                await ContexteDeDemonstration.CollectiviteAsync(contexte, ContexteDeDemonstration.Cdg62, annulation),
                await ContexteDeDemonstration.CollectiviteAsync(contexte, ContexteDeDemonstration.SommeNumerique, annulation),
            ],
            annulation
        );
    }

    /// <summary>Les communes, EPCI et CCAS du Pas-de-Calais entrent dans le groupement permanent, chacun avec ses choix.</summary>
    private static async Task MembresAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var membres = await contexte
            .Collectivites.Where(c => c.Departement == "62" && c.Id != groupement.Coordonnateur)
            .OrderBy(c => c.CleDeTri)
            .ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Categorie })
            .ToListAsync(annulation);
        foreach (var paquet in membres.Select((m, rang) => (Membre: m, Rang: rang)).Chunk(Paquet))
        {
            foreach (var (membre, rang) in paquet)
            {
                var entree = rang % UnEntrantSur == UnEntrantSur - 1 ? demonstration.FenetreDAdhesion : demonstration.Debut;
                var adhesion = Adhesion.Entrer(groupement.Id, membre.Id, entree, Faits(groupement));
                foreach (var prestation in Choix(groupement, membre.Categorie, rang))
                {
                    adhesion.Choisir(prestation, entree);
                }

                if (rang % UnSortantSur == UnSortantSur / 2)
                {
                    adhesion.Sortir(
                        demonstration.Aujourdhui.AddDays(-60),
                        "Délibération de retrait (démonstration).",
                        estCoordonnateur: false
                    );
                }

                contexte.Add(adhesion);
            }

            await contexte.EnregistrerAsync(
                ContexteDeDemonstration.Acteur,
                demonstration.Instant(demonstration.Debut),
                annulation
            );
            contexte.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Des choix variés mais reproductibles : presque tous prennent les marchés et les actes, les petites communes peu de
    /// certificats et rarement un parapheur, les EPCI presque tout.
    /// </summary>
    private static IEnumerable<Prestation> Choix(Groupement groupement, CategorieDeCollectivite categorie, int rang)
    {
        var estCommune = categorie is CategorieDeCollectivite.Commune;
        return groupement
            .Prestations.OrderBy(p => p.Ordre)
            .Where(p =>
                p.Code switch
                {
                    "MARCHES" => !estCommune || rang % 7 != 3,
                    "ACTES" => rang % 9 != 4,
                    "FLUX" => !estCommune || rang % 3 != 2,
                    "CERTIFICATS" => rang % 2 == 0 || !estCommune,
                    "CONVOCATIONS" => rang % 4 == 1,
                    _ => !estCommune || rang % 5 == 0,
                }
            );
    }

    private static async Task<Groupement> NouveauAsync(
        MarchesDbContext contexte,
        IdentiteDeGroupement identite,
        CancellationToken annulation
    )
    {
        var annee = identite.Debut.Year;
        var numero = await contexte.NumeroterAsync(ReferenceDeGroupement.Serie(annee), annulation);
        return Groupement.Creer(new ReferenceDeGroupement(annee, numero), identite);
    }

    /// <summary>Enregistre un groupement ouvert et ses premiers membres, qui prennent toutes ses prestations.</summary>
    private static async Task OuvrirAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        IReadOnlyList<CollectiviteId> membres,
        CancellationToken annulation
    )
    {
        contexte.Add(groupement);
        foreach (var membre in membres)
        {
            var adhesion = Adhesion.Entrer(groupement.Id, membre, demonstration.Debut, Faits(groupement));
            foreach (var prestation in groupement.Prestations)
            {
                adhesion.Choisir(prestation, demonstration.Debut);
            }

            contexte.Add(adhesion);
        }

        groupement.Ouvrir(coordonnateurMembre: true);
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(demonstration.Debut), annulation);
    }

    /// <summary>Les groupements de la démonstration naissent ici : aucune autre adhésion, aucune consultation encore.</summary>
    private static FaitsDEntree Faits(Groupement groupement) =>
        new(groupement.Etat, groupement.Debut, groupement.Fin, AutreAdhesion: null, Consultations: []);
}
