using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle;

/// <summary>
/// Ce que <c>EnregistrerAsync</c> promet à tout agrégat : tout changement, même d'un descendant, change la version de la
/// racine, écrit le journal et refuse la saisie périmée d'un second agent.
/// </summary>
public sealed class VersionsEtJournalTests : IAsyncLifetime
{
    private readonly string _fichier = Path.Combine(Path.GetTempPath(), $"cdgmarches-essai-{Guid.CreateVersion7():N}.db");
    private Guid _id;

    public static TheoryData<string> Changements => ["racine", "enfant retiré", "petit-enfant modifié", "fait seul"];

    public async ValueTask InitializeAsync()
    {
        await using var contexte = ContexteDEssai.Ouvrir(_fichier);
        await contexte.Database.EnsureCreatedAsync();
        var dossier = new DossierDEssai("Papier");
        dossier.AjouterVolet("A");
        dossier.AjouterVolet("B");
        dossier.Annoter("A", "première note");
        contexte.Dossiers.Add(dossier);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        _id = dossier.Id;
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_fichier);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Changements))]
    public async Task Tout_changement_avance_la_version_d_un_cran_et_laisse_sa_trace(string changement)
    {
        var (avant, lignesAvant) = await EtatAsync();

        await using (var contexte = ContexteDEssai.Ouvrir(_fichier))
        {
            var dossier = await ChargerAsync(contexte);
            Changer(dossier, changement);
            if (!dossier.ADesEvenements)
            {
                dossier.Constater();
            }

            await contexte.EnregistrerAsync(Agents.Finances, HorlogeFigee.Origine.AddHours(1));
        }

        var (apres, lignesApres) = await EtatAsync();
        Assert.Equal(avant + 1, apres);
        Assert.Equal(lignesAvant + 1, lignesApres);
        await using var lecture = ContexteDEssai.Ouvrir(_fichier);
        var trace = await lecture.Journal.OrderByDescending(l => l.Instant).FirstAsync();
        Assert.Equal(
            (nameof(DossierDEssai), _id, Agents.Finances.Nom, HorlogeFigee.Origine.AddHours(1)),
            (trace.ObjetType, trace.ObjetId, trace.Acteur, trace.Instant)
        );
    }

    [Theory]
    [MemberData(nameof(Changements))]
    public async Task Un_changement_que_la_racine_ne_signale_pas_avance_quand_meme_sa_version(string changement)
    {
        var (avant, _) = await EtatAsync();

        await using (var contexte = ContexteDEssai.Ouvrir(_fichier))
        {
            Changer(await ChargerAsync(contexte), changement);
            await contexte.EnregistrerAsync(Agents.Finances, HorlogeFigee.Origine);
        }

        Assert.Equal(avant + 1, (await EtatAsync()).Version);
    }

    [Theory]
    [MemberData(nameof(Changements))]
    public async Task La_saisie_perimee_d_un_second_agent_est_refusee_et_n_ecrit_rien(string changement)
    {
        await using var second = ContexteDEssai.Ouvrir(_fichier);
        var perime = await ChargerAsync(second);
        await using (var premier = ContexteDEssai.Ouvrir(_fichier))
        {
            Changer(await ChargerAsync(premier), changement);
            await premier.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        var (version, lignes) = await EtatAsync();
        perime.Renommer("Écrasé");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            second.EnregistrerAsync(Agents.Finances, HorlogeFigee.Origine)
        );

        Assert.Equal((version, lignes), await EtatAsync());
    }

    [Theory]
    [MemberData(nameof(Changements))]
    public async Task Une_page_qui_montre_une_vieille_version_ne_peut_pas_enregistrer(string changement)
    {
        await using (var premier = ContexteDEssai.Ouvrir(_fichier))
        {
            (await ChargerAsync(premier)).Renommer("Entre-temps");
            await premier.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        await using var contexte = ContexteDEssai.Ouvrir(_fichier);
        var dossier = await ChargerAsync(contexte);
        contexte.ExigerVersion(dossier, dossier.Version - 1);
        Changer(dossier, changement);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            contexte.EnregistrerAsync(Agents.Finances, HorlogeFigee.Origine)
        );
    }

    [Fact]
    public async Task Une_racine_supprimee_laisse_sa_trace_et_refuse_le_second_agent()
    {
        await using var second = ContexteDEssai.Ouvrir(_fichier);
        var perime = await ChargerAsync(second);
        await using (var premier = ContexteDEssai.Ouvrir(_fichier))
        {
            var dossier = await ChargerAsync(premier);
            dossier.Supprimer();
            premier.Dossiers.Remove(dossier);
            await premier.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        perime.Renommer("Fantôme");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            second.EnregistrerAsync(Agents.Finances, HorlogeFigee.Origine)
        );
        await using var lecture = ContexteDEssai.Ouvrir(_fichier);
        Assert.False(await lecture.Dossiers.AnyAsync());
        Assert.True(await lecture.Journal.AnyAsync(l => l.ObjetId == _id && l.Libelle == "Dossier supprimé"));
    }

    [Fact]
    public async Task La_suppression_d_une_racine_lue_dans_une_vieille_version_est_refusee()
    {
        await using var second = ContexteDEssai.Ouvrir(_fichier);
        var perime = await ChargerAsync(second);
        await using (var premier = ContexteDEssai.Ouvrir(_fichier))
        {
            (await ChargerAsync(premier)).Annoter("A", "note plus récente");
            await premier.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        second.Dossiers.Remove(perime);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            second.EnregistrerAsync(Agents.Finances, HorlogeFigee.Origine)
        );
    }

    [Fact]
    public async Task Lire_et_enregistrer_sans_rien_changer_n_avance_pas_la_version()
    {
        var avant = await EtatAsync();

        await using var contexte = ContexteDEssai.Ouvrir(_fichier);
        await ChargerAsync(contexte);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);

        Assert.Equal(avant, await EtatAsync());
    }

    [Fact]
    public async Task Le_contexte_de_portee_d_Identity_ecrit_dans_la_meme_base_que_la_fabrique()
    {
        await using var donnees = await BaseJetable.CreerAsync();
        await using var services = new ServiceCollection()
            .AddMarchesDatabase(Fournisseur.Sqlite, donnees.Connexion)
            .BuildServiceProvider();
        await using (var portee = services.CreateAsyncScope())
        {
            var contexte = portee.ServiceProvider.GetRequiredService<MarchesDbContext>();
            Assert.Same(contexte, portee.ServiceProvider.GetRequiredService<MarchesDbContext>());
            contexte.Users.Add(
                new Utilisateur
                {
                    Id = Guid.CreateVersion7(),
                    UserName = "essai",
                    Nom = "Essai",
                }
            );
            await contexte.SaveChangesAsync();
        }

        await using var lecture = await donnees.Fabrique.CreateDbContextAsync();
        Assert.Equal("Essai", (await lecture.Users.SingleAsync(u => u.UserName == "essai")).Nom);
    }

    private static void Changer(DossierDEssai dossier, string changement)
    {
        switch (changement)
        {
            case "racine":
                dossier.Renommer("Fournitures");
                break;
            case "enfant retiré":
                dossier.RetirerVolet("B");
                break;
            case "petit-enfant modifié":
                dossier.Annoter("A", "note corrigée");
                break;
            default:
                dossier.Constater();
                break;
        }
    }

    private Task<DossierDEssai> ChargerAsync(ContexteDEssai contexte) => contexte.Dossiers.SingleAsync(d => d.Id == _id);

    private async Task<(int Version, int Lignes)> EtatAsync()
    {
        await using var contexte = ContexteDEssai.Ouvrir(_fichier);
        return (
            await contexte.Dossiers.Where(d => d.Id == _id).Select(d => d.Version).SingleAsync(),
            await contexte.Journal.CountAsync(l => l.ObjetId == _id)
        );
    }
}
