using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

/// <summary>Un nom sans adresse postale, ou l'inverse, ne fait pas un pli.</summary>
public sealed record AdresseDeDestinataireComplete(IReadOnlyList<string> Incomplets) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "Registre des courriers";
    public string Message => "Chaque destinataire a un nom et une adresse postale.";
    public string? Champ => "adresse-1";
    public bool EstRespectee => Incomplets.Count == 0;
}
