using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record ObjetDeCourrierRenseigne(string? Objet) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "Registre des courriers";
    public string Message => $"Donnez l'objet du courrier, en {Courrier.LongueurDeLObjet} caractères au plus.";
    public string? Champ => "objet";
    public bool EstRespectee => Objet?.Trim() is { Length: > 0 and <= Courrier.LongueurDeLObjet };
}
