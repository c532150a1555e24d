using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Procedures;

namespace CdgMarches.Tests.Marches;

/// <summary>Des marchés tout faits.</summary>
internal static class MarchesDEssai
{
    public static readonly DateOnly Debut = new(2026, 7, 1);

    public static readonly PlafondsDesAvenants Plafonds = new(10m, 50m, 5m, MontantHt.DEuros(216_000m));

    public static Marche EnExecution(
        decimal maximum = 100_000m,
        ModeDeReconduction mode = ModeDeReconduction.Tacite,
        params IReadOnlyList<int> reconductions
    )
    {
        var procedure = ConduiteTests.Lancee();
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(
                new DateOnly(2026, 5, 12),
                [("Numérique du Nord", "73282932000074")],
                MontantHt.DEuros(maximum),
                null,
                MontantHt.DEuros(maximum),
                12,
                reconductions,
                mode
            )
        );
        marche.Signer(new DateOnly(2026, 6, 2));
        marche.Notifier(new DateOnly(2026, 6, 10), Debut, transmissionRequise: false);
        return marche;
    }

    public static Commande Commander(
        Marche marche,
        decimal euros,
        EtatDeCommande etat = EtatDeCommande.Emise,
        string? motif = null
    ) => marche.Commander(CollectiviteId.Nouveau(), "Arras", true, Debut, MontantHt.DEuros(euros), etat, null, motif);
}
