using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un délai de convocation se compte en jours, d'aucun à deux mois.</summary>
/// <remarks>RG2.12. Le délai vient de la convention ou du règlement intérieur, plus d'aucun texte.</remarks>
public sealed record JoursFrancsPlausibles(string Objet, int Jours, string Identifiant) : IRegle
{
    public const int Maximum = 60;

    public string Code => "RG2.12";

    public string Fondement => "Convention constitutive, commission d'appel d'offres";

    public string? Champ => Identifiant;

    public bool EstRespectee => Jours is >= 0 and <= Maximum;

    public string Message =>
        $"{Objet} ne peut pas demander {Jours.ToString(Francais.Culture)} jours francs : donnez un nombre de 0 à {Maximum.ToString(Francais.Culture)}.";
}
