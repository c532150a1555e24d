using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Courriels;
using CdgMarches.App.Groupements;
using CdgMarches.App.Marches;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Parametres;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Ce qu'un retour rouvre, ce qu'un bouton enregistre, à qui une transmission part, et les lettres de ceux sans adresse.</summary>
public sealed class SuitesDesCourrielsTests : IAsyncLifetime
{
    private readonly string _retours = Directory.CreateTempSubdirectory("cdgmarches-retours-").FullName;
    private ApplicationEnMarche _app = null!;
    private Echantillons _e = null!;
    private Acteur _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync(b =>
            b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Courriel:DossierDesRetours"] = _retours })
        );
        _e = await Echantillons.PreparerAsync(_app);
        _agent = (await Le<LireActeur>().ExecuterAsync((await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)).Id))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_retours, recursive: true);
    }

    [Fact]
    public async Task Une_relance_revenue_devient_une_lettre_si_personne_d_autre_du_membre_ne_l_a_recue()
    {
        await Le<RelancerRecensements>().ExecuterAsync(_agent, maintenant: true);
        var relance = await LireAsync(c => c.Relances.Where(r => r.Envoi != null).FirstAsync());
        await EtatAsync(relance.Envoi!.Value, EtatDEnvoi.Envoye);
        Assert.DoesNotContain(
            await Le<LireLettresDeRelance>().ExecuterAsync(_agent),
            l => l.Collectivite == relance.Collectivite
        );

        await Le<SignalerRetour>().ExecuterAsync(_agent, relance.Envoi!.Value, "5.1.1 boîte inconnue");

        var lettre = (await Le<LireLettresDeRelance>().ExecuterAsync(_agent)).Single(l => l.Collectivite == relance.Collectivite);
        Assert.Equal(2, lettre.Recensements.Count);
    }

    [Fact]
    public async Task Une_relance_revenue_ne_fait_pas_de_lettre_quand_une_autre_personne_du_membre_l_a_recue()
    {
        await _app.Comptes.MembreAsync(_e.Autre.Id, nom: "Seconde Personne", courriel: "seconde@exemple.invalid");
        await Le<RelancerRecensements>().ExecuterAsync(_agent, maintenant: true);
        var relances = await LireAsync(c => c.Relances.Where(r => r.Envoi != null).ToListAsync());
        Assert.Equal(2, relances.Select(r => r.Envoi).Distinct().Count());
        foreach (var envoi in relances.Select(r => r.Envoi!.Value).Distinct())
        {
            await EtatAsync(envoi, EtatDEnvoi.Envoye);
        }

        await Le<SignalerRetour>().ExecuterAsync(_agent, relances[0].Envoi!.Value, null);

        Assert.DoesNotContain(
            await Le<LireLettresDeRelance>().ExecuterAsync(_agent),
            l => l.Collectivite == relances[0].Collectivite
        );
    }

    [Fact]
    public async Task Un_retour_rouvre_l_information_d_un_membre_jusqu_au_renvoi()
    {
        var envoi = await DeposerAsync(_e.Commun.Id.Valeur, "Groupement", null);
        await EcrireAsync(c =>
            c.PreuvesDInformation.Add(
                new PreuveDInformation
                {
                    Groupement = _e.Commun.Id,
                    Collectivite = _e.Autre.Id,
                    ObjetType = "Groupement",
                    ObjetId = _e.Commun.Id.Valeur,
                    Libelle = "Information",
                    DeposeeLe = _app.Horloge.Instant,
                    Courriel = envoi,
                }
            )
        );
        Assert.Equal(1, await FaitesAsync());

        await Le<SignalerRetour>().ExecuterAsync(_agent, envoi, "5.1.1 boîte inconnue");
        Assert.Equal(0, await FaitesAsync());

        await EtatAsync(await Le<RenvoyerCourriel>().ExecuterAsync(_agent, envoi, "juste@exemple.invalid"), EtatDEnvoi.Envoye);
        Assert.Equal(1, await FaitesAsync());
    }

    [Fact]
    public async Task Un_retour_ne_rouvre_rien_quand_un_autre_courriel_a_informe_le_meme_membre()
    {
        var premier = await DeposerAsync(_e.Marche.Id.Valeur, nameof(Marche), "marche.information");
        var second = await DeposerAsync(_e.Marche.Id.Valeur, nameof(Marche), "marche.information");
        await EcrireAsync(c =>
            c.InformationsDeMembre.Add(
                new InformationDeMembre(
                    _e.Marche.Id,
                    _e.Autre.Id,
                    ObjetDInformation.Notification,
                    "un@exemple.invalid",
                    premier,
                    _app.Horloge.Instant
                )
            )
        );

        await Le<SignalerRetour>().ExecuterAsync(_agent, premier, null);
        Assert.Equal(
            second,
            await LireAsync(c =>
                c.InformationsRemises(_e.Marche.Id, ObjetDInformation.Notification).Select(i => i.Envoi).SingleAsync()
            )
        );

        await Le<SignalerRetour>().ExecuterAsync(_agent, second, null);
        Assert.Equal(0, await LireAsync(c => c.InformationsRemises(_e.Marche.Id, ObjetDInformation.Notification).CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Se_servir_du_lien_d_un_courriel_note_la_lecture_ou_la_reponse_l_ouvrir_ne_note_rien(bool lecture)
    {
        var liens = Le<LiensPersonnels>();
        var (jeton, envoi) = await LireAsync(async c =>
        {
            var emis = liens.Emettre(c, _agent, new DemandeDeLien("essai", "Essai", Guid.NewGuid(), "Aude Vasseur", null));
            var depose = FileDeCourriels.Deposer(
                c,
                new Courriel("aude@exemple.invalid", "Aude Vasseur", "Objet", "Texte") { Lien = emis.Lien.Id },
                _app.Horloge.Instant
            );
            await c.EnregistrerAsync(_agent, _app.Horloge.Instant);
            return (emis.Jeton, depose.Id);
        });

        await liens.LireAsync(jeton, "essai");
        Assert.Equal<(DateTimeOffset?, DateTimeOffset?)>((null, null), await SuiviAsync(envoi));

        await LireAsync(c =>
            c.EnTransactionAsync(
                async arret => await liens.ConsommerAsync(c, jeton, "essai", null, lecture, arret),
                TestContext.Current.CancellationToken
            )
        );
        var instant = _app.Horloge.Instant;
        Assert.Equal<(DateTimeOffset?, DateTimeOffset?)>(lecture ? (instant, null) : (null, instant), await SuiviAsync(envoi));
    }

    [Fact]
    public async Task Une_transmission_nee_d_un_marche_part_a_ses_acheteurs_seulement()
    {
        await EcrireAsync(async c =>
        {
            var fige = (MembreFige)Activator.CreateInstance(typeof(MembreFige), nonPublic: true)!;
            var entree = c.Entry(fige);
            entree.Property(f => f.Procedure).CurrentValue = _e.Marche.Procedure;
            entree.Property(f => f.Lot).CurrentValue = _e.Marche.Lot;
            entree.Property(f => f.Collectivite).CurrentValue = _e.Autre.Id;
            entree.Property(f => f.Nom).CurrentValue = "Acheteur";
            entree.Property(f => f.CleDeTri).CurrentValue = "ACHETEUR";
            if (!await c.MembresFiges.AnyAsync(f => f.Procedure == _e.Marche.Procedure && f.Collectivite == _e.Autre.Id))
            {
                entree.State = EntityState.Added;
            }
        });

        var concernes = await ConcernesAsync(nameof(Marche), _e.Marche.Id.Valeur);

        Assert.Contains(_e.Autre.Id, concernes);
        Assert.DoesNotContain(_e.Sienne.Id, concernes);
    }

    [Fact]
    public async Task Une_transmission_nee_d_une_campagne_part_aux_membres_interroges_et_sinon_a_tous()
    {
        var interroges = await LireAsync(c =>
            c.Reponses.Where(r => r.Campagne == _e.CampagneCommune).Select(r => r.Collectivite).Distinct().ToListAsync()
        );

        Assert.Equal(
            interroges.Where(i => i != _e.Commun.Coordonnateur).OrderBy(i => i.Valeur),
            (await ConcernesAsync(nameof(Campagne), _e.CampagneCommune.Valeur)).OrderBy(i => i.Valeur)
        );
        Assert.NotEmpty(await ConcernesAsync(null, null));
    }

    [Fact]
    public async Task La_lettre_d_un_membre_sans_adresse_est_un_document_de_la_bibliotheque_avec_tous_ses_recensements()
    {
        await Le<RelancerRecensements>().ExecuterAsync(_agent, maintenant: true);
        var lettre = Assert.Single(await Le<LireLettresDeRelance>().ExecuterAsync(_agent));
        Assert.Equal("Aubépine", lettre.Membre);

        var demande = new DemandeDeDocument(LettreDeRelanceDeRecensement.Nature, lettre.Collectivite.Valeur);
        var refus = await Assert.ThrowsAsync<RefusException>(() => Le<ProduireDocument>().ExecuterAsync(_agent, demande));
        Assert.Contains("adresse manquante", refus.Message, StringComparison.Ordinal);

        await EcrireAsync(async c =>
        {
            var membre = await c.Collectivites.SingleAsync(x => x.Id == lettre.Collectivite);
            membre.Modifier(membre.Identite with { Siege = new Adresse("1 place de la Mairie", null, "62000", "Aubépine") });
        });
        var id = await Le<ProduireDocument>().ExecuterAsync(_agent, demande);

        var produit = await LireAsync(c => c.DocumentsProduits.SingleAsync(d => d.Id == id));
        Assert.Equal("Aubépine", produit.NomDuDestinataire);
        Assert.All(lettre.Recensements, r => Assert.Contains(r.Intitule, produit.Donnees, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_ouverture_d_une_campagne_fait_une_lettre_au_seul_membre_sans_courriel()
    {
        await EcrireAsync(async c =>
        {
            var membre = await c.Collectivites.SingleAsync(x => x.Nom == "Aubépine");
            membre.Modifier(membre.Identite with { Siege = new Adresse("1 place de la Mairie", null, "62000", "Aubépine") });
        });

        var prets = await Le<PreparerProduction>()
            .ExecuterAsync(_agent, LettreDOuvertureDeRecensement.Nature, [_e.CampagneCommune.Valeur]);
        var id = await Le<ProduireDocument>()
            .ExecuterAsync(_agent, new DemandeDeDocument(LettreDOuvertureDeRecensement.Nature, _e.CampagneCommune.Valeur));

        Assert.Empty(Assert.Single(prets).Manquants);
        var produit = await LireAsync(c => c.DocumentsProduits.SingleAsync(d => d.Id == id));
        Assert.Equal("Aubépine", produit.NomDuDestinataire);
        Assert.Contains("Recensement commun", produit.Donnees, StringComparison.Ordinal);
        var etranger = _agent with
        {
            Perimetre = Perimetre.DuCdg(new HashSet<Domain.Groupements.GroupementId> { new(Guid.NewGuid()) }),
        };
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Le<PreparerProduction>().ExecuterAsync(etranger, LettreDOuvertureDeRecensement.Nature, [_e.CampagneCommune.Valeur])
        );
    }

    [Fact]
    public async Task La_tache_des_retours_lit_le_dossier_classe_ce_qu_elle_reconnait_et_garde_le_reste()
    {
        var envoi = await DeposerAsync(_e.Commun.Id.Valeur, "Groupement", null);
        await EcrireAsync(async c =>
            (await c.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi)).MessageId = "<essai-1@cdgmarches>"
        );
        await File.WriteAllTextAsync(
            Path.Combine(_retours, "avis.eml"),
            "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 boite inconnue\r\n\r\nMessage-ID: <essai-1@cdgmarches>\r\n"
        );
        await File.WriteAllTextAsync(Path.Combine(_retours, "absence.eml"), "Subject: Absent du bureau\r\n\r\nBonjour.\r\n");
        var tache = _app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == "courriels.retours");

        var premiere = await tache.ExecuterAsync(default);
        var seconde = await tache.ExecuterAsync(default);

        Assert.Equal("1 avis lu, 1 non reconnu.", premiere);
        Assert.Equal("0 avis lu, 0 non reconnu.", seconde);
        Assert.True(File.Exists(Path.Combine(_retours, "traites", "avis.eml")));
        Assert.True(File.Exists(Path.Combine(_retours, "non-reconnus", "absence.eml")));
        var revenu = await LireAsync(c => c.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi));
        Assert.Equal(EtatDEnvoi.Revenu, revenu.Etat);
        Assert.Contains("boite inconnue", revenu.Erreur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_avis_annuel_de_retrait_part_au_jour_regle_une_seule_fois_et_se_rattrape_dans_le_mois()
    {
        var tache = _app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == "groupements.avis-de-retrait");

        A(8, 31);
        Assert.StartsWith("Prochain avis le 1er septembre 2026", await tache.ExecuterAsync(default), StringComparison.Ordinal);
        Assert.Equal(0, await AvisAsync());

        // Late by two days: the application was stopped.
        A(9, 3);
        await tache.ExecuterAsync(default);
        var partis = await AvisAsync();
        Assert.True(partis > 0);
        await tache.ExecuterAsync(default);
        A(9, 4);
        await tache.ExecuterAsync(default);
        Assert.Equal(partis, await AvisAsync());

        A(10, 2);
        Assert.StartsWith("Prochain avis le 1er septembre 2027", await tache.ExecuterAsync(default), StringComparison.Ordinal);

        void A(int mois, int quantieme) =>
            _app.Horloge.Instant = new DateTimeOffset(2026, mois, quantieme, 8, 0, 0, TimeSpan.Zero);

        Task<int> AvisAsync() =>
            LireAsync(c => c.EnvoisDeCourriel.CountAsync(e => e.Modele == EnvoyerAvisDeRetrait.Definition.Cle));
    }

    [Fact]
    public async Task Un_membre_sans_adresse_recoit_l_avis_de_retrait_en_lettre_et_l_agent_le_sait_une_fois()
    {
        var isolee = Groupements.Exemples.UneCommune("Carency");
        isolee.Modifier(isolee.Identite with { Courriel = null, Siege = new Adresse("1 place", null, "62144", "Carency") });
        await _app.Base.SemerAsync(
            isolee,
            Domain.Groupements.Adhesion.Entrer(
                _e.Commun.Id,
                isolee.Id,
                _e.Commun.Debut,
                new Domain.Groupements.FaitsDEntree(_e.Commun.Etat, _e.Commun.Debut, null, null, [])
            )
        );
        var tache = _app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == "groupements.avis-de-retrait");
        _app.Horloge.Instant = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.EndsWith("1 lettre à imprimer.", await tache.ExecuterAsync(default), StringComparison.Ordinal);
        await tache.ExecuterAsync(default);

        var notification = await LireAsync(c =>
            c.Notifications.SingleAsync(n => n.Destinataire == _agent.Id && n.Texte.StartsWith("Avis annuel"))
        );
        Assert.Contains("1 lettre à imprimer pour Groupement commun", notification.Texte, StringComparison.Ordinal);
        Assert.Equal($"/groupements/{_e.Commun.Id.Valeur}/documents?nature={LettreDAvisDeRetrait.Nature}", notification.Lien);
        var lettres = await Le<PreparerProduction>().ExecuterAsync(_agent, LettreDAvisDeRetrait.Nature, [_e.Commun.Id.Valeur]);
        Assert.Empty(Assert.Single(lettres).Manquants);
        var id = await Le<ProduireDocument>()
            .ExecuterAsync(_agent, new DemandeDeDocument(LettreDAvisDeRetrait.Nature, _e.Commun.Id.Valeur));
        var produite = await LireAsync(c => c.DocumentsProduits.SingleAsync(d => d.Id == id));
        Assert.Equal((isolee.Id, "Carency"), (produite.Collectivite!.Value, produite.NomDuDestinataire));
        Assert.Contains("31 décembre 2026", produite.Donnees, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_repond_de_l_avis_de_retrait_a_l_agent_en_charge_du_groupement_sinon_au_cdg(bool confie)
    {
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            contexte.ReglagesGeneraux.Add(new ReglageGeneral(ReglageGeneral.CourrielDeContact, "contact@cdg.example"));
            await contexte.SaveChangesAsync();
            await contexte.Groupements.ExecuteUpdateAsync(g =>
                g.SetProperty(x => x.Responsable, (Guid?)null).SetProperty(x => x.Suppleant, confie ? _agent.Id : null)
            );
        }

        _app.Horloge.Instant = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
        await _app
            .Services.GetServices<ITachePlanifiee>()
            .Single(t => t.Nom == "groupements.avis-de-retrait")
            .ExecuterAsync(default);

        var attendue = confie
            ? await LireAsync(c => c.Users.Where(u => u.Id == _agent.Id).Select(u => u.Email).SingleAsync())
            : "contact@cdg.example";
        var adresses = await LireAsync(c =>
            c.EnvoisDeCourriel.Where(e => e.Modele == EnvoyerAvisDeRetrait.Definition.Cle).Select(e => e.RepondreA).ToListAsync()
        );
        Assert.NotEmpty(adresses);
        Assert.All(adresses, a => Assert.Equal(attendue, a));
    }

    private async Task<List<CollectiviteId>> ConcernesAsync(string? type, Guid? objet)
    {
        var transmission = Transmission.Preparer(
            _e.Commun.Id,
            new ContenuDeTransmission(
                NatureDeTransmission.Information,
                "Objet",
                "Texte",
                new DateOnly(2026, 3, 9),
                null,
                type,
                objet
            ),
            new DateOnly(2026, 3, 11),
            new DateOnly(2026, 3, 10),
            null
        );
        return await LireAsync(c => c.MembresConcernesAsync(_agent, transmission, new DateOnly(2026, 3, 10), default));
    }

    private Task<Guid> DeposerAsync(Guid objet, string type, string? modele) =>
        LireAsync(async c =>
        {
            var envoi = FileDeCourriels.Deposer(
                c,
                new Courriel("un@exemple.invalid", "Une Personne", "Information", "Texte", type, objet)
                {
                    Modele = modele,
                    Collectivite = _e.Autre.Id.Valeur,
                },
                _app.Horloge.Instant
            );
            envoi.Etat = EtatDEnvoi.Envoye;
            await c.EnregistrerAsync(_agent, _app.Horloge.Instant);
            return envoi.Id;
        });

    private Task<int> FaitesAsync() =>
        LireAsync(c => c.PreuvesDInformation.Where(p => p.ObjetId == _e.Commun.Id.Valeur).Faites(c).CountAsync());

    private Task<(DateTimeOffset?, DateTimeOffset?)> SuiviAsync(Guid envoi) =>
        LireAsync(async c =>
        {
            var lu = await c.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi);
            return (lu.LuLe, lu.ReponduLe);
        });

    private T Le<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private async Task<T> LireAsync<T>(Func<MarchesDbContext, Task<T>> lire)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await lire(contexte);
    }

    private Task EcrireAsync(Action<MarchesDbContext> ecrire) =>
        EcrireAsync(c =>
        {
            ecrire(c);
            return Task.CompletedTask;
        });

    private async Task EcrireAsync(Func<MarchesDbContext, Task> ecrire)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        await ecrire(contexte);
        await contexte.SaveChangesAsync();
    }

    private Task EtatAsync(Guid envoi, EtatDEnvoi etat) =>
        EcrireAsync(async c => (await c.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi)).Etat = etat);
}
