using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un acte d'une adhésion par avenant suit la soumission du texte de l'avenant.</summary>
/// <remarks>RG1.20, RG1.34. Lecture retenue : le jour même de la soumission convient.</remarks>
/// <param name="TexteLe">Le jour où le texte proposé a été soumis aux membres ; nul si aucun avenant n'est demandé, ou avant.</param>
/// <param name="Actes">Chaque acte, sa date et son champ.</param>
public sealed record ActesApresLeTexte(DateOnly? TexteLe, IReadOnlyList<(string Acte, DateOnly? Le, string Champ)> Actes)
    : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => Anterieurs.Select(a => a.Champ).FirstOrDefault();

    public bool EstRespectee => !Anterieurs.Any();

    public string Message =>
        $"Datés avant le texte de l'avenant, soumis aux membres le {EnClair.Date(TexteLe!.Value)} : {string.Join(", ", Anterieurs.Select(a => $"{EnClair.EnSuite(a.Acte)} ({EnClair.Date(a.Le!.Value)})"))}. Corrigez ces dates, ou faites signer ce texte.";

    private IEnumerable<(string Acte, DateOnly? Le, string Champ)> Anterieurs => Actes.Where(a => a.Le < TexteLe);
}
