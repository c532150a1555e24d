using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un membre n'a qu'un dossier de retrait ouvert à la fois.</summary>
/// <remarks>RG1.30.</remarks>
public sealed record UnSeulRetraitOuvert(string Membre, DateOnly? OuvertLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public bool EstRespectee => OuvertLe is null;

    public string Message => $"{Membre} a déjà un dossier de retrait, annoncé le {EnClair.Date(OuvertLe!.Value)} : continuez-le.";
}
