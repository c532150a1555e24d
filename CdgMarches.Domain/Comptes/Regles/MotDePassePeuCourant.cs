using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un mot de passe n'est pas de ceux que tout le monde essaie.</summary>
/// <remarks>La casse, les chiffres et les signes ajoutés aux deux bouts n'y changent rien : « Motdepasse2026! » est courant.</remarks>
public sealed record MotDePassePeuCourant(bool EstCourant) : IRegle
{
    public string Code => "L3";

    public string Fondement => "Délibération CNIL n° 2022-100 du 21 juillet 2022";

    public string Champ => "mot-de-passe";

    public bool EstRespectee => !EstCourant;

    public string Message =>
        "Ce mot de passe est parmi les plus courants, avec ou sans chiffres à la fin : choisissez-en un autre, par exemple quatre mots sans rapport.";
}
