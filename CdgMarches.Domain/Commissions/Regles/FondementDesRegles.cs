using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Les règles citent le texte qui les fonde : aucune loi ne donne ni le délai ni la voix prépondérante.</summary>
/// <remarks>RG2.12, RG2.30.</remarks>
public sealed record FondementDesRegles(string? Texte, bool VoixPreponderante) : IRegle
{
    public string Code => VoixPreponderante ? "RG2.30" : "RG2.12";

    public string Fondement => "Convention constitutive ou règlement intérieur";

    public string? Champ => "fondement";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Texte) && Texte.Length <= ReglesDeCommission.LongueurDuFondement;

    public string Message =>
        $"Citez l'article qui fonde ces règles, en {ReglesDeCommission.LongueurDuFondement} caractères au plus.";
}
