using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record TexteDeTransmissionRenseigne(string? Texte) : IRegle
{
    public string Code => "RG7.03";
    public string Fondement => "Convention constitutive, art. 3.1";
    public string Message => $"Écrivez ce que les membres doivent savoir, en {Transmission.LongueurDuTexte} caractères au plus.";
    public string? Champ => "texte";
    public bool EstRespectee => Texte?.Trim() is { Length: > 0 and <= Transmission.LongueurDuTexte };
}
