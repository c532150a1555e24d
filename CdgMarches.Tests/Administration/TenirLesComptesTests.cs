using CdgMarches.App.Administration;
using CdgMarches.App.Socle;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Administration;

/// <summary>Les cas d'usage des comptes, sur une vraie base, avec des acteurs lus comme en production.</summary>
public sealed class TenirLesComptesTests : IAsyncLifetime
{
    private static readonly HashSet<RoleCdg> Gestion = [RoleCdg.Gestionnaire];
    private ApplicationEnMarche _app = null!;
    private AsyncServiceScope _portee;
    private Collectivite _une = null!;
    private Collectivite _autre = null!;

    private DateOnly Aujourdhui => DateOnly.FromDateTime(_app.Horloge.Instant.UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _portee = _app.Services.CreateAsyncScope();
        _une = Exemples.UneCommune("Aubépine");
        _autre = Exemples.UneCommune("Bruyère");
        await _app.Base.SemerAsync(_une, _autre);
    }

    public async ValueTask DisposeAsync()
    {
        await _portee.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Creer_un_compte_envoie_l_invitation_et_ecrit_le_journal()
    {
        var administrateur = await AdministrateurAsync();

        var id = await Service<CreerCompte>()
            .ExecuterAsync(administrateur, Nouveau("Jean-Luc Le Goff", "jl.legoff@cdg.example", Gestion));

        var compte = await CompteAsync(id);
        Assert.Equal("jean-luc.legoff", compte.UserName);
        Assert.Null(compte.PasswordHash);
        var courriel = Assert.Single(await _app.CourrielsAsync("jl.legoff@cdg.example"));
        Assert.Contains("/compte/invitation/", courriel, StringComparison.Ordinal);
        Assert.Contains("jean-luc.legoff", courriel, StringComparison.Ordinal);
        Assert.Equal(["CompteCree", "InvitationEnvoyee"], await JournalAsync(id));
    }

    [Fact]
    public async Task Deux_homonymes_recoivent_deux_identifiants()
    {
        var administrateur = await AdministrateurAsync();

        var premier = await Service<CreerCompte>().ExecuterAsync(administrateur, Nouveau("Léa Roux", "lea@cdg.example", Gestion));
        var second = await Service<CreerCompte>().ExecuterAsync(administrateur, Nouveau("Léa Roux", "lea@cdg.example", Gestion));

        Assert.Equal("lea.roux", (await CompteAsync(premier)).UserName);
        Assert.Equal("lea.roux2", (await CompteAsync(second)).UserName);
    }

    [Fact]
    public async Task Un_identifiant_pris_est_refuse_et_rien_n_est_ecrit()
    {
        var administrateur = await AdministrateurAsync();
        var pris = await _app.Comptes.AgentAsync(RoleCdg.Lecture);

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            Service<CreerCompte>()
                .ExecuterAsync(
                    administrateur,
                    Nouveau("Autre Personne", "autre@cdg.example", Gestion) with
                    {
                        Identifiant = pris.Identifiant,
                    }
                )
        );

        Assert.Contains("est déjà pris", refus.Message, StringComparison.Ordinal);
        Assert.Empty(await _app.CourrielsAsync("autre@cdg.example"));
    }

    [Fact]
    public async Task Un_compte_n_est_pas_a_la_fois_du_cdg_et_d_un_membre()
    {
        var administrateur = await AdministrateurAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Service<CreerCompte>()
                .ExecuterAsync(
                    administrateur,
                    Nouveau("Les Deux", "deux@cdg.example", Gestion) with
                    {
                        Rattachement = Rattachement(_une.Id),
                    }
                )
        );

        Assert.IsType<CompteDuCdgOuDeMembre>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Le_dernier_administrateur_ne_se_ferme_pas_et_garde_son_role()
    {
        var administrateur = await AdministrateurAsync();
        var dernier = await SeulAdministrateurAsync();

        var fermer = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Service<FermerCompte>().ExecuterAsync(administrateur, dernier, "départ")
        );
        var retirer = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await Service<ModifierRoles>()
                .ExecuterAsync(
                    administrateur,
                    dernier,
                    (await CompteAsync(dernier)).ConcurrencyStamp,
                    Gestion,
                    new HashSet<GroupementId>()
                )
        );

        Assert.IsType<UnAdministrateurReste>(Assert.Single(fermer.Obstacles));
        Assert.IsType<UnAdministrateurReste>(Assert.Single(retirer.Obstacles));
        Assert.True((await CompteAsync(dernier)).EstActif);
        var autre = await _app.Comptes.AgentAsync(RoleCdg.Administrateur);
        await Service<FermerCompte>().ExecuterAsync(await ActeurAsync(autre), dernier, "départ");
        Assert.False((await CompteAsync(dernier)).EstActif);
    }

    [Fact]
    public async Task Un_administrateur_ferme_ne_compte_pas_comme_un_autre()
    {
        var administrateur = await AdministrateurAsync();
        var dernier = await SeulAdministrateurAsync();
        var ferme = await _app.Comptes.AgentAsync(RoleCdg.Administrateur);
        await _app.Comptes.FermerAsync(ferme);

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Service<FermerCompte>().ExecuterAsync(administrateur, dernier, "départ")
        );
    }

    [Fact]
    public async Task Devenir_administrateur_oblige_a_choisir_un_mot_de_passe_plus_long()
    {
        var administrateur = await AdministrateurAsync();
        var compte = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var avant = await CompteAsync(compte.Id);

        await Service<ModifierRoles>()
            .ExecuterAsync(
                administrateur,
                compte.Id,
                avant.ConcurrencyStamp,
                new HashSet<RoleCdg> { RoleCdg.Administrateur },
                new HashSet<GroupementId>()
            );

        var apres = await CompteAsync(compte.Id);
        Assert.Null(apres.PasswordHash);
        Assert.NotEqual(avant.SecurityStamp, apres.SecurityStamp);
        Assert.Single(await _app.CourrielsAsync(compte.Courriel));
    }

    [Fact]
    public async Task Deux_administrateurs_ne_s_ecrasent_pas()
    {
        var administrateur = await AdministrateurAsync();
        var compte = await _app.Comptes.AgentAsync(RoleCdg.Lecture);
        var vue = (await CompteAsync(compte.Id)).ConcurrencyStamp;
        var identite = new IdentiteDeCompte("Premier Nom", compte.Courriel, null);
        await Service<ModifierIdentite>().ExecuterAsync(administrateur, compte.Id, vue, identite);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            Service<ModifierIdentite>().ExecuterAsync(administrateur, compte.Id, vue, identite with { Nom = "Second Nom" })
        );

        Assert.Equal("Premier Nom", (await CompteAsync(compte.Id)).Nom);
    }

    [Fact]
    public async Task Retirer_un_droit_ou_fermer_un_compte_s_applique_dans_les_dix_secondes()
    {
        var administrateur = await AdministrateurAsync();
        var compte = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        Assert.True((await ActeurAsync(compte)).Peut(Droits.GererGroupements));

        await Service<ModifierRoles>()
            .ExecuterAsync(
                administrateur,
                compte.Id,
                (await CompteAsync(compte.Id)).ConcurrencyStamp,
                new HashSet<RoleCdg> { RoleCdg.Lecture },
                new HashSet<GroupementId>()
            );
        Assert.False((await ActeurAsync(compte)).Peut(Droits.GererGroupements));
        await Service<FermerCompte>().ExecuterAsync(administrateur, compte.Id, "départ");

        Assert.Null(await Service<LireActeur>().ExecuterAsync(compte.Id));
    }

    [Fact]
    public async Task Qui_tient_sa_collectivite_ne_voit_que_ses_utilisateurs()
    {
        var gerant = await GerantAsync();
        var sien = await _app.Comptes.MembreAsync(_une.Id);
        var etranger = await _app.Comptes.MembreAsync(_autre.Id);
        var agent = await _app.Comptes.AgentAsync(RoleCdg.Lecture);

        var vus = await Service<LireComptes>().ExecuterAsync(gerant, new Demande());

        Assert.Contains(vus.Elements, c => c.Id == sien.Id);
        Assert.DoesNotContain(vus.Elements, c => c.Id == etranger.Id || c.Id == agent.Id);
        Assert.Null(await Service<LireFicheDeCompte>().ExecuterAsync(gerant, etranger.Id));
        Assert.Null(await Service<LireFicheDeCompte>().ExecuterAsync(gerant, agent.Id));
    }

    [Fact]
    public async Task Qui_tient_sa_collectivite_n_agit_pas_au_dela()
    {
        var gerant = await GerantAsync();
        var etranger = await _app.Comptes.MembreAsync(_autre.Id);
        var sien = await _app.Comptes.MembreAsync(_une.Id);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var lien = await contexte.Rattachements.SingleAsync(r => r.Utilisateur == etranger.Id);

        await RefuseAsync(() => Service<InviterCompte>().ExecuterAsync(gerant, etranger.Id));
        await RefuseAsync(() => Service<DeverrouillerCompte>().ExecuterAsync(gerant, etranger.Id));
        await RefuseAsync(() => Service<FermerCompte>().ExecuterAsync(gerant, sien.Id, "départ"));
        await RefuseAsync(() => Service<RattacherUtilisateur>().ExecuterAsync(gerant, sien.Id, Rattachement(_autre.Id)));
        await RefuseAsync(() => Service<RattacherUtilisateur>().ExecuterAsync(gerant, etranger.Id, Rattachement(_une.Id)));
        await RefuseAsync(() =>
            Service<ModifierRattachement>().ExecuterAsync(gerant, lien.Id, RoleDeMembre.Signataire, true, null)
        );
        await RefuseAsync(() =>
            Service<CreerCompte>().ExecuterAsync(gerant, Nouveau("Intrus", "intrus@mairie.example", Gestion))
        );
        await RefuseAsync(() =>
            Service<CreerCompte>()
                .ExecuterAsync(
                    gerant,
                    Nouveau("Intrus", "intrus@mairie.example", null) with
                    {
                        Rattachement = Rattachement(_autre.Id),
                    }
                )
        );
        await RefuseAsync(() => Service<LireJournal>().ExecuterAsync(gerant, new Demande()));
    }

    [Fact]
    public async Task Le_courriel_d_un_compte_qui_sert_ailleurs_ne_se_change_pas_d_ici()
    {
        var gerant = await GerantAsync();
        var partage = await _app.Comptes.MembreAsync(_une.Id);
        await _app.Comptes.RattacherAsync(partage, _autre.Id);

        var fiche = await Service<LireFicheDeCompte>().ExecuterAsync(gerant, partage.Id);
        await Assert.ThrowsAsync<RefusException>(() =>
            Service<ModifierIdentite>()
                .ExecuterAsync(gerant, partage.Id, fiche!.Version, new IdentiteDeCompte("Pris", "pris@mairie.example", null))
        );

        Assert.False(fiche!.IdentiteModifiable);
        Assert.Equal(_une.Id, Assert.Single(fiche.Rattachements).Collectivite);
        Assert.Equal(partage.Courriel, (await CompteAsync(partage.Id)).Email);
    }

    [Fact]
    public async Task Un_rattachement_fini_ne_donne_plus_rien_le_lendemain()
    {
        var gerant = await GerantAsync();
        var compte = await _app.Comptes.MembreAsync(_une.Id);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var lien = await contexte.Rattachements.SingleAsync(r => r.Utilisateur == compte.Id);

        await Service<ModifierRattachement>().ExecuterAsync(gerant, lien.Id, RoleDeMembre.Referent, false, Aujourdhui);

        Assert.True((await ActeurAsync(compte)).Perimetre.Comprend(_une.Id));
        _app.Horloge.Instant += TimeSpan.FromDays(1);
        _app.Oublier(compte);
        Assert.False((await ActeurAsync(compte)).Perimetre.Comprend(_une.Id));
    }

    [Fact]
    public async Task Le_dernier_qui_gere_les_comptes_d_une_commune_ne_s_en_retire_pas()
    {
        var compte = await _app.Comptes.MembreAsync(_une.Id, administrateur: true);
        var gerant = await ActeurAsync(compte);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var lien = await contexte.Rattachements.SingleAsync(r => r.Utilisateur == compte.Id);

        foreach (var (gere, fin) in new[] { (false, (DateOnly?)null), (true, Aujourdhui.AddDays(5)) })
        {
            var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
                Service<ModifierRattachement>().ExecuterAsync(gerant, lien.Id, RoleDeMembre.Referent, gere, fin)
            );
            Assert.Contains(
                "demandez au centre de gestion",
                Assert.Single(refus.Obstacles).Message,
                StringComparison.OrdinalIgnoreCase
            );
        }

        // A closed account does not manage anything any more.
        var ferme = await _app.Comptes.MembreAsync(_une.Id, administrateur: true);
        await _app.Comptes.FermerAsync(ferme);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Service<ModifierRattachement>().ExecuterAsync(gerant, lien.Id, RoleDeMembre.Referent, false, null)
        );

        await _app.Comptes.MembreAsync(_une.Id, administrateur: true);
        await Service<ModifierRattachement>().ExecuterAsync(gerant, lien.Id, RoleDeMembre.Referent, false, null);
        Assert.DoesNotContain(_une.Id, (await ActeurAsync(compte)).Perimetre.Administrees);
    }

    [Fact]
    public async Task Deux_rattachements_a_la_meme_collectivite_ne_se_recouvrent_pas()
    {
        var administrateur = await AdministrateurAsync();
        var compte = await _app.Comptes.MembreAsync(_une.Id);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Service<RattacherUtilisateur>().ExecuterAsync(administrateur, compte.Id, Rattachement(_une.Id))
        );

        Assert.IsType<RattachementUnique>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Le_journal_se_filtre_par_jour_du_cdg_et_se_cherche_sans_joker()
    {
        var administrateur = await AdministrateurAsync();
        _app.Horloge.Instant = new DateTimeOffset(2026, 3, 9, 23, 30, 0, TimeSpan.Zero);
        await Service<CreerCompte>().ExecuterAsync(administrateur, Nouveau("Tom 100%", "tom@cdg.example", Gestion));
        var filtres = new Dictionary<string, string> { ["du"] = "2026-03-10", ["au"] = "2026-03-10" };

        var duJour = await Service<LireJournal>().ExecuterAsync(administrateur, new Demande(Filtres: filtres, Recherche: "100%"));
        var deLaVeille = await Service<LireJournal>()
            .ExecuterAsync(administrateur, new Demande(Filtres: new Dictionary<string, string> { ["au"] = "2026-03-09" }));
        var joker = await Service<LireJournal>().ExecuterAsync(administrateur, new Demande(Recherche: "T%m"));

        Assert.Equal(2, duJour.Total);
        Assert.Equal(0, deLaVeille.Total);
        Assert.Equal(0, joker.Total);
    }

    private T Service<T>()
        where T : notnull => _portee.ServiceProvider.GetRequiredService<T>();

    private async Task<Acteur> AdministrateurAsync()
    {
        var id = await SeulAdministrateurAsync();
        return (await Service<LireActeur>().ExecuterAsync(id))!;
    }

    /// <summary>Celui que l'application d'essai crée toujours.</summary>
    private async Task<Guid> SeulAdministrateurAsync()
    {
        var role = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte.UserRoles.Where(r => r.RoleId == role).Select(r => r.UserId).FirstAsync();
    }

    private async Task<Acteur> GerantAsync() => await ActeurAsync(await _app.Comptes.MembreAsync(_une.Id, administrateur: true));

    private async Task<Acteur> ActeurAsync(CompteDEssai compte) => (await Service<LireActeur>().ExecuterAsync(compte.Id))!;

    private async Task<Utilisateur> CompteAsync(Guid id)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte.Users.AsNoTracking().SingleAsync(u => u.Id == id);
    }

    private async Task<List<string>> JournalAsync(Guid compte)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte
            .Journal.Where(l => l.ObjetId == compte)
            .OrderBy(l => l.Evenement)
            .Select(l => l.Evenement)
            .ToListAsync();
    }

    private static Task<DroitManquantException> RefuseAsync(Func<Task> action) =>
        Assert.ThrowsAsync<DroitManquantException>(action);

    private static NouveauCompte Nouveau(string nom, string courriel, IReadOnlySet<RoleCdg>? roles) =>
        new(new IdentiteDeCompte(nom, courriel, null), null, roles ?? new HashSet<RoleCdg>(), new HashSet<GroupementId>(), null);

    private NouveauRattachement Rattachement(CollectiviteId collectivite) =>
        new(collectivite, RoleDeMembre.Referent, EstAdministrateur: false, Aujourdhui, null);
}
