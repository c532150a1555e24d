using CdgMarches.Domain.Documents;

namespace CdgMarches.App.Documents;

/// <summary>Les adresses de la bibliothèque et des documents produits.</summary>
public static class AdressesDesDocuments
{
    public const string Bibliotheque = "/documents";

    public const string Produits = "/documents/produits";

    public const string Series = "/documents/series";

    public const string PapierAEntete = "/documents/papier-a-entete";

    /// <summary>Le dossier d'une convention : son type au journal, et sa clé.</summary>
    public static string Dossier(string objetType, Guid objet) => $"{Bibliotheque}/dossiers/{objetType}/{objet}";

    public static string Nature(string code) => $"{Bibliotheque}/natures/{code}";

    /// <summary>Le modèle d'origine, à télécharger pour le modifier.</summary>
    public static string Origine(string code) => $"{Nature(code)}/origine.docx";

    public static string Modele(ModeleId id) => $"{Bibliotheque}/modeles/{id.Valeur}";

    public static string Version(ModeleId id, int numero) => $"{Modele(id)}/versions/{numero}";
}
