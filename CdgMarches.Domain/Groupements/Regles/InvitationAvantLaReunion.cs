using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On n'invite pas à une réunion passée.</summary>
/// <remarks>RG7.04. L'invitation envoyée à temps garde sa date.</remarks>
public sealed record InvitationAvantLaReunion(DateOnly Le, DateOnly Aujourdhui) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public bool EstRespectee => Le >= Aujourdhui;

    public string Message => $"La réunion du {EnClair.Date(Le)} est passée : on n'y invite plus. Prévoyez-en une autre.";
}
