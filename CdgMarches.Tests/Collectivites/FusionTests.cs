using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

public sealed class FusionTests : IAsyncLifetime
{
    private ReferentielDEssai _r = null!;
    private Collectivite _gardee = null!;
    private Collectivite _doublon = null!;

    public async ValueTask InitializeAsync()
    {
        _r = await ReferentielDEssai.CreerAsync();
        _gardee = await _r.SemerAsync(
            ReferentielDEssai.Commune("Lens") with
            {
                Telephone = "03 21 69 86 86",
            },
            c => c.DeclarerEffectif(new DeclarationDEffectif(2026, 800))
        );
        _doublon = await _r.SemerAsync(
            ReferentielDEssai.Commune("Ville de Lens") with
            {
                Siret = Siret.Parse(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenFictif(1))),
                Telephone = "03 21 00 00 00",
            },
            c =>
            {
                c.DeclarerEffectif(new DeclarationDEffectif(2026, 812));
                c.DeclarerEffectif(new DeclarationDEffectif(2025, 790));
                var maire = c.AjouterContact(new CoordonneesDeContact(Civilite.Madame, "Vasseur"));
                c.OuvrirMandat(maire.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 5, 25), "Maire"));
            }
        );
    }

    public ValueTask DisposeAsync() => _r.DisposeAsync();

    [Fact]
    public async Task La_fiche_gardee_prend_ce_qui_est_choisi_et_ce_qui_lui_manquait()
    {
        await FusionnerAsync("numeros", "effectif-2026");

        var gardee = await _r.RelireAsync(_gardee.Id);
        Assert.Equal("Lens", gardee.Nom);
        Assert.Equal("03 21 69 86 86", gardee.Telephone);
        Assert.Equal(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenFictif(1)), gardee.Siret?.Valeur);
        Assert.Equal((812, 790), (gardee.EffectifDe(2026)?.Agents, gardee.EffectifDe(2025)?.Agents));
        Assert.Equal("Vasseur", gardee.Representant(Horloges.Jour)?.Contact.Nom);
        var doublon = await _r.RelireAsync(_doublon.Id);
        Assert.Equal((_gardee.Id, true, null), (doublon.FusionneeDans, doublon.EstArchivee, doublon.Siret));
        Assert.Throws<RegleMetierException>(doublon.Retablir);
    }

    [Fact]
    public async Task Les_deux_histoires_se_lisent_sur_la_fiche_gardee()
    {
        await FusionnerAsync();

        var histoire = (await _r.Historique.ExecuterAsync(Agents.Lecture, _gardee.Id, new Demande(Taille: 100))).Elements;

        Assert.Contains(
            histoire,
            l =>
                l.Libelle.StartsWith("La fiche « Ville de Lens » a été fusionnée", StringComparison.Ordinal)
                && l.Motif == "Même commune"
        );
        Assert.Contains(histoire, l => l.Apres == "Ville de Lens");
        Assert.Contains(histoire, l => l.Apres == "Lens");
    }

    [Fact]
    public async Task Tout_ce_qui_designait_le_doublon_designe_la_fiche_gardee()
    {
        var ccas = await _r.SemerAsync(
            new IdentiteDeCollectivite { Nom = "CCAS de Lens", Categorie = CategorieDeCollectivite.Ccas },
            c => c.Rattacher(_doublon.Id, _doublon.Categorie, _doublon.Nom)
        );
        var version = (await _r.RelireAsync(ccas.Id)).Version;
        var utilisateur = Guid.CreateVersion7();
        await _r.Base.SemerAsync(new Rattachement(utilisateur, _doublon.Id, RoleDeMembre.Referent, false, Horloges.Jour));

        var repointees = await FusionnerAsync();

        Assert.Equal(1, repointees["Rattachements"]);
        var relu = await _r.RelireAsync(ccas.Id);
        Assert.Equal((_gardee.Id, version + 1), (relu.Parent, relu.Version));
        await using var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            _gardee.Id,
            (
                await contexte.Rattachements.SingleAsync(r => r.Utilisateur == utilisateur, TestContext.Current.CancellationToken)
            ).Collectivite
        );
        Assert.False(
            await ReferencesDeCollectivite.EstReferenceeAsync(contexte, _doublon.Id, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Une_table_particuliere_se_repointe_elle_meme()
    {
        await _r.Base.SemerAsync(
            new Rattachement(Guid.CreateVersion7(), _doublon.Id, RoleDeMembre.Referent, false, Horloges.Jour)
        );
        var laisse = new RattachementsLaisses();

        await new FusionnerCollectivites(_r.Fabrique, _r.Horloge, [laisse]).ExecuterAsync(
            Agents.Gestionnaire,
            await PreparerAsync()
        );

        Assert.True(laisse.Appele);
        await using var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(_doublon.Id, (await contexte.Rattachements.SingleAsync(TestContext.Current.CancellationToken)).Collectivite);
    }

    [Fact]
    public async Task Une_fiche_changee_depuis_la_comparaison_arrete_la_fusion()
    {
        var fusion = await PreparerAsync();
        await _r.Tenir.DeclarerEffectifAsync(
            Agents.Gestionnaire,
            _doublon.Id,
            fusion.VersionDuDoublon,
            new DeclarationDEffectif(2024, 5)
        );

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _r.Fusionner.ExecuterAsync(Agents.Gestionnaire, fusion));
        Assert.Null((await _r.RelireAsync(_doublon.Id)).FusionneeDans);
    }

    [Fact]
    public async Task Il_faut_un_motif_et_le_droit_de_gerer()
    {
        var fusion = await PreparerAsync();

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _r.Fusionner.ExecuterAsync(Agents.Gestionnaire, fusion with { Motif = " " })
        );
        await Assert.ThrowsAsync<DroitManquantException>(() => _r.Fusionner.ExecuterAsync(Agents.Lecture, fusion));
        await Assert.ThrowsAsync<DroitManquantException>(() => _r.Fusionner.ExecuterAsync(Agents.Membre(_gardee.Id), fusion));
    }

    /// <summary>Les tables de la fiche la suivent ; toutes les autres sont trouvées dans le modèle.</summary>
    [Fact]
    public async Task Les_colonnes_qui_designent_une_collectivite_se_trouvent_dans_le_modele()
    {
        await using var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);

        var colonnes = ReferencesDeCollectivite.Colonnes(contexte).Select(c => $"{c.Table}.{c.Colonne}").ToList();

        Assert.Contains("Rattachements.Collectivite", colonnes);
        Assert.Contains("Collectivites.Parent", colonnes);
        Assert.Contains("Adhesions.Collectivite", colonnes);
        Assert.DoesNotContain("Collectivites.Id", colonnes);
        Assert.DoesNotContain(colonnes, c => c.StartsWith("CollectivitesEffectifs", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyDictionary<string, int>> FusionnerAsync(params string[] duDoublon) =>
        await _r.Fusionner.ExecuterAsync(Agents.Gestionnaire, await PreparerAsync(duDoublon));

    private async Task<FusionPreparee> PreparerAsync(params string[] duDoublon)
    {
        var gardee = (await _r.LireFiche.ExecuterAsync(Agents.Gestionnaire, _gardee.Id))!;
        var doublon = (await _r.LireFiche.ExecuterAsync(Agents.Gestionnaire, _doublon.Id))!;
        return new FusionPreparee(
            gardee.Id,
            gardee.Version,
            doublon.Id,
            doublon.Version,
            ComparaisonDeFusion.Choisir(gardee, doublon, duDoublon.ToHashSet()),
            "Même commune"
        );
    }

    private sealed class RattachementsLaisses : IReferenceDeCollectivite
    {
        public bool Appele { get; private set; }

        public Type Entite => typeof(Rattachement);

        public Task<int> RepointerAsync(
            Database.MarchesDbContext contexte,
            CollectiviteId doublon,
            CollectiviteId gardee,
            CancellationToken annulation
        )
        {
            Appele = true;
            return Task.FromResult(0);
        }
    }
}
