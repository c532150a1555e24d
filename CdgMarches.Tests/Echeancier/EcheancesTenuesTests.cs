using CdgMarches.App.Echeancier;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Echeancier;

/// <summary>L'échéancier suit chaque objet dans sa propre transaction : ni ligne perdue, ni ligne périmée.</summary>
public sealed class EcheancesTenuesTests : IAsyncLifetime
{
    private static readonly DateOnly Fin = new(2026, 9, 30);

    private BancDesGroupements _banc = null!;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_sortie_fixee_corrigee_puis_effacee_suit_dans_l_echeancier()
    {
        await SortirAsync(Fin);
        var echeance = Assert.Single(await LireAsync("Adhesion"));
        Assert.Equal(
            (Fin, _banc.Arras.Id.Valeur, _banc.Groupement.Valeur),
            (echeance.Date, echeance.Collectivite, echeance.Groupement)
        );

        await SortirAsync(Fin.AddDays(1));
        Assert.Equal(Fin.AddDays(1), Assert.Single(await LireAsync("Adhesion")).Date);

        await SortirAsync(null);
        Assert.Empty(await LireAsync("Adhesion"));
    }

    [Fact]
    public async Task Chaque_mandat_a_la_sienne_et_la_garde_quand_un_autre_change()
    {
        var (maire, adjoint) = await AvecMandatsAsync();

        await ChangerAsync(c => c.TerminerMandat(maire, c.Contact(maire)!.Mandats[0].Id, Fin));

        var lues = await LireAsync("Collectivite");
        Assert.Equal([Fin, new DateOnly(2028, 3, 31)], lues.Select(e => e.Date));
        Assert.Equal("180;90;30", lues[0].Alertes);
        Assert.Equal(Fin.AddDays(-180), lues[0].PremiereAlerte);
        Assert.Contains(lues, e => e.Libelle.Contains(adjoint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_date_qui_change_remet_les_alertes_a_venir_un_libelle_qui_change_les_garde()
    {
        var (maire, _) = await AvecMandatsAsync();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            await contexte.Echeances.ExecuteUpdateAsync(e => e.SetProperty(x => x.DerniereAlerte, 90));
        }

        await ChangerAsync(c => c.ModifierContact(maire, new CoordonneesDeContact(Civilite.Madame, "Vasseur-Rey", "Aude")));
        Assert.All(await LireAsync("Collectivite"), e => Assert.Equal(90, e.DerniereAlerte));

        await ChangerAsync(c => c.TerminerMandat(maire, c.Contact(maire)!.Mandats[0].Id, Fin));
        Assert.Equal([null, 90], (await LireAsync("Collectivite")).Select(e => e.DerniereAlerte));
    }

    [Fact]
    public async Task Une_racine_supprimee_emporte_ses_echeances()
    {
        await SortirAsync(Fin);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            contexte.Remove(await contexte.Adhesions.SingleAsync(a => a.Collectivite == _banc.Arras.Id));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        Assert.Empty(await LireAsync("Adhesion"));
    }

    [Fact]
    public async Task Un_enregistrement_refuse_n_y_ecrit_rien()
    {
        var perimee = await _banc.AdhesionDeAsync(_banc.Arras);
        await SortirAsync(Fin);
        await using var contexte = await _banc.OuvrirAsync();
        contexte.Attach(perimee);
        contexte.ExigerVersion(perimee, perimee.Version);
        perimee.Sortir(Fin.AddDays(30), "Autre", estCoordonnateur: false);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine)
        );

        Assert.Equal(Fin, Assert.Single(await LireAsync("Adhesion")).Date);
    }

    [Fact]
    public async Task L_accord_periodique_rattrape_une_base_sans_echeancier_et_n_ecrit_rien_ensuite()
    {
        await SortirAsync(Fin);
        await AvecMandatsAsync();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var orpheline = contexte.Echeances.Add(
                new Echeance
                {
                    ObjetType = "Adhesion",
                    ObjetId = Guid.CreateVersion7(),
                    Cle = "sortie",
                }
            );
            await contexte.SaveChangesAsync();
            await contexte.Echeances.Where(e => e.ObjetId != orpheline.Entity.ObjetId).ExecuteDeleteAsync();
        }

        var accorder = new AccorderEcheances(_banc.Socle.Base.Fabrique, Horloges.DesTests);
        Assert.Equal(4, await accorder.ExecuterAsync(Acteur.Systeme));
        Assert.Equal(0, await accorder.ExecuterAsync(Acteur.Systeme));

        Assert.Equal(Fin, Assert.Single(await LireAsync("Adhesion")).Date);
        Assert.Equal(2, (await LireAsync("Collectivite")).Count);
    }

    [Fact]
    public async Task Une_fin_qui_arrive_d_elle_meme_est_accomplie_une_fois_son_jour_passe_et_le_reste()
    {
        await SortirAsync(Fin);
        await AccorderAuAsync(Fin);
        Assert.False(Assert.Single(await LireAsync("Adhesion")).EstAccomplie);

        await AccorderAuAsync(Fin.AddDays(1));
        Assert.True(Assert.Single(await LireAsync("Adhesion")).EstAccomplie);

        await using (var contexte = await _banc.OuvrirAsync())
        {
            var adhesion = await contexte.Adhesions.SingleAsync(a => a.Collectivite == _banc.Arras.Id);
            adhesion.Sortir(Fin, "Retrait délibéré", estCoordonnateur: false);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        Assert.True(Assert.Single(await LireAsync("Adhesion")).EstAccomplie);
        await SortirAsync(Fin.AddDays(30));
        Assert.False(Assert.Single(await LireAsync("Adhesion")).EstAccomplie);
    }

    [Fact]
    public async Task Une_fin_enregistree_apres_coup_est_accomplie_aussitot_celle_du_jour_attend_la_nuit()
    {
        await SortirAsync(DateOnly.FromDateTime(HorlogeFigee.Origine.UtcDateTime).AddDays(-2));
        Assert.True(Assert.Single(await LireAsync("Adhesion")).EstAccomplie);

        // The day may not be over: only the nightly pass knows the day of the CDG.
        await SortirAsync(DateOnly.FromDateTime(HorlogeFigee.Origine.UtcDateTime));
        Assert.False(Assert.Single(await LireAsync("Adhesion")).EstAccomplie);
    }

    [Fact]
    public async Task La_fin_du_mandat_d_un_signataire_attend_un_successeur()
    {
        var (maire, _) = await AvecMandatsAsync();
        await ChangerAsync(c => c.TerminerMandat(maire, c.Contact(maire)!.Mandats[0].Id, Fin));
        await AccorderAuAsync(Fin.AddDays(10));
        Assert.False((await LireAsync("Collectivite"))[0].EstAccomplie);

        await ChangerAsync(c =>
        {
            var suivant = c.AjouterContact(new CoordonneesDeContact(Civilite.Monsieur, "Delattre", "Luc")).Id;
            c.OuvrirMandat(suivant, new DonneesDeMandat(RoleDeContact.Signataire, Fin.AddDays(1), "Maire", null));
        });

        Assert.True((await LireAsync("Collectivite"))[0].EstAccomplie);
    }

    /// <summary>Le même retrait cite l'article 6.2 du groupement dédié ; la convention permanente, non numérotée, se cite tout court.</summary>
    [Theory]
    [InlineData(ProfilDeConvention.GroupementDedie, "Convention constitutive, art. 6.2")]
    [InlineData(ProfilDeConvention.GroupementPermanent, "Convention constitutive")]
    public async Task Une_echeance_stipulee_cite_la_convention_de_son_groupement(ProfilDeConvention profil, string fondement)
    {
        await FixerAsync(profil);

        await SortirAsync(Fin);

        Assert.Equal(fondement, Assert.Single(await LireAsync("Adhesion")).Fondement);
    }

    [Fact]
    public async Task Des_regles_changees_se_lisent_aux_echeances_apres_l_accord_de_la_nuit()
    {
        await FixerAsync(ProfilDeConvention.GroupementDedie);
        await SortirAsync(Fin);
        await FixerAsync(ProfilDeConvention.GroupementPermanent);

        await AccorderAuAsync(Fin.AddDays(-10));

        Assert.Equal("Convention constitutive", Assert.Single(await LireAsync("Adhesion")).Fondement);
    }

    private async Task FixerAsync(ProfilDeConvention profil)
    {
        await using var contexte = await _banc.OuvrirAsync();
        (await contexte.Groupements.SingleAsync(g => g.Id == _banc.Groupement)).FixerRegles(ReglesDeConvention.De(profil));
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
    }

    private Task<int> AccorderAuAsync(DateOnly jour) =>
        new AccorderEcheances(_banc.Socle.Base.Fabrique, Horloges.Au(jour)).ExecuterAsync(Acteur.Systeme);

    private async Task<(Guid Maire, string Adjoint)> AvecMandatsAsync()
    {
        Guid maire = default;
        await ChangerAsync(c =>
        {
            maire = c.AjouterContact(new CoordonneesDeContact(Civilite.Madame, "Vasseur", "Aude")).Id;
            var adjoint = c.AjouterContact(new CoordonneesDeContact(Civilite.Monsieur, "Lepage", "Jean")).Id;
            c.OuvrirMandat(
                maire,
                new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 7, 1), "Maire", new DateOnly(2026, 12, 31))
            );
            c.OuvrirMandat(
                adjoint,
                new DonneesDeMandat(RoleDeContact.EluCaoTitulaire, new DateOnly(2020, 7, 1), null, new DateOnly(2028, 3, 31))
            );
        });
        return (maire, "Lepage");
    }

    private async Task ChangerAsync(Action<Collectivite> changer)
    {
        await using var contexte = await _banc.OuvrirAsync();
        changer(await contexte.Collectivites.SingleAsync(c => c.Id == _banc.Arras.Id));
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
    }

    private async Task SortirAsync(DateOnly? sortie)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var adhesion = await contexte.Adhesions.SingleAsync(a => a.Collectivite == _banc.Arras.Id);
        adhesion.Sortir(sortie, "Retrait", estCoordonnateur: false);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
    }

    private async Task<IReadOnlyList<Echeance>> LireAsync(string type)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Echeances.AsNoTracking().Where(e => e.ObjetType == type).OrderBy(e => e.Date).ToListAsync();
    }
}
