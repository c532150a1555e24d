using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Echeancier;

/// <summary>Ce que l'échéancier donne à faire, et ce qu'il dit à la direction.</summary>
internal sealed class SourcesDeLEcheancier(LireEcheancier lire) : ISourceATraiter, ISourceDeSynthese
{
    private const string ASaCharge = $"{LireEcheancier.FiltreMiennes}={LireEcheancier.OuSansAgent}";

    async Task<IReadOnlyList<CarteATraiter>> ISourceATraiter.ExecuterAsync(Acteur acteur, CancellationToken annulation)
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        var (enRetard, proches) = await lire.CompterAsync(acteur, aSaCharge: true, annulation);
        return
        [
            new CarteATraiter(
                "Échéances dépassées",
                enRetard,
                enRetard,
                $"/echeancier?etat=retard&{ASaCharge}",
                "les vôtres et celles sans agent, à accomplir ou à corriger",
                5
            ),
            new CarteATraiter(
                "Échéances des trente jours",
                proches,
                0,
                $"/echeancier?{ASaCharge}",
                "les vôtres et celles sans agent",
                50
            ),
        ];
    }

    async Task<IReadOnlyList<LigneDeSynthese>> ISourceDeSynthese.ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        var (enRetard, proches) = await lire.CompterAsync(acteur, annulation: annulation);
        return
        [
            new LigneDeSynthese("Échéancier", "Échéances dépassées", Formats.Nombre((long)enRetard), null, enRetard > 0),
            new LigneDeSynthese("Échéancier", "Échéances des trente jours", Formats.Nombre((long)proches), null, false),
        ];
    }
}
