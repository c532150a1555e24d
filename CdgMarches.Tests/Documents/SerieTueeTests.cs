using System.Text.Json;
using CdgMarches.App.Documents;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Documents;

/// <summary>Le vrai programme, tué pendant qu'il produit une série : aucun demi-fichier, aucune ligne sans fichier, rien en double.</summary>
public sealed class SerieTueeTests : IAsyncLifetime
{
    private const int Membres = 400;
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-serie-").FullName;
    private BaseJetable _base = null!;

    public async ValueTask InitializeAsync() => _base = await BaseJetable.CreerAsync();

    public async ValueTask DisposeAsync()
    {
        await _base.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    [Fact]
    public async Task Une_serie_tuee_en_route_se_finit_sans_perte_ni_double()
    {
        var serie = await PreparerAsync();
        await using (var premier = Lancer())
        {
            await JusquAAsync(() => ComptesAsync(serie), n => n >= 50);
            await premier.TuerAsync();
        }

        Assert.InRange(await ComptesAsync(serie), 50, Membres);
        await VerifierMagasinAsync();

        // The dead process held the lease; a real restart waits thirty seconds for it.
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            await contexte.Baux.ExecuteDeleteAsync();
        }

        await using var second = Lancer();
        await JusquAAsync(() => TerminesAsync(), n => n == 1);
        Assert.Equal(Membres, await ComptesAsync(serie));
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            Assert.Equal(
                Membres,
                await contexte.DocumentsProduits.Where(d => d.Serie == serie).Select(d => d.Destinataire).Distinct().CountAsync()
            );
        }

        await VerifierMagasinAsync();
    }

    private async Task<Guid> PreparerAsync()
    {
        var horloge = new HorlogeFigee(HorlogeFigee.Origine);
        var comptes = new ComptesDEssai(_base, horloge);
        await comptes.AgentAsync(RoleCdg.Administrateur);
        var agent = await comptes.AgentAsync(RoleCdg.Gestionnaire);
        var groupement = await GroupementDEssai.SemerAsync(_base, Membres);
        var demande = new DemandeDeSerie("groupements.lettre", [groupement.Id.Valeur], RemiseDeSerie.Archive);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        contexte.Travaux.Add(
            new Travail
            {
                Type = ProduireEnSerie.Type,
                Libelle = "Lettres",
                Droit = Droits.GererGroupements,
                Parametres = JsonSerializer.Serialize(demande),
                AuteurId = agent.Id,
                AuteurNom = agent.Nom,
                CreeLe = HorlogeFigee.Origine,
            }
        );
        await contexte.SaveChangesAsync();
        return demande.Serie;
    }

    private ProgrammeLance Lancer() =>
        ProgrammeLance.Lancer([
            "--urls",
            "http://127.0.0.1:0",
            "--AdressePublique",
            "http://127.0.0.1",
            "--ConnectionStrings:CdgMarches",
            _base.Connexion,
            "--Fichiers:Dossier",
            Path.Combine(_dossier, "fichiers"),
            "--Courriel:Dossier",
            Path.Combine(_dossier, "courriels"),
        ]);

    /// <summary>La commande d'exploitation elle-même, et son code de retour.</summary>
    private async Task VerifierMagasinAsync()
    {
        await using var commande = ProgrammeLance.Lancer([
            "verifier-fichiers",
            "--AdressePublique",
            "http://127.0.0.1",
            "--ConnectionStrings:CdgMarches",
            _base.Connexion,
            "--Fichiers:Dossier",
            Path.Combine(_dossier, "fichiers"),
        ]);
        var code = await commande.FinAsync();
        Assert.True(code == 0, commande.Sortie + commande.Erreurs);
        Assert.Contains("Le magasin de fichiers est sain.", commande.Sortie, StringComparison.Ordinal);
        Assert.DoesNotContain("Contenus manquants", commande.Sortie, StringComparison.Ordinal);
    }

    private async Task<int> ComptesAsync(Guid serie)
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        return await contexte.DocumentsProduits.CountAsync(d => d.Serie == serie);
    }

    private async Task<int> TerminesAsync()
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        return await contexte.Travaux.CountAsync(t => t.Etat == EtatDeTravail.Termine);
    }

    private static async Task JusquAAsync(Func<Task<int>> lire, Func<int, bool> atteint)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(150));
        while (!atteint(await lire()))
        {
            await Task.Delay(50, limite.Token);
        }
    }
}
