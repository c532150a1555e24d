using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Procedures;

/// <summary>Un délai légal confronté aux dates prévues ou constatées de la frise.</summary>
public sealed record ControleDeDate(string Libelle, bool EstTenu, string Explication, string Fondement);

/// <summary>Les délais légaux de la frise : réception, suspension, transmission, avis d'attribution, données essentielles.</summary>
/// <remarks>RG4.10, RG4.40, RG4.50, RG4.60, RG4.61. Une date constatée l'emporte sur la date prévue.</remarks>
public sealed class ControlesDuCalendrier(Procedure procedure, DelaisDeProcedure delais, ZoneDeJoursFeries zone)
{
    /// <summary>Un calcul par délai dont les deux dates sont là ; chacun peut ne pas connaître sa valeur datée.</summary>
    public IReadOnlyList<Func<ControleDeDate>> Tous()
    {
        List<Func<ControleDeDate>> controles = [];
        if (procedure.Forme is not { } forme)
        {
            return controles;
        }

        if (
            Le(EtapeDeProcedure.Publication) is { } publication
            && (procedure.LimiteDeRemise is { } limite ? DateOnly.FromDateTime(limite) : Le(EtapeDeProcedure.RemiseDesOffres))
                is { } remise
            && forme is not FormeDeProcedure.SansPublicite
        )
        {
            controles.Add(() => Reception(forme, publication, remise));
        }

        if (forme.EstFormalisee() && Le(EtapeDeProcedure.Rejets) is { } rejets && Le(EtapeDeProcedure.Signature) is { } signature)
        {
            controles.Add(() => Suspension(rejets, signature));
        }

        Ajouter(EtapeDeProcedure.Signature, EtapeDeProcedure.Transmission, delais.TransmissionAuPlusTard);
        if (forme.EstFormalisee())
        {
            Ajouter(EtapeDeProcedure.Signature, EtapeDeProcedure.AvisDAttribution, delais.AvisDAttributionAuPlusTard);
        }

        Ajouter(EtapeDeProcedure.Notification, EtapeDeProcedure.DonneesEssentielles, delais.DonneesEssentiellesAuPlusTard);
        return controles;

        void Ajouter(EtapeDeProcedure origine, EtapeDeProcedure etape, Func<DateOnly, CalculDeDate> calcul)
        {
            if (Le(origine) is { } depuis && Le(etape) is { } jour)
            {
                controles.Add(() =>
                {
                    var limite = calcul(depuis);
                    return new ControleDeDate(
                        etape.Libelle(),
                        jour <= limite.Date,
                        $"{EnClair.Date(jour)}. {limite.Explication}",
                        $"{limite.Code} — {limite.Fondement}"
                    );
                });
            }
        }
    }

    private ControleDeDate Reception(FormeDeProcedure forme, DateOnly publication, DateOnly remise)
    {
        var phase = forme.EstRestreinte() ? PhaseDeReception.Candidatures : PhaseDeReception.Offres;
        var minimum = delais.Reception(forme, phase, procedure.Modalites, publication, zone)!;
        return new ControleDeDate(
            EtapeDeProcedure.RemiseDesOffres.Libelle(),
            remise > minimum.DernierJour,
            $"{EnClair.Date(remise)}. {minimum.Explication}",
            $"RG4.10 — {minimum.Fondement}"
        );
    }

    private ControleDeDate Suspension(DateOnly rejets, DateOnly signature)
    {
        var suspension = delais.Suspension(rejets, procedure.RemiseElectronique, zone);
        return new ControleDeDate(
            EtapeDeProcedure.Signature.Libelle(),
            signature >= suspension.AuPlusTot && !procedure.EstSuspendue,
            procedure.EstSuspendue
                ? $"Le juge est saisi depuis le {EnClair.Date(procedure.RefereLe!.Value)} : aucune signature jusqu'à la notification de sa décision (CJA, art. L551-4)."
                : $"{EnClair.Date(signature)}. {suspension.Explication}",
            "RG4.40 — CCP, art. R2182-1"
        );
    }

    private DateOnly? Le(EtapeDeProcedure etape) =>
        procedure.Jalons.FirstOrDefault(j => j.Etape == etape) is { } jalon ? jalon.Reel ?? jalon.Prevu : null;
}
