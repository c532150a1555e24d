using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une observation est écrite.</summary>
/// <remarks>S1, art. 3.1.</remarks>
public sealed record ObservationEcrite(SensDeLAvis Sens, string? Texte) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "Convention, art. 3.1";

    public string? Champ => "observation";

    public bool EstRespectee => Sens is SensDeLAvis.Accord || !string.IsNullOrWhiteSpace(Texte);

    public string Message => "Écrivez votre observation.";
}
