using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Déclarer un néant alors que des quantités sont saisies se confirme par un motif.</summary>
public sealed record NeantSansQuantite(int LignesRepondues) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Sincérité du recensement";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif";

    public bool EstRespectee => LignesRepondues == 0;

    public string Message =>
        $"{EnClair.Compter(LignesRepondues, "ligne porte déjà un besoin : elle sera gardée mais ne comptera pas", "lignes portent déjà un besoin : elles seront gardées mais ne compteront pas")}. Confirmez par un motif.";
}
