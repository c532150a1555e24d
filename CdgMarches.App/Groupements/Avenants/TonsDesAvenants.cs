using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Avenants;

internal static class TonsDesAvenants
{
    public static Ton Ton(this EtatDAvenant etat) =>
        etat switch
        {
            EtatDAvenant.EnPreparation => Socle.Composants.Ton.Info,
            EtatDAvenant.Soumis => Socle.Composants.Ton.Attention,
            EtatDAvenant.EnVigueur => Socle.Composants.Ton.Positif,
            EtatDAvenant.Rejete => Socle.Composants.Ton.Alerte,
        };
}
