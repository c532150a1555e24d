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
    public static string Libelle(this EtatDuGroupement etat) =>
        etat switch
        {
            EtatDuGroupement.EnPreparation => "En préparation",
            EtatDuGroupement.Ouvert => "Ouvert",
            EtatDuGroupement.Clos => "Clos",
        };
}
