using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Collectivites;

internal static class Saisies
{
    /// <summary>Range un refus : ce qui a un champ y est montré, le reste est dit en tête du formulaire.</summary>
    public static (IReadOnlyList<ErreurDeSaisie> Erreurs, Retour? Retour) Repartir(Retour retour)
    {
        IReadOnlyList<ErreurDeSaisie> erreurs =
        [
            .. retour.Obstacles.Where(o => o.Champ is not null).Select(o => new ErreurDeSaisie(o.Champ!, o.Message)),
        ];
        return erreurs.Count > 0 && erreurs.Count == retour.Obstacles.Count ? (erreurs, null) : (erreurs, retour);
    }
}
