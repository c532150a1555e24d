using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class ConventionPersistanceTests : IAsyncLifetime
{
    private static readonly DateOnly Aujourdhui = new(2026, 6, 1);

    private readonly Collectivite _arras = Groupements.Exemples.UneCommune("Arras");

    private BaseJetable _base = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _base = await BaseJetable.CreerAsync();
        await _base.SemerAsync(_arras);
    }

    public ValueTask DisposeAsync() => _base.DisposeAsync();

    [Fact]
    public async Task Une_convention_se_relit_entiere_lettres_comprises()
    {
        var convention = EnVigueur(_arras.Id);
        var mise = convention.MettreEnDemeure(
            new NouvelleMiseEnDemeure("T-1", Jour("2026-01-31"), Jour("2026-02-02"), "RK 1"),
            Aujourdhui
        );
        convention.ConstaterLaMiseEnDemeure(mise, AvisDeReception.NonReclame(Jour("2026-02-04")), Aujourdhui);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-10"), "RK 2"), Aujourdhui);
        convention.Notifier(AvisDeReception.Remis(Jour("2026-03-15")), Aujourdhui);
        convention.InformerLesArchives(Jour("2026-03-11"), null, Aujourdhui);
        await _base.SemerAsync(convention);

        await using var contexte = await _base.Fabrique.CreateDbContextAsync(Annulation);
        var relue = await contexte.ConventionsDAcces.SingleAsync(Annulation);

        Assert.Equal("CONV-2024-001", relue.Reference.ToString());
        Assert.Equal(Actes(), relue.Actes);
        Assert.Equal(ReglesDAcces.Usuelles, relue.Regles);
        Assert.Equal(Jour("2026-03-06"), relue.MiseEnDemeureDe(mise).DernierJourPourPayer);
        Assert.Equal(Jour("2026-09-15"), relue.DernierJour);
        Assert.Equal("RK 2", relue.DenonciationEnCours!.Lettre.Numero);
        Assert.False(relue.DenonciationEnCours.ArchivesInformees);
        Assert.NotNull(relue.DenonciationEnCours.Archives);
    }

    [Fact]
    public async Task Un_second_agent_qui_avait_l_ancienne_fiche_est_refuse()
    {
        await _base.SemerAsync(EnVigueur(_arras.Id));
        await using var premier = await _base.Fabrique.CreateDbContextAsync(Annulation);
        await using var second = await _base.Fabrique.CreateDbContextAsync(Annulation);
        var (vueParUn, vueParDeux) = (
            await premier.ConventionsDAcces.SingleAsync(Annulation),
            await second.ConventionsDAcces.SingleAsync(Annulation)
        );
        vueParUn.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-10")), Aujourdhui);
        await premier.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);

        vueParDeux.MettreEnDemeure(new NouvelleMiseEnDemeure("T-1", Jour("2026-01-31"), Jour("2026-02-02"), null), Aujourdhui);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            second.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation)
        );
        var journal = await premier.Journal.Where(l => l.ObjetId == vueParUn.Cle).ToListAsync(Annulation);
        Assert.Contains(journal, l => l.Libelle.Contains("dénoncée du fait du CDG", StringComparison.Ordinal));
        Assert.All(journal, l => Assert.Equal(_arras.Id.Valeur, l.Collectivite));
    }

    [Theory]
    [InlineData("2025-02-14", 0)]
    [InlineData("2025-02-15", 1)]
    [InlineData("2026-03-15", 1)]
    [InlineData("2026-03-16", 0)]
    public async Task Les_conventions_en_vigueur_se_lisent_au_jour_pres(string jour, int attendues)
    {
        var convention = EnVigueur(_arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-01-12")), Aujourdhui);
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);
        await _base.SemerAsync(convention, EnPreparation(_arras.Id, numero: 2));

        await using var contexte = await _base.Fabrique.CreateDbContextAsync(Annulation);

        Assert.Equal(attendues, await contexte.ConventionsDAcces.EnVigueur(Jour(jour)).CountAsync(Annulation));
        Assert.Equal(0, await contexte.ConventionsDAcces.EnVigueurPendant(2024).CountAsync(Annulation));
        Assert.Equal(1, await contexte.ConventionsDAcces.EnVigueurPendant(2026).CountAsync(Annulation));
        Assert.Equal(0, await contexte.ConventionsDAcces.EnVigueurPendant(2027).CountAsync(Annulation));
    }
}
