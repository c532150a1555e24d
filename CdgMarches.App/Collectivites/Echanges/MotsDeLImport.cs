using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Comment l'état d'un import se dit et se montre.</summary>
internal static class MotsDeLImport
{
    public static string Libelle(this EtatDImport etat) =>
        etat switch
        {
            EtatDImport.Prepare => "À vérifier",
            EtatDImport.Applique => "Appliqué",
            EtatDImport.Annule => "Annulé",
        };

    public static Ton Ton(this EtatDImport etat) =>
        etat switch
        {
            EtatDImport.Prepare => Socle.Composants.Ton.Info,
            EtatDImport.Applique => Socle.Composants.Ton.Positif,
            EtatDImport.Annule => Socle.Composants.Ton.Neutre,
        };
}
