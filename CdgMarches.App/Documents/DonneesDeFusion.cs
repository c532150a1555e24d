using System.Text.Json.Serialization;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Documents;

/// <summary>Des champs, des tableaux et des conditions : ceux d'un document, ou d'une ligne de tableau répété.</summary>
public class LigneDeFusion
{
    /// <summary>Les textes, déjà mis en forme (<c>Formats</c>) ; « \n » va à la ligne.</summary>
    public Dictionary<string, string?> Champs { get; init; } = [];

    public Dictionary<string, List<LigneDeFusion>> Tables { get; init; } = [];

    public Dictionary<string, bool> Conditions { get; init; } = [];

    /// <summary>Donne un champ ; null ou vide le laisse manquant.</summary>
    public LigneDeFusion Champ(string code, string? valeur)
    {
        Champs[Marque.Normaliser(code)] = valeur;
        return this;
    }

    public LigneDeFusion Condition(string code, bool vraie)
    {
        Conditions[Marque.Normaliser(code)] = vraie;
        return this;
    }

    /// <summary>Donne les lignes d'un tableau ; à appeler aussi quand il n'y en a aucune.</summary>
    public LigneDeFusion Table<T>(string code, IEnumerable<T> elements, Action<T, LigneDeFusion> remplir)
    {
        Tables[Marque.Normaliser(code)] =
        [
            .. elements.Select(e =>
            {
                var ligne = new LigneDeFusion();
                remplir(e, ligne);
                return ligne;
            }),
        ];
        return this;
    }
}

/// <summary>Tout ce qu'il faut pour produire un document, et ce que l'on en garde.</summary>
/// <param name="titre">Ce qu'est ce document-ci : « Convocation de Mme Hochart à la séance du 16 mars 2026 ».</param>
public sealed class DonneesDeFusion(string titre) : LigneDeFusion
{
    public string Titre { get; } = titre;

    /// <summary>Le groupement : son modèle par défaut, et le périmètre de qui peut lire le document.</summary>
    public GroupementId? Groupement { get; init; }

    /// <summary>La collectivité que le document concerne.</summary>
    public CollectiviteId? Collectivite { get; init; }

    public DestinataireDeDocument? Destinataire { get; init; }

    /// <summary>Les images, par code de champ ; elles ne sont pas gardées avec les données, le document les porte.</summary>
    [JsonIgnore]
    public Dictionary<string, ImageDeFusion> Images { get; } = [];
}

/// <summary>Celui à qui le document part.</summary>
/// <param name="Id">La clé sous laquelle la capacité le connaît.</param>
/// <param name="Nom">Son nom, pour le rapport et le nom du fichier.</param>
/// <param name="Lignes">Le bloc d'adresse, nom compris, six lignes au plus ; vide si l'adresse manque.</param>
public sealed record DestinataireDeDocument(Guid Id, string Nom, IReadOnlyList<string> Lignes)
{
    /// <summary>Le bloc d'adresse d'un organisme : nom, attention de, deux lignes de voie, code postal et ville en capitales.</summary>
    /// <returns>Le bloc, sans ligne si l'adresse n'a pas de ville : un courrier sans ville ne part pas.</returns>
    public static DestinataireDeDocument De(Guid id, string organisme, string? alAttentionDe, Adresse adresse) =>
        new(
            id,
            organisme,
            adresse.Ville is null
                ? []
                :
                [
                    .. new[]
                    {
                        organisme,
                        alAttentionDe is null ? null : $"À l'attention de {alAttentionDe}",
                        adresse.Ligne1,
                        adresse.Ligne2,
                        $"{adresse.CodePostal} {adresse.Ville.ToUpperInvariant()}".Trim(),
                    }.OfType<string>(),
                ]
        );
}

/// <summary>Une image à la place d'un champ.</summary>
/// <param name="Contenu">Un PNG ou un JPEG.</param>
/// <param name="TypeMime">Son type.</param>
/// <param name="HauteurMax">En millimètres.</param>
/// <param name="LargeurMax">En millimètres.</param>
public sealed record ImageDeFusion(byte[] Contenu, string TypeMime, int HauteurMax = 22, int LargeurMax = 60);
