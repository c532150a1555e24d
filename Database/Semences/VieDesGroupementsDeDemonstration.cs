using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>La vie des deux groupements de la démonstration : conventions, adhésions en cours, avenant, retrait, comité, litige.</summary>
internal static class VieDesGroupementsDeDemonstration
{
    private const string President = "Le Président (nom fictif)";

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.ConventionsConstitutives.AnyAsync(annulation))
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                if (
                    await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementATrois, jeton) is
                    { } trois
                )
                {
                    await ATroisAsync(contexte, demonstration, trois, jeton);
                }

                if (
                    await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementPermanent, jeton) is
                    { } permanent
                )
                {
                    await PermanentAsync(contexte, demonstration, permanent, jeton);
                }

                await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, jeton);
            },
            annulation
        );
    }

    private static async Task ATroisAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var membres = await MembresAsync(contexte, groupement.Id, annulation);
        var (jour, debut) = (demonstration.Aujourdhui, demonstration.Debut);
        var convention = ConventionConstitutive.Ouvrir(
            groupement.Id,
            groupement.Coordonnateur,
            new TermesDeConvention(
                "Maintenance et assistance d'une plateforme de dématérialisation de la commande publique, et ses développements.",
                DureeDeConvention.JusquAuxMarches,
                null,
                new Integration { Execute = true },
                "La mission du coordonnateur n'est pas rémunérée.",
                "Tribunal administratif compétent"
            )
        );
        foreach (var (membre, nom) in membres)
        {
            convention.AjouterPartie(membre, nom, President, "Président");
            convention.Dater(
                membre,
                nom,
                Executoire(debut.AddDays(-60).Ouvre(), "D-1"),
                debut.AddDays(-40).Ouvre(),
                jour,
                groupement.Regles,
                []
            );
            convention.Designer(membre, "Responsable du numérique (nom fictif)", null, President, debut, estMembre: true);
        }

        convention.AccomplirFormalites(debut.AddDays(-30).Ouvre(), debut.AddDays(-28).Ouvre(), jour, groupement.Regles);
        contexte.Add(convention);

        var reunion = ReunionDeComite.Prevoir(
            groupement.Id,
            jour.AddDays(-45).Ouvre(),
            new TimeOnly(10, 0),
            "Siège du coordonnateur",
            "Bilan de la maintenance ; besoins de l'année suivante.",
            [.. convention.Comite]
        );
        reunion.Inviter(jour.AddDays(-60).Ouvre());
        reunion.ReleverPresences(reunion.Presences.Select(p => p.Id).ToHashSet(), jour);
        reunion.RendreCompte("La maintenance donne satisfaction. Les développements demandés seront chiffrés.", jour);
        reunion.AjouterAction("Chiffrer les développements", "Coordonnateur", jour.AddDays(30).OuvreApres());
        contexte.Add(reunion);

        var avenant = AvenantDeConvention.Preparer(
            groupement.Id,
            1,
            GenreDAvenant.Modification,
            "Siège du coordonnateur et fréquence du comité de suivi",
            "Article 3.1. Le siège du coordonnateur est 1 rue de l'Exemple, 59000 Lille (adresse fictive).\n\nArticle 3.3. Le comité de suivi se réunit une fois par an.",
            "Article 3.1. Le siège du coordonnateur est 2 place de l'Exemple, 59000 Lille (adresse fictive).\n\nArticle 3.3. Le comité de suivi se réunit deux fois par an.",
            null
        );
        avenant.Soumettre(membres.Count, jour.AddDays(-30).Ouvre());
        contexte.Add(avenant);
        foreach (var (membre, rang) in membres.Select((m, rang) => (m.Membre, rang)))
        {
            var approbation = ApprobationDAvenant.Attendre(avenant.Id, membre);
            if (rang > 0)
            {
                approbation.Approuver(
                    avenant.Texte,
                    avenant.Empreinte,
                    Executoire(jour.AddDays(-20).Ouvre(), "D-7"),
                    jour.Ouvre()
                );
            }

            contexte.Add(approbation);
        }

        contexte.AddRange(
            membres.Select(m => new PreuveDInformation
            {
                Groupement = groupement.Id,
                Collectivite = m.Membre,
                ObjetType = nameof(AvenantDeConvention),
                ObjetId = avenant.Id.Valeur,
                Libelle = $"Avenant n° 1 à approuver dans « {groupement.Nom} »",
                DeposeeLe = demonstration.Instant(jour.AddDays(-30).Ouvre()),
                RemiseLe = jour.AddDays(-29).OuvreApres(),
                RemisePar = "Démonstration",
            })
        );

        var litige = Litige.Declarer(
            groupement.Id,
            NatureDeLitige.Titulaire,
            membres[^1].Membre,
            "Titulaire de la maintenance (fictif)",
            "Indisponibilité de la plateforme au-delà du délai contractuel.",
            jour.AddDays(-15).Ouvre()
        );
        contexte.Add(litige);
        contexte.AddRange(
            membres
                .SkipLast(1)
                .Select(m => new PreuveDInformation
                {
                    Groupement = groupement.Id,
                    Collectivite = m.Membre,
                    ObjetType = nameof(Litige),
                    ObjetId = litige.Id.Valeur,
                    Libelle = $"Litige déclaré dans « {groupement.Nom} »",
                    DeposeeLe = demonstration.Instant(jour.AddDays(-15).Ouvre()),
                    RemiseLe = jour.AddDays(-14).Ouvre(),
                    RemisePar = "Démonstration",
                })
        );
    }

    private static async Task PermanentAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        // A base created before conventions held rules has the dedicated profile: its exits and windows would be refused.
        groupement.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent));
        var (jour, debut) = (demonstration.Aujourdhui, demonstration.Debut);
        var coordonnateur = groupement.Coordonnateur;
        var convention = ConventionConstitutive.Ouvrir(
            groupement.Id,
            coordonnateur,
            new TermesDeConvention(
                groupement.Objet,
                DureeDeConvention.Indeterminee,
                null,
                new Integration(),
                "La mission du coordonnateur n'est pas rémunérée ; frais de procédure, frais de fonctionnement et sessions sont refacturés.",
                "Tribunal administratif compétent"
            )
        );
        convention.AjouterPartie(coordonnateur, ContexteDeDemonstration.Cdg62, President, "Président");
        convention.Dater(
            coordonnateur,
            ContexteDeDemonstration.Cdg62,
            Executoire(debut.AddDays(-50).Ouvre(), "D-3"),
            debut.AddDays(-30).Ouvre(),
            jour,
            groupement.Regles,
            []
        );
        convention.AccomplirFormalites(debut.AddDays(-25).Ouvre(), debut.AddDays(-22).Ouvre(), jour, groupement.Regles);
        contexte.Add(convention);
        contexte.Add(
            FenetreDAdhesion.Ouvrir(
                groupement.Id,
                groupement.Etat,
                "Remise en concurrence des certificats",
                demonstration.TermePasse.AddDays(5),
                demonstration.FenetreDAdhesion.AddDays(20),
                null
            )
        );
        contexte.Add(
            FenetreDAdhesion.Ouvrir(
                groupement.Id,
                groupement.Etat,
                "Prochaine remise en concurrence",
                jour.AddDays(-20).Ouvre(),
                jour.AddDays(60),
                null
            )
        );
        await DossiersAsync(contexte, demonstration, groupement, annulation);
        await RetraitAsync(contexte, demonstration, groupement, annulation);
    }

    /// <summary>D'anciens membres reviennent : un invité, un en retard, un prêt à prendre effet, un qui décline.</summary>
    private static async Task DossiersAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var jour = demonstration.Aujourdhui;
        var anciens = await (
            from a in contexte.Adhesions
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            where a.Groupement == groupement.Id && a.Sortie < jour
            orderby c.CleDeTri
            select new { c.Id, c.Nom }
        )
            .Take(5)
            .ToListAsync(annulation);
        var fenetre = new FenetreFaits(true, new Periode(jour.AddDays(-20).Ouvre(), jour.AddDays(60)));
        foreach (var (ancien, rang) in anciens.Select((a, rang) => (a, rang)))
        {
            var dossier = DossierDAdhesion.Ouvrir(
                groupement.Id,
                ancien.Id,
                rang == 0 ? OrigineDAdhesion.Invitation : OrigineDAdhesion.Demande,
                jour.AddDays(-18).Ouvre(),
                rang == 1 ? jour.AddDays(-3).Ouvre() : jour.AddDays(30),
                new FaitsDOuverture(groupement.Etat, ancien.Nom, null, null)
            );
            if (rang >= 1)
            {
                dossier.Choisir([groupement.Prestations[0].Id, groupement.Prestations[1].Id], fenetre, jour.Ouvre());
            }

            if (rang >= 2)
            {
                dossier.Deliberer(Executoire(jour.AddDays(-12).Ouvre(), "2026-31"), jour);
            }

            if (rang == 3)
            {
                dossier.Dater(
                    new FormalitesDAdhesion(
                        jour.AddDays(-8).Ouvre(),
                        jour.AddDays(-6).Ouvre(),
                        jour.AddDays(-5).Ouvre(),
                        jour.AddDays(-5).Ouvre(),
                        jour.AddDays(-4).Ouvre()
                    ),
                    ancien.Nom,
                    TexteDeLAdhesion.LaConvention,
                    jour
                );
                foreach (var piece in dossier.Pieces)
                {
                    dossier.MettreSansObjet(piece.Id, sansObjet: true, "Déjà au dossier du millésime précédent.");
                }
            }

            if (rang == 4)
            {
                dossier.Fermer(decline: true, "Le conseil préfère sa plateforme actuelle.");
            }

            contexte.Add(dossier);
        }
    }

    private static async Task RetraitAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var jour = demonstration.Aujourdhui;
        var partant = await (
            from a in contexte.Adhesions
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            where a.Groupement == groupement.Id && a.Sortie == null && a.Collectivite != groupement.Coordonnateur
            orderby c.CleDeTri
            select new { Adhesion = a, c.Nom }
        )
            .Skip(10)
            .FirstOrDefaultAsync(annulation);
        if (partant is null)
        {
            return;
        }

        var dossier = DossierDeRetrait.Annoncer(
            partant.Adhesion,
            groupement.Etat,
            groupement.Regles.ModeDeRetrait,
            partant.Nom,
            jour.AddDays(-40).Ouvre(),
            null
        );
        dossier.Informer(
            jour.AddDays(-40).Ouvre(),
            "Lettre remise en main propre au CDG, contre récépissé.",
            partant.Adhesion.Entree,
            groupement.Regles,
            jour
        );
        contexte.Add(dossier);
    }

    private static async Task<List<(CollectiviteId Membre, string Nom)>> MembresAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        [
            .. (
                await (
                    from a in contexte.Adhesions
                    join c in contexte.Collectivites on a.Collectivite equals c.Id
                    where a.Groupement == groupement && a.Sortie == null
                    orderby c.CleDeTri
                    select new { c.Id, c.Nom }
                ).ToListAsync(annulation)
            ).Select(m => (m.Id, m.Nom)),
        ];

    private static ActeDeliberatif Executoire(DateOnly adoptee, string numero) =>
        new()
        {
            Numero = numero,
            AdopteeLe = adoptee,
            PublieeLe = adoptee.AddDays(2).Ouvre(),
            TransmiseLe = adoptee.AddDays(3).Ouvre(),
            AccuseeLe = adoptee.AddDays(3).Ouvre(),
        };
}
