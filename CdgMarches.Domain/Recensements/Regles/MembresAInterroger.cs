using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Un membre au moins est à interroger.</summary>
public sealed record MembresAInterroger(int Reponses) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Membres du groupement";

    public bool EstRespectee => Reponses > 0;

    public string Message =>
        "Aucun membre du groupement n'a choisi ces prestations : il n'y a personne à interroger. Complétez d'abord les choix des membres.";
}
