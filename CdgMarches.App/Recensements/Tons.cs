using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

internal static class Tons
{
    public static Ton Ton(this EtatDeReponse etat, bool horsDelai = false) =>
        horsDelai
            ? Socle.Composants.Ton.Alerte
            : etat switch
            {
                EtatDeReponse.NonOuverte => Socle.Composants.Ton.Neutre,
                EtatDeReponse.Brouillon => Socle.Composants.Ton.Info,
                EtatDeReponse.ARevoir => Socle.Composants.Ton.Attention,
                EtatDeReponse.Validee or EtatDeReponse.Neant => Socle.Composants.Ton.Positif,
                EtatDeReponse.Exclue or EtatDeReponse.NeantPresume or EtatDeReponse.RepriseN1 => Socle.Composants.Ton.Attention,
            };

    public static Ton Ton(this EtatDeCampagne etat) =>
        etat switch
        {
            EtatDeCampagne.EnPreparation => Socle.Composants.Ton.Neutre,
            EtatDeCampagne.Ouverte => Socle.Composants.Ton.Positif,
            EtatDeCampagne.Close => Socle.Composants.Ton.Attention,
            EtatDeCampagne.Consolidee => Socle.Composants.Ton.Info,
        };
}
