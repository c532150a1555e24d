using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un texte demandé est écrit.</summary>
/// <remarks>Un champ laissé vide n'enfreint aucun texte : rien n'est cité.</remarks>
public sealed record TexteRenseigne(string IdDuChamp, string Demande, string? Texte) : IRegle
{
    public string Code => "";

    public string Fondement => "";

    public string? Champ => IdDuChamp;

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Texte);

    public string Message => Demande;
}
