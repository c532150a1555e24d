using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un avis se publie après son envoi, et l'on ne note que ce qui a eu lieu.</summary>
/// <remarks>CCP, art. R2131-19.</remarks>
public sealed record PublicationApresLEnvoi(DateOnly Publication, DateOnly Envoi, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2131-19";

    public string? Champ => "avis-publie";

    public bool EstRespectee => Publication >= Envoi && Publication <= Aujourdhui;

    public string Message =>
        Publication > Aujourdhui
            ? "La publication se note une fois qu'elle a eu lieu : corrigez la date."
            : $"L'avis ne peut pas être publié avant son envoi, le {EnClair.Date(Envoi)}.";
}
