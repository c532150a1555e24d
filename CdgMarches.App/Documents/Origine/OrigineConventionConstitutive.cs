using CdgMarches.App.Documents.Conventions;

namespace CdgMarches.App.Documents.Origine;

/// <summary>La convention constitutive, article par article ; chaque règle du groupement y choisit sa rédaction.</summary>
internal sealed class OrigineConventionConstitutive : IModeleDOrigine
{
    public string Code => TexteDeLaConventionConstitutive.CodeDeNature;

    public void Composer(Composition page)
    {
        Parties(page);
        Fonctionnement(page);
        Vie(page);
        Signatures(page);
    }

    private static void Parties(Composition page) =>
        page.Titre("Convention constitutive du groupement de commandes", "{{groupement}}")
            .Paragraphe("Il est constitué, entre les parties soussignées, un groupement de commandes :")
            .Repeter(
                "parties",
                p =>
                    p.Puces(
                        "**{{partie_designation}}**{{si partie_siege}}, dont le siège est {{partie_siege}}{{fin si}}, ayant pour représentant {{representant}}{{si qualite}}, {{qualite}}{{fin si}}, en vertu de sa délibération {{si deliberation}}{{deliberation}}{{fin si}}{{si non deliberation}}du ……………………{{fin si}} ;"
                    )
            )
            .Section("Préambule")
            .Paragraphe("Vu le Code général des collectivités territoriales, notamment ses articles L1414-1 à L1414-4 ;")
            .Paragraphe("Vu le Code de la commande publique, notamment ses articles L2113-6 à L2113-8 ;")
            .Paragraphe(
                "Les parties ont des besoins communs et choisissent de les satisfaire ensemble. La présente convention fixe les règles de constitution et de fonctionnement du groupement et les obligations de chacune."
            )
            .Article("Article 1 – Objet")
            .Section("1.1 Objet de la convention")
            .Paragraphe(
                "La convention crée le groupement, fixe son fonctionnement, la passation et l'exécution des marchés, répartit les tâches et règle les rapports entre les parties."
            )
            .Section("1.2 Marchés visés")
            .Paragraphe(
                "Le groupement permet à chaque partie de bénéficier, à hauteur de ses besoins propres, de prestations qui ont pour objet : {{objet_des_marches}}."
            )
            .Article("Article 2 – Durée")
            .Paragraphe(
                "La convention entre en vigueur après sa signature par les parties et sa transmission au service chargé du contrôle de légalité{{si publication_requise}}, et l'accomplissement des formalités de publication{{fin si}}.{{si duree_des_marches}} Elle dure jusqu'à l'échéance des marchés concernés, reconductions comprises.{{fin si}}{{si duree_fixe}} Elle prend fin le {{dernier_jour}}.{{fin si}}{{si duree_indeterminee}} Elle est conclue pour une durée indéterminée.{{fin si}}"
            );

    private static void Fonctionnement(Composition page) =>
        page.Article("Article 3 – Fonctionnement du groupement")
            .Section("3.1 Coordonnateur")
            .Paragraphe(
                "{{Le coordonnateur}}{{si coordonnateur_siege}}, dont le siège est {{coordonnateur_siege}},{{fin si}} assure la coordination du groupement. Conformément à l'article L2113-7 du Code de la commande publique, les parties lui donnent mandat de {{mandat}} les marchés en leur nom. Les tâches se répartissent ainsi :"
            )
            .Tableau(
                "taches",
                0,
                new ColonneDeTableau("Tâche", "{{tache}}", 3),
                new ColonneDeTableau("Qui en répond", "{{responsable}}", 2)
            )
            .Si(
                "execution_par_le_coordonnateur",
                p =>
                    p.Paragraphe(
                        "Une fois les marchés en vigueur, le coordonnateur veille à leur bonne exécution : il est l'interface avec les titulaires, gère les actes et pièces nécessaires, et prépare les reconductions et les avenants."
                    )
            )
            .Paragraphe(
                "Le coordonnateur transmet sans délai aux membres toute information relative aux marchés et toute demande dont il est saisi, et tient à leur disposition ce qui concerne l'activité du groupement. Sa mission prend fin avec la convention."
            )
            .Section("3.2 Commission d'appel d'offres")
            .Si(
                "cao_propre",
                p =>
                    p.Paragraphe(
                        "La commission d'appel d'offres du groupement comprend un représentant de chaque membre, avec voix délibérative (CGCT, art. L1414-3, I). Celui d'un membre qui a sa propre commission est élu parmi les membres de celle-ci ayant voix délibérative.{{si suppleant_obligatoire}} Chaque titulaire a un suppléant, désigné de même.{{fin si}} Elle est présidée par le représentant du coordonnateur."
                    )
            )
            .SiNon(
                "cao_propre",
                p =>
                    p.Paragraphe("La commission d'appel d'offres compétente est celle du coordonnateur (CGCT, art. L1414-3, II).")
            )
            .Paragraphe(
                "Elle peut délibérer à distance dans les conditions de l'ordonnance n° 2014-1329 du 6 novembre 2014. Ses convocations sont adressées au moins {{jours_francs}} jours francs avant la réunion. Le quorum est atteint lorsque {{si quorum_plus_de_la_moitie}}plus de la moitié{{fin si}}{{si non quorum_plus_de_la_moitie}}la moitié au moins{{fin si}} des membres ayant voix délibérative sont présents.{{si seconde_convocation_sans_quorum}} Faute de quorum, la commission est convoquée de nouveau, au moins {{jours_francs_de_seconde_convocation}} jours francs avant, et siège alors sans condition de quorum.{{fin si}}{{si voix_preponderante}} En cas de partage égal des voix, celle du président est prépondérante.{{fin si}} Ses procès-verbaux sont dressés par le coordonnateur."
            )
            .Section("3.3 Suivi")
            .Paragraphe(
                "Un comité de suivi, dont les membres sont désignés par les représentants des parties, apporte son aide à la préparation des opérations des articles 3.1 et 3.2."
            )
            .Article("Article 4 – Obligations des membres")
            .Paragraphe("Chaque membre s'engage à :")
            .Puces(
                "transmettre l'évaluation de ses besoins avant le lancement des procédures ;",
                "informer les autres de tout litige né de l'exécution des marchés par les titulaires ou leurs sous-traitants ;",
                "régler sa part des participations financières de l'article 5 ;",
                "remettre au coordonnateur, chaque année au plus tard le {{date_du_bilan}}, un bilan de l'exécution des marchés."
            )
            .Article("Article 5 – Dispositions financières")
            .Section("5.1 Mission du coordonnateur")
            .Paragraphe(
                "{{si dispositions_financieres}}{{dispositions_financieres}}{{fin si}}{{si non dispositions_financieres}}La mission du coordonnateur n'est pas rémunérée.{{fin si}}"
            )
            .Section("5.2 Exécution financière des marchés")
            .Paragraphe(
                "Les prix et les modalités de paiement sont fixés dans les marchés.{{si paiement_par_le_coordonnateur}} Le coordonnateur paie les titulaires et se fait rembourser par chaque membre ce qui lui revient.{{fin si}}{{si non paiement_par_le_coordonnateur}}{{si execution_financiere_a_dire}} Chaque membre assure l'exécution financière des prestations dont il bénéficie.{{fin si}}{{fin si}}"
            );

    private static void Vie(Composition page) =>
        page.Article("Article 6 – Adhésion et retrait")
            .Section("6.1 Constitution")
            .Paragraphe(
                "Le groupement n'est définitivement constitué qu'après la signature de la convention et sa transmission au contrôle de légalité."
            )
            .Section("6.2 Retrait")
            .Paragraphe(
                "{{si retrait_par_deliberation}}Chaque membre peut se retirer par une délibération qui fixe la date de sortie et les modalités financières.{{fin si}}{{si non retrait_par_deliberation}}Chaque membre peut se retirer au 31 décembre, par délibération, s'il en a informé le coordonnateur avant le {{date_de_preavis}}.{{fin si}} Une copie de la délibération est notifiée à tous les membres.{{si coordonnateur_dissout}} Le retrait du coordonnateur dissout le groupement.{{fin si}}{{si non coordonnateur_dissout}} Le coordonnateur ne se retire qu'après un avenant qui en nomme un autre.{{fin si}}"
            )
            .Section("6.3 Adhésion de nouveaux membres")
            .Paragraphe(
                "{{si adhesion_par_avenant}}Une nouvelle adhésion suppose l'accord des membres et un avenant à la convention.{{fin si}}{{si non adhesion_par_avenant}}Une nouvelle adhésion se fait par délibération, pendant les périodes ouvertes avant chaque remise en concurrence.{{fin si}} Le nouveau membre adhère de plein droit à la convention et à toute décision opposable aux membres.{{si verrou_d_adhesion}} Aucune adhésion n'a lieu du lancement d'une consultation à son terme.{{fin si}}"
            )
            .Article("Article 7 – Modifications")
            .Paragraphe(
                "{{si modification_unanime}}Toute modification est approuvée dans les mêmes termes par les assemblées délibérantes de toutes les parties, et ne prend effet qu'une fois approuvée par chacune.{{fin si}}{{si non modification_unanime}}Une modification prend effet lorsque la majorité des parties l'a approuvée.{{fin si}}"
            )
            .Article("Article 8 – Litiges")
            .Paragraphe(
                "Toute contestation née de l'interprétation ou de l'exécution de la convention est d'abord soumise à une tentative de règlement amiable. À défaut, le litige est porté devant le {{tribunal}}."
            )
            .Article("Article 9 – Pièces annexées")
            .Paragraphe("Sont annexées à la convention :")
            .Repeter("annexes", p => p.Puces("{{annexe}}{{si reference}} {{reference}}{{fin si}} ;"));

    private static void Signatures(Composition page) =>
        page.BlocsDeSignature(
            "parties",
            "Pour {{partie_designation}}",
            "{{si qualite}}{{qualite}}, {{fin si}}{{representant}}",
            "Date et signature :"
        );
}
