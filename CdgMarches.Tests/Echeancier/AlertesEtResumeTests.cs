using CdgMarches.App.Echeancier;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Echeancier;

/// <summary>Ce qu'un agent lit de l'échéancier dans ses courriels et ses notifications : de qui il s'agit, et où l'ouvrir.</summary>
public sealed class AlertesEtResumeTests : IAsyncLifetime
{
    private static readonly DateOnly Jour = Horloges.Jour;

    private ApplicationEnMarche _app = null!;
    private Echantillons _e = null!;
    private Acteur _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _e = await Echantillons.PreparerAsync(_app);
        _agent = (
            await _app
                .Services.GetRequiredService<LireActeur>()
                .ExecuterAsync((await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)).Id)
        )!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Une_alerte_dit_de_qui_est_l_echeance_et_mene_a_elle_par_courriel_et_par_notification()
    {
        await SeuleAsync(await DossierAsync(Jour.AddDays(30)));

        await ExecuterAsync("echeancier.alertes");

        var adresse = $"/groupements/{_e.Reserve.Id.Valeur}/adhesions/{_e.DossierReserve.Id.Valeur}";
        var courriel = await TexteAsync("alertes/");
        Assert.Contains(
            $"— 09/04/2026 (dans 30 jours) : Dossier d'adhésion complet — {_e.Autre.Nom}, {_e.Reserve.Nom}\n",
            courriel,
            StringComparison.Ordinal
        );
        Assert.Contains(adresse, courriel, StringComparison.Ordinal);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var notification = await contexte.Notifications.SingleAsync(n =>
            n.Destinataire == _agent.Id && n.Texte.StartsWith("Dossier")
        );
        Assert.Equal(adresse, notification.Lien);
        Assert.Contains(_e.Autre.Nom, notification.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_resume_montre_la_semaine_a_venir_et_ce_qui_vient_de_passer_les_anciennes_en_une_ligne()
    {
        await SeuleAsync(await DossierAsync(Jour.AddDays(5)));
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            for (var i = 0; i < 13; i++)
            {
                Ajouter(contexte, $"ancienne/{i}", Jour.AddDays(-40 - i), "Vieille date");
            }

            Ajouter(contexte, "recente", Jour.AddDays(-2), "Tout juste dépassée");
            Ajouter(contexte, "lointaine", Jour.AddDays(8), "Pas encore");
            await contexte.SaveChangesAsync();
        }

        await ExecuterAsync("agents.resume");

        var courriel = await TexteAsync("resume/");
        var (venir, passee) = (
            courriel.IndexOf("(dans 5 jours) : Dossier d'adhésion complet", StringComparison.Ordinal),
            courriel.IndexOf("(il y a 2 jours) : Tout juste dépassée", StringComparison.Ordinal)
        );
        Assert.True(venir > 0 && passee > venir, courriel);
        Assert.Contains("— et 13 plus anciennes, encore à accomplir : ", courriel, StringComparison.Ordinal);
        Assert.Contains("/echeancier?etat=retard", courriel, StringComparison.Ordinal);
        Assert.DoesNotContain("Vieille date", courriel, StringComparison.Ordinal);
        Assert.DoesNotContain("Pas encore", courriel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_nombre_du_resume_la_carte_et_la_liste_que_le_lien_ouvre_s_accordent()
    {
        await SeuleAsync(Guid.NewGuid());
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            for (var i = 0; i < 5; i++)
            {
                Ajouter(contexte, $"ancienne/{i}", Jour.AddDays(-40 - i), "Vieille date");
                Ajouter(contexte, $"ailleurs/{i}", Jour.AddDays(-40 - i), "À un autre")
                    .Property(e => e.Responsable)
                    .CurrentValue = Guid.NewGuid();
            }

            Ajouter(contexte, "recente", Jour.AddDays(-2), "Tout juste dépassée");
            await contexte.SaveChangesAsync();
        }

        await ExecuterAsync("agents.resume");

        var courriel = await TexteAsync("resume/");
        Assert.Contains("Échéances dépassées : 6", courriel, StringComparison.Ordinal);
        Assert.Contains("— et 5 plus anciennes, encore à accomplir : ", courriel, StringComparison.Ordinal);
        Assert.Contains(
            $"/echeancier?etat=retard&au={Jour.AddDays(-8):yyyy-MM-dd}&miennes=ou-sans-agent",
            courriel,
            StringComparison.Ordinal
        );
        Assert.Equal(
            5,
            await ComptesAsync(("etat", "retard"), ("au", $"{Jour.AddDays(-8):yyyy-MM-dd}"), ("miennes", "ou-sans-agent"))
        );
        Assert.Equal(6, await ComptesAsync(("etat", "retard"), ("miennes", "ou-sans-agent")));
        Assert.Equal(11, await ComptesAsync(("etat", "retard")));
    }

    [Fact]
    public async Task Chaque_type_date_a_un_nom_dans_le_filtre_et_une_page()
    {
        var types = await _app.Services.GetRequiredService<LireEcheancier>().TypesAsync(_agent);
        var adresses = _app.Services.GetRequiredService<AdressesDesObjets>();

        Assert.Superset(
            new HashSet<string>
            {
                "Marché",
                "Convention d'accès",
                "Séance",
                "Dossier d'adhésion",
                "Fenêtre d'adhésion",
                "Demande d'assistance",
                "Dissolution",
            },
            types.Select(t => t.Nom).ToHashSet()
        );
        Assert.DoesNotContain(types, t => t.Type is nameof(Litige) or nameof(Incident));
        Assert.All(types, t => Assert.DoesNotMatch("[a-z][A-Z]", t.Nom));
        // A delegation is read on the file of its collectivité, which its own date gives.
        Assert.All(
            types.Where(t => t.Type != "Delegation"),
            t => Assert.NotNull(adresses.De(t.Type, Guid.NewGuid(), Guid.NewGuid()))
        );
    }

    [Fact]
    public async Task Chaque_ligne_de_l_agent_mene_quelque_part()
    {
        await DossierAsync(Jour.AddDays(5));

        var lignes = await _app
            .Services.GetRequiredService<LireEcheancier>()
            .ExecuterAsync(_agent, new Demande(Taille: 200, Filtres: new Dictionary<string, string> { ["etat"] = "toutes" }));

        Assert.True(lignes.Total > 5);
        Assert.All(lignes.Elements, l => Assert.NotNull(l.Adresse));
    }

    /// <summary>Le dossier d'adhésion du groupement réservé, attendu ce jour-là.</summary>
    private async Task<Guid> DossierAsync(DateOnly attendu)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var dossier = await contexte.DossiersDAdhesion.SingleAsync(d => d.Id == _e.DossierReserve.Id);
        contexte.Entry(dossier).Property(d => d.AttenduLe).CurrentValue = attendu;
        await contexte.EnregistrerAsync(_agent, _app.Horloge.Instant);
        return dossier.Cle;
    }

    /// <summary>Les autres échéances n'ont plus rien à dire : seule celle-ci reste.</summary>
    private async Task SeuleAsync(Guid objet)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        await contexte.Echeances.Where(e => e.ObjetId != objet).ExecuteUpdateAsync(e => e.SetProperty(x => x.EstAccomplie, true));
    }

    private async Task<int> ComptesAsync(params (string Nom, string Valeur)[] filtres) =>
        (
            await _app
                .Services.GetRequiredService<LireEcheancier>()
                .ExecuterAsync(_agent, new Demande(Filtres: filtres.ToDictionary(f => f.Nom, f => f.Valeur)))
        ).Total;

    private EntityEntry<Echeance> Ajouter(MarchesDbContext contexte, string cle, DateOnly jour, string libelle)
    {
        var entree = contexte.Echeances.Add(
            new Echeance
            {
                ObjetType = nameof(Groupement),
                ObjetId = _e.Commun.Id.Valeur,
                Cle = cle,
            }
        );
        entree.Property(e => e.Date).CurrentValue = jour;
        entree.Property(e => e.Libelle).CurrentValue = libelle;
        return entree;
    }

    private async Task ExecuterAsync(string tache)
    {
        var execution = (
            await _app
                .Services.GetRequiredService<ExecuterTache>()
                .ExecuterAsync(_app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == tache))
        )!;
        Assert.True(execution.AReussi, execution.Resultat);
    }

    /// <summary>Le texte du courriel de l'agent.</summary>
    private async Task<string> TexteAsync(string cle)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte
            .EnvoisDeCourriel.Where(e => e.CleDIdempotence!.StartsWith(cle) && e.NomDestinataire == _agent.Nom)
            .Select(e => e.Texte)
            .SingleAsync();
    }
}
