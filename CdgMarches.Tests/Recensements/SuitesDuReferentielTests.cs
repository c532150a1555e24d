using CdgMarches.App.Collectivites;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database.Courriels;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements;

/// <summary>Ce que le recensement fait quand le référentiel change : doublons réunis, communes nouvelles ; et qui l'ouverture prévient.</summary>
public sealed class SuitesDuReferentielTests : IAsyncLifetime
{
    private BancDeRecensement _banc = null!;

    public async ValueTask InitializeAsync() => _banc = await BancDeRecensement.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task A_la_fusion_la_reponse_du_doublon_suit_et_celle_ou_rien_n_est_dit_s_efface()
    {
        var campagne = await _banc.OuvrirAsync();
        var dite = await _banc.ReponseAsync(campagne, 1);
        await _banc.SaisirAsync(_banc.Membre(1), dite.Id, 1, estime: 12);

        await RepointerAsync(de: 1, vers: 2);

        var gardee = await _banc.ReponseAsync(campagne, 2);
        Assert.Equal(dite.Id, gardee.Id);
        Assert.Equal(12_000, (await _banc.LigneAsync(gardee.Id, 1))!.EstimeMilliemes);
        Assert.Equal(0, await _banc.LireAsync(c => c.Reponses.CountAsync(r => r.Collectivite == _banc.Membres[1].Id)));
        Assert.Equal(4, await _banc.LireAsync(c => c.Reponses.CountAsync(r => r.Campagne == campagne)));
    }

    [Fact]
    public async Task Deux_reponses_dites_a_la_meme_campagne_font_refuser_la_fusion_sans_rien_changer()
    {
        var campagne = await _banc.OuvrirAsync();
        foreach (var membre in (int[])[1, 2])
        {
            var reponse = await _banc.ReponseAsync(campagne, membre);
            await _banc.SaisirAsync(_banc.Membre(membre), reponse.Id, 1, estime: 12);
        }

        var refus = await Assert.ThrowsAsync<RefusException>(() => RepointerAsync(de: 1, vers: 2));

        Assert.Contains("Recensement 2027", refus.Message, StringComparison.Ordinal);
        Assert.Equal(2, await _banc.LireAsync(c => c.Reponses.CountAsync(r => r.Collectivite == _banc.Membres[1].Id)));
    }

    [Fact]
    public async Task Une_consolidation_gelee_garde_le_doublon_sous_son_nom()
    {
        var campagne = await _banc.OuvrirAsync();
        var dite = await _banc.ReponseAsync(campagne, 1);
        await _banc.SaisirAsync(_banc.Membre(1), dite.Id, 1, estime: 12);
        await _banc.ValiderAsync(_banc.Membre(1, RoleDeMembre.Signataire), dite.Id);
        await _banc.CloreAsync();
        await _banc
            .Service<GelerConsolidation>()
            .ExecuterAsync(Agents.Gestionnaire, campagne, await _banc.VersionAsync(campagne), "Sans attendre.");
        await _banc.LireAsync(c => c.Adhesions.Where(a => a.Collectivite == _banc.Membres[1].Id).ExecuteDeleteAsync());

        await new FusionnerCollectivites(
            _banc.Base.Fabrique,
            _banc.Service<HorlogeLegale>(),
            [new FusionDesReponses(), new FusionSansToucherAuxGels()]
        ).ExecuterAsync(
            Agents.Gestionnaire,
            new FusionPreparee(
                _banc.Membres[2].Id,
                1,
                _banc.Membres[1].Id,
                1,
                new ChoixDeFusion(_banc.Membres[2].Identite, new HashSet<int>(), new HashSet<int>()),
                "Même commune."
            )
        );

        var gelee = await _banc.LireAsync(c => c.Set<ReponseGelee>().SingleAsync(r => r.Reponse == dite.Id));
        Assert.Equal((_banc.Membres[1].Id, "Membre 0002"), (gelee.Collectivite, gelee.Nom));
        Assert.Equal(dite.Id, (await _banc.ReponseAsync(campagne, 2)).Id);
    }

    [Fact]
    public async Task Une_commune_nouvelle_compare_a_ce_que_disaient_celles_qu_elle_remplace()
    {
        var passee = await _banc.OuvrirAsync();
        foreach (var (membre, quantite) in ((int, int)[])[(0, 10), (1, 5)])
        {
            var reponse = await _banc.ReponseAsync(passee, membre);
            await _banc.SaisirAsync(_banc.Membre(membre), reponse.Id, 1, 1, quantite, 100);
            await _banc.ValiderAsync(_banc.Membre(membre, RoleDeMembre.Signataire), reponse.Id);
        }

        await _banc.CloreAsync();
        _banc.Horloge.Instant = HorlogeFigee.Origine.AddDays(30);
        foreach (var remplacee in _banc.Membres.Take(2))
        {
            await new RemplacerCollectivite(_banc.Base.Fabrique, _banc.Service<HorlogeLegale>()).ExecuterAsync(
                Agents.Gestionnaire,
                remplacee.Id,
                1,
                _banc.Membres[2].Id,
                new DateOnly(2026, 4, 1),
                "Arrêté du 15 mars 2026"
            );
        }

        var nouvelle = await _banc.OuvrirAsync(precedente: passee, cloture: new DateOnly(2026, 5, 31));

        var reponseNouvelle = await _banc.ReponseAsync(nouvelle, 2);
        var grille = await _banc.Service<LireReponse>().GrilleAsync(_banc.Membre(2), reponseNouvelle.Id);
        Assert.Equal(15_000, grille!.Lignes.Single(l => l.Designation == "Papier A4").N1);
        var enTete = await _banc.Service<LireReponse>().ExecuterAsync(_banc.Membre(2), reponseNouvelle.Id);
        Assert.True(enTete!.ADesN1);
    }

    [Fact]
    public async Task L_ouverture_ecrit_aux_contacts_des_membres_dans_sa_transaction()
    {
        await _banc.LireAsync(async c =>
        {
            var fiches = await c.Collectivites.ToListAsync();
            var (avecContact, avecAdresse) = (
                fiches.Single(f => f.Id == _banc.Membres[0].Id),
                fiches.Single(f => f.Id == _banc.Membres[1].Id)
            );
            var contact = avecContact.AjouterContact(
                new CoordonneesDeContact(Civilite.Madame, "Vasseur", "Aude", "aude.vasseur@membre1.example", null)
            );
            avecContact.OuvrirMandat(
                contact.Id,
                new DonneesDeMandat(RoleDeContact.ReferentMarches, new DateOnly(2025, 1, 1), "Secrétaire")
            );
            avecContact.AjouterContact(new CoordonneesDeContact(null, "Sans Mandat", null, "autre@membre1.example", null));
            avecAdresse.Modifier(avecAdresse.Identite with { Courriel = "mairie@membre2.example" });
            return await c.SaveChangesAsync();
        });

        var campagne = await _banc.OuvrirAsync();

        var envois = await _banc.LireAsync(c => c.EnvoisDeCourriel.OrderBy(e => e.Destinataire).ToListAsync());
        Assert.Equal(["aude.vasseur@membre1.example", "mairie@membre2.example"], envois.Select(e => e.Destinataire));
        Assert.All(envois, e => Assert.Contains("31 mars 2026", e.Texte, StringComparison.Ordinal));
        Assert.All(envois, e => Assert.Equal(campagne.Valeur, e.ObjetId));
    }

    [Fact]
    public async Task Qui_repond_pour_plusieurs_recoit_un_seul_courriel_qui_les_nomme_avec_le_texte_du_CDG()
    {
        await _banc.LireAsync(async c =>
        {
            foreach (var fiche in await c.Collectivites.ToListAsync())
            {
                var contact = fiche.AjouterContact(
                    new CoordonneesDeContact(Civilite.Madame, "Leclercq", "Morgan", "morgan@boite-commune.example", null)
                );
                fiche.OuvrirMandat(
                    contact.Id,
                    new DonneesDeMandat(RoleDeContact.ReferentMarches, new DateOnly(2025, 1, 1), "Secrétaire")
                );
            }

            c.ModelesDeCourriel.Add(
                new ModeleDeCourriel(CourrielsDeRecensement.Ouverture.Cle)
                {
                    Objet = "À vous : {{campagne}}",
                    Texte = "Pour {{collectivites}}, avant le {{cloture}}.\n\n{{consigne}}\n\n{{lien}}",
                    Version = 1,
                    ModifiePar = "Agent",
                }
            );
            return await c.SaveChangesAsync();
        });

        await _banc.OuvrirAsync();

        var envoi = Assert.Single(await _banc.LireAsync(c => c.EnvoisDeCourriel.ToListAsync()));
        Assert.Equal("À vous\u00A0: Recensement 2027", envoi.Objet);
        Assert.Contains(
            "Pour Membre 0001, Membre 0002, Membre 0003, avant le 31 mars 2026.",
            envoi.Texte,
            StringComparison.Ordinal
        );
        Assert.Contains("/espace", envoi.Texte, StringComparison.Ordinal);
        Assert.Equal(CourrielsDeRecensement.Ouverture.Cle, envoi.Modele);
        Assert.NotNull(envoi.Html);
    }

    [Fact]
    public async Task Une_ouverture_refusee_n_ecrit_a_personne()
    {
        var campagne = await _banc.PreparerAsync();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            _banc.Service<OuvrirCampagne>().ExecuterAsync(Agents.Gestionnaire, campagne, versionLue: 99)
        );

        Assert.Equal(0, await _banc.LireAsync(c => c.EnvoisDeCourriel.CountAsync()));
    }

    private async Task RepointerAsync(int de, int vers)
    {
        await using var contexte = await _banc.Base.Fabrique.CreateDbContextAsync();
        await contexte.EnTransactionAsync(jeton =>
            new FusionDesReponses().RepointerAsync(contexte, _banc.Membres[de].Id, _banc.Membres[vers].Id, jeton)
        );
    }
}
