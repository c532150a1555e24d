namespace CdgMarches.Domain.Groupements;

/// <summary>Où en est un groupement.</summary>
public enum EtatDuGroupement
{
    /// <summary>On règle ses prestations et ses membres ; aucune procédure ne peut être lancée.</summary>
    EnPreparation,

    /// <summary>Sa convention est en vigueur : il recense et lance des procédures (RG1.14).</summary>
    Ouvert,

    /// <summary>Il est terminé ; tout y reste lisible.</summary>
    Clos,
}

public static class EtatsDuGroupement
{
    /// <summary>Vrai si l'on n'entre dans le groupement, ni n'en sort, que par un dossier (RG1.20, RG1.30).</summary>
    /// <remarks>
    /// Ce que la convention stipule s'applique dès qu'elle est en vigueur, que le groupement soit déjà ouvert ou encore en
    /// préparation. Ouvert sans convention tenue dans l'application, il l'est par une convention signée ailleurs.
    /// </remarks>
    public static bool ExigeUnDossier(this EtatDuGroupement etat, DateOnly? conventionEnVigueurLe) =>
        etat is EtatDuGroupement.Ouvert || conventionEnVigueurLe is not null;

    public static string Libelle(this EtatDuGroupement etat) =>
        etat switch
        {
            EtatDuGroupement.EnPreparation => "En préparation",
            EtatDuGroupement.Ouvert => "Ouvert",
            EtatDuGroupement.Clos => "Clos",
        };
}
