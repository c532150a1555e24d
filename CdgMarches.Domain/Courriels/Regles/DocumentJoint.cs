using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record DocumentJoint(NatureDeTransmission Nature, Guid? Piece) : IRegle
{
    public string Code => "RG7.03";
    public string Fondement => "Convention constitutive, art. 3.1";
    public string Message => "Joignez le document à transmettre.";
    public string? Champ => "piece";
    public bool EstRespectee => Nature is not NatureDeTransmission.Document || Piece is not null;
}
