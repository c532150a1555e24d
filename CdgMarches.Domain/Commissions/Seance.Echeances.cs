using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Commissions;

/// <content>Les dates que la séance doit tenir.</content>
public sealed partial class Seance
{
    private static readonly IReadOnlyList<int> AlertesDEnvoi = [7, 2, 0];

    public override IEnumerable<EcheanceDue> Echeances =>
        Etat is EtatDeSeance.Annulee
            ? []
            :
            [
                new EcheanceDue(
                    "envoi",
                    JoursFrancs.DernierEnvoi(Date, Delai),
                    $"Dernier jour d'envoi des convocations de la séance {Reference}",
                    "RG2.10",
                    Regles.Fondement
                )
                {
                    Groupement = GroupementUnique,
                    Alertes = AlertesDEnvoi,
                    EstAccomplie = Etat is not EtatDeSeance.Programmee && !RectificativeDue,
                    Adresse = $"/commissions/seances/{Id.Valeur}/convocations",
                },
                new EcheanceDue("reunion", Date, $"Réunion de la commission, séance {Reference}", "RG2.14", Regles.Fondement)
                {
                    Heure = Heure,
                    Groupement = GroupementUnique,
                    Alertes = [1],
                    EstAccomplie = Etat is EtatDeSeance.Levee or EtatDeSeance.SansQuorum,
                    Adresse = $"/commissions/seances/{Id.Valeur}",
                },
            ];

    /// <summary>Le groupement de tous les points, quand c'est le même.</summary>
    private Guid? GroupementUnique => _points.Select(p => p.Groupement).Distinct().ToList() is [{ } seul] ? seul.Valeur : null;
}
