using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Un lien nommé : une étape du fil d'Ariane, un onglet, une suite proposée.</summary>
/// <param name="Libelle">Le texte du lien.</param>
/// <param name="Adresse">L'adresse dans l'application.</param>
/// <param name="Nombre">Un compte affiché après le libellé d'un onglet.</param>
public sealed record Lien(string Libelle, string Adresse, int? Nombre = null);

/// <summary>Un choix d'une liste déroulante.</summary>
public sealed record Option<T>(T Valeur, string Libelle);

/// <summary>Une erreur de saisie, rangée sous l'identifiant du champ où on la corrige.</summary>
public sealed record ErreurDeSaisie(string Champ, string Message);

/// <summary>Un fichier reçu, gardé dans un fichier temporaire que le composant détruit quand la page l'a traité.</summary>
/// <param name="Nom">Le nom donné par l'utilisateur, sans dossier.</param>
/// <param name="Chemin">Le fichier temporaire, à lire ou à copier avant de rendre la main.</param>
/// <param name="Taille">La taille en octets.</param>
/// <param name="Type">Le type annoncé par le navigateur, qui ne prouve rien.</param>
public sealed record FichierRecu(string Nom, string Chemin, long Taille, string Type);

/// <summary>Le sens d'un statut ; une icône et un texte le portent, la couleur l'appuie.</summary>
public enum Ton
{
    Neutre,
    Info,
    Positif,
    Attention,
    Alerte,
}

public enum Alignement
{
    Gauche,
    Droite,
    Centre,
}

internal static class Elements
{
    public static string Classe(this Ton ton) =>
        ton switch
        {
            Ton.Neutre => "ton-neutre",
            Ton.Info => "ton-info",
            Ton.Positif => "ton-positif",
            Ton.Attention => "ton-attention",
            Ton.Alerte => "ton-alerte",
        };

    public static string Icone(this Ton ton) =>
        ton switch
        {
            Ton.Neutre => "○",
            Ton.Info => "i",
            Ton.Positif => "✓",
            Ton.Attention => "!",
            Ton.Alerte => "✕",
        };

    public static string Classe(this Alignement alignement) =>
        alignement switch
        {
            Alignement.Gauche => "",
            Alignement.Droite => "num",
            Alignement.Centre => "centre",
        };

    /// <summary>Un identifiant HTML tiré d'un libellé : « Date de fin » donne « date-de-fin ».</summary>
    public static string Identifiant(string libelle) =>
        CleDeTri.De(libelle).ToLower(System.Globalization.CultureInfo.InvariantCulture).Replace(' ', '-');
}
