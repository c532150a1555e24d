namespace CdgMarches.App.Guide;

/// <summary>La règle qui gouverne une rubrique de l'application, dite pour qui l'ouvre la première fois.</summary>
/// <param name="Prefixe">Le début de l'adresse des pages de la rubrique.</param>
/// <param name="Code">Le code de la règle.</param>
/// <param name="Fondement">L'article.</param>
/// <param name="Texte">Ce qu'elle veut dire, en une ou deux phrases.</param>
/// <param name="Guide">Le nom du guide pas à pas, s'il y en a un.</param>
public sealed record RubriqueDAide(string Prefixe, string Code, string Fondement, string Texte, string? Guide = null);

/// <summary>L'aide de chaque rubrique : le préfixe le plus long l'emporte.</summary>
public static class RubriquesDAide
{
    private static readonly RubriqueDAide[] Toutes =
    [
        new(
            "/",
            "RG1.01",
            "CCP, art. L2113-6",
            "Un groupement de commandes réunit des acheteurs pour passer ensemble un ou plusieurs marchés ; il n'a pas de personnalité morale, le coordonnateur agit au nom des membres."
        ),
        new(
            "/aide",
            "RG1.01",
            "CCP, art. L2113-6",
            "Chaque règle appliquée ici cite son article : il se lit dans l'aide de la page et sous chaque action refusée."
        ),
        new(
            "/synthese",
            "RG7.03",
            "Convention constitutive",
            "Le coordonnateur rend compte de son activité aux membres : cette page en réunit les chiffres du jour."
        ),
        new(
            "/recherche",
            "RG9.01",
            "Code de commerce, art. R123-220 et suivants",
            "Une collectivité se cherche par son nom, son SIREN ou son SIRET."
        ),
        new(
            "/notifications",
            "RG7.03",
            "Convention constitutive",
            "Ce que l'application a fait pour vous, ou ce que quelqu'un attend de vous."
        ),
        new(
            "/corbeille",
            "RG7.03",
            "Convention constitutive",
            "Le coordonnateur rend compte de ce qu'il a fait : ce qui est archivé quitte les listes, garde son histoire et se rétablit."
        ),
        new(
            "/mes-exports",
            "RG7.03",
            "Convention constitutive",
            "Les fichiers produits restent sept jours ; relancez-les ensuite depuis leur page."
        ),
        new(
            "/espace",
            "RG5.01",
            "CCP, art. R2121-8",
            "Chaque membre dit ses besoins, ligne par ligne ; leur somme fait la valeur du marché commun.",
            "saisir-son-recensement"
        ),
        new(
            "/espace/utilisateurs",
            "RGPD",
            "Règlement (UE) 2016/679, art. 32",
            "Chacun n'accède qu'à ce que sa fonction demande ; un compte se ferme quand elle cesse."
        ),
        new(
            "/recensements",
            "RG5.01, RG5.20",
            "CCP, art. R2121-8 et R2162-4",
            "Le recensement réunit les besoins des membres ; leur somme borne le marché et décide de la procédure.",
            "ouvrir-une-campagne"
        ),
        new(
            "/recensements/reponses",
            "RG5.01",
            "CCP, art. R2121-8",
            "Le minimum engage le membre, l'estimé fait le devis quantitatif, le maximum borne le marché. Un blanc n'est pas un zéro.",
            "saisir-son-recensement"
        ),
        new(
            "/collectivites",
            "RG9.01",
            "Code de commerce, art. R123-220 et suivants",
            "Une collectivité se reconnaît à son SIRET ; deux fiches du même numéro sont refusées."
        ),
        new(
            "/collectivites/import",
            "RG9.01",
            "Code de commerce, art. R123-220 et suivants",
            "Une ligne du fichier met à jour la fiche de même SIRET, à défaut de même SIREN.",
            "importer-des-collectivites"
        ),
        new(
            "/groupements",
            "RG1.01",
            "CCP, art. L2113-6 et L2113-7",
            "La convention constitutive, signée de tous les membres, fixe les règles du groupement."
        ),
        new(
            "/adhesion",
            "RG1.01",
            "CCP, art. L2113-6 et L2113-7",
            "On devient membre en signant la convention constitutive, après délibération de son assemblée."
        ),
        new(
            "/conventions",
            "RG1.07",
            "CCP, art. L2511-1 ; CGFP, art. L452-30 et L452-40",
            "La convention d'accès ouvre à une collectivité le service du centre de gestion, à un tarif délibéré."
        ),
        new(
            "/procedures",
            "RG3.01",
            "CCP, art. L2124-1 et R2124-1",
            "La valeur du besoin, comparée aux seuils en vigueur au lancement, décide de la procédure."
        ),
        new(
            "/marches",
            "RG4.72",
            "CCP, art. R2162-4 à R2162-6",
            "Seuls les acheteurs figés au lancement commandent, et le maximum de tous, une fois atteint, épuise l'accord-cadre."
        ),
        new(
            "/commissions",
            "RG2.01",
            "CGCT, art. L1414-2 et L1414-3",
            "La commission d'appel d'offres choisit le titulaire des marchés passés en procédure formalisée."
        ),
        new(
            "/convocation",
            "RG2.10",
            "Convention constitutive, art. 3.2",
            "La convocation part cinq jours francs avant la séance : ni le jour de l'envoi ni celui de la séance ne comptent."
        ),
        new(
            "/contributions",
            "RG6.01",
            "Délibération du conseil d'administration",
            "La contribution se lit dans la grille en vigueur à la date de l'appel, et un appel passé garde la sienne."
        ),
        new(
            "/echeancier",
            "RG8.02",
            "Code civil, art. 2228 et 2229 ; CPC, art. 641 et 642",
            "Chaque échéance dit comment elle se compte : jours francs, ouvrables, ouvrés ou calendaires."
        ),
        new("/relances", "RG8.02", "CPC, art. 641 et 642", "Une relance tombant un jour chômé part le jour ouvré suivant."),
        new(
            "/documents",
            "RG4.63",
            "CCP, art. R2184-12",
            "Les pièces d'un marché se gardent, telles qu'elles ont été produites, au moins cinq ans."
        ),
        new(
            "/courriels",
            "RG7.03",
            "CRPA, art. L112-8 et suivants",
            "Ce qui part et ce qui revient est inscrit avec sa date : c'est elle qui fait courir les délais."
        ),
        new("/lecture", "RG7.03", "Convention constitutive", "Ce que le coordonnateur transmet, et qui l'a lu."),
        new("/transmissions", "RG7.03", "Convention constitutive", "Ce que le coordonnateur transmet, et qui l'a lu."),
        new(
            "/sessions",
            "RG7.03",
            "Convention constitutive",
            "Ce que le centre de gestion organise pour les membres : qui est invité, qui est venu, et ce qui leur a été remis."
        ),
        new(
            "/administration",
            "RGPD",
            "Règlement (UE) 2016/679, art. 32",
            "Chacun n'accède qu'à ce que sa fonction demande ; tout changement de droits est journalisé."
        ),
        new(
            "/administration/reglages",
            "RG3.02",
            "CCP, annexe n° 2",
            "Seuils, délais et taux sont des valeurs datées : on en ajoute une, on ne récrit pas l'ancienne. Sans valeur pour une date, l'application la demande au lieu de deviner."
        ),
        new(
            "/compte",
            "RGPD",
            "Règlement (UE) 2016/679, art. 32",
            "Le mot de passe a douze caractères au moins, seize pour un administrateur, et n'est pas des plus courants."
        ),
    ];

    /// <returns>Null pour une adresse d'aucune rubrique connue.</returns>
    public static RubriqueDAide? De(string adresse)
    {
        var chemin =
            Uri.TryCreate(adresse, UriKind.Absolute, out var absolue) && !absolue.IsFile ? absolue.AbsolutePath : adresse;
        return Toutes
            .Where(r =>
                chemin.Equals(r.Prefixe, StringComparison.OrdinalIgnoreCase)
                || (r.Prefixe.Length > 1 && chemin.StartsWith(r.Prefixe + "/", StringComparison.OrdinalIgnoreCase))
            )
            .MaxBy(r => r.Prefixe.Length);
    }
}
