namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un membre répond une fois à un texte : une seule réponse est en attente.</summary>
/// <remarks>RG1.34. L'approbation d'une version passée ne compte pas : elle laisse la réponse attendue.</remarks>
public sealed record ReponseEncoreAttendue(bool DejaDonnee) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => !DejaDonnee;

    public string Message =>
        "Votre réponse est déjà enregistrée et reste telle quelle : pour la corriger, adressez-vous au centre de gestion.";
}
