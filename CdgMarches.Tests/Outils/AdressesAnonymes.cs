namespace CdgMarches.Tests.Outils;

/// <summary>Les adresses servies sans connexion. Toute autre demande un compte : en ajouter une se décide ici, avec sa raison.</summary>
internal static class AdressesAnonymes
{
    public static IReadOnlyDictionary<string, string> Toutes { get; } =
        new Dictionary<string, string>
        {
            ["/compte/connexion"] = "on s'y connecte",
            ["/compte/deconnexion"] = "une session expirée peut encore être quittée",
            ["/compte/fermer-session"] = "de même ; l'origine de la requête est vérifiée",
            ["/compte/mot-de-passe-oublie"] = "on ne peut pas encore se connecter",
            ["/compte/demande"] = "la personne n'a pas encore de compte",
            ["/compte/lien"] = "on ne peut pas encore se connecter",
            ["/compte/lien/{Jeton}"] = "le jeton fait foi",
            ["/compte/reinitialisation/{Jeton}"] = "le jeton fait foi",
            ["/compte/invitation/{Jeton}"] = "le jeton fait foi",
            ["/compte/refus"] = "dit un refus, ne montre rien",
            ["/erreur"] = "dit une panne, ne montre rien",
            ["/erreur/{Code:int}"] = "dit une panne, ne montre rien",
            ["/introuvable"] = "dit une absence, ne montre rien",
            ["/accessibilite"] = "la déclaration d'accessibilité est publique (RGAA)",
            ["/convocation/{Jeton}"] = "lien personnel de convocation à la commission : le jeton fait foi",
            ["/convocation/{jeton}/documents/{piece:guid}"] = "de même, et l'appareil a été ouvert par un code",
            ["/sessions/inscription/{Jeton}"] = "lien personnel d'une invitation : le jeton fait foi",
            ["/lecture/{Jeton}"] = "lien personnel de lecture d'une transmission : le jeton fait foi",
            ["/lecture/{jeton}/piece"] = "le document de cette transmission : le jeton fait foi",
            ["/echeancier/flux/{jeton}.ics"] = "calendrier personnel : l'adresse est le secret, et se retire",
            ["/validation/{Jeton}"] = "lien personnel de validation d'un recensement : le jeton fait foi",
            ["/adhesion/invitation/{Jeton}"] = "lien personnel de réponse à une invitation : le jeton fait foi",
            ["/adhesion/{Jeton}"] = "lien personnel de demande d'adhésion : le jeton fait foi",
        };
}
