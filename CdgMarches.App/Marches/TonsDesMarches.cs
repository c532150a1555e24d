using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Marches;

namespace CdgMarches.App.Marches;

internal static class TonsDesMarches
{
    public static Ton Ton(this EtatDeMarche etat) =>
        etat switch
        {
            EtatDeMarche.Attribue or EtatDeMarche.Signe => Socle.Composants.Ton.Info,
            EtatDeMarche.EnExecution => Socle.Composants.Ton.Positif,
            EtatDeMarche.Termine => Socle.Composants.Ton.Neutre,
            EtatDeMarche.Resilie => Socle.Composants.Ton.Alerte,
        };
}
