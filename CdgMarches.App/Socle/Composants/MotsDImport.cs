using CdgMarches.App.Socle.Import;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Comment un aperçu dit ce qu'il adviendra de chaque ligne.</summary>
/// <param name="Nouvelle">Une ligne qui crée (« À ouvrir »).</param>
/// <param name="Modifiee">Une ligne qui change ce qui existe (« À dater »).</param>
/// <param name="Inchangee">Une ligne qui n'apporte rien (« Inchangée »).</param>
public sealed record MotsDImport(string Nouvelle, string Modifiee, string Inchangee)
{
    public (string Libelle, Ton Ton) De(EtatDeLigne etat) =>
        etat switch
        {
            EtatDeLigne.Nouvelle => (Nouvelle, Ton.Positif),
            EtatDeLigne.Modifiee => (Modifiee, Ton.Info),
            EtatDeLigne.Inchangee => (Inchangee, Ton.Neutre),
            EtatDeLigne.Avertissement => ("Avertissement", Ton.Attention),
            EtatDeLigne.Erreur => ("Refusée", Ton.Alerte),
        };
}
