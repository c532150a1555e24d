using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Demarrage;

/// <summary>Les lignes que la démonstration demande pour chaque prestation ; prix et unités inventés.</summary>
internal static class CatalogueDeDemonstration
{
    private const ChampDeReponse Quantites =
        ChampDeReponse.Minimum
        | ChampDeReponse.Estime
        | ChampDeReponse.Maximum
        | ChampDeReponse.Imputation
        | ChampDeReponse.Commentaire;

    private const ChampDeReponse Montant = ChampDeReponse.MontantHt | ChampDeReponse.Imputation | ChampDeReponse.Commentaire;

    private static readonly (
        string Prestation,
        int LotDeLaPrestation,
        string Designation,
        string Unite,
        decimal? Prix,
        ChampDeReponse Demandes
    )[] Modele =
    [
        ("MARCHES", 0, "Accès annuel à la plateforme", "accès", 180m, Quantites | ChampDeReponse.FinDeContrat),
        ("MARCHES", 0, "Consultation publiée", "consultation", 35.5m, Quantites),
        ("MARCHES", 0, "Formation des utilisateurs", "jour", 620m, Quantites),
        ("ACTES", 0, "Abonnement au tiers de télétransmission", "abonnement", 96m, Quantites | ChampDeReponse.FinDeContrat),
        ("ACTES", 0, "Acte télétransmis au-delà du forfait", "acte", 0.18m, Quantites),
        ("FLUX", 0, "Abonnement aux flux comptables", "abonnement", 120m, Quantites | ChampDeReponse.FinDeContrat),
        ("FLUX", 0, "Flux transmis au-delà du forfait", "flux", 0.42m, Quantites),
        ("CERTIFICATS", 0, "Certificat de signature qualifiée, trois ans", "certificat", 89m, Quantites),
        ("CERTIFICATS", 0, "Clé cryptographique", "clé", 24.9m, Quantites),
        ("CERTIFICATS", 1, "Certificat de cachet serveur", "certificat", 310m, Quantites),
        ("CONVOCATIONS", 0, "Élu équipé", "élu", 14.5m, Quantites | ChampDeReponse.FinDeContrat),
        ("CONVOCATIONS", 0, "Paramétrage initial", "forfait", null, Montant),
        ("PARAPHEUR", 0, "Utilisateur signataire", "utilisateur", 48m, Quantites),
        ("PARAPHEUR", 0, "Connecteur à un logiciel métier", "connecteur", 950m, Quantites),
    ];

    /// <param name="groupement">Le groupement dont les prestations et les lots sont visés.</param>
    /// <param name="suiteDeLaPrecedente">Vrai pour relier chaque ligne à celle de même numéro de la campagne précédente.</param>
    public static IEnumerable<DescriptionDeLigne> Lignes(Groupement groupement, bool suiteDeLaPrecedente)
    {
        foreach (var (rang, ligne) in Modele.Index())
        {
            var prestation = groupement.Prestations.First(p => p.Code == ligne.Prestation);
            var lots = groupement.Lots.Where(l => l.Prestation == prestation.Id).OrderBy(l => l.Numero).ToList();
            yield return new DescriptionDeLigne(
                prestation.Id,
                lots[ligne.LotDeLaPrestation].Numero,
                rang + 1,
                ligne.Designation,
                ligne.Unite,
                ligne.Prix,
                ligne.Demandes,
                suiteDeLaPrecedente ? rang + 1 : null
            );
        }
    }
}
