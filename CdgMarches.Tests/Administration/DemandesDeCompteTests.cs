using CdgMarches.App.Administration;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Administration;

[Trait("niveau", "navigateur")]
[Collection(ApplicationEnMarche.Collection)]
public sealed class DemandesDeCompteTests(ApplicationEnMarche app)
{
    [Fact]
    public async Task De_la_demande_a_l_invitation_par_celui_qui_tient_la_collectivite()
    {
        var commune = await UneCommuneAsync();
        var gerant = await app.Comptes.MembreAsync(commune.Id, administrateur: true);
        var courriel = $"demande{Guid.NewGuid():N}@mairie.example";
        var page = await app.OuvrirAsync("/compte/connexion");
        await page.GetByRole(AriaRole.Link, new() { Name = "Demander un compte" }).ClickAsync();
        await page.GetByLabel("Prénom et nom").FillAsync("Gaspard Wallart");
        await page.GetByLabel("Courriel professionnel").FillAsync(courriel);
        await page.GetByLabel("Collectivité", new() { Exact = true }).FillAsync(commune.Nom);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Collectivité", new() { Exact = true })).ToContainTextAsync(commune.Nom);
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la demande" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre demande est transmise.");

        var decision = await app.OuvrirAsync("/espace/utilisateurs/demandes", gerant);
        await Assertions.Expect(decision.GetByRole(AriaRole.Heading, new() { Name = "Gaspard Wallart" })).ToBeVisibleAsync();
        await decision.GetByRole(AriaRole.Button, new() { Name = "Accepter comme référent" }).ClickAsync();

        await Assertions.Expect(decision.GetByText("l'invitation est partie")).ToBeVisibleAsync();
        Assert.Contains("/compte/invitation/", Assert.Single(await app.CourrielsAsync(courriel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_se_motive_et_la_personne_le_recoit()
    {
        var (demande, acteur) = await UneDemandeAsync();
        await using var portee = app.Services.CreateAsyncScope();
        var refuser = portee.ServiceProvider.GetRequiredService<RefuserDemande>();

        var sansMotif = await Assert.ThrowsAsync<RegleMetierException>(() =>
            refuser.ExecuterAsync(acteur, demande.Id, demande.Version, " ")
        );
        await refuser.ExecuterAsync(acteur, demande.Id, demande.Version, "Vous n'êtes plus de la commune.");

        Assert.IsType<RefusMotive>(Assert.Single(sansMotif.Obstacles));
        Assert.Contains(
            "Vous n'êtes plus de la commune.",
            Assert.Single(await app.CourrielsAsync(demande.Courriel)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Une_demande_ne_s_accepte_qu_une_fois_et_n_ouvre_qu_un_compte()
    {
        var (demande, acteur) = await UneDemandeAsync();
        await using var portee = app.Services.CreateAsyncScope();
        var accepter = portee.ServiceProvider.GetRequiredService<AccepterDemande>();
        await accepter.ExecuterAsync(acteur, demande.Id, demande.Version, RoleDeMembre.Referent);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            accepter.ExecuterAsync(acteur, demande.Id, demande.Version, RoleDeMembre.Referent)
        );

        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        Assert.Equal(1, await contexte.Users.CountAsync(u => u.Email == demande.Courriel));
    }

    [Fact]
    public async Task La_demande_d_une_autre_collectivite_ne_se_voit_ni_ne_se_decide()
    {
        var (demande, _) = await UneDemandeAsync();
        var ailleurs = await ActeurAsync(await app.Comptes.MembreAsync((await UneCommuneAsync()).Id, administrateur: true));
        await using var portee = app.Services.CreateAsyncScope();

        var vues = await portee.ServiceProvider.GetRequiredService<LireDemandes>().ExecuterAsync(ailleurs);

        Assert.DoesNotContain(vues, d => d.Id == demande.Id);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            portee
                .ServiceProvider.GetRequiredService<AccepterDemande>()
                .ExecuterAsync(ailleurs, demande.Id, demande.Version, RoleDeMembre.Referent)
        );
    }

    private async Task<(DemandeDeCompte Demande, Acteur Acteur)> UneDemandeAsync()
    {
        var commune = await UneCommuneAsync();
        var gerant = await app.Comptes.MembreAsync(commune.Id, administrateur: true);
        var demande = DemandeDeCompte.Deposer(
            "Rose Dewitte",
            $"rose{Guid.NewGuid():N}@mairie.example",
            null,
            commune.Id,
            RoleDeMembre.Referent,
            null,
            app.Horloge.Instant
        );
        await app.Base.SemerAsync(demande);
        return (demande, await ActeurAsync(gerant));
    }

    private async Task<Collectivite> UneCommuneAsync()
    {
        var commune = Exemples.UneCommune($"Commune {Guid.NewGuid():N}");
        await app.Base.SemerAsync(commune);
        return commune;
    }

    private async Task<Acteur> ActeurAsync(CompteDEssai compte) =>
        (await app.Services.GetRequiredService<LireActeur>().ExecuterAsync(compte.Id))!;
}
