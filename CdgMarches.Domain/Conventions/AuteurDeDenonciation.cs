namespace CdgMarches.Domain.Conventions;

/// <summary>Du fait de qui la convention est dénoncée : le délai en dépend.</summary>
public enum AuteurDeDenonciation
{
    Collectivite,

    Cdg,

    /// <summary>Le CDG, pour défaut de paiement : sans délai.</summary>
    CdgPourDefautDePaiement,
}

/// <summary>Les mots de l'auteur d'une dénonciation.</summary>
public static class AuteurDeDenonciationExtensions
{
    public static string Libelle(this AuteurDeDenonciation auteur) =>
        auteur switch
        {
            AuteurDeDenonciation.Collectivite => "Du fait de la collectivité",
            AuteurDeDenonciation.Cdg => "Du fait du CDG",
            AuteurDeDenonciation.CdgPourDefautDePaiement => "Du fait du CDG, pour défaut de paiement",
        };

    /// <summary>Les archives départementales sont informées quand la dénonciation vient de la collectivité, et d'elle seule.</summary>
    /// <remarks>RG6.20. Convention d'accès, art. 5 : le texte ne le demande pas au CDG.</remarks>
    public static bool InformeLesArchives(this AuteurDeDenonciation auteur) => auteur is AuteurDeDenonciation.Collectivite;

    /// <summary>Le même libellé, au milieu d'une phrase.</summary>
    internal static string DansUnePhrase(this AuteurDeDenonciation auteur) => $"d{auteur.Libelle()[1..]}";
}
