namespace CdgMarches.Domain.Conventions;

/// <summary>Où en est une convention d'accès un jour donné ; l'état se lit des dates, il ne se saisit pas.</summary>
public enum EtatDeConvention
{
    /// <summary>Un acte manque : délibération, signature d'une partie ou date d'effet.</summary>
    EnPreparation,

    /// <summary>Tous les actes y sont ; la date d'effet est à venir.</summary>
    Signee,

    /// <summary>Elle s'applique.</summary>
    EnVigueur,

    /// <summary>Elle s'applique encore, jusqu'au dernier jour que fixe la dénonciation.</summary>
    Denoncee,

    /// <summary>Son dernier jour est passé.</summary>
    Terminee,

    /// <summary>La préparation s'est arrêtée avant tout effet.</summary>
    Abandonnee,
}

/// <summary>Les mots des états d'une convention d'accès.</summary>
public static class EtatDeConventionExtensions
{
    public static string Libelle(this EtatDeConvention etat) =>
        etat switch
        {
            EtatDeConvention.EnPreparation => "En préparation",
            EtatDeConvention.Signee => "Signée, à venir",
            EtatDeConvention.EnVigueur => "En vigueur",
            EtatDeConvention.Denoncee => "Dénoncée, encore en vigueur",
            EtatDeConvention.Terminee => "Terminée",
            EtatDeConvention.Abandonnee => "Abandonnée",
        };
}
