using System.Text.RegularExpressions;
using CdgMarches.App.Administration;
using CdgMarches.App.Compte;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle;

/// <summary>axe sur chaque page du CDG, pleine, puis après un envoi vide de son formulaire.</summary>
[Trait("niveau", "navigateur")]
public sealed class AccessibiliteDesPagesDuCdgTests : AccessibiliteDesPages
{
    [Fact]
    public async Task Les_pages_du_CDG_pleines_puis_en_erreur()
    {
        var echantillons = await Echantillons.PreparerAsync(App);
        var page = await OuvrirAsync(await AgentAsync());

        await ParcourirAsync(page, PagesDuCdg(), a => a.Remplir(echantillons.Valeurs(a.Chemin)), avecErreurs: true);

        Aucune();
    }
}

/// <summary>axe sur chaque page du CDG, vide ou introuvable.</summary>
[Trait("niveau", "navigateur")]
public sealed class AccessibiliteDesPagesVidesTests : AccessibiliteDesPages
{
    [Fact]
    public async Task Les_pages_du_CDG_vides_ou_introuvables()
    {
        var page = await OuvrirAsync(await AgentAsync());

        await ParcourirAsync(page, PagesDuCdg(), a => a.Remplir(null), avecErreurs: false);

        Aucune();
    }
}

/// <summary>axe sur chaque page d'un membre, et sur celles qu'une personne ouvre sans compte, au téléphone.</summary>
[Trait("niveau", "navigateur")]
public sealed partial class AccessibiliteDesPagesDUnMembreTests : AccessibiliteDesPages
{
    [Fact]
    public async Task Les_pages_d_un_membre_sur_un_telephone()
    {
        var echantillons = await Echantillons.PreparerAsync(App);
        var droits = Droits.DuMembre(RoleDeMembre.Signataire, administrateurDeSaCollectivite: true).ToHashSet();
        var compte = await App.Comptes.MembreAsync(echantillons.Autre.Id, RoleDeMembre.Signataire, administrateur: true);
        var page = await OuvrirAsync(compte, Telephone);

        await ParcourirAsync(
            page,
            Pages().Where(a => a.Strategies.All(droits.Contains)),
            a => a.Remplir(echantillons.Valeurs(a.Chemin)),
            avecErreurs: true,
            etroit: true
        );

        Aucune();
    }

    [Fact]
    public async Task Les_pages_sans_compte_sur_un_telephone()
    {
        var liens = await LiensAsync(await Echantillons.PreparerAsync(App));
        var page = await OuvrirAsync(null, Telephone);
        var anonymes = AdresseDeLApplication
            .Toutes(App)
            .Where(a => a.EstUnePage && AdressesAnonymes.Toutes.ContainsKey(a.Chemin))
            .ToList();

        await ParcourirAsync(page, anonymes, a => a.Remplir(null), avecErreurs: true, etroit: true);
        await ParcourirAsync(
            page,
            anonymes.Where(a => liens.ContainsKey(a.Chemin)),
            a => a.Remplir([liens[a.Chemin]]),
            avecErreurs: true,
            etroit: true
        );

        Aucune();
        Assert.All(liens, l => Assert.NotEmpty(l.Value));
    }

    /// <summary>De vrais liens, un par page à jeton : ce que la personne voit avant de s'en servir.</summary>
    private async Task<Dictionary<string, string>> LiensAsync(Echantillons echantillons)
    {
        await using var portee = App.Services.CreateAsyncScope();
        T Le<T>()
            where T : notnull => portee.ServiceProvider.GetRequiredService<T>();
        var agent = await AgentAsync();
        var acteur = (await Le<LireActeur>().ExecuterAsync(agent.Id))!;
        var personne = await App.Comptes.MembreAsync(echantillons.Autre.Id, RoleDeMembre.Signataire);
        await Le<ValiderParLien>()
            .EnvoyerAsync(
                acteur,
                echantillons.CampagneCommune,
                echantillons.Autre.Id,
                "Aude Vasseur",
                "validation@essai.example"
            );
        await Le<DemanderUnLien>().ExecuterAsync(personne.Identifiant, UsageDeLien.Connexion);
        var connexion = await JetonAsync(personne.Courriel);
        var oublieuse = await App.Comptes.MembreAsync(echantillons.Autre.Id, RoleDeMembre.Signataire);
        await Le<DemanderUnLien>().ExecuterAsync(oublieuse.Identifiant, UsageDeLien.Reinitialisation);
        var invitee = await App.Comptes.MembreAsync(echantillons.Autre.Id);
        await Le<InviterCompte>().ExecuterAsync(acteur, invitee.Id);
        return new Dictionary<string, string>
        {
            ["/validation/{Jeton}"] = await JetonAsync("validation@essai.example"),
            ["/compte/lien/{Jeton}"] = connexion,
            ["/compte/reinitialisation/{Jeton}"] = await JetonAsync(oublieuse.Courriel),
            ["/compte/invitation/{Jeton}"] = await JetonAsync(invitee.Courriel),
        };
    }

    private async Task<string> JetonAsync(string boite) =>
        DansUneAdresse().Match((await App.CourrielsAsync(boite))[^1]).Groups["jeton"].Value;

    [GeneratedRegex(@"https?://\S+/(?<jeton>[^/\s]+)")]
    private static partial Regex DansUneAdresse();
}
