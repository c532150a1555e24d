using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une date annuelle est un jour qui existe.</summary>
/// <remarks>RG1.31, RG7.01. Le 29 février est permis : les années communes, c'est le 28.</remarks>
public sealed record JourDeLAnneePlausible(string Objet, int Mois, int Jour, string Identifiant) : IRegle
{
    private const int AnneeBissextile = 2024;

    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive";

    public string? Champ => Identifiant;

    public bool EstRespectee => Mois is >= 1 and <= 12 && Jour >= 1 && Jour <= DateTime.DaysInMonth(AnneeBissextile, Mois);

    public string Message =>
        $"{Objet} ne tombe aucun jour : le {Jour.ToString(Francais.Culture)}/{Mois.ToString(Francais.Culture)} n'existe pas. Donnez un jour et un mois.";
}
