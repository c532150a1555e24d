namespace CdgMarches.Domain.Procedures;

/// <summary>Où en est une procédure.</summary>
public enum EtatDeProcedure
{
    EnPreparation,

    /// <summary>L'avis, ou la consultation s'il n'y a pas d'avis, est parti ; la liste des membres est figée.</summary>
    Lancee,

    /// <summary>Le dernier marché est notifié, ou la procédure est sans suite.</summary>
    Terminee,
}

/// <summary>Comment une procédure a pris fin (RG1.21).</summary>
public enum IssueDeProcedure
{
    MarchesNotifies,
    SansSuite,
}

public static class LibellesDeProcedure
{
    public static string Libelle(this EtatDeProcedure etat) =>
        etat switch
        {
            EtatDeProcedure.EnPreparation => "En préparation",
            EtatDeProcedure.Lancee => "Lancée",
            EtatDeProcedure.Terminee => "Terminée",
        };

    public static string Libelle(this IssueDeProcedure issue) =>
        issue switch
        {
            IssueDeProcedure.MarchesNotifies => "Marchés notifiés",
            IssueDeProcedure.SansSuite => "Sans suite",
        };
}
