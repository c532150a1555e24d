using Bunit;
using CdgMarches.App.Documents;
using CdgMarches.App.Sessions;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Sessions;

/// <summary>La feuille d'émargement d'une session : les inscrits, leur fonction, leur case, et des lignes libres (RG6.25).</summary>
public sealed class EmargementDeSessionTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task La_feuille_se_produit_depuis_la_session_et_porte_les_inscrits_et_leur_fonction()
    {
        var session = await PreparerAsync();
        await FaireConnaitreAsync("Dominique Martin", "d.martin@exemple.invalid", "Directrice des achats");
        var inscrire = Services.GetRequiredService<InscrireALaSession>();
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Bethune.Id, "D. Martin", "D.Martin@exemple.invalid", Annulation);
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Claude Petit", null, Annulation);
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Alix Partie", null, Annulation);
        await DesinscrireAsync("Alix Partie");
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.Dit("Prêt : Feuille d'émargement");

        await CliquerAsync(page, "Produire le document");
        page.Dit("est produit : il est en tête de la liste.");

        var feuille = await LireAsync(session);
        foreach (
            var attendu in (string[])
                ["Parapheurs", "mardi 17 mars 2026", "9 h 30 à 12 h 00", "Au siège", "Prestataire A", "2 personnes inscrites"]
        )
        {
            Assert.Contains(attendu, feuille, StringComparison.Ordinal);
        }

        Assert.Contains("Directrice des achats", feuille, StringComparison.Ordinal);
        Assert.DoesNotContain("Alix Partie", feuille, StringComparison.Ordinal);
        Assert.True(
            feuille.IndexOf("Claude Petit", StringComparison.Ordinal) < feuille.IndexOf("D. Martin", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Les_lignes_libres_suivent_les_inscrits()
    {
        var session = await PreparerAsync();
        await Services
            .GetRequiredService<InscrireALaSession>()
            .ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Claude Petit", null, Annulation);

        var feuille = Assert.Single(await Papier.ChargerAsync(Agent, session.Id.Valeur, Annulation));

        Assert.Equal(
            ["Claude Petit", .. Enumerable.Repeat(" ", PapierDEmargementDeSession.LignesLibres)],
            feuille.Tables["personnes"].Select(l => l.Champs["nom"])
        );
        Assert.All(feuille.Tables["personnes"], l => Assert.Equal(" ", l.Champs["signature"]));
    }

    [Fact]
    public async Task Une_session_annulee_ou_hors_du_perimetre_n_en_a_pas()
    {
        var session = await PreparerAsync();
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Papier.ChargerAsync(BancDesGroupements.Limite(GroupementId.Nouveau()), session.Id.Valeur, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Papier.ChargerAsync(Agents.Lecture, session.Id.Valeur, Annulation)
        );
        await Services.GetRequiredService<ModifierSession>().AnnulerAsync(Agent, session.Id, 1, "Salle indisponible", Annulation);

        Assert.Empty(await Papier.ChargerAsync(Agent, session.Id.Valeur, Annulation));
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.WaitForElement("[data-test=annulee]");
        Assert.DoesNotContain("Feuille d", page.Markup, StringComparison.Ordinal);
    }

    private PapierDEmargementDeSession Papier =>
        Services.GetServices<IModeleDeDocument>().OfType<PapierDEmargementDeSession>().Single();

    private async Task<SessionDePresentation> PreparerAsync()
    {
        BancDesCommissions.AjouterLesAdresses(Services);
        Services.AddSessions().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        var session = SessionDePresentation.Programmer(
            Banc.Groupement,
            new SaisieDeSession(
                "Parapheurs",
                new DateOnly(2026, 3, 17),
                new TimeOnly(9, 30),
                new TimeOnly(12, 0),
                "Au siège",
                "Prestataire A",
                null
            )
        );
        await Banc.Socle.Base.SemerAsync(session);
        return session;
    }

    private async Task FaireConnaitreAsync(string nom, string courriel, string qualite)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var bethune = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Bethune.Id, Annulation);
        var contact = bethune.AjouterContact(new CoordonneesDeContact(null, nom, Courriel: courriel));
        bethune.OuvrirMandat(contact.Id, new DonneesDeMandat(RoleDeContact.Autre, new DateOnly(2025, 1, 1), qualite));
        await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
    }

    private async Task DesinscrireAsync(string personne)
    {
        Inscription inscription;
        await using (var contexte = await Banc.OuvrirAsync())
        {
            inscription = await contexte.Inscriptions.AsNoTracking().SingleAsync(i => i.Personne == personne, Annulation);
        }

        await Services
            .GetRequiredService<ReleverPresence>()
            .ExecuterAsync(Agent, inscription.Id, inscription.Version, null, Annulation);
    }

    private async Task<string> LireAsync(SessionDePresentation session)
    {
        Guid produit;
        await using (var contexte = await Banc.OuvrirAsync())
        {
            produit = await contexte
                .DocumentsProduits.Where(d => d.ObjetId == session.Id.Valeur)
                .Select(d => d.Id)
                .SingleAsync(Annulation);
        }

        var (_, piece) = (await Services.GetRequiredService<LireDocumentsProduits>().UnAsync(Agent, produit, Annulation))!.Value;
        await using var contenu = Services.GetRequiredService<MagasinDeFichiers>().Ouvrir(piece);
        using var copie = new MemoryStream();
        await contenu.CopyToAsync(copie, Annulation);
        return WordDEssai.Lire(copie.ToArray()).Replace('\u00a0', ' ').Replace('\u202f', ' ');
    }
}
