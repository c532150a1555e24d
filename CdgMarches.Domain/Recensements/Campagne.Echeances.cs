using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <content>Ce que la campagne met à l'échéancier.</content>
public sealed partial class Campagne
{
    /// <remarks>Une campagne qui se prépare n'engage encore personne : seule l'ouverture met sa clôture à l'échéancier des membres.</remarks>
    public override IEnumerable<EcheanceDue> Echeances
    {
        get
        {
            yield return Due("cloture", Cloture, $"Clôture du recensement {Reference}") with
            {
                PourLesMembres = Etat is not EtatDeCampagne.EnPreparation,
                EstAccomplie = Etat is EtatDeCampagne.Close or EtatDeCampagne.Consolidee,
            };
            if (Etat is EtatDeCampagne.EnPreparation)
            {
                yield return Due("ouverture", Ouverture, $"Ouverture prévue du recensement {Reference}");
            }

            if (LancementPrevu is { } lancement)
            {
                yield return Due("lancement", lancement, $"Lancement prévu de la consultation préparée par {Reference}") with
                {
                    Code = "RG5.10",
                    Fondement = "CCP, art. R2121-3",
                    Article = null,
                    EstAccomplie = Etat is EtatDeCampagne.Consolidee,
                };
            }
        }
    }

    private EcheanceDue Due(string cle, DateOnly jour, string libelle) =>
        new(cle, jour, libelle, "RG5.01", "Convention constitutive")
        {
            Article = "4",
            Responsable = Responsable,
            Suppleant = Suppleant,
            Groupement = Groupement.Valeur,
        };
}
