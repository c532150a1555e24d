using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Courriels;
using CdgMarches.App.Marches;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Ce qu'un retour rouvre, ce qu'un bouton enregistre, à qui une transmission part, et les lettres de ceux sans adresse.</summary>
public sealed class SuitesDesCourrielsTests : EssaiDesSuites
{
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
        Assert.Equal("Commune d'Aubépine", produit.NomDuDestinataire);
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
        Assert.Equal("Commune d'Aubépine", produit.NomDuDestinataire);
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
}
