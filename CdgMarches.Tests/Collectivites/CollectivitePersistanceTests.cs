using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

public sealed class CollectivitePersistanceTests : IAsyncLifetime
{
    private ReferentielDEssai _referentiel = null!;

    public async ValueTask InitializeAsync() => _referentiel = await ReferentielDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _referentiel.DisposeAsync();

    [Fact]
    public async Task Une_fiche_entiere_se_relit_telle_quelle()
    {
        var identite = ReferentielDEssai.Commune("Arras") with
        {
            Siret = Siret.Parse(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenDArras)),
            CodeInsee = CodeInsee.Parse("62041"),
            Siege = new Adresse("6 place Guy Mollet", null, "62000", "Arras"),
            Postale = new Adresse("BP 70913", null, "62022", "Arras Cedex"),
            Courriel = "mairie@arras.example",
            Chorus = new ParametresChorus(true, false, "ACHATS", "Direction des achats"),
            UtiliseLAccesDeSaCommune = false,
            Comptable = "SGC d'Arras",
            Notes = "Une ligne\nUne autre",
        };
        var semee = await _referentiel.SemerAsync(
            identite,
            c =>
            {
                c.DeclarerEffectif(new DeclarationDEffectif(2026, 812, Source: "Mairie", DeclareLe: new DateOnly(2026, 1, 15)));
                c.RenseignerPopulation(new DeclarationDePopulation(2026, 43_100, 42_000, "INSEE"));
                c.Affilier(new DateOnly(2010, 1, 1), null, NatureDAffiliation.Volontaire);
                var maire = c.AjouterContact(
                    new CoordonneesDeContact(Civilite.Madame, "Vasseur", "Aude", "aude@arras.example", "03 21 50 50 50")
                );
                c.OuvrirMandat(
                    maire.Id,
                    new DonneesDeMandat(
                        RoleDeContact.Signataire,
                        new DateOnly(2020, 5, 25),
                        "Maire",
                        null,
                        "2020-05-01",
                        new DateOnly(2020, 5, 25)
                    )
                );
            }
        );

        var relue = await _referentiel.RelireAsync(semee.Id);

        Assert.Equal(semee.Identite, relue.Identite);
        Assert.Equal(semee.Grammaire, relue.Grammaire);
        Assert.Equal((812, "Mairie"), (relue.EffectifDe(2026)!.Agents, relue.EffectifDe(2026)!.Source));
        Assert.Equal(43_100, relue.PopulationPourStrate(2026));
        Assert.True(relue.EstAffiliee(new DateOnly(2026, 1, 1)));
        var representant = relue.Representant(new DateOnly(2026, 3, 10));
        Assert.Equal(
            ("Mme Aude Vasseur", "Maire", "2020-05-01"),
            (representant?.Contact.NomComplet, representant?.Mandat.Qualite, representant?.Mandat.Deliberation)
        );
    }

    [Fact]
    public async Task Un_mandat_corrige_au_fond_de_la_fiche_change_sa_version_et_s_ecrit_au_journal()
    {
        var id = (await AvecUnMaireAsync()).Id;
        var avant = await _referentiel.RelireAsync(id);
        var maire = avant.Contacts[0];

        await _referentiel.Tenir.CorrigerMandatAsync(
            Agents.Gestionnaire,
            id,
            avant.Version,
            maire.Id,
            maire.Mandats[0].Id,
            new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 5, 25), "Maire", new DateOnly(2026, 3, 21))
        );

        Assert.Equal(avant.Version + 1, (await _referentiel.RelireAsync(id)).Version);
        var histoire = await _referentiel.Historique.ExecuterAsync(Agents.Gestionnaire, id, new Demande());
        Assert.StartsWith("Mandat modifié", histoire.Elements[0].Libelle, StringComparison.Ordinal);
        Assert.Contains("21/03/2026", histoire.Elements[0].Apres, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_annee_retiree_change_la_version_et_refuse_l_agent_qui_avait_l_ancienne()
    {
        var id = (
            await _referentiel.SemerAsync(
                ReferentielDEssai.Commune("Lens"),
                c => c.DeclarerEffectif(new DeclarationDEffectif(2026, 10))
            )
        ).Id;
        var version = (await _referentiel.RelireAsync(id)).Version;
        await _referentiel.Tenir.RetirerEffectifAsync(Agents.Gestionnaire, id, version, 2026);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            _referentiel.Tenir.DeclarerEffectifAsync(Agents.Gestionnaire, id, version, new DeclarationDEffectif(2026, 12))
        );
        Assert.Empty((await _referentiel.RelireAsync(id)).Effectifs);
    }

    [Fact]
    public async Task De_deux_agents_qui_corrigent_la_meme_identite_le_second_est_refuse()
    {
        var lens = await _referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        var version = (await _referentiel.RelireAsync(lens.Id)).Version;
        await _referentiel.Modifier.ExecuterAsync(Agents.Gestionnaire, lens.Id, version, Corrigee(lens, "un@lens.example"));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            _referentiel.Modifier.ExecuterAsync(Agents.Gestionnaire, lens.Id, version, Corrigee(lens, "deux@lens.example"))
        );

        Assert.Equal("un@lens.example", (await _referentiel.RelireAsync(lens.Id)).Courriel);
    }

    [Fact]
    public async Task Un_SIRET_n_a_qu_une_fiche_archives_comprises()
    {
        var siret = Siret.Parse(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenDArras));
        await _referentiel.SemerAsync(
            ReferentielDEssai.Commune("Arras") with
            {
                Siret = siret,
            },
            c => c.Archiver(HorlogeFigee.Origine, "Doublon")
        );

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _referentiel.Creer.ExecuterAsync(
                Agents.Gestionnaire,
                new NouvelleCollectivite(ReferentielDEssai.Commune("Arras bis") with { Siret = siret })
            )
        );

        Assert.Contains("archivée « Arras »", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_base_elle_meme_refuse_deux_fois_le_meme_SIRET()
    {
        var siret = Siret.Parse(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenDArras));
        await _referentiel.SemerAsync(ReferentielDEssai.Commune("Arras") with { Siret = siret });

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            _referentiel.SemerAsync(ReferentielDEssai.Commune("Autre") with { Siret = siret })
        );
    }

    [Theory]
    [MemberData(nameof(ActeursSansDroit))]
    public async Task Qui_ne_gere_pas_les_collectivites_ne_peut_rien_y_ecrire(Acteur acteur)
    {
        var lens = await _referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _referentiel.Creer.ExecuterAsync(acteur, new NouvelleCollectivite(ReferentielDEssai.Commune("Liévin")))
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _referentiel.Modifier.ExecuterAsync(acteur, lens.Id, 1, Corrigee(lens, null))
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _referentiel.Tenir.DeclarerEffectifAsync(acteur, lens.Id, 1, new DeclarationDEffectif(2026, 3))
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            new ArchiverCollectivite(_referentiel.Fabrique, _referentiel.Horloge).ExecuterAsync(acteur, lens.Id, 1, "motif")
        );
    }

    public static TheoryData<Acteur> ActeursSansDroit =>
        [
            Agents.Lecture,
            Agents.Finances,
            Agents.Administrateur,
            Agents.Membre(CollectiviteId.Nouveau(), RoleDeMembre.Signataire),
        ];

    [Fact]
    public async Task La_recherche_donne_le_nom_exact_d_abord_puis_ceux_qui_commencent_ainsi()
    {
        foreach (var nom in (string[])["Caisse des écoles d'Arras", "Arras (communauté)", "Arras"])
        {
            await _referentiel.SemerAsync(ReferentielDEssai.Commune(nom));
        }

        string[] attendu = ["Arras", "Arras (communauté)", "Caisse des écoles d'Arras"];
        var globale = new RechercheDesCollectivites(_referentiel.Fabrique);
        Assert.Equal(attendu, (await globale.ExecuterAsync(Agents.Gestionnaire, CleDeTri.Mots("arras"), 5)).Select(r => r.Titre));
        Assert.Equal(attendu, (await _referentiel.Chercher.ExecuterAsync(Agents.Gestionnaire, "arras")).Select(s => s.Nom));
    }

    [Fact]
    public async Task Un_membre_ne_lit_que_sa_fiche_sans_les_notes_internes()
    {
        var sienne = await _referentiel.SemerAsync(ReferentielDEssai.Commune("Lens") with { Notes = "Difficile à joindre" });
        var autre = await _referentiel.SemerAsync(ReferentielDEssai.Commune("Liévin"));
        var membre = Agents.Membre(sienne.Id);

        var fiche = await _referentiel.LireFiche.ExecuterAsync(membre, sienne.Id);
        Assert.Equal("Lens", fiche?.Nom);
        Assert.Null(fiche?.Identite.Notes);
        Assert.Null(await _referentiel.LireFiche.ExecuterAsync(membre, autre.Id));
        Assert.Equal(sienne.Id, Assert.Single(await _referentiel.Chercher.ExecuterAsync(membre, "le")).Id);
        Assert.Empty(await _referentiel.Chercher.ExecuterAsync(membre, "lievin"));
        await Assert.ThrowsAsync<DroitManquantException>(() => _referentiel.Lister.ExecuterAsync(membre, new Demande()));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _referentiel.Historique.ExecuterAsync(membre, autre.Id, new Demande())
        );
        await Assert.ThrowsAsync<DroitManquantException>(() => _referentiel.Exporter.ExecuterAsync(membre, new Demande()));
    }

    private static FicheCorrigee Corrigee(Collectivite c, string? courriel) =>
        new(c.Identite with { Courriel = courriel }, null, null, null);

    private Task<Collectivite> AvecUnMaireAsync() =>
        _referentiel.SemerAsync(
            ReferentielDEssai.Commune("Lens"),
            c =>
            {
                var maire = c.AjouterContact(new CoordonneesDeContact(Civilite.Madame, "Vasseur"));
                c.OuvrirMandat(maire.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 5, 25), "Maire"));
            }
        );
}
