using System.Collections.Concurrent;
using System.Security.Cryptography;
using CdgMarches.Domain.Documents;

namespace CdgMarches.App.Documents.Origine;

/// <summary>Compose le modèle d'origine d'une nature de document donnée, mieux que ne le fait sa seule déclaration.</summary>
public interface IModeleDOrigine
{
    /// <summary>Le code de la nature (<see cref="IModeleDeDocument.Code"/>).</summary>
    string Code { get; }

    void Composer(Composition page);
}

/// <summary>Le modèle d'origine de chaque nature : écrit pour elle, ou tiré de ce qu'elle déclare.</summary>
public sealed class ModelesDOrigine(IEnumerable<IModeleDOrigine> ecrits)
{
    private readonly Dictionary<string, IModeleDOrigine> _ecrits = ecrits.ToDictionary(e => e.Code, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Contenu, string Sha256)> _composes = new(StringComparer.Ordinal);

    /// <summary>Le fichier Word et son empreinte.</summary>
    public (byte[] Contenu, string Sha256) De(IModeleDeDocument nature) =>
        _composes.GetOrAdd(
            nature.Code,
            _ =>
            {
                var page = new Composition(nature.Titre, nature.Orientation);
                if (_ecrits.TryGetValue(nature.Code, out var ecrit))
                {
                    ecrit.Composer(page);
                }
                else
                {
                    ModeleDeclare.Composer(page, nature);
                }

                var contenu = page.Ecrire();
                return (contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
            }
        );
}

/// <summary>Un modèle tiré de la seule déclaration : une lettre si elle a un destinataire, un acte sinon, et tous ses champs.</summary>
internal static class ModeleDeclare
{
    public static void Composer(Composition page, IModeleDeDocument nature)
    {
        page.PapierAEntete();
        if (nature.AvecDestinataire)
        {
            page.BlocDAdresse().LieuEtDate().Objet(nature.Titre).Paragraphe("Madame, Monsieur,");
        }
        else
        {
            page.Titre(nature.Titre);
        }

        if (nature.Champs.Count > 0)
        {
            page.Fiche([.. nature.Champs.Select(c => (c.Libelle, $"{{{{{c.Code}}}}}"))]);
        }

        foreach (var table in nature.Tables.Where(t => t.Champs.Count > 0))
        {
            page.Section(table.Libelle)
                .Tableau(
                    table.Code,
                    nature.Genre is GenreDeDocument.FeuilleDEmargement ? 12 : 0,
                    [.. table.Champs.Select(c => new ColonneDeTableau(c.Libelle, $"{{{{{c.Code}}}}}"))]
                );
        }

        if (nature.AvecDestinataire)
        {
            page.Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.");
        }

        page.Signature();
    }
}
