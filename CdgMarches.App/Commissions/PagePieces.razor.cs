using CdgMarches.App.Commissions.Papiers;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>Les pièces d'une séance : celles que l'on produit, le procès-verbal signé, les preuves.</summary>
public sealed partial class PagePieces(DeposerProcesVerbal deposer)
{
    private string? _motif;

    private IReadOnlyList<string> Natures =>
        Fiche!.Seance.Etat switch
        {
            EtatDeSeance.SansQuorum when !Fiche.Seance.QuorumPerduEnSeance => [PapierDeCarence.Nature, PapierDEmargement.Nature],
            EtatDeSeance.Levee or EtatDeSeance.SansQuorum =>
            [
                PapierDeProcesVerbal.Nature,
                PapierDExtrait.Nature,
                PapierDEmargement.Nature,
            ],
            EtatDeSeance.Programmee => [PapierDOrdreDuJour.Nature, PapierDEmargement.Nature],
            EtatDeSeance.Annulee => [],
            _ => [PapierDeConvocation.Nature, PapierDEmargement.Nature, PapierDOrdreDuJour.Nature],
        };

    private Task<bool> SignerAsync(FichierRecu fichier) =>
        AgirAsync(
            acteur => deposer.SignerAsync(acteur, Seance, Fiche!.Version, fichier),
            "Le procès-verbal signé est déposé ; il ne change plus."
        );

    private async Task RectifierAsync(FichierRecu fichier)
    {
        if (
            await AgirAsync(
                acteur => deposer.RectifierAsync(acteur, Seance, Fiche!.Version, fichier, _motif),
                "Le rectificatif est déposé."
            )
        )
        {
            _motif = null;
        }
    }
}
