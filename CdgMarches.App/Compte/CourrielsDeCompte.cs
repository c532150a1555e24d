using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database.Comptes;

namespace CdgMarches.App.Compte;

/// <summary>Les courriels que les comptes envoient. Chacun nomme sa personne : une boîte en sert souvent plusieurs.</summary>
internal static class CourrielsDeCompte
{
    public static Courriel Connexion(Utilisateur personne, string lien) =>
        A(
            personne,
            $"CdgMarches : lien de connexion pour {personne.Nom}",
            $"""
            Vous avez demandé un lien pour vous connecter à CdgMarches sans mot de passe (identifiant {personne.UserName}).

            Ouvrez-le dans les quinze minutes, puis confirmez ; il ne sert qu'une fois :
            {lien}

            Si vous n'avez rien demandé, ignorez ce message : rien ne change tant que le lien n'est pas confirmé.
            """
        );

    public static Courriel Reinitialisation(Utilisateur personne, string lien) =>
        A(
            personne,
            $"CdgMarches : nouveau mot de passe pour {personne.Nom}",
            $"""
            Un nouveau mot de passe a été demandé pour votre compte CdgMarches (identifiant {personne.UserName}).

            Choisissez-le par ce lien dans l'heure ; il ne sert qu'une fois :
            {lien}

            Si vous n'avez rien demandé, ignorez ce message : votre mot de passe actuel reste valable.
            """
        );

    public static Courriel Invitation(Utilisateur personne, string lien, string invitant) =>
        A(
            personne,
            $"CdgMarches : votre compte, {personne.Nom}",
            $"""
            {invitant} vous ouvre un compte sur CdgMarches, l'outil des groupements de commandes du centre de gestion.

            Votre identifiant de connexion : {personne.UserName}

            Choisissez votre mot de passe par ce lien dans les sept jours ; il ne sert qu'une fois :
            {lien}
            """
        );

    public static Courriel MotDePasseChange(Utilisateur personne) =>
        A(
            personne,
            $"CdgMarches : mot de passe changé pour {personne.Nom}",
            $"""
            Le mot de passe de votre compte CdgMarches (identifiant {personne.UserName}) vient d'être changé.

            Si ce n'est pas vous, choisissez-en un autre par « Mot de passe oublié » et prévenez le centre de gestion.
            """
        );

    public static Courriel SansLien(Utilisateur personne) =>
        A(
            personne,
            $"CdgMarches : pas de lien de connexion pour {personne.Nom}",
            $"""
            Un lien de connexion a été demandé pour votre compte CdgMarches (identifiant {personne.UserName}).

            Les agents du centre de gestion se connectent par mot de passe : aucun lien n'a été créé. Si vous l'avez oublié,
            choisissez-en un autre par « Mot de passe oublié ». Si vous n'avez rien demandé, ignorez ce message.
            """
        );

    public static Courriel DemandeRefusee(string courriel, string nom, string motif) =>
        A(
            new Utilisateur { Email = courriel, Nom = nom },
            $"CdgMarches : demande de compte de {nom}",
            $"""
            Votre demande de compte sur CdgMarches n'a pas été acceptée. Motif :
            {motif}

            Si ce motif ne vous concerne plus, déposez une autre demande depuis la page de connexion.
            """
        );

    private static Courriel A(Utilisateur personne, string objet, string corps) =>
        new(
            personne.Email!,
            personne.Nom,
            objet,
            $"""
            Bonjour {personne.Nom},

            {corps}

            Ce message est pour {personne.Nom}, même si plusieurs personnes lisent cette boîte.
            CdgMarches
            """,
            "Utilisateur",
            personne.Id
        );
}
