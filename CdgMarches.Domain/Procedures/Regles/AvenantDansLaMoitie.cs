using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un avenant pour prestations supplémentaires ou circonstances imprévues ne dépasse pas la moitié du montant initial.</summary>
/// <remarks>RG4.81. CCP, art. R2194-3 : chaque avenant pris seul, l'égalité est permise.</remarks>
public sealed record AvenantDansLaMoitie(CalculDAvenant Calcul, decimal Part) : IRegle
{
    public string Code => "RG4.81";

    public string Fondement => "CCP, art. R2194-3";

    public string? Champ => "montant";

    public bool EstRespectee => Calcul.SeulDansLaLimiteDe(Part);

    public string Message =>
        $"Cet avenant, {EnClair.Montant(Calcul.Montant)}, dépasse {Part.ToString("0.##", Francais.Culture)} % du montant initial ({EnClair.Montant(Calcul.Initial)}) : "
        + "une nouvelle procédure est nécessaire.";
}
