namespace CdgMarches.Domain.Recensements;

/// <summary>Où en est une campagne.</summary>
public enum EtatDeCampagne
{
    EnPreparation,
    Ouverte,
    Close,

    /// <summary>Une version au moins de la consolidation est gelée.</summary>
    Consolidee,
}

/// <summary>Où en est la réponse d'un membre pour une prestation.</summary>
public enum EtatDeReponse
{
    NonOuverte,
    Brouillon,

    /// <summary>Le catalogue a changé depuis : la saisie est gardée et doit être validée de nouveau.</summary>
    ARevoir,
    Validee,

    /// <summary>Le membre a dit ne rien commander ; un blanc, lui, ne dit rien.</summary>
    Neant,

    /// <summary>Décidé par le CDG après la clôture : le membre silencieux n'est pas du marché.</summary>
    Exclue,

    /// <summary>Décidé par le CDG après la clôture : le membre silencieux est du marché, sans quantité.</summary>
    NeantPresume,

    /// <summary>Décidé par le CDG après la clôture : les quantités de la campagne précédente valent réponse.</summary>
    RepriseN1,
}

/// <summary>Ce que le CDG décide d'un membre resté silencieux à la clôture.</summary>
public enum DecisionDOffice
{
    Exclure,
    PresumerNeant,
    ReprendreN1,
}

/// <summary>La période à laquelle se rapportent les quantités demandées.</summary>
public enum PeriodeDesQuantites
{
    Annuelle,
    DureeEntiere,
}

/// <summary>Comment une réponse a été validée.</summary>
public enum ModeDeValidation
{
    /// <summary>Par le signataire, de son compte.</summary>
    Compte,

    /// <summary>Par un lien personnel, sans compte.</summary>
    Lien,

    /// <summary>Par une personne que l'exécutif a déléguée.</summary>
    Delegation,

    /// <summary>Par l'état des besoins signé, déposé.</summary>
    EtatSigne,

    /// <summary>Par un gestionnaire du CDG, avec un motif.</summary>
    Gestionnaire,
}

/// <summary>Ce que chaque état se dit et permet.</summary>
public static class Etats
{
    /// <summary>Les états où la saisie est permise tant que le délai court.</summary>
    public static IReadOnlyList<EtatDeReponse> Saisissables { get; } =
    [EtatDeReponse.NonOuverte, EtatDeReponse.Brouillon, EtatDeReponse.ARevoir];

    /// <summary>Les états dont les quantités entrent dans la consolidation.</summary>
    public static IReadOnlyList<EtatDeReponse> Consolidables { get; } = [EtatDeReponse.Validee, EtatDeReponse.RepriseN1];

    /// <summary>Les états d'un membre qui a répondu de lui-même.</summary>
    public static IReadOnlyList<EtatDeReponse> Repondus { get; } = [EtatDeReponse.Validee, EtatDeReponse.Neant];

    public static bool EstSaisissable(this EtatDeReponse etat) =>
        etat is EtatDeReponse.NonOuverte or EtatDeReponse.Brouillon or EtatDeReponse.ARevoir;

    public static bool EstRepondu(this EtatDeReponse etat) => etat is EtatDeReponse.Validee or EtatDeReponse.Neant;

    public static bool EstDecide(this EtatDeReponse etat) =>
        etat is EtatDeReponse.Exclue or EtatDeReponse.NeantPresume or EtatDeReponse.RepriseN1;

    public static string Libelle(this EtatDeCampagne etat) =>
        etat switch
        {
            EtatDeCampagne.EnPreparation => "En préparation",
            EtatDeCampagne.Ouverte => "Ouverte",
            EtatDeCampagne.Close => "Close",
            EtatDeCampagne.Consolidee => "Consolidée",
        };

    public static string Libelle(this EtatDeReponse etat) =>
        etat switch
        {
            EtatDeReponse.NonOuverte => "Non ouverte",
            EtatDeReponse.Brouillon => "Brouillon",
            EtatDeReponse.ARevoir => "À revoir",
            EtatDeReponse.Validee => "Validée",
            EtatDeReponse.Neant => "Néant",
            EtatDeReponse.Exclue => "Exclu d'office",
            EtatDeReponse.NeantPresume => "Néant présumé",
            EtatDeReponse.RepriseN1 => "N-1 repris d'office",
        };

    public static string Libelle(this DecisionDOffice decision) =>
        decision switch
        {
            DecisionDOffice.Exclure => "Exclure du marché",
            DecisionDOffice.PresumerNeant => "Présumer un besoin néant",
            DecisionDOffice.ReprendreN1 => "Reprendre les valeurs N-1",
        };

    public static EtatDeReponse Etat(this DecisionDOffice decision) =>
        decision switch
        {
            DecisionDOffice.Exclure => EtatDeReponse.Exclue,
            DecisionDOffice.PresumerNeant => EtatDeReponse.NeantPresume,
            DecisionDOffice.ReprendreN1 => EtatDeReponse.RepriseN1,
        };

    public static string Libelle(this PeriodeDesQuantites periode) =>
        periode switch
        {
            PeriodeDesQuantites.Annuelle => "Par an",
            PeriodeDesQuantites.DureeEntiere => "Sur toute la durée",
        };

    public static string Libelle(this ModeDeValidation mode) =>
        mode switch
        {
            ModeDeValidation.Compte => "par le signataire, de son compte",
            ModeDeValidation.Lien => "par lien personnel",
            ModeDeValidation.Delegation => "par délégation",
            ModeDeValidation.EtatSigne => "par l'état des besoins signé, déposé",
            ModeDeValidation.Gestionnaire => "par le CDG, au nom du membre",
        };
}
