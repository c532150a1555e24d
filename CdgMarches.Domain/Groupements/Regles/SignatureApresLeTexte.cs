using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On signe le texte que les membres ont reçu : la signature de l'avenant suit la soumission de sa version.</summary>
/// <remarks>
/// RG1.34. Une délibération antérieure se constate, parce que le projet annexé se compare ; une signature antérieure porte sur un autre
/// papier. Lecture retenue : le jour même de la soumission convient.
/// </remarks>
public sealed record SignatureApresLeTexte(DateOnly? SigneLe, DateOnly? TexteLe) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "signe";

    public bool EstRespectee => !(SigneLe < TexteLe);

    public string Message =>
        $"L'avenant serait signé le {EnClair.Date(SigneLe!.Value)}, avant que ce texte soit soumis aux membres, le {EnClair.Date(TexteLe!.Value)} : corrigez la date, ou faites signer le texte soumis.";
}
