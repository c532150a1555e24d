using CdgMarches.Bench.Jeu;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// Ce que pèse sur le serveur la page d'une réponse de 200 lignes, ouverte par vingt-quatre membres dans Chromium : le tas d'un de ses
/// circuits, rapporté à une fois et demie celui d'une page interactive nue plus 200 Ko.
/// </summary>
internal static class MesureDesCircuits
{
    private const int Circuits = 24;
    private const int Series = 5;
    private const double Marge = 200_000;
    private const long Stable = 50_000;
    private const string AdresseNue = "/banc/page-nue";

    public static async Task ExecuterAsync(Banc banc)
    {
        if (LancementDeChromium.Chemin is null)
        {
            Rapport.Dire(
                "Chromium est absent : la mémoire des circuits n'est pas mesurée. Installez-le (apt-get install chromium) ou nommez-le par CDGMARCHES_CHROMIUM."
            );
            return;
        }

        var donnees = await banc.CompleteAsync();
        var comptes = await CreerComptesAsync(donnees);
        donnees.Application.MapGet(AdresseNue, () => new RazorComponentResult<PageNue>());
        await donnees.Application.StartAsync();
        try
        {
            await using var chromium = await Chromium.DemarrerAsync();
            var adresse = donnees.Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            foreach (var compte in comptes)
            {
                await chromium.ConnecterAsync(donnees, adresse, compte);
            }

            await MesurerAsync(donnees, chromium);
        }
        finally
        {
            await donnees.Application.StopAsync();
        }
    }

    private static async Task MesurerAsync(BaseDeBanc donnees, Chromium chromium)
    {
        var ouverts = donnees.Service<CircuitsOuverts>();
        string AdresseDeLaReponse(int rang) => $"/recensements/reponses/{donnees.Jeu.Brouillons[rang].Id.Valeur}";
        Task PreteAsync(IPage page) => GrilleAsync(page, donnees.Jeu.Dimensions.Lignes);

        // One page of each first: the caches of the application and of the runtime belong to no circuit. What is compared is
        // then always the same empty server: after a round, the buffers that the closed circuits gave back stay pooled.
        await AvecAsync(chromium, ouverts, _ => AdresseNue, p => p.Locator("#compteur").WaitForAsync(), 1);
        await AvecAsync(chromium, ouverts, AdresseDeLaReponse, PreteAsync, 1);
        var vide = await TasAsync(ouverts, 0);
        var (nues, pleines) = (new List<double>(), new List<double>());
        for (var serie = 0; serie < Series; serie++)
        {
            var nu = await AvecAsync(chromium, ouverts, _ => AdresseNue, p => p.Locator("#compteur").WaitForAsync(), Circuits);
            var page = await AvecAsync(chromium, ouverts, AdresseDeLaReponse, PreteAsync, Circuits);
            Rapport.Dire(
                $"   tas : sans page {vide / 1000:N0} Ko, {Circuits} pages nues {nu / 1000:N0} Ko, {Circuits} réponses {page / 1000:N0} Ko"
            );
            nues.Add((nu - vide) / Circuits);
            pleines.Add((page - vide) / Circuits);
        }

        var (nue, pleine) = (Mediane(nues), Mediane(pleines));
        Rapport.Dire(
            $"   par circuit : page de la réponse {pleine / 1000:N0} Ko, page nue {nue / 1000:N0} Ko, admis {((1.5 * nue) + Marge) / 1000:N0} Ko"
        );
        Rapport.Ecrire("recensement-circuit", pleine / ((1.5 * nue) + Marge), 1);
    }

    private static async Task<double> AvecAsync(
        Chromium chromium,
        CircuitsOuverts ouverts,
        Func<int, string> chemin,
        Func<IPage, Task> prete,
        int circuits
    )
    {
        await chromium.OuvrirAsync(chemin, prete, circuits);
        var tas = await TasAsync(ouverts, circuits);
        await chromium.FermerAsync();
        return tas;
    }

    private static async Task GrilleAsync(IPage page, int lignes)
    {
        await page.Locator("tr[data-ligne]").Last.WaitForAsync();
        var vues = await page.Locator("tr[data-ligne]").CountAsync();
        Rapport.Exiger(vues == lignes, $"La grille montre {vues} lignes au lieu de {lignes}.");
    }

    /// <summary>Le tas vivant, en octets, après trois collectes complètes ; repris tant qu'il bouge encore.</summary>
    private static async Task<double> TasAsync(CircuitsOuverts ouverts, int attendus)
    {
        await ouverts.AttendreAsync(attendus);
        var (tas, avant) = (0L, long.MaxValue);
        for (var essai = 0; essai < 10 && Math.Abs(avant - tas) > Stable; essai++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            (avant, tas) = (essai == 0 ? long.MaxValue : tas, GC.GetTotalMemory(forceFullCollection: false));
        }

        return tas;
    }

    private static double Mediane(List<double> valeurs) => valeurs.Order().ElementAt(valeurs.Count / 2);

    /// <summary>Un compte par membre, et l'administrateur sans lequel l'application ne sert que la page de connexion.</summary>
    private static async Task<List<Guid>> CreerComptesAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var administrateur = Compte("administrateur");
        contexte.Add(administrateur);
        contexte.Add(
            new IdentityUserRole<Guid> { UserId = administrateur.Id, RoleId = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur) }
        );
        List<Guid> comptes = [];
        var depuis = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(-1);
        for (var rang = 0; rang < Circuits; rang++)
        {
            var compte = Compte($"membre{rang}");
            contexte.Add(compte);
            contexte.Add(new Rattachement(compte.Id, donnees.Jeu.Brouillons[rang].Membre, RoleDeMembre.Referent, false, depuis));
            comptes.Add(compte.Id);
        }

        await contexte.SaveChangesAsync();
        return comptes;
    }

    private static Utilisateur Compte(string identifiant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = identifiant,
            NormalizedUserName = identifiant.ToUpperInvariant(),
            Email = $"{identifiant}@essai.example",
            NormalizedEmail = $"{identifiant}@essai.example".ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Nom = $"Personne {identifiant}",
            CreeLe = TimeProvider.System.GetUtcNow(),
        };
}
