using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using static CdgMarches.Tests.Groupements.Exemples;

namespace CdgMarches.Tests.Procedures;

public sealed class ProcedureTests
{
    private static readonly DateOnly Engagement = new(2026, 2, 1);
    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);
    private static readonly Dictionary<int, int> UnMembre = new() { [1] = 1 };

    [Theory]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-02-01", true)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-11", false)]
    public void Le_lancement_tombe_entre_la_creation_et_aujourd_hui(string jour, bool permis)
    {
        var (groupement, procedure) = UneProcedure();

        Assert.Equal(permis, procedure.PeutLancer(Jour(jour), Aujourdhui, groupement, UnMembre).EstFavorable);
    }

    [Fact]
    public void Toutes_les_raisons_de_ne_pas_lancer_sont_dites_a_la_fois()
    {
        var groupement = UnGroupement(ouvert: false);
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(2026, 1),
            groupement.Id,
            "Parapheurs",
            NatureDAchat.Services,
            Engagement
        );

        var obstacles = procedure.PeutLancer(Engagement.AddDays(-1), Aujourdhui, groupement, UnMembre).Obstacles;

        Assert.Collection(
            obstacles,
            o => Assert.IsType<AuMoinsUnLot>(o),
            o => Assert.IsType<LancementNiAvantLaCreationNiApresAujourdhui>(o),
            o => Assert.IsType<ConventionEnVigueurAuLancement>(o)
        );
        Assert.Equal("RG1.14", obstacles[2].Code);
        Assert.Equal(
            "Le groupement est en préparation : sa convention doit être en vigueur avant le lancement. Ouvrez d'abord le groupement.",
            obstacles[2].Message
        );
    }

    [Fact]
    public void Un_lot_que_personne_n_a_choisi_empeche_le_lancement()
    {
        var (groupement, procedure) = UneProcedure();

        var obstacle = Assert.Single(
            procedure.PeutLancer(Aujourdhui, Aujourdhui, groupement, new Dictionary<int, int>()).Obstacles
        );

        Assert.IsType<DesMembresDansChaqueLot>(obstacle);
        Assert.Equal("RG1.22", obstacle.Code);
        Assert.Contains("lots 1 :", obstacle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_procedure_lancee_ne_change_plus()
    {
        var (groupement, procedure) = UneProcedure();
        procedure.Lancer(Aujourdhui, Aujourdhui, groupement, UnMembre);

        Assert.Throws<RegleMetierException>(() => procedure.Modifier("Autre objet", NatureDAchat.Travaux));
        Assert.Throws<RegleMetierException>(() => procedure.SupprimerLot(1));
        Assert.Throws<RegleMetierException>(() => procedure.Lancer(Aujourdhui, Aujourdhui, groupement, UnMembre));
        Assert.Equal("Parapheurs", procedure.Objet);
    }

    [Theory]
    [InlineData("2026-03-04", false)]
    [InlineData("2026-03-05", true)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-11", false)]
    public void Le_terme_ne_precede_pas_le_lancement_et_n_est_pas_a_venir(string terme, bool permis)
    {
        var (groupement, procedure) = UneProcedure();
        procedure.Lancer(new DateOnly(2026, 3, 5), Aujourdhui, groupement, UnMembre);

        Assert.Equal(permis, procedure.PeutTerminer(Jour(terme), Aujourdhui, IssueDeProcedure.SansSuite).EstFavorable);
    }

    [Fact]
    public void On_ne_termine_pas_ce_qui_n_est_pas_lance()
    {
        var (_, procedure) = UneProcedure();

        var refus = Assert.Throws<RegleMetierException>(() =>
            procedure.Terminer(Aujourdhui, IssueDeProcedure.SansSuite, Aujourdhui)
        );

        Assert.Equal("Cette procédure n'est pas lancée : lancez-la d'abord, ou laissez-la en préparation.", refus.Message);
    }

    [Fact]
    public void Un_lot_met_en_concurrence_ce_que_le_groupement_propose_encore()
    {
        var (groupement, procedure) = UneProcedure();
        var (actes, certificats) = (groupement.Prestations[0].Id, groupement.Prestations[1].Id);
        groupement.RetirerPrestation(certificats);

        Assert.False(
            procedure.PeutDefinirLot(new DefinitionDeLotDeProcedure("Certificats", certificats), groupement).EstFavorable
        );
        Assert.False(procedure.PeutDefinirLot(new DefinitionDeLotDeProcedure("Lot 9", actes, 9), groupement).EstFavorable);
        Assert.True(procedure.PeutDefinirLot(new DefinitionDeLotDeProcedure("Actes", actes, 1), groupement).EstFavorable);
    }

    internal static (Groupement Groupement, Procedure Procedure) UneProcedure(Groupement? groupement = null)
    {
        groupement ??= UnGroupement();
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(2026, 1),
            groupement.Id,
            " Parapheurs ",
            NatureDAchat.Services,
            Engagement
        );
        procedure.AjouterLot(new DefinitionDeLotDeProcedure("Actes", groupement.Prestations[0].Id, 1), groupement);
        return (groupement, procedure);
    }

    private static DateOnly Jour(string iso) => DateOnly.ParseExact(iso, "O");
}
