using CdgMarches.App.Compte;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Administration;

/// <summary>Qui est la personne d'un compte, tel qu'on le saisit.</summary>
public sealed record IdentiteDeCompte(string Nom, string Courriel, string? Telephone);

/// <summary>Le rattachement que l'on donne à un compte.</summary>
public sealed record NouveauRattachement(
    CollectiviteId Collectivite,
    RoleDeMembre Role,
    bool EstAdministrateur,
    DateOnly Debut,
    DateOnly? Fin
);

/// <summary>Lecture de ce qui est saisi d'un compte, la même sur les quatre écrans.</summary>
internal static class SaisieDeCompte
{
    public const int LongueurDuTelephone = 40;

    public static IEnumerable<ErreurDeSaisie> Verifier(string? nom, string? courriel, string? telephone)
    {
        if (string.IsNullOrWhiteSpace(nom))
        {
            yield return new("nom", "Saisissez le nom de la personne.");
        }
        else if (nom.Trim().Length > Utilisateur.LongueurDuNom)
        {
            yield return new("nom", $"Le nom ne dépasse pas {Utilisateur.LongueurDuNom} caractères.");
        }

        if (string.IsNullOrWhiteSpace(courriel))
        {
            yield return new(
                "courriel",
                "Saisissez le courriel : l'invitation y part. Plusieurs personnes peuvent partager une boîte."
            );
        }
        else if (!CourrielValide.Est(courriel.Trim()))
        {
            yield return new("courriel", "Ce n'est pas une adresse électronique : écrivez par exemple mairie@exemple.fr.");
        }

        if (telephone?.Trim().Length > LongueurDuTelephone)
        {
            yield return new("telephone", $"Le téléphone ne dépasse pas {LongueurDuTelephone} caractères.");
        }
    }

    /// <summary>« Jean-Luc Le Goff » donne « jean-luc.legoff » ou, sans prénom, le nom seul.</summary>
    public static string IdentifiantPropose(string nom)
    {
        var mots = nom.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(m => Plier(m, '-'))
            .Where(m => m.Length > 0)
            .ToList();
        var propose = mots.Count < 2 ? string.Concat(mots) : $"{mots[0]}.{string.Concat(mots.Skip(1))}";
        return propose.Length is 0 ? "compte" : propose[..Math.Min(propose.Length, 60)];
    }

    private static string Plier(string mot, char separateur) =>
        CleDeTri.De(mot).ToLower(System.Globalization.CultureInfo.InvariantCulture).Replace(' ', separateur);
}
