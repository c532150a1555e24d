using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une note va de zéro au maximum.</summary>
/// <remarks>CCP, art. R2152-12.</remarks>
public sealed record NoteDansLesBornes(decimal Note, decimal Maximum) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-12";

    public string? Champ => "note";

    public bool EstRespectee => Note >= 0m && Note <= Maximum;

    public string Message =>
        $"Une note va de 0 à {Maximum.ToString("0.##", Francais.Culture)} : {Note.ToString("0.##", Francais.Culture)} n'a pas été gardée.";
}
