namespace CdgMarches.Domain.Conventions;

/// <summary>Ce sur quoi porte une demande d'assistance (convention d'accès, art. 2).</summary>
public enum NatureDAssistance
{
    /// <summary>La conformité et l'adéquation d'un règlement de la consultation avec la plateforme.</summary>
    ReglementDeConsultation,

    /// <summary>L'usage de la plateforme ou du matériel.</summary>
    Technique,

    /// <summary>La création ou la configuration d'un compte.</summary>
    CreationDeCompte,
}

/// <summary>Ce que la convention promet, ou ce qui le dépasse.</summary>
public enum NiveauDAssistance
{
    Premier,
    AuDela,
}

public enum EtatDAssistance
{
    Recue,
    EnCours,
    Repondue,
}

/// <summary>Les mots de l'assistance.</summary>
public static class AssistanceExtensions
{
    public static string Libelle(this NatureDAssistance nature) =>
        nature switch
        {
            NatureDAssistance.ReglementDeConsultation => "Conformité d'un règlement de la consultation",
            NatureDAssistance.Technique => "Aide technique",
            NatureDAssistance.CreationDeCompte => "Création de compte",
        };

    public static string Libelle(this NiveauDAssistance niveau) =>
        niveau switch
        {
            NiveauDAssistance.Premier => "Premier niveau",
            NiveauDAssistance.AuDela => "Au-delà du premier niveau",
        };

    public static string Libelle(this EtatDAssistance etat) =>
        etat switch
        {
            EtatDAssistance.Recue => "Reçue",
            EtatDAssistance.EnCours => "En cours",
            EtatDAssistance.Repondue => "Répondue",
        };
}
