using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record UnDestinataireAuMoins(int Nombre) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "Registre des courriers";
    public string Message => "Donnez au moins un destinataire.";
    public string? Champ => "nom-1";
    public bool EstRespectee => Nombre > 0;
}
