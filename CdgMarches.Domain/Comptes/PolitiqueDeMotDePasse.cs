using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes;

/// <summary>Ce qu'un mot de passe doit être. La longueur fait la force : aucune composition n'est imposée.</summary>
public static class PolitiqueDeMotDePasse
{
    public const int LongueurMinimale = 12;

    /// <summary>Un administrateur donne des droits aux autres : son mot de passe est plus long.</summary>
    public const int LongueurMinimaleDAdministrateur = 16;

    /// <summary>Au-delà, le hachage deviendrait une charge ; une phrase de passe tient largement en dessous.</summary>
    public const int LongueurMaximale = 128;

    private const string NomDeLApplication = "CDGMARCHES";

    /// <summary>En deçà, un identifiant se retrouve par hasard dans trop de mots.</summary>
    private const int LongueurDIdentifiantCherche = 4;

    /// <param name="motDePasse">Le mot de passe tel qu'il est tapé.</param>
    /// <param name="estAdministrateur">Vrai si le compte a le rôle Administrateur.</param>
    /// <param name="identifiant">L'identifiant de connexion du compte.</param>
    /// <param name="estCourant">Dit si un mot de passe est de ceux que tout le monde essaie.</param>
    public static Verdict Examiner(string motDePasse, bool estAdministrateur, string identifiant, Predicate<string> estCourant)
    {
        var replie = CleDeTri.De(motDePasse).Replace(" ", "", StringComparison.Ordinal);
        return Verdict.De(
            new MotDePasseAssezLong(
                motDePasse.Length,
                estAdministrateur ? LongueurMinimaleDAdministrateur : LongueurMinimale,
                LongueurMaximale
            ),
            new MotDePassePeuCourant(estCourant(motDePasse)),
            new MotDePasseSansNomConnu(
                Contient(replie, CleDeTri.De(identifiant).Replace(" ", "", StringComparison.Ordinal))
                    || Contient(replie, NomDeLApplication)
            )
        );
    }

    private static bool Contient(string replie, string nom) =>
        nom.Length >= LongueurDIdentifiantCherche && replie.Contains(nom, StringComparison.Ordinal);
}
