using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record MembresConcernes(int Nombre) : IRegle
{
    public string Code => "RG7.03";
    public string Fondement => "Convention constitutive, art. 3.1";
    public string Message => "Aucun membre n'est en vigueur dans ce groupement : il n'y a personne à qui transmettre.";
    public bool EstRespectee => Nombre > 0;
}
