namespace CdgMarches.Domain.Contributions;

/// <summary>Les mots des appels.</summary>
public static class MotsDesAppels
{
    /// <summary>Un appel et son complément se paient ; une réduction ou une annulation, déjà déduite de l'appel qu'elle corrige, non.</summary>
    public static bool SePaie(this NatureDAppel nature) => nature is NatureDAppel.Initial or NatureDAppel.Complement;

    public static string Libelle(this NatureDAppel nature) =>
        nature switch
        {
            NatureDAppel.Initial => "Appel",
            NatureDAppel.Complement => "Complément",
            NatureDAppel.Reduction => "Réduction",
            NatureDAppel.Annulation => "Annulation",
        };

    public static string Libelle(this EtatDAppel etat) =>
        etat switch
        {
            EtatDAppel.SansAppel => "Sans appel (0 €)",
            EtatDAppel.Reporte => "Reporté, sous le seuil",
            EtatDAppel.Repris => "Report repris",
            EtatDAppel.Emis => "Émis",
            EtatDAppel.Solde => "Soldé",
        };

    public static string Libelle(this SourceDeDette source) =>
        source switch
        {
            SourceDeDette.Convention => "convention d'accès",
            SourceDeDette.Adhesion => "adhésion",
        };
}
