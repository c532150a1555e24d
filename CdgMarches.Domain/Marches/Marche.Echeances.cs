using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches;

/// <summary>Ce que l'échéancier annonce d'un marché : délais légaux, reconductions, fin, révision, attestations, sous-traitants.</summary>
public sealed partial class Marche
{
    public override IEnumerable<EcheanceDue> Echeances
    {
        get
        {
            foreach (var (cle, date, fait, libelle, code, fondement) in ApresLaSignature())
            {
                if (date is { } limite)
                {
                    yield return Due(cle, limite, $"{libelle} ({Reference})", code, fondement) with
                    {
                        EstAccomplie = fait is not null || Etat is EtatDeMarche.Termine or EtatDeMarche.Resilie,
                        Alertes = [7],
                    };
                }
            }

            foreach (var r in _reconductions.Where(r => r.DecisionAvant is not null))
            {
                yield return Due(
                    $"reconduction/{r.Numero.ToString(Francais.Culture)}",
                    r.DecisionAvant!.Value,
                    $"Décision de reconduire {Reference} ({r.Mode.Libelle().ToLower(Francais.Culture)})",
                    "RG4.75",
                    "CCP, art. R2112-4"
                ) with
                {
                    EstAccomplie = r.EstReconduit is not null || Etat is not EtatDeMarche.EnExecution,
                    Alertes =
                    [
                        .. new[] { JoursDAlerteDeReconduction, 30, 7 }.Where(j => j <= JoursDAlerteDeReconduction).Distinct(),
                    ],
                };
            }

            if (Fin is { } fin)
            {
                yield return Due("fin", fin, $"Fin du marché {Reference}", "RG7.07", "CCP, art. L2112-5") with
                {
                    EstAccomplie = Etat is EtatDeMarche.Termine or EtatDeMarche.Resilie,
                    Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                };
                yield return Due(
                    "recensement-suivant",
                    fin.AddMonths(-MoisDuRecensementSuivant),
                    $"Recensement qui prépare la suite de {Reference}",
                    "RG7.07",
                    "Convention constitutive"
                ) with
                {
                    Article = "4",
                    EstAccomplie = Etat is EtatDeMarche.Resilie or EtatDeMarche.Termine,
                    Alertes = [30],
                };
            }

            if (ProchaineRevisionLe is { } revision)
            {
                yield return Due(
                    $"revision/{_revisions.Count.ToString(Francais.Culture)}",
                    revision,
                    $"Révision des prix de {Reference}",
                    "RG4.75",
                    "CCP, art. R2112-13"
                ) with
                {
                    EstAccomplie = Etat is EtatDeMarche.Termine or EtatDeMarche.Resilie,
                    Alertes = [30],
                };
            }

            foreach (var a in _attestations)
            {
                yield return Due(
                    $"attestation/{a.Numero.ToString(Francais.Culture)}",
                    a.ExpireLe,
                    $"Attestation « {a.Nature} » à renouveler ({Reference})",
                    "RG4.35",
                    "CCP, art. R2143-8"
                ) with
                {
                    EstAccomplie =
                        Etat is EtatDeMarche.Termine or EtatDeMarche.Resilie
                        || _attestations.Exists(b => b.Nature == a.Nature && b.ExpireLe > a.ExpireLe),
                    Alertes = [30],
                };
            }

            foreach (var s in _sousTraitants)
            {
                yield return Due(
                    $"sous-traitant/{s.Numero.ToString(Francais.Culture)}",
                    s.SilenceLe,
                    $"Silence valant agrément du sous-traitant {s.Nom} ({Reference})",
                    "RG4.90",
                    "CCP, art. R2193-4"
                ) with
                {
                    EstAccomplie = s.EstAgree is not null,
                    PasseDElleMeme = true,
                    Alertes = [Math.Max(1, s.SilenceLe.DayNumber - s.RecuLe.AddDays(s.AlerteEnJours).DayNumber)],
                };
            }
        }
    }

    /// <summary>Ce que la loi attend dans un délai après la signature ou la notification.</summary>
    private IEnumerable<(
        string Cle,
        DateOnly? Date,
        DateOnly? Fait,
        string Libelle,
        string Code,
        string Fondement
    )> ApresLaSignature() =>
        [
            (
                "transmission",
                TransmissionAvant,
                TransmisLe ?? NotifieLe,
                "Transmission au contrôle de légalité",
                "RG4.50",
                "CGCT, art. L2131-13"
            ),
            ("avis-attribution", AvisDAttributionAvant, AvisDAttributionLe, "Avis d'attribution", "RG4.60", "CCP, art. R2183-1"),
            (
                "donnees-essentielles",
                DonneesAvant,
                DonneesPublieesLe,
                "Données essentielles à publier",
                "RG4.61",
                "CCP, art. R2196-1"
            ),
        ];

    private EcheanceDue Due(string cle, DateOnly date, string libelle, string code, string fondement) =>
        new(cle, date, libelle, code, fondement)
        {
            Responsable = Responsable,
            Suppleant = Suppleant,
            Groupement = Groupement.Valeur,
            Adresse = $"/marches/{Id.Valeur}",
        };
}
