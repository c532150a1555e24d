namespace CdgMarches.Domain.Marches;

/// <summary>Où en est un marché.</summary>
public enum EtatDeMarche
{
    /// <summary>Le lot est attribué ; rien n'est signé.</summary>
    Attribue,
    Signe,

    /// <summary>Notifié au titulaire : il s'exécute.</summary>
    EnExecution,
    Termine,
    Resilie,
}

/// <summary>Comment une période de plus se décide (CCP, art. R2112-4).</summary>
public enum ModeDeReconduction
{
    /// <summary>Par défaut : elle a lieu sauf décision contraire, et le titulaire ne peut la refuser.</summary>
    Tacite,

    /// <summary>Elle n'a lieu que sur décision.</summary>
    Expresse,
}

/// <summary>Où en est une commande.</summary>
public enum EtatDeCommande
{
    EnPreparation,

    /// <summary>Partie au titulaire : un fait, que l'on enregistre même au-delà du maximum.</summary>
    Emise,
}

/// <summary>Pourquoi un marché est résilié (CCP, art. L2195-2 à L2195-6).</summary>
public enum CasDeResiliation
{
    ForceMajeure,
    FauteGrave,
    InteretGeneral,
    CasDExclusion,
    ModificationImpossible,
}

public static class LibellesDesMarches
{
    public static string Libelle(this VariationDePrix variation) =>
        variation switch
        {
            VariationDePrix.Ferme => "Ferme",
            VariationDePrix.Actualisable => "Actualisable",
            VariationDePrix.Revisable => "Révisable",
        };

    public static string Libelle(this EtatDeMarche etat) =>
        etat switch
        {
            EtatDeMarche.Attribue => "Attribué",
            EtatDeMarche.Signe => "Signé",
            EtatDeMarche.EnExecution => "En exécution",
            EtatDeMarche.Termine => "Terminé",
            EtatDeMarche.Resilie => "Résilié",
        };

    public static string Libelle(this ModeDeReconduction mode) =>
        mode switch
        {
            ModeDeReconduction.Tacite => "Tacite",
            ModeDeReconduction.Expresse => "Expresse",
        };

    public static string Libelle(this EtatDeCommande etat) =>
        etat switch
        {
            EtatDeCommande.EnPreparation => "En préparation",
            EtatDeCommande.Emise => "Émise",
        };

    public static string Libelle(this CasDeResiliation cas) =>
        cas switch
        {
            CasDeResiliation.ForceMajeure => "Force majeure (L2195-2)",
            CasDeResiliation.FauteGrave => "Faute d'une gravité suffisante (L2195-3)",
            CasDeResiliation.InteretGeneral => "Motif d'intérêt général (L2195-3)",
            CasDeResiliation.CasDExclusion => "Cas d'exclusion (L2195-4)",
            CasDeResiliation.ModificationImpossible => "Modification impossible (L2195-6)",
        };
}
