using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record TransmissionEnAttente(DateOnly? TransmiseLe, string? MotifDAbandon) : IRegle
{
    public string Code => "RG7.03";
    public string Fondement => "Convention constitutive, art. 3.1";

    public string Message =>
        TransmiseLe is { } jour ? $"Elle a déjà été transmise le {EnClair.Date(jour)}." : "Elle a été abandonnée.";

    public bool EstRespectee => TransmiseLe is null && MotifDAbandon is null;
}
