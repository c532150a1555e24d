using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Administration;

/// <summary>Où en est un compte.</summary>
public enum EtatDeCompte
{
    /// <summary>Créé, sans mot de passe choisi : il n'a encore pu se connecter que par un lien.</summary>
    Invite,
    Ouvert,

    /// <summary>Trop d'essais manqués : il se rouvre seul.</summary>
    Verrouille,
    Ferme,
}

internal static class EtatsDeCompte
{
    public static string Libelle(this EtatDeCompte etat) =>
        etat switch
        {
            EtatDeCompte.Invite => "Invité",
            EtatDeCompte.Ouvert => "Ouvert",
            EtatDeCompte.Verrouille => "Verrouillé",
            EtatDeCompte.Ferme => "Fermé",
        };

    public static Ton Ton(this EtatDeCompte etat) =>
        etat switch
        {
            EtatDeCompte.Invite => Socle.Composants.Ton.Info,
            EtatDeCompte.Ouvert => Socle.Composants.Ton.Positif,
            EtatDeCompte.Verrouille => Socle.Composants.Ton.Attention,
            EtatDeCompte.Ferme => Socle.Composants.Ton.Neutre,
        };

    public static EtatDeCompte De(bool estActif, bool aUnMotDePasse, DateTimeOffset? verrou, DateTimeOffset maintenant) =>
        !estActif ? EtatDeCompte.Ferme
        : verrou > maintenant ? EtatDeCompte.Verrouille
        : aUnMotDePasse ? EtatDeCompte.Ouvert
        : EtatDeCompte.Invite;
}
