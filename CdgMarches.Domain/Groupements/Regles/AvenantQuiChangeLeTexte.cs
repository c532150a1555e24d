namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un avenant propose d'autres stipulations que celles en vigueur.</summary>
/// <remarks>RG1.34. Identique, il ferait délibérer chaque membre pour rien ; sans texte en vigueur saisi, rien ne se compare.</remarks>
/// <param name="Identique">Le texte proposé est celui en vigueur, aux fins de ligne et aux blancs de bord près.</param>
public sealed record AvenantQuiChangeLeTexte(bool Identique) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "texte";

    public bool EstRespectee => !Identique;

    public string Message =>
        "Les stipulations proposées sont celles en vigueur : cet avenant ne change rien à la convention. Écrivez les stipulations que les membres ont à approuver ; rien n'est enregistré ni envoyé.";
}
