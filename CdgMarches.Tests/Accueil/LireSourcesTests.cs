using CdgMarches.App.Accueil;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.Logging.Abstractions;

namespace CdgMarches.Tests.Accueil;

public sealed class LireSourcesTests
{
    [Fact]
    public async Task Les_cartes_en_retard_viennent_d_abord_et_les_cartes_vides_ne_se_montrent_pas()
    {
        var lire = Lire(
            aTraiter:
            [
                new Source(
                    cartes:
                    [
                        new("Sans retard", 5, 0, "/a", "", 1),
                        new("Vide", 0, 0, "/b", "", 0),
                        new("En retard", 3, 1, "/c", "", 9),
                        new("En retard aussi", 3, 2, "/d", "", 8),
                    ]
                ),
            ]
        );

        var recolte = await lire.ATraiterAsync(Agents.Gestionnaire);

        Assert.Equal(["En retard aussi", "En retard", "Sans retard"], recolte.Elements.Select(c => c.Titre));
    }

    [Fact]
    public async Task La_panne_d_une_source_ne_prive_pas_des_autres_et_se_dit()
    {
        var lire = Lire(aTraiter: [new Source(enPanne: true), new Source(cartes: [new("Reste", 1, 0, "/", "", 1)])]);

        var recolte = await lire.ATraiterAsync(Agents.Gestionnaire);

        Assert.Equal("Reste", Assert.Single(recolte.Elements).Titre);
        Assert.Equal(1, recolte.Manquantes);
    }

    [Fact]
    public async Task Un_membre_n_a_ni_accueil_ni_synthese_du_CDG()
    {
        var membre = Agents.Membre(CollectiviteId.Nouveau());
        var lire = Lire(aTraiter: [new Source()]);

        await Assert.ThrowsAsync<DroitManquantException>(() => lire.ATraiterAsync(membre));
        await Assert.ThrowsAsync<DroitManquantException>(() => lire.SyntheseAsync(membre));
    }

    [Theory]
    [InlineData("  st OMER ", "SAINT OMER")]
    [InlineData("Étaples-sur-Mer", "ETAPLES SUR MER")]
    public async Task La_recherche_donne_aux_sources_les_mots_replies(string saisie, string attendu)
    {
        var source = new Source();

        await Lire(recherches: [source]).ChercherAsync(Agents.Lecture, saisie);

        Assert.Equal(attendu, string.Join(' ', source.Mots!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("...")]
    [InlineData(null)]
    public async Task Une_recherche_sans_mot_n_interroge_personne(string? saisie)
    {
        var source = new Source();

        var recolte = await Lire(recherches: [source]).ChercherAsync(Agents.Lecture, saisie);

        Assert.Empty(recolte.Elements);
        Assert.Null(source.Mots);
    }

    [Fact]
    public async Task Chaque_type_de_resultat_est_borne()
    {
        var communes = Enumerable.Range(0, 50).Select(i => new ResultatDeRecherche("Communes", $"C{i}", "", "/")).ToList();
        var lire = Lire(
            recherches:
            [
                new Source(resultats: communes),
                new Source(resultats: [new ResultatDeRecherche("Procédures", "P", "", "/")]),
            ]
        );

        var recolte = await lire.ChercherAsync(Agents.Lecture, "c");

        Assert.Equal(LireSources.ParType, recolte.Elements.Count(r => r.Type == "Communes"));
        Assert.Contains(recolte.Elements, r => r.Type == "Procédures");
    }

    [Fact]
    public async Task La_synthese_est_celle_du_jour_legal()
    {
        var source = new Source();

        await Lire(syntheses: [source]).SyntheseAsync(Agents.Lecture);

        Assert.Equal(Horloges.Jour, source.Jour);
    }

    private static LireSources Lire(
        ISourceATraiter[]? aTraiter = null,
        ISourceDeRecherche[]? recherches = null,
        ISourceDeSynthese[]? syntheses = null
    ) => new(aTraiter ?? [], recherches ?? [], syntheses ?? [], Horloges.DesTests, NullLogger<LireSources>.Instance);

    private sealed class Source(
        IReadOnlyList<CarteATraiter>? cartes = null,
        IReadOnlyList<ResultatDeRecherche>? resultats = null,
        bool enPanne = false
    ) : ISourceATraiter, ISourceDeRecherche, ISourceDeSynthese
    {
        public IReadOnlyList<string>? Mots { get; private set; }

        public DateOnly? Jour { get; private set; }

        public Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default) =>
            enPanne ? throw new InvalidOperationException("En panne.") : Task.FromResult(cartes ?? []);

        public Task<IReadOnlyList<ResultatDeRecherche>> ExecuterAsync(
            Acteur acteur,
            IReadOnlyList<string> mots,
            int maximum,
            CancellationToken annulation = default
        )
        {
            Mots = mots;
            return Task.FromResult(resultats ?? []);
        }

        public Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(
            Acteur acteur,
            DateOnly jour,
            CancellationToken annulation = default
        )
        {
            Jour = jour;
            return Task.FromResult<IReadOnlyList<LigneDeSynthese>>([]);
        }
    }
}
