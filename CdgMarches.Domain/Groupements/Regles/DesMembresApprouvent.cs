namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un avenant se soumet à des membres.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record DesMembresApprouvent(int Membres) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => Membres > 0;

    public string Message => "Le groupement n'a aucun membre en vigueur : il n'y a personne à consulter.";
}
