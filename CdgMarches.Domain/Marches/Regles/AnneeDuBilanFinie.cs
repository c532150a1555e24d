using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Le bilan d'une année se demande une fois l'année finie, ou le marché fini.</summary>
/// <remarks>RG7.01 : un bilan annuel d'exécution. Rendu en novembre, il lui manquerait des commandes et plus rien ne le rouvrirait.</remarks>
/// <param name="Annee">L'année du bilan.</param>
/// <param name="Fin">Le dernier jour du marché ; nul pour tous les marchés de l'année, ou s'il ne se connaît pas.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
public sealed record AnneeDuBilanFinie(int Annee, DateOnly? Fin, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG7.01";

    public string Fondement => "Convention constitutive, art. 4";

    public string? Champ => "bilan-annee";

    public bool EstRespectee => Annee < Aujourdhui.Year || (Annee == Aujourdhui.Year && Fin < Aujourdhui);

    public string Message =>
        $"L'année {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} n'est pas finie : son bilan se demande à partir du 1er janvier {(Annee + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}. Rien n'a été demandé.";
}
