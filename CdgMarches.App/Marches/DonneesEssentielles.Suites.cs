using System.Globalization;
using System.Text.Json.Nodes;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Marches;

/// <summary>Ce que la vie du marché ajoute à ses données : sous-traitance, avenants, et les modifications des deux.</summary>
public static partial class DonneesEssentielles
{
    /// <summary>Les champs que le schéma n'exige pas : taux d'avance, et les modifications après la première publication.</summary>
    /// <remarks>Celles d'un acte de sous-traitance suivent l'acte : tant qu'il est incomplet, ni lui ni elles ne sont publiables.</remarks>
    private static void Facultatifs(JsonObject objet, Marche marche, SaisieDeDonneesEssentielles saisie, DateOnly publication)
    {
        if (saisie is { AttributionAvance: true, TauxAvance: { } taux and >= 0m and <= 1m })
        {
            objet["tauxAvance"] = taux;
        }

        if (marche.DonneesPublieesLe is not null && marche.Avenants.Count > 0)
        {
            objet["modifications"] = new JsonArray([
                .. marche
                    .Avenants.OrderBy(a => a.Numero)
                    .Select(a => new JsonObject { ["modification"] = Modification(marche, a, publication) }),
            ]);
        }

        if (
            marche.DonneesPublieesLe is not null
            && objet.ContainsKey("actesSousTraitance")
            && saisie.ModificationsDeSousTraitance.Count > 0
        )
        {
            objet["modificationsActesSousTraitance"] = new JsonArray([
                .. saisie
                    .ModificationsDeSousTraitance.Where(m =>
                        marche.SousTraitants.Any(s => s.Numero == m.Acte && s.EstAgree is not false)
                    )
                    .Select(m => new JsonObject { ["modificationActeSousTraitance"] = Modification(m, publication) }),
            ]);
        }
    }

    private static JsonObject Modification(ModificationDeSousTraitance acte, DateOnly publication)
    {
        var modification = new JsonObject
        {
            ["id"] = acte.Acte,
            ["dateNotificationModificationSousTraitance"] = Iso(acte.NotifieeLe),
            ["datePublicationDonnees"] = Iso(acte.NotifieeLe > publication ? acte.NotifieeLe : publication),
        };
        if (acte.DureeEnMois is { } duree)
        {
            modification["dureeMois"] = duree;
        }

        if (acte.MontantHtCentimes is { } centimes)
        {
            modification["montant"] = MontantHt.DeCentimes(centimes).Euros;
        }

        return modification;
    }

    private static JsonObject Modification(Marche marche, Avenant avenant, DateOnly publication)
    {
        var jusquIci = marche.Avenants.Where(x => x.Numero <= avenant.Numero).ToList();
        var modification = new JsonObject
        {
            ["id"] = avenant.Numero,
            ["dateNotificationModification"] = Iso(avenant.SigneLe),
            ["datePublicationDonneesModification"] = Iso(avenant.SigneLe > publication ? avenant.SigneLe : publication),
        };
        if (avenant.MontantCentimes != 0)
        {
            modification["montant"] = (marche.Montant + MontantHt.Somme(jusquIci.Select(x => x.Montant))).Euros;
        }

        if (avenant.ProlongationEnMois > 0)
        {
            modification["dureeMois"] = DureeInitiale(marche) + jusquIci.Sum(x => x.ProlongationEnMois);
        }

        if (avenant.SiretDuNouveauTitulaire is { } siret)
        {
            modification["titulaires"] = new JsonArray(UnTitulaire(siret));
        }

        return modification;
    }

    /// <summary>Un champ par acte spécial : prêt, ou ce qui lui manque.</summary>
    private static IEnumerable<(ChampDeDonnees Champ, JsonObject Noeud)> ActesDeSousTraitance(
        Marche marche,
        DateOnly publication
    ) =>
        marche
            .SousTraitants.Where(s => s.EstAgree is not false)
            .OrderBy(s => s.Numero)
            .Select(s =>
            {
                List<string> manques = [];
                if (!Siret.TryParse(s.Siret, out _))
                {
                    manques.Add("son SIRET");
                }

                if (s.DureeEnMois is null)
                {
                    manques.Add("sa durée");
                }

                if (s.MontantHtCentimes is not >= 100)
                {
                    manques.Add("son montant HT, d'au moins 1 €");
                }

                if (s.Variation is null)
                {
                    manques.Add("la variation de son prix");
                }

                return (
                    new ChampDeDonnees(
                        $"actesSousTraitance {s.Numero.ToString(CultureInfo.InvariantCulture)}",
                        $"Sous-traitant {s.Nom}",
                        s.Prestations,
                        manques.Count == 0 ? null : $"À donner : {string.Join(", ", manques)}."
                    ),
                    new JsonObject
                    {
                        ["acteSousTraitance"] = new JsonObject
                        {
                            ["id"] = s.Numero,
                            ["sousTraitant"] = new JsonObject { ["typeIdentifiant"] = "SIRET", ["id"] = s.Siret },
                            ["dureeMois"] = s.DureeEnMois,
                            ["dateNotification"] = Iso(s.DecideLe ?? s.SilenceLe),
                            ["datePublicationDonnees"] = Iso(publication),
                            ["montant"] = s.MontantHtCentimes is { } c ? MontantHt.DeCentimes(c).Euros : null,
                            ["variationPrix"] = s.Variation?.Libelle(),
                        },
                    }
                );
            });
}
