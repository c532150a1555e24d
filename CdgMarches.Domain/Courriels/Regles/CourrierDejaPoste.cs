using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record CourrierDejaPoste(DateOnly? PosteLe) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "Registre des courriers";
    public string Message => "Notez d'abord le jour où ce courrier a été posté.";
    public bool EstRespectee => PosteLe is not null;
}
