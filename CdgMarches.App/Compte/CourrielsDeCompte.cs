using CdgMarches.App.Courriels;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database.Comptes;

namespace CdgMarches.App.Compte;

/// <summary>Les courriels que les comptes envoient. Chacun nomme sa personne : une boîte en sert souvent plusieurs.</summary>
public sealed class CourrielsDeCompte(ComposerCourriel composer)
{
    private const string Rappel = "\n\nCe message est pour {{destinataire}}, même si plusieurs personnes lisent cette boîte.";

    private static readonly ChampDeModele Identifiant = new("identifiant", "L'identifiant de connexion", "sacha.referent");

    private static readonly DefinitionDeModele DeConnexion = new(
        "compte.connexion",
        "Compte : lien de connexion demandé",
        [Identifiant, Lien("connexion")],
        "CdgMarches : lien de connexion pour {{destinataire}}",
        """
        Vous avez demandé un lien pour vous connecter à CdgMarches sans mot de passe (identifiant {{identifiant}}).

        Ouvrez-le dans les quinze minutes, puis confirmez ; il ne sert qu'une fois :
        {{lien}}

        Si vous n'avez rien demandé, ignorez ce message : rien ne change tant que le lien n'est pas confirmé.
        """ + Rappel
    );

    private static readonly DefinitionDeModele DeReinitialisation = new(
        "compte.reinitialisation",
        "Compte : nouveau mot de passe demandé",
        [Identifiant, Lien("reinitialisation")],
        "CdgMarches : nouveau mot de passe pour {{destinataire}}",
        """
        Un nouveau mot de passe a été demandé pour votre compte CdgMarches (identifiant {{identifiant}}).

        Choisissez-le par ce lien dans l'heure ; il ne sert qu'une fois :
        {{lien}}

        Si vous n'avez rien demandé, ignorez ce message : votre mot de passe actuel reste valable.
        """ + Rappel
    );

    private static readonly DefinitionDeModele DInvitation = new(
        "compte.invitation",
        "Compte : invitation",
        [Identifiant, Lien("invitation"), new("invitant", "Qui ouvre le compte", "Alix Verdonck")],
        "CdgMarches : votre compte, {{destinataire}}",
        """
        {{invitant}} vous ouvre un compte sur CdgMarches, l'outil des groupements de commandes du centre de gestion.

        Votre identifiant de connexion : {{identifiant}}

        Choisissez votre mot de passe par ce lien dans les sept jours ; il ne sert qu'une fois :
        {{lien}}
        """ + Rappel
    );

    private static readonly DefinitionDeModele DeMotDePasseChange = new(
        "compte.mot-de-passe-change",
        "Compte : mot de passe changé",
        [Identifiant],
        "CdgMarches : mot de passe changé pour {{destinataire}}",
        """
        Le mot de passe de votre compte CdgMarches (identifiant {{identifiant}}) vient d'être changé.

        Si ce n'est pas vous, choisissez-en un autre par « Mot de passe oublié » et prévenez le centre de gestion.
        """ + Rappel
    );

    private static readonly DefinitionDeModele SansLienPourUnAgent = new(
        "compte.sans-lien",
        "Compte : pas de lien de connexion pour un agent",
        [Identifiant],
        "CdgMarches : pas de lien de connexion pour {{destinataire}}",
        """
        Un lien de connexion a été demandé pour votre compte CdgMarches (identifiant {{identifiant}}).

        Les agents du centre de gestion se connectent par mot de passe : aucun lien n'a été créé. Si vous l'avez oublié, choisissez-en un autre par « Mot de passe oublié ». Si vous n'avez rien demandé, ignorez ce message.
        """ + Rappel
    );

    private static readonly DefinitionDeModele DeDemandeRefusee = new(
        "compte.demande-refusee",
        "Compte : demande refusée",
        [new("motif", "Le motif du refus", "Votre collectivité a déjà deux référents.") { EstIndispensable = true }],
        "CdgMarches : demande de compte {{de destinataire}}",
        """
        Votre demande de compte sur CdgMarches n'a pas été acceptée. Motif :
        {{motif}}

        Si ce motif ne vous concerne plus, déposez une autre demande depuis la page de connexion.
        """ + Rappel
    );

    /// <summary>Les textes que le CDG peut réécrire.</summary>
    public static IReadOnlyList<DefinitionDeModele> Definitions { get; } =
    [DeConnexion, DeReinitialisation, DInvitation, DeMotDePasseChange, SansLienPourUnAgent, DeDemandeRefusee];

    public Task<Courriel> ConnexionAsync(Utilisateur personne, string lien, CancellationToken annulation) =>
        EcrireAsync(DeConnexion, personne, [new("lien", lien)], annulation);

    public Task<Courriel> ReinitialisationAsync(Utilisateur personne, string lien, CancellationToken annulation) =>
        EcrireAsync(DeReinitialisation, personne, [new("lien", lien)], annulation);

    public Task<Courriel> InvitationAsync(Utilisateur personne, string lien, string invitant, CancellationToken annulation) =>
        EcrireAsync(DInvitation, personne, [new("lien", lien), new("invitant", invitant)], annulation);

    public Task<Courriel> MotDePasseChangeAsync(Utilisateur personne, CancellationToken annulation = default) =>
        EcrireAsync(DeMotDePasseChange, personne, [], annulation);

    public Task<Courriel> SansLienAsync(Utilisateur personne, CancellationToken annulation) =>
        EcrireAsync(SansLienPourUnAgent, personne, [], annulation);

    public Task<Courriel> DemandeRefuseeAsync(string courriel, string nom, string motif, CancellationToken annulation) =>
        EcrireAsync(DeDemandeRefusee, new Utilisateur { Email = courriel, Nom = nom }, [new("motif", motif)], annulation);

    private static ChampDeModele Lien(string page) =>
        new("lien", "Le lien, à usage unique", $"https://marches.exemple.fr/compte/{page}/…") { EstIndispensable = true };

    private async Task<Courriel> EcrireAsync(
        DefinitionDeModele definition,
        Utilisateur personne,
        KeyValuePair<string, string>[] valeurs,
        CancellationToken annulation
    )
    {
        var modele = await composer.LireAsync(definition.Cle, annulation);
        return modele.Pour(
            personne.Email!,
            personne.Nom,
            new Dictionary<string, string>(valeurs) { [Identifiant.Nom] = personne.UserName ?? "" }
        ) with
        {
            ObjetType = "Utilisateur",
            ObjetId = personne.Id,
        };
    }
}
