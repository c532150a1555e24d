using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'analyse est close par le choix.</summary>
/// <remarks>CCP, art. L2152-7.</remarks>
public sealed record ChoixPasEncoreFait(DateOnly? ChoisieLe) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. L2152-7";

    public bool EstRespectee => ChoisieLe is null;

    public string Message =>
        $"L'offre retenue est choisie depuis le {EnClair.Date(ChoisieLe!.Value)} : l'analyse ne change plus.";
}
