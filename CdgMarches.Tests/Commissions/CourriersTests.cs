using CdgMarches.App.Commissions;
using CdgMarches.App.Commissions.Papiers;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

/// <summary>Ceux qui n'ont pas de courriel, ceux dont le courriel revient, ceux que l'on désigne ou invite après l'envoi.</summary>
public sealed class CourriersTests : IAsyncLifetime
{
    private static readonly Acteur Agent = BancDesCommissions.Agent;
    private BancDesCommissions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesCommissions.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Sans_courriel_la_lettre_se_produit_et_l_appel_attend_que_son_envoi_soit_constate()
    {
        await SansCourrielAsync("T. Calais", "1 place d'Armes\n62100 Calais");
        var id = await _banc.ProgrammerAsync();
        var phrase = await _banc
            .Le<ConvoquerSeance>()
            .ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);
        Assert.Contains("1 courrier à imprimer", phrase, StringComparison.Ordinal);
        await _banc.LaisserPartirAsync();
        var convocation = (await SuiviAsync(id, "T. Calais")).Convocation;
        Assert.Equal(CanalDeConvocation.Courrier, convocation.Canal);

        var lettre = await ProduireAsync(PapierDeConvocation.Nature, id, convocation.Personne);
        foreach (
            var attendu in (string[])
                [
                    "T. Calais",
                    "1 place d'Armes",
                    "lundi 16 mars 2026",
                    "14\u00a0h\u00a000",
                    "Salle des délibérations",
                    "Lot 1 — Actes",
                    "titulaire pour Calais",
                    "Aucun pouvoir ne peut être donné",
                ]
        )
        {
            Assert.Contains(attendu, lettre, StringComparison.Ordinal);
        }

        AllerALaSeance();
        Assert.Contains("T. Calais", await RefusDeLAppelAsync<ConvocationsAdressees>(id), StringComparison.Ordinal);
        await _banc
            .Le<SuivreConvocations>()
            .AdresserAsync(Agent, convocation.Id, CanalDeConvocation.MainPropre, _banc.Jour, "Remise à M. Dupont", Annulation);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.OuvreLAppel(), Annulation);
        Assert.Equal("Remise à M. Dupont", (await SuiviAsync(id, "T. Calais")).Convocation.Preuve);
    }

    [Fact]
    public async Task Un_courriel_qui_revient_rouvre_le_devoir_et_empeche_l_appel()
    {
        var id = await _banc.ConvoquerAsync();
        var suivi = await SuiviAsync(id, "T. Béthune");
        await new SignalerRetour(
            _banc.Socle.Base.Fabrique,
            [_banc.Le<IAuRetourDUnCourriel>()],
            _banc.Le<HorlogeLegale>()
        ).ExecuterAsync(
            Agents.Gestionnaire with
            {
                Id = Guid.Empty,
            },
            suivi.Convocation.Envoi!.Value,
            "550 boîte inconnue",
            Annulation
        );
        var revenue = await SuiviAsync(id, "T. Béthune");
        Assert.True(revenue.Convocation.EstRejetee);
        Assert.Contains("550 boîte inconnue", revenue.Echec, StringComparison.Ordinal);
        Assert.Null(revenue.AdresseeLe);
        var cartes = await new SeancesATraiter(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>()).ExecuterAsync(
            Agent,
            Annulation
        );
        Assert.Equal(1, cartes.Single(c => c.Titre == "Convocations à adresser").Nombre);

        AllerALaSeance();
        Assert.Contains("T. Béthune", await RefusDeLAppelAsync<ConvocationsAdressees>(id), StringComparison.Ordinal);

        // Sent again on the day of the meeting: addressed, but late for that person alone.
        await _banc.Le<ConvoquerSeance>().RenvoyerAsync(Agent, revenue.Convocation.Id, Annulation);
        await _banc.LaisserPartirAsync();
        Assert.Contains("T. Béthune", await RefusDeLAppelAsync<ConvocationsATemps>(id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EtatDEnvoi.EnFile)]
    [InlineData(EtatDEnvoi.EnCours)]
    [InlineData(EtatDEnvoi.AVerifier)]
    [InlineData(EtatDEnvoi.Echoue)]
    [InlineData(EtatDEnvoi.Revenu)]
    public async Task Un_courriel_dont_le_depart_n_est_pas_prouve_n_est_pas_adresse(EtatDEnvoi etat)
    {
        var id = await _banc.ConvoquerAsync();
        var envoi = (await SuiviAsync(id, "T. Arras")).Convocation.Envoi;
        await using (var contexte = await _banc.OuvrirAsync())
        {
            await contexte
                .EnvoisDeCourriel.Where(e => e.Id == envoi)
                .ExecuteUpdateAsync(
                    e =>
                        e.SetProperty(x => x.Etat, etat)
                            .SetProperty(x => x.EnvoyeLe, (DateTimeOffset?)null)
                            .SetProperty(x => x.Erreur, (string?)null),
                    Annulation
                );
        }

        var suivi = await SuiviAsync(id, "T. Arras");
        Assert.Null(suivi.AdresseeLe);
        Assert.False(suivi.EstReguliere);
        Assert.Equal(etat is EtatDEnvoi.EnFile or EtatDEnvoi.EnCours, suivi.Echec is null);
        AllerALaSeance();
        Assert.Contains("T. Arras", await RefusDeLAppelAsync<ConvocationsAdressees>(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_successeur_designe_apres_l_envoi_est_convoque_seul_et_l_appel_s_ouvre()
    {
        var id = await _banc.ConvoquerAsync(new DateOnly(2026, 3, 20));
        await SuccederAsync("T. Calais", "Nouvelle élue", new DateOnly(2026, 3, 12));
        var fiche = await _banc.FicheAsync(id);
        Assert.Equal("Nouvelle élue", Assert.Single(fiche.SansConvocation).Nom);
        Assert.True(fiche.PeutCompleter.EstFavorable);
        var phrase = await _banc.Le<ConvoquerSeance>().CompleterAsync(Agent, id, fiche.Version, null, Annulation);
        Assert.StartsWith("1 personne convoquée", phrase, StringComparison.Ordinal);
        await _banc.LaisserPartirAsync();
        fiche = await _banc.FicheAsync(id);
        Assert.Empty(fiche.SansConvocation);
        Assert.Equal(1, fiche.Seance.NumeroDeConvocation);
        Assert.NotEmpty(await _banc.JetonAsync("Nouvelle élue"));
        _banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 20, 13, 0, 0, TimeSpan.Zero);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.OuvreLAppel(), Annulation);
    }

    [Fact]
    public async Task Le_successeur_designe_la_veille_bloque_l_appel_et_ne_se_convoque_plus_a_temps()
    {
        var id = await _banc.ConvoquerAsync();
        await SuccederAsync("T. Calais", "Nouvelle élue", _banc.JourDeSeance);
        AllerALaSeance();
        Assert.Contains("Nouvelle élue", await RefusDeLAppelAsync<ConvocationsAdressees>(id), StringComparison.Ordinal);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await _banc.Le<ConvoquerSeance>().CompleterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation)
        );
        Assert.IsType<ConvocationDansLeDelai>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Un_invite_de_derniere_heure_se_convoque_et_l_ouverture_en_dit_la_raison()
    {
        var id = await _banc.ConvoquerAsync();
        AllerALaSeance();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var comptable = (await contexte.Commissions.SingleAsync(Annulation)).Consultatifs[0].Id;
            await _banc
                .Le<ModifierOrdreDuJour>()
                .ExecuterAsync(
                    Agent,
                    id,
                    (await _banc.FicheAsync(id)).Version,
                    new ChangementDOrdreDuJour.Invite(comptable),
                    Annulation
                );
        }

        await RefusDeLAppelAsync<ConvocationsAdressees>(id);
        await _banc.Le<ConvoquerSeance>().CompleterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);
        await _banc.LaisserPartirAsync();
        var conduire = _banc.Le<ConduireSeance>();
        await conduire.ExecuterAsync(Agent, id, new GesteDeSeance.OuvreLAppel(), Annulation);
        await _banc.CocherAsync(id, 3);
        var direct = (await _banc.Le<LireDirect>().ExecuterAsync(Agent, id, Annulation))!;
        Assert.IsType<InvitesConvoquesATemps>(Assert.Single(direct.PeutOuvrir.Avertissements));
        await conduire.ExecuterAsync(Agent, id, new GesteDeSeance.Ouvre("Comptable saisi le matin"), Annulation);
        Assert.Equal("Comptable saisi le matin", (await _banc.FicheAsync(id)).Seance.MotifDOuverture);
    }

    [Fact]
    public async Task La_rectificative_par_courrier_dit_ses_differences_et_demande_un_nouveau_delai()
    {
        await SansCourrielAsync("S. Arras", "5 rue des Juges\n62000 Arras");
        var id = await _banc.ConvoquerAsync(new DateOnly(2026, 3, 18));
        await _banc.AjouterPointAsync(id, "Lot 2 — Flux");
        await _banc
            .Le<ModifierSeance>()
            .ExecuterAsync(
                Agent,
                id,
                (await _banc.FicheAsync(id)).Version,
                new DonneesDeSeance(new(2026, 3, 19), new(9, 30), ModeDeReunion.Presentiel, "Mairie d'Arras", null),
                null,
                Annulation
            );
        _banc.Socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(4);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation)
        );
        Assert.IsType<ConvocationDansLeDelai>(Assert.Single(refus.Obstacles));
        _banc.Socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(3);
        await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);

        var lettre = await ProduireAsync(PapierDeConvocation.Nature, id, (await SuiviAsync(id, "S. Arras")).Convocation.Personne);
        foreach (
            var attendu in (string[])
                [
                    "Cette convocation remplace la précédente",
                    "Point ajouté : Lot 2 — Flux",
                    "se tiendra jeudi 19 mars 2026",
                    "Mairie d'Arras",
                    "suppléant pour Arras",
                ]
        )
        {
            Assert.Contains(attendu, lettre, StringComparison.Ordinal);
        }

        await using var contexte = await _banc.OuvrirAsync();
        var courriel = await contexte.EnvoisDeCourriel.FirstAsync(e => e.Modele == "commission.rectificative", Annulation);
        Assert.Contains("Point ajouté : Lot 2 — Flux", courriel.Texte, StringComparison.Ordinal);
        Assert.Contains("Mairie d'Arras", courriel.Ics, StringComparison.Ordinal);
    }

    private void AllerALaSeance() => _banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 16, 13, 0, 0, TimeSpan.Zero);

    private async Task<SuiviDeConvocation> SuiviAsync(SeanceId id, string nom) =>
        (await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Nom == nom);

    private async Task<string> RefusDeLAppelAsync<TRegle>(SeanceId id)
        where TRegle : IRegle
    {
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.OuvreLAppel(), Annulation)
        );
        return Assert.IsType<TRegle>(Assert.Single(refus.Obstacles)).Message;
    }

    private async Task<string> ProduireAsync(string nature, SeanceId id, Guid destinataire)
    {
        var produit = await _banc
            .Le<ProduireDocument>()
            .ExecuterAsync(Agent, new DemandeDeDocument(nature, id.Valeur) { Destinataire = destinataire }, Annulation);
        var (_, piece) = (await _banc.Le<LireDocumentsProduits>().UnAsync(Agent, produit, Annulation))!.Value;
        await using var contenu = _banc.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var copie = new MemoryStream();
        await contenu.CopyToAsync(copie, Annulation);
        return WordDEssai.Lire(copie.ToArray());
    }

    private Task SansCourrielAsync(string nom, string adresse) =>
        SurLaCommissionAsync(c =>
        {
            var d = c.Designations.First(x => x.Nom == nom);
            c.CorrigerDesignation(
                d.Id,
                new DonneesDeDesignation(d.Rang, d.Nom, d.Fonction, null, adresse, d.Du, eluParmiSaCao: true)
            );
        });

    private Task SuccederAsync(string ancien, string nom, DateOnly du) =>
        SurLaCommissionAsync(c =>
        {
            var sortant = c.Designations.First(d => d.Nom == ancien);
            c.CorrigerDesignation(
                sortant.Id,
                UneCommission.Designe(QualiteEnSeance.Titulaire, sortant.Nom, au: du.AddDays(-1), elu: true)
            );
            c.Designer(sortant.Siege, UneCommission.Designe(QualiteEnSeance.Titulaire, nom, du: du, elu: true));
        });

    private async Task SurLaCommissionAsync(Action<Commission> changer)
    {
        await using var contexte = await _banc.OuvrirAsync();
        changer(await contexte.Commissions.SingleAsync(Annulation));
        await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
    }
}
