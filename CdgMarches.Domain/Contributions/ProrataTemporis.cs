using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Comment une année incomplète se compte (RG6.10).</summary>
public enum MethodeDeProrata
{
    /// <summary>Jours de présence sur jours de l'année (365 ou 366) : le sens littéral, par défaut.</summary>
    Jours,

    /// <summary>Mois où un jour au moins est compté, sur douze.</summary>
    MoisEntames,

    /// <summary>Mois comptés en entier, sur douze.</summary>
    MoisEntiers,

    /// <summary>Pas de prorata : le montant est dû en entier.</summary>
    Aucune,
}

/// <summary>Les mots des méthodes de prorata.</summary>
public static class MethodesDeProrata
{
    public static string Libelle(this MethodeDeProrata methode) =>
        methode switch
        {
            MethodeDeProrata.Jours => "en jours",
            MethodeDeProrata.MoisEntames => "en mois entamés",
            MethodeDeProrata.MoisEntiers => "en mois entiers",
            MethodeDeProrata.Aucune => "sans prorata",
        };
}

/// <summary>La part d'un montant annuel due pour une présence qui ne couvre pas toute l'année, à l'entrée comme à la sortie.</summary>
/// <remarks>
/// RG6.10 à RG6.12. Seed : convention d'accès, art. 4 (« calculée au prorata temporis pour une année incomplète », méthode non
/// dite : c'est un réglage). Le dénominateur est toujours l'année entière ; le premier et le dernier jour comptent ; le montant
/// s'arrondit une fois, à la fin, le demi-centime s'éloignant de zéro.
/// </remarks>
/// <param name="Methode">La méthode.</param>
/// <param name="Numerateur">Jours ou mois comptés.</param>
/// <param name="Denominateur">Jours ou mois de l'année entière.</param>
/// <param name="Montant">La part due, au centime.</param>
public sealed record ProrataTemporis(MethodeDeProrata Methode, int Numerateur, int Denominateur, MontantHt Montant)
{
    public bool EstEntier => Numerateur == Denominateur;

    /// <param name="annuel">Le montant de l'année entière.</param>
    /// <param name="presence">La présence du redevable ; ce qui dépasse l'année ne compte pas.</param>
    /// <param name="annee">L'année civile de l'exercice.</param>
    /// <param name="methode">La méthode de la convention.</param>
    public static ProrataTemporis Calculer(MontantHt annuel, Periode presence, int annee, MethodeDeProrata methode)
    {
        var exercice = Periode.Annee(annee);
        var comptee = presence.Intersection(exercice);
        var (numerateur, denominateur) = methode switch
        {
            MethodeDeProrata.Jours => (comptee?.Jours ?? 0, exercice.Jours!.Value),
            MethodeDeProrata.MoisEntames => (comptee is null ? 0 : MoisEntames(comptee), 12),
            MethodeDeProrata.MoisEntiers => (comptee is null ? 0 : MoisEntiers(comptee), 12),
            MethodeDeProrata.Aucune => (comptee is null ? 0 : 1, 1),
        };
        return new ProrataTemporis(
            methode,
            numerateur,
            denominateur,
            MontantHt.Arrondir(annuel.Euros * numerateur / denominateur)
        );
    }

    private static int MoisEntames(Periode presence) => presence.Fin!.Value.Month - presence.Debut.Month + 1;

    private static int MoisEntiers(Periode presence)
    {
        var fin = presence.Fin!.Value;
        var entames = MoisEntames(presence);
        var premierEntier = presence.Debut.Day == 1;
        var dernierEntier = fin.Day == DateTime.DaysInMonth(fin.Year, fin.Month);
        return entames == 1
            ? (premierEntier && dernierEntier ? 1 : 0)
            : entames - (premierEntier ? 0 : 1) - (dernierEntier ? 0 : 1);
    }
}
