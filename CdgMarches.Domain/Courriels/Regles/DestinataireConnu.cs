using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record DestinataireConnu(int Rang, bool Existe) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "Registre des courriers";
    public string Message => $"Ce courrier n'a pas de destinataire n° {Rang}.";
    public bool EstRespectee => Existe;
}
