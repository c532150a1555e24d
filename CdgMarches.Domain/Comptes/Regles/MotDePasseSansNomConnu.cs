using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un mot de passe ne contient ni l'identifiant du compte ni le nom de l'application.</summary>
public sealed record MotDePasseSansNomConnu(bool ContientUnNomConnu) : IRegle
{
    public string Code => "L3";

    public string Fondement => "Délibération CNIL n° 2022-100 du 21 juillet 2022";

    public string Champ => "mot-de-passe";

    public bool EstRespectee => !ContientUnNomConnu;

    public string Message =>
        "Le mot de passe contient l'identifiant du compte ou le nom de l'application : choisissez-en un qui ne les contienne pas.";
}
