using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'entrée d'un membre d'un groupement ouvert ne se corrige que pour une raison que l'on garde.</summary>
/// <remarks>RG1.20. L'histoire du membre et celle de son dossier d'adhésion gardent l'ancienne date, la nouvelle et le motif.</remarks>
public sealed record EntreeDejaConstatee(EtatDuGroupement Etat, DateOnly Constatee, DateOnly Corrigee) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-entree";

    public bool EstRespectee => Etat is not EtatDuGroupement.Ouvert || Constatee == Corrigee;

    public string Message =>
        $"L'entrée est constatée au {EnClair.Date(Constatee)}. Donnez le motif de la correction ; l'histoire le garde.";
}
