using CdgMarches.App.Documents.Conventions;

namespace CdgMarches.App.Documents.Origine;

/// <summary>La convention d'accès, article par article, dans les mots de l'application là où le texte est général.</summary>
internal sealed class OrigineConventionDAcces : IModeleDOrigine
{
    public string Code => TexteDeLaConventionDAcces.CodeDeNature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .Titre(
                "Convention d'accès à la plateforme de dématérialisation de la commande publique et à ses services",
                "{{si reference}}Convention {{reference}}{{fin si}}"
            )
            .Paragraphe("Entre les soussignés :")
            .Paragraphe(
                "**{{Le cdg_nom}}**, dont le siège est {{cdg_adresse_ligne}}, ayant pour représentant {{signataire_nom}}, {{le signataire_qualite}}, ci-après « le centre de gestion »,"
            )
            .Centre("et")
            .Paragraphe(
                "**{{Le collectivite_designation}}**{{si collectivite_siret}}, SIRET {{collectivite_siret}}{{fin si}}, dont le siège est {{collectivite_siege}}, ayant pour représentant {{representant}}{{si qualite}}, {{qualite}}{{fin si}}, agissant en vertu de la délibération {{si deliberation_date}}{{si deliberation_numero}}n° {{deliberation_numero}} {{fin si}}du {{deliberation_date}}{{fin si}}{{si non deliberation_date}}du ……………………{{fin si}}, ci-après « la collectivité »,"
            )
            .Paragraphe("Vu le Code général de la fonction publique, notamment ses articles L452-30 et L452-40 ;")
            .Paragraphe("Vu le Code de la commande publique, notamment son article L2511-1 ;")
            .Paragraphe("Vu le décret n° 85-643 du 26 juin 1985 relatif aux centres de gestion ;")
            .Repeter("visas", p => p.Paragraphe("{{visa}} ;"))
            .Paragraphe("{{si grille_deliberation}}Vu la grille des contributions votée : {{grille_deliberation}} ;{{fin si}}")
            .Section("Préambule")
            .Paragraphe(
                "Le centre de gestion assure, à la demande des collectivités de son ressort, des missions facultatives de conseil et d'assistance. Il met à leur disposition un profil d'acheteur mutualisé et les services qui l'accompagnent. La présente convention en fixe les conditions."
            )
            .Centre("Il est convenu ce qui suit.")
            .Article("Article 1 – Objet")
            .Paragraphe(
                "La présente convention fixe les conditions dans lesquelles {{collectivite_designation}} accède à la plateforme de dématérialisation de la commande publique et à ses services associés."
            )
            .Article("Article 2 – La plateforme et ses services")
            .Paragraphe(
                "La plateforme répond à la définition du profil d'acheteur (Code de la commande publique, articles R2132-3, R2332-5 et R3122-10) : elle met les documents de la consultation à la disposition des opérateurs économiques et reçoit les plis par voie électronique."
            )
            .Paragraphe("Les services associés comprennent :")
            .Puces(
                "une assistance juridique de premier niveau, sur l'accord du règlement de la consultation avec la plateforme ;",
                "une assistance technique de premier niveau, par téléassistance, sur l'emploi du logiciel et du matériel ;",
                "la création et le réglage des comptes des utilisateurs."
            )
            .Article("Article 3 – Assurance")
            .Paragraphe(
                "Le centre de gestion déclare être assuré pour les risques liés à la conservation des archives placées sous sa responsabilité."
            )
            .Article("Article 4 – Contribution")
            .Paragraphe(
                "La collectivité verse une contribution forfaitaire annuelle, selon le nombre de consultations créées et la grille annexée. Elle est appelée en début d'exercice et, pour une année incomplète, calculée au prorata du temps."
            )
            .Paragraphe(
                "Le paiement se fait par mandat administratif{{si comptable}}, à : {{comptable}}, {{comptable_adresse}}{{fin si}}."
            )
            .Article("Article 5 – Durée et dénonciation")
            .Paragraphe(
                "La convention est conclue pour {{duree}}{{si effet}} à compter du {{effet}}{{fin si}}.{{si reconduction_indeterminee}} Elle se poursuit ensuite, par tacite reconduction, pour une durée indéterminée, jusqu'à dénonciation par l'une des parties.{{fin si}}{{si reconduction_par_periodes}} Elle se reconduit ensuite tacitement par périodes de {{periode}}, sauf dénonciation.{{fin si}}{{si sans_reconduction}} Elle prend fin à ce terme.{{fin si}} Elle peut être modifiée par avenant."
            )
            .Puces(
                "Du fait de la collectivité : elle annonce sa décision par lettre recommandée avec avis de réception au centre de gestion et à la direction des archives départementales ; la décision prend effet {{preavis_collectivite}} après sa notification.",
                "Du fait du centre de gestion : il informe la collectivité par lettre recommandée avec avis de réception ; la résiliation prend effet {{preavis_cdg}} après la notification. Les documents sont alors remis à la collectivité.",
                "Pour défaut de paiement : la dénonciation peut être prononcée sans délai, après une mise en demeure restée sans effet pendant {{delai_mise_en_demeure}}."
            )
            .Article("Article 6 – Litiges")
            .Paragraphe(
                "Les parties cherchent d'abord un règlement amiable à toute contestation née de l'exécution de la convention. À défaut d'accord, le litige est porté devant le {{tribunal}}."
            )
            .Article("Article 7 – Annexes")
            .ParagrapheLie("Sont annexées à la présente convention :")
            .Repeter("annexes", p => p.PucesLiees("{{annexe}}"))
            .ParagrapheLie("Fait à {{cdg_ville}}, en deux exemplaires, le ……………………")
            .BlocsDeSignature(
                "parties",
                "Pour {{partie_designation}}",
                "{{si qualite_du_signataire}}{{qualite_du_signataire}}{{fin si}}",
                "{{signataire}}",
                "Date et signature :"
            )
            .SautDePage()
            .Titre("Annexe 1 – Grille des contributions", "{{grille_intitule}}")
            .Discret("{{grille_deliberation}}")
            .Tableau(
                "grille",
                0,
                new ColonneDeTableau("Collectivités et établissements", "{{strate}}", 3),
                new ColonneDeTableau("Consultations à l'année", "{{tranche}}", 2),
                new ColonneDeTableau("Contribution annuelle", "{{montant}}", 2) { ADroite = true }
            );
}
