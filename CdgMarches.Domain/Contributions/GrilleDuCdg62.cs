using CdgMarches.Domain.Noyau;
using static CdgMarches.Domain.Contributions.AxeDeGrille;

namespace CdgMarches.Domain.Contributions;

/// <summary>La grille livrée : annexe 1 de la convention d'accès du CDG 62, mot pour mot, et la lecture de ses cas limites.</summary>
/// <remarks>
/// RG6.01, RG6.02. Les bornes sont celles du texte : « moins de 350 » et « plus de 350 » laissent 350 agents de côté, 150 et 250
/// consultations sont dans deux tranches. Lectures par défaut, en faveur du débiteur (Code civil, art. 1190) : 350 agents dans la
/// première colonne, après confirmation ; 150 et 250 consultations dans la tranche la plus basse.
/// </remarks>
public static class GrilleDuCdg62
{
    public const string Code = "CONTRIBUTION";

    public const string Deliberation = "Délibération du conseil d'administration du 10 décembre 2024";

    public static DateOnly DelibereeLe { get; } = new(2024, 12, 10);

    public static DateOnly Debut { get; } = new(2025, 1, 1);

    private const string EnFaveurDuDebiteur = "Le texte ne tranche pas : le doute profite au débiteur (Code civil, art. 1190).";

    private static readonly decimal[] Payants = [250, 500, 1000, 2000, 4000];

    public static DefinitionDeGrille Definition { get; } =
        new()
        {
            Intitule = "Contribution à la plateforme de dématérialisation",
            Portee = PorteeDeGrille.ConventionDAcces,
            Type = new TypeDeFacturation(
                Code,
                "Contribution forfaitaire annuelle",
                Declencheur.Annuel,
                NatureDeLaDette.Contribution
            ),
            Objet = "Contribution {exercice} à la plateforme de dématérialisation de la commande publique",
            Fondement =
                "Convention relative aux conditions d'accès à la plateforme de dématérialisation, art. 4 et annexe 1 ; CGFP, art. L452-30 et L452-40",
            Prorata = MethodeDeProrata.Jours,
            Axes = [Agents, Consultations],
            Tranches =
            [
                new(Agents, 1, "moins de 350 agents", null, true, 350, false),
                new(Agents, 2, "plus de 350 agents", 350, false, null, true),
                new(Consultations, 1, "Moins de 50", null, true, 50, false),
                new(Consultations, 2, "De 50 à 150", 50, true, 150, true),
                new(Consultations, 3, "De 150 à 250", 150, true, 250, true),
                new(Consultations, 4, "De 250 à 350", 250, true, 350, true),
                new(Consultations, 5, "Plus de 350", 350, false, null, true),
            ],
            CasLimites =
            [
                new(Agents, 350, 1, confirmationRequise: true, EnFaveurDuDebiteur),
                new(Consultations, 150, 2, confirmationRequise: false, EnFaveurDuDebiteur),
                new(Consultations, 250, 3, confirmationRequise: false, EnFaveurDuDebiteur),
            ],
            Cellules =
            [
                .. Enumerable
                    .Range(1, 5)
                    .SelectMany(tranche =>
                        new CelluleDeGrille[]
                        {
                            new(CelluleDeGrille.Coordonner([1, tranche]), MontantHt.Zero, MontantHt.Zero),
                            new(
                                CelluleDeGrille.Coordonner([2, tranche]),
                                MontantHt.DEuros(Payants[tranche - 1]),
                                MontantHt.DEuros(Payants[tranche - 1])
                            ),
                        }
                    ),
            ],
        };
}
