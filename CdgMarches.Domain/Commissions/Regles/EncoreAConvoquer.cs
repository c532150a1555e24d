using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La séance attend ses convocations, ou une rectificative après un changement.</summary>
/// <remarks>RG2.14.</remarks>
public sealed record EncoreAConvoquer(EtatDeSeance Etat, bool RectificativeDue) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Programmee || (Etat is EtatDeSeance.Convoquee && RectificativeDue);

    public string Message =>
        Etat is EtatDeSeance.Convoquee
            ? "Les convocations sont déjà parties et rien n'a changé depuis."
            : $"La séance est {Etat.Libelle().ToLower(Francais.Culture)} : on ne la convoque plus.";
}
