using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record CourrierPasEncorePoste(DateOnly? PosteLe) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "Registre des courriers";
    public string Message => PosteLe is { } jour ? $"Ce courrier a déjà été posté le {EnClair.Date(jour)}." : "";
    public bool EstRespectee => PosteLe is null;
}
