using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un texte demandé est écrit.</summary>
/// <remarks>Saisie.</remarks>
public sealed record TexteRenseigne(string IdDuChamp, string Demande, string? Texte) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "Registres de la procédure";

    public string? Champ => IdDuChamp;

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Texte);

    public string Message => Demande;
}
