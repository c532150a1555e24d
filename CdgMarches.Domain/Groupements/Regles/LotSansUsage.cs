using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne supprime pas un lot recensé ou mis en concurrence : on le retire.</summary>
/// <remarks>RG1.22.</remarks>
public sealed record LotSansUsage(int Numero, int Usages) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public bool EstRespectee => Usages == 0;

    public string Message =>
        $"Le lot {Numero.ToString(Francais.Culture)} a déjà servi à un recensement ou à une procédure : retirez-le au lieu de le supprimer.";
}
