using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record ObjetDeTransmissionRenseigne(string? Objet) : IRegle
{
    public string Code => "RG7.03";
    public string Fondement => "Convention constitutive, art. 3.1";
    public string Message => $"Donnez l'objet, en {Transmission.LongueurDeLObjet} caractères au plus.";
    public string? Champ => "objet";
    public bool EstRespectee => Objet?.Trim() is { Length: > 0 and <= Transmission.LongueurDeLObjet };
}
