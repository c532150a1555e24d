using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements;

/// <summary>Les adresses des pages des groupements.</summary>
public static class AdressesDesGroupements
{
    public const string Liste = "/groupements";

    public const string Nouveau = "/groupements/nouveau";

    public static string Fiche(GroupementId id) => $"{Liste}/{id.Valeur}";

    public static string Rubrique(GroupementId id, string rubrique) => $"{Fiche(id)}/{rubrique}";

    public static string Adhesion(GroupementId groupement, AdhesionId adhesion) =>
        $"{Rubrique(groupement, "membres")}/{adhesion.Valeur}";

    internal static Ton Ton(this EtatDuGroupement etat) =>
        etat switch
        {
            EtatDuGroupement.EnPreparation => Socle.Composants.Ton.Info,
            EtatDuGroupement.Ouvert => Socle.Composants.Ton.Positif,
            EtatDuGroupement.Clos => Socle.Composants.Ton.Neutre,
        };
}
