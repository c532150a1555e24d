using CdgMarches.App.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using ClosedXML.Excel;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Combien de demandes dans l'année, de quel niveau, répondues en combien de temps : compté par la base, et exporté.</summary>
public sealed class BilanDAssistanceTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task L_annee_se_compte_au_fuseau_du_CDG_avec_les_niveaux_et_le_temps_moyen()
    {
        await Socle.Base.SemerAsync(
            // 31 December at 23:30 UTC is already the next year in Paris.
            Demande(Arras, "2025-12-31T23:30:00Z", "2026-01-01T03:30:00Z"),
            Demande(Arras, "2026-02-02T08:00:00Z", "2026-02-04T08:00:00Z", NiveauDAssistance.AuDela),
            Demande(Arras, "2026-03-01T08:00:00Z", null),
            Demande(Arras, "2025-06-01T08:00:00Z", "2025-06-01T09:00:00Z"),
            Demande(Bethune, "2026-02-02T08:00:00Z", null)
        );

        var bilan = await Socle.Le<LireBilanDAssistance>().ExecuterAsync(Agent, new Demande(), annulation: Annulation);

        Assert.Equal(["Arras", "Béthune"], bilan.Elements.Select(l => l.Nom));
        var arras = bilan.Elements[0];
        Assert.Equal((3, 2, 1, 2), (arras.Demandes, arras.PremierNiveau, arras.AuDela, arras.Repondues));
        Assert.Equal(TimeSpan.FromHours(26), arras.TempsMoyen);
        Assert.Equal("1 jour et 2 h", arras.TempsMoyen!.Value.EnClair().Replace('\u00a0', ' '));
        Assert.Null(bilan.Elements[1].TempsMoyen);
        var passee = await Socle
            .Le<LireBilanDAssistance>()
            .ExecuterAsync(
                Agent,
                new Demande(Filtres: new Dictionary<string, string> { ["annee"] = "2025" }),
                annulation: Annulation
            );
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(passee.Elements).TempsMoyen);
    }

    [Fact]
    public async Task Le_registre_et_le_bilan_s_exportent_tels_qu_ils_se_lisent()
    {
        await Socle.Base.SemerAsync(
            Demande(Arras, "2026-02-02T08:00:00Z", "2026-02-04T09:30:00Z", NiveauDAssistance.AuDela),
            Demande(Bethune, "2026-02-03T08:00:00Z", null)
        );
        var registre = await Socle.Le<LireAssistances>().ExecuterAsync(Agent, new Demande(), annulation: Annulation);
        var bilan = await Socle.Le<LireBilanDAssistance>().ExecuterAsync(Agent, new Demande(), annulation: Annulation);

        using var demandes = Ouvrir(AssistanceEndpoints.Ecrire(registre.Elements, Socle.Le<HorlogeLegale>()));
        var ligne = demandes.Worksheet("Demandes").RowsUsed().Single(r => r.Cell(1).GetString() == "Arras");
        Assert.Equal(
            ("Au-delà du premier niveau", 49.5, new DateTime(2026, 2, 4)),
            (ligne.Cell(4).GetString(), ligne.Cell(8).GetDouble(), ligne.Cell(7).GetDateTime())
        );
        using var annuel = Ouvrir(AssistanceEndpoints.EcrireLeBilan(bilan.Elements, 2026, Jour("2026-03-10")));
        var arras = annuel.Worksheet("Bilan 2026").RowsUsed().Single(r => r.Cell(1).GetString() == "Arras");
        Assert.Equal([1d, 0d, 1d, 1d, 49.5], Enumerable.Range(2, 5).Select(c => arras.Cell(c).GetDouble()));
    }

    private static XLWorkbook Ouvrir(byte[] classeur) => new(new MemoryStream(classeur));

    private static DemandeDAssistance Demande(
        Collectivite collectivite,
        string recue,
        string? repondue,
        NiveauDAssistance niveau = NiveauDAssistance.Premier
    )
    {
        var demande = DemandeDAssistance.Recevoir(
            collectivite.Id,
            new NouvelleDemandeDAssistance(NatureDAssistance.Technique, "Le dépôt échoue", null, null),
            Instant(recue)
        );
        if (niveau is NiveauDAssistance.AuDela)
        {
            demande.Classer(NatureDAssistance.Technique, niveau);
        }

        if (repondue is not null)
        {
            demande.Repondre("Fait.", null, Instant(repondue));
        }

        return demande;
    }

    private static DateTimeOffset Instant(string iso) =>
        DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
