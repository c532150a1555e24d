using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On ne compte pas plus de voix qu'il n'y en a de présentes, et chacune est comptée.</summary>
/// <remarks>RG2.30. Une voix présente vote ou s'abstient : le total est celui des voix présentes au point.</remarks>
public sealed record VoixDansLesPresentes(Decompte? Vote, int Presentes, IssueDuPoint Issue) : IRegle
{
    public string Code => "RG2.30";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "pour";

    public bool EstRespectee =>
        Issue is IssueDuPoint.Ajourne
            ? Vote is null || Compte(Vote)
            : Vote is { } vote && Compte(vote) && vote.Total == Presentes;

    public string Message =>
        Vote is null ? "Indiquez le vote : voix pour, contre et abstentions."
        : Vote.Total > Presentes
            ? $"{EnClair.Compter(Vote.Total, "voix comptée", "voix comptées")} pour {EnClair.Compter(Presentes, "présente")} à ce point."
        : $"{EnClair.Compter(Vote.Total, "voix comptée", "voix comptées")}, {EnClair.Compter(Presentes, "présente")} à ce point : comptez aussi les abstentions.";

    private bool Compte(Decompte vote) => vote is { Pour: >= 0, Contre: >= 0, Abstentions: >= 0 } && vote.Total <= Presentes;
}
