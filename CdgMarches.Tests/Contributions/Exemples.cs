using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Contributions;

/// <summary>Des grilles, des appels et des mentions tout faits.</summary>
internal static class Exemples
{
    public static MentionsDuTitre Mentions { get; } =
        new(
            "Contribution 2026",
            "Convention d'accès, art. 4",
            GrilleDuCdg62.Deliberation,
            "SGC de Bruay-la-Buissière",
            "40 rue Augustin Caron, 62700 Bruay-la-Buissière",
            null,
            "Deux mois devant le tribunal administratif.",
            "Le président"
        );

    public static Grille UneGrille()
    {
        var grille = Grille.Creer(GrilleDuCdg62.Definition, null);
        grille.Adopter(GrilleDuCdg62.Deliberation, GrilleDuCdg62.DelibereeLe, GrilleDuCdg62.Debut, []);
        return grille;
    }

    /// <summary>Une fiche au SIRET connu, qui n'exige rien de Chorus Pro sauf ce qu'on en dit.</summary>
    public static FicheDuDebiteur UneFiche(ParametresChorus? chorus = null, string? siret = "21620041000014") =>
        new(siret, chorus ?? ParametresChorus.Aucun);

    public static ComptableAssignataire UnComptable() =>
        ComptableAssignataire.Creer(
            new SaisieDeComptable(
                "SGC de Bruay-la-Buissière",
                "40 rue Augustin Caron",
                "62700",
                "Bruay-la-Buissière",
                null,
                "Le président",
                new DateOnly(2020, 1, 1)
            ),
            []
        );

    /// <summary>Une dette restée sous un seuil, qui attend une dette ultérieure du même débiteur.</summary>
    public static AppelDeContribution UnReport(decimal euros, CollectiviteId collectivite) =>
        UnAppel(euros, collectivite: collectivite, seuil: euros + 1m);

    public static AppelDeContribution UnAppel(
        decimal euros = 500m,
        int numero = 1,
        CollectiviteId? collectivite = null,
        GroupementId? groupement = null,
        string nom = "Arras",
        string? siret = "21620041000014",
        int exercice = 2026,
        TauxTva tva = default,
        decimal seuil = 15m,
        CampagneDAppelId? campagne = null,
        string signataire = "Le président"
    )
    {
        var montant = MontantHt.DEuros(euros);
        return AppelDeContribution.Etablir(
            new DetteAEtablir(
                new CleDeDette(
                    SourceDeDette.Adhesion,
                    Guid.CreateVersion7(),
                    exercice,
                    "CONTRIBUTION",
                    exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ),
                collectivite ?? CollectiviteId.Nouveau(),
                groupement,
                campagne,
                null,
                "CONV-2025-001",
                new DateOnly(exercice, 1, 5),
                new Debiteur(nom, siret, CategorieDeCollectivite.Commune, "1 place", null, "62000", "Arras"),
                new Liquidation(
                    new DateOnly(2026, 1, 1),
                    new DateOnly(2026, 12, 31),
                    MethodeDeProrata.Jours,
                    365,
                    365,
                    "Tranche 2",
                    "Tranche 2 : 500,00 €.",
                    true,
                    420,
                    null,
                    87,
                    false
                )
                {
                    AnneeDesConsultations = exercice - 1,
                },
                montant,
                montant,
                MontantHt.Zero,
                AppelDeContribution.IssueDe(montant, MontantHt.Zero, tva, seuil),
                tva,
                new Imputation("70688"),
                Mentions with
                {
                    Signataire = signataire,
                },
                new DelaisDeRecouvrement(30, 30)
            ),
            numero
        );
    }
}
