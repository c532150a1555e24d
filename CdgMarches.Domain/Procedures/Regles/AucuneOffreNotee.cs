using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Les critères annoncés ne changent plus une fois une offre notée.</summary>
/// <remarks>CCP, art. R2152-7.</remarks>
public sealed record AucuneOffreNotee(int Notes) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-7";

    public bool EstRespectee => Notes == 0;

    public string Message =>
        "Des offres sont déjà notées : les critères sont ceux du règlement de la consultation et ne changent plus.";
}
