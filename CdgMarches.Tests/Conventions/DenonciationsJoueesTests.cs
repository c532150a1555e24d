using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les deux dénonciations du CDG, jouées sur une vraie base jusqu'au lendemain de leur dernier jour (RG6.20, RG6.21).</summary>
public sealed class DenonciationsJoueesTests : IAsyncLifetime
{
    private readonly Collectivite _arras = Groupements.Exemples.UneCommune("Arras");
    private SocleDEssai _socle = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync(s =>
            s.AddCollectivites().AddGroupements().AddProcedures().AddDocuments().AddContributions().AddConventions()
        );
        await _socle.Base.SemerAsync(_arras);
    }

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Theory]
    [InlineData("2026-08-31", "2027-02-28")]
    [InlineData("2026-01-15", "2026-07-15")]
    public async Task Du_fait_du_CDG_la_convention_vaut_six_mois_encore_puis_finit(string notifiee, string dernier)
    {
        var convention = EnVigueur(_arras.Id);
        var (lettre, fin) = (Jour(notifiee), Jour(dernier));
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, lettre.AddDays(-3)), lettre);
        convention.Notifier(AvisDeReception.Remis(lettre), lettre);
        await _socle.Base.SemerAsync(convention);

        await VerifierLaFinAsync(convention.Id, fin);
        var fiche = (await LireAsync(convention.Id))!;
        Assert.Contains("6 mois", fiche.PhraseDeLEffet, StringComparison.Ordinal);
        Assert.NotNull(fiche.Restitution);
    }

    [Fact]
    public async Task Pour_defaut_de_paiement_apres_mise_en_demeure_elle_finit_le_jour_de_la_reception()
    {
        var convention = EnVigueur(_arras.Id);
        var jour = Jour("2026-06-30");
        var mise = convention.MettreEnDemeure(
            new NouvelleMiseEnDemeure("T-2026-118", Jour("2026-04-30"), Jour("2026-05-04"), null),
            jour
        );
        convention.ConstaterLaMiseEnDemeure(mise, AvisDeReception.Remis(Jour("2026-05-06")), jour);
        await _socle.Base.SemerAsync(convention);
        await using (var contexte = await _socle.OuvrirAsync())
        {
            var relue = await contexte.ConventionsDAcces.SingleAsync(Annulation);
            relue.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.CdgPourDefautDePaiement, Jour("2026-06-06"), miseEnDemeure: mise),
                jour
            );
            relue.Notifier(AvisDeReception.Remis(Jour("2026-06-09")), jour);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        await VerifierLaFinAsync(convention.Id, Jour("2026-06-09"));
        Assert.NotNull((await LireAsync(convention.Id))!.Restitution);
    }

    private async Task VerifierLaFinAsync(ConventionDAccesId id, DateOnly dernier)
    {
        Aller(dernier);
        Assert.Equal(EtatDeConvention.Denoncee, (await LireAsync(id))!.Etat);
        Assert.Equal(dernier, (await LireAsync(id))!.DernierJour);
        await using (var contexte = await _socle.OuvrirAsync())
        {
            Assert.Equal(1, await contexte.ConventionsDAcces.EnVigueur(dernier).CountAsync(Annulation));
            Assert.Equal(0, await contexte.ConventionsDAcces.EnVigueur(dernier.AddDays(1)).CountAsync(Annulation));
        }

        Aller(dernier.AddDays(1));
        Assert.Equal(EtatDeConvention.Terminee, (await LireAsync(id))!.Etat);
    }

    private Task<FicheConvention?> LireAsync(ConventionDAccesId id) =>
        _socle.Le<LireFicheConvention>().ExecuterAsync(Agents.Gestionnaire, id, Annulation);

    private void Aller(DateOnly jour) =>
        _socle.Horloge.Instant = new DateTimeOffset(jour.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
