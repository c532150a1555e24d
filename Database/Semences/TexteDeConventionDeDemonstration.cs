using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Database.Semences;

/// <summary>Le texte d'une convention d'accès de la démonstration, article par article, avec ses durées et délais usuels.</summary>
/// <remarks>Les mots sont ceux de l'application ; la grille annexée est celle du jeu de démonstration.</remarks>
internal static class TexteDeConventionDeDemonstration
{
    public static string De(string commune, string deliberation) =>
        $"""
            CONVENTION D'ACCÈS À LA PLATEFORME DE DÉMATÉRIALISATION DE LA COMMANDE PUBLIQUE (texte de démonstration)

            Entre le {ContexteDeDemonstration.Cdg62}, ci-après « le centre de gestion », et la commune {GrammaireDuNom.De(
                commune
            )}, ci-après « la collectivité », agissant en vertu de sa délibération n° {deliberation},

            Vu le Code général de la fonction publique, notamment ses articles L452-30 et L452-40 ;
            Vu le Code de la commande publique, notamment son article L2511-1 ;
            Vu le décret n° 85-643 du 26 juin 1985 relatif aux centres de gestion ;

            Il est convenu ce qui suit.

            Article 1 – Objet
            La présente convention fixe les conditions dans lesquelles la collectivité accède à la plateforme de dématérialisation de la commande publique et à ses services associés.

            Article 2 – La plateforme et ses services
            La plateforme est un profil d'acheteur : elle publie les documents de la consultation et reçoit les plis par voie électronique. Les services associés sont une assistance juridique de premier niveau sur l'accord du règlement de la consultation avec la plateforme, une assistance technique de premier niveau, la création et le réglage des comptes des utilisateurs.

            Article 3 – Assurance
            Le centre de gestion déclare être assuré pour les risques liés à la conservation des archives placées sous sa responsabilité.

            Article 4 – Contribution
            La collectivité verse une contribution forfaitaire annuelle, selon le nombre de consultations créées et la grille annexée. Elle est appelée en début d'exercice ; pour une année incomplète, elle est calculée au prorata du temps.

            Article 5 – Durée et dénonciation
            La convention est conclue pour trois ans à compter de sa date d'effet. Elle se poursuit ensuite, par tacite reconduction, jusqu'à dénonciation. La collectivité la dénonce par lettre recommandée avec avis de réception au centre de gestion et à la direction des archives départementales : l'effet suit la notification de deux mois. Le centre de gestion la dénonce de même : l'effet suit de six mois, et les documents sont mis à la disposition de la collectivité. Le défaut de paiement, après une mise en demeure sans effet, permet une dénonciation immédiate. La convention se modifie par avenant.

            Article 6 – Litiges
            Les parties cherchent d'abord un règlement amiable. À défaut d'accord, le litige est porté devant le tribunal administratif de Lille.

            Article 7 – Annexe
            Est annexée la grille des contributions.
            """;
}
