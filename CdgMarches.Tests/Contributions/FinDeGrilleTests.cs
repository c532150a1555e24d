using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Deux grilles d'un même type ne valent pas ensemble ; une grille s'arrête, se désadopte, et un brouillon se supprime.</summary>
public sealed class FinDeGrilleTests : IAsyncLifetime
{
    private static readonly DateOnly Vote = new(2026, 3, 5);

    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesContributions.CreerAsync((420, 87));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_autre_grille_du_meme_type_et_de_la_meme_portee_est_refusee_en_nommant_la_premiere()
    {
        var doublon = await CreerAsync(GrilleDuCdg62.Definition with { Intitule = "Doublon" });

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => AdopterAsync(doublon, 1, new DateOnly(2027, 1, 1)));

        Assert.Contains(_banc.Grille.Intitule, refus.Message, StringComparison.Ordinal);
        Assert.Contains("depuis le 1er janvier 2025", refus.Message, StringComparison.Ordinal);
        var ailleurs = await CreerAsync(
            GrilleDuCdg62.Definition with
            {
                Type = GrilleDuCdg62.Definition.Type with { Code = "AUTRE" },
            }
        );
        await AdopterAsync(ailleurs, 1, new DateOnly(2027, 1, 1));
    }

    [Fact]
    public async Task La_premiere_arretee_la_seconde_s_adopte_le_lendemain_et_pas_avant()
    {
        await _banc
            .Le<ArreterGrille>()
            .MettreFinAsync(
                Agents.Finances,
                _banc.Grille.Id,
                1,
                new DateOnly(2026, 12, 31),
                "Délibération du 5 mars 2026",
                Vote,
                Annulation
            );
        var seconde = await CreerAsync(GrilleDuCdg62.Definition with { Intitule = "Nouvelle grille" });

        await Assert.ThrowsAsync<RegleMetierException>(() => AdopterAsync(seconde, 1, new DateOnly(2026, 12, 31)));
        await AdopterAsync(seconde, 1, new DateOnly(2027, 1, 1));

        var aLancer = await _banc.Le<LireCampagnesDAppel>().ALancerAsync(Agents.Finances, Annulation);
        Assert.Equal(1, aLancer.Count(a => a.Exercice == 2027));
        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            _banc.Le<OuvrirCampagneDAppel>().SurGrilleAsync(Agents.Finances, _banc.Grille.Lignee, 2027, null, Annulation)
        );
        Assert.Contains("s'est arrêtée le 31 décembre 2026", refus.Message, StringComparison.Ordinal);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Contains(
            await contexte.Journal.Where(l => l.Evenement == nameof(GrilleArretee)).ToListAsync(Annulation),
            l => l.Motif!.Contains("votée le 5 mars 2026", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("2024-12-31", "annulez son adoption")]
    [InlineData("2025-12-31", "L'exercice 2026 est déjà appelé")]
    public async Task Une_fin_ne_precede_ni_le_debut_ni_ce_qui_est_appele(string dernierJour, string attendu)
    {
        await _banc.EmettreAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await _banc
                .Le<ArreterGrille>()
                .MettreFinAsync(
                    Agents.Finances,
                    _banc.Grille.Id,
                    await VersionAsync(_banc.Grille.Id),
                    DateOnly.ParseExact(dernierJour, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    "Délibération",
                    Vote,
                    Annulation
                )
        );

        Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_vote_a_venir_n_adopte_rien()
    {
        var version = await _banc.Le<ModifierGrille>().NouvelleVersionAsync(Agents.Gestionnaire, _banc.Grille.Id, Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<AdopterGrille>()
                .ExecuterAsync(
                    Agents.Gestionnaire,
                    version,
                    1,
                    "Délibération",
                    new DateOnly(2026, 12, 24),
                    new DateOnly(2027, 1, 1),
                    Annulation
                )
        );

        Assert.Contains("24 décembre 2026", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_adoption_sans_effet_s_annule_et_la_version_remplacee_reprend_son_cours()
    {
        var version = await _banc.Le<ModifierGrille>().NouvelleVersionAsync(Agents.Gestionnaire, _banc.Grille.Id, Annulation);
        await AdopterAsync(version, 1, new DateOnly(2027, 1, 1));
        var arreter = _banc.Le<ArreterGrille>();

        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await arreter.AnnulerLAdoptionAsync(Agents.Gestionnaire, version, await VersionAsync(version), " ", Annulation)
        );
        await arreter.AnnulerLAdoptionAsync(
            Agents.Gestionnaire,
            version,
            await VersionAsync(version),
            "Mauvaise délibération",
            Annulation
        );

        await using (var contexte = await _banc.OuvrirAsync())
        {
            var (rendue, reprise) = (
                await contexte.Grilles.SingleAsync(g => g.Id == version, Annulation),
                await contexte.Grilles.SingleAsync(g => g.Id == _banc.Grille.Id, Annulation)
            );
            Assert.Equal((EtatDeGrille.Brouillon, null, null), (rendue.Etat, rendue.Debut, rendue.Deliberation));
            Assert.Null(reprise.Fin);
            Assert.Equal(
                "Mauvaise délibération",
                (await contexte.Journal.SingleAsync(l => l.Evenement == nameof(AdoptionAnnulee), Annulation)).Motif
            );
        }

        await arreter.SupprimerAsync(Agents.Gestionnaire, version, await VersionAsync(version), Annulation);
        await using var relu = await _banc.OuvrirAsync();
        Assert.Equal(_banc.Grille.Id, (await relu.Grilles.SingleAsync(Annulation)).Id);
    }

    [Fact]
    public async Task Une_grille_qui_a_servi_ne_se_desadopte_ni_ne_se_supprime()
    {
        var arreter = _banc.Le<ArreterGrille>();
        await _banc.OuvrirCampagneAsync();
        var enPreparation = await Assert.ThrowsAsync<RegleMetierException>(() => AnnulerAsync());
        Assert.Contains("abandonnez d'abord cette préparation", enPreparation.Message, StringComparison.Ordinal);

        await _banc.EmettreAsync();
        var appelee = await Assert.ThrowsAsync<RegleMetierException>(() => AnnulerAsync());
        Assert.Contains("1 dette en vient", appelee.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await arreter.SupprimerAsync(Agents.Finances, _banc.Grille.Id, await VersionAsync(_banc.Grille.Id), Annulation)
        );

        async Task AnnulerAsync() =>
            await arreter.AnnulerLAdoptionAsync(
                Agents.Finances,
                _banc.Grille.Id,
                await VersionAsync(_banc.Grille.Id),
                "Erreur",
                Annulation
            );
    }

    [Fact]
    public void Une_tranche_nommee_sans_mots_dit_les_mots_de_l_axe()
    {
        var affiliee = new TrancheDAxe(AxeDeGrille.Affiliation, 1, null, valeurs: TrancheDAxe.Affiliee);
        var categories = new TrancheDAxe(AxeDeGrille.Categorie, 1, "", valeurs: "Ccas;CaisseDesEcoles");

        var saisie = new SaisieDeGrille();
        saisie.Basculer(AxeDeGrille.Categorie, garde: true);
        saisie.AjouterTranche(AxeDeGrille.Categorie);
        saisie.Tranches[0].Noms.Add("Ccas");
        saisie.PrendreLesAutres(saisie.Tranches[1]);
        Assert.Empty(saisie.EnDefinition().Defauts());
        Assert.Equal("Affiliée au centre de gestion", affiliee.EnClair);
        Assert.DoesNotContain("CaisseDesEcoles", categories.EnClair, StringComparison.Ordinal);
    }

    private async Task<GrilleId> CreerAsync(DefinitionDeGrille definition) =>
        await _banc.Le<ModifierGrille>().CreerAsync(Agents.Gestionnaire, definition, Annulation);

    private Task AdopterAsync(GrilleId id, int version, DateOnly debut) =>
        _banc
            .Le<AdopterGrille>()
            .ExecuterAsync(Agents.Gestionnaire, id, version, "Délibération du 5 mars 2026", Vote, debut, Annulation);

    private async Task<int> VersionAsync(GrilleId id)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Grilles.Where(g => g.Id == id).Select(g => g.Version).SingleAsync(Annulation);
    }
}
