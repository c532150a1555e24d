using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>L'appel s'ouvre sur une séance convoquée.</summary>
/// <remarks>RG2.13.</remarks>
public sealed record SeanceConvoqueeAuPrealable(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Convoquee;

    public string Message =>
        Etat is EtatDeSeance.Programmee
            ? "Les convocations ne sont pas parties : la commission ne peut pas se réunir."
            : $"La séance est {Etat.Libelle().ToLower(Francais.Culture)}.";
}
