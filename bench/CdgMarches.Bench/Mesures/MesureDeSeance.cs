using CdgMarches.App.Commissions;
using CdgMarches.Bench.Jeu;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// Une présence cochée à une séance de 62 sièges : jusqu'à ce que dix écrans de Chromium la montrent, rapportée à la même diffusion
/// aux mêmes écrans sans séance ni base ; puis le travail du serveur, rapporté à lui-même sans séances passées.
/// </summary>
internal static class MesureDeSeance
{
    private const int Sieges = 62;
    private const int Ecrans = 10;
    private const int SeancesPassees = 300;
    private const int Gestes = 200;
    private const int Tours = 9;

    /// <summary>Compte dans la page les changements que la feuille applique : posé une fois, aucun ne lui échappe.</summary>
    private const string Compter =
        "() => { window.vus = 0; new MutationObserver((m) => { window.vus += m.length; window.prevenir?.(); }).observe(document.querySelector('[data-test=feuille]'), { attributes: true, attributeFilter: ['data-version'] }); }";

    /// <summary>Résolue quand la page en a compté ce nombre.</summary>
    private const string Attendre =
        "(n) => new Promise((r) => { window.prevenir = () => { if (window.vus >= n) r(1); }; window.prevenir(); })";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.PetiteAsync(Sieges);
        var (seance, _) = await SemerAsync(donnees, Aujourdhui(), 1);
        if (LancementDeChromium.Chemin is null)
        {
            Rapport.Dire(
                "Chromium est absent : la diffusion d'une présence n'est pas mesurée. Installez-le (apt-get install chromium)."
            );
        }
        else
        {
            await DiffuserAsync(donnees, seance);
        }

        // The same session in a second base, with a past: measured in turn with the first, so that a slow minute weighs on both.
        var ancienne = await banc.PetiteAsync(Sieges + 1);
        var (seanceAncienne, commission) = await SemerAsync(ancienne, Aujourdhui(), 1);
        for (var i = 0; i < SeancesPassees; i++)
        {
            await PasserAsync(ancienne, commission, i + 2);
        }

        List<double> sans = [];
        List<double> avec = [];
        List<double> rapports = [];
        for (var tour = 0; tour < Tours; tour++)
        {
            sans.Add(await TravailAsync(donnees, seance));
            avec.Add(await TravailAsync(ancienne, seanceAncienne));
            rapports.Add(avec[^1] / sans[^1]);
        }

        Rapport.Dire(
            $"   travail d'une présence : sans passé {Mediane(sans):N2} ms, après {SeancesPassees} séances {Mediane(avec):N2} ms (médianes de {Tours} tours de {Gestes})"
        );
        Rapport.Ecrire("commission-presence-sans-historique", Mediane(rapports), 1.2);
    }

    private static async Task DiffuserAsync(BaseDeBanc donnees, Seance seance)
    {
        var compte = await CompteAsync(donnees);
        await donnees.Application.StartAsync();
        try
        {
            await using var chromium = await Chromium.DemarrerAsync();
            var adresse = donnees.Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            for (var i = 0; i < Ecrans; i++)
            {
                await chromium.ConnecterAsync(donnees, adresse, compte);
            }

            List<IPage> pages = [];
            await chromium.OuvrirAsync(
                _ => AdressesDesCommissions.Rubrique(seance.Id, "direct"),
                async p =>
                {
                    await p.Locator("[data-test=feuille][data-version]").WaitForAsync();
                    pages.Add(p);
                },
                Ecrans
            );
            await MesurerAsync(donnees, seance, pages);
            await chromium.FermerAsync();
        }
        finally
        {
            await donnees.Application.StopAsync();
        }
    }

    private static async Task MesurerAsync(BaseDeBanc donnees, Seance seance, List<IPage> pages)
    {
        var (relever, direct) = (donnees.Service<ReleverPresence>(), donnees.Service<DirectDeSeance>());
        var personne = seance.Places.MaxBy(p => p.Ordre)!.Titulaire!.Value;
        var presente = false;
        ChangementEnDirect? dernier = null;
        double pire = 0;
        var vus = 0;
        await Task.WhenAll(pages.Select(p => p.EvaluateAsync(Compter)));
        var rapport = await Chronometre.MoyenAsync(
            "présence vue par dix écrans",
            async () =>
            {
                var debut = System.Diagnostics.Stopwatch.GetTimestamp();
                var vues = Vues(pages, ++vus);
                presente = !presente;
                dernier = await relever.ExecuterAsync(Acteurs.Gestionnaire, seance.Id, personne, presente, aDistance: false);
                await vues;
                pire = Math.Max(pire, System.Diagnostics.Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
            },
            async () =>
            {
                var vues = Vues(pages, ++vus);
                direct.Annoncer(seance.Id, dernier!);
                await vues;
            }
        );
        Rapport.Dire($"   la plus lente des présences : {pire:N0} ms");
        Rapport.Ecrire("commission-presence-dix-ecrans", rapport, 2);
        Rapport.Ecrire("commission-presence-seconde", pire / 1000, 1);
    }

    private static Task<int[]> Vues(List<IPage> pages, int nombre) =>
        Task.WhenAll(pages.Select(p => p.EvaluateAsync<int>(Attendre, nombre))).WaitAsync(Patience);

    private static async Task<double> TravailAsync(BaseDeBanc donnees, Seance seance)
    {
        var relever = donnees.Service<ReleverPresence>();
        var personne = seance.Places.MaxBy(p => p.Ordre)!.Titulaire!.Value;
        var durees = new double[Gestes];
        for (var i = -50; i < durees.Length; i++)
        {
            var debut = System.Diagnostics.Stopwatch.GetTimestamp();
            await relever.ExecuterAsync(Acteurs.Gestionnaire, seance.Id, personne, i % 2 == 0, aDistance: false);
            if (i >= 0)
            {
                durees[i] = System.Diagnostics.Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
            }

            // The intervals of one person would pile up as in no session: each measure starts from the same sheet.
            if (i % 20 == 0)
            {
                await OublierAsync(donnees, seance, personne);
            }
        }

        return Mediane(durees);
    }

    private static double Mediane(IEnumerable<double> valeurs)
    {
        var triees = valeurs.Order().ToList();
        return triees[triees.Count / 2];
    }

    private static async Task OublierAsync(BaseDeBanc donnees, Seance seance, Guid personne)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        contexte.RemoveRange(contexte.Presences.Where(p => p.Seance == seance.Id && p.Personne == personne));
        await contexte.SaveChangesAsync();
    }

    private static async Task<(Seance Seance, Commission Commission)> SemerAsync(BaseDeBanc donnees, DateOnly jour, int numero)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var groupement = contexte.Groupements.OrderBy(g => g.Reference).First();
        var commission = Commission.DuGroupement(
            groupement.Id,
            groupement.Nom,
            groupement.Coordonnateur,
            [
                .. contexte
                    .Collectivites.Select(c => new { c.Id, c.Nom })
                    .AsEnumerable()
                    .Where(c => c.Id != groupement.Coordonnateur)
                    .Take(Sieges - 1)
                    .Select(c => new MembreARepresenter(c.Id, c.Nom, false)),
                new MembreARepresenter(groupement.Coordonnateur, "Coordonnateur", false),
            ],
            ReglesDeCommission.ParDefaut
        );
        foreach (var siege in commission.Sieges)
        {
            commission.Designer(siege.Id, Elu(QualiteEnSeance.Titulaire, $"Titulaire {siege.Ordre}", jour));
            commission.Designer(siege.Id, Elu(QualiteEnSeance.Suppleant, $"Suppléant {siege.Ordre}", jour));
        }

        var seance = EnAppel(commission, jour, numero);
        contexte.AddRange(commission, seance);
        contexte.AddRange(Presences(seance, Sieges - 10, jour));
        await contexte.EnregistrerAsync(Acteurs.Gestionnaire, TimeProvider.System.GetUtcNow());
        return (seance, commission);
    }

    private static async Task PasserAsync(BaseDeBanc donnees, Commission commission, int numero)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var seance = EnAppel(commission, Aujourdhui().AddDays(-numero), numero);
        contexte.Add(seance);
        contexte.AddRange(Presences(seance, Sieges, seance.Date));
        await contexte.EnregistrerAsync(Acteurs.Gestionnaire, TimeProvider.System.GetUtcNow());
    }

    private static Seance EnAppel(Commission commission, DateOnly jour, int numero)
    {
        var seance = Seance.Programmer(
            new ReferenceDeSeance(2000, numero),
            commission.Id,
            new DonneesDeSeance(jour, new TimeOnly(14, 0), ModeDeReunion.Presentiel, "Salle", null),
            jour.AddDays(-20),
            commission.Regles,
            Sieges,
            autreSeance: null
        );
        seance.AjouterPoint(new DefinitionDePoint("Lot 1", NatureDuPoint.ChoixDuTitulaire, commission.Groupement));
        var composition = commission.Composer(jour);
        seance.Convoquer(jour.AddDays(-10), composition, [], "Banc");
        seance.OuvrirLAppel(jour, composition, [], EtatDesConvocations.Regulieres, Instant(jour));
        return seance;
    }

    private static IEnumerable<Presence> Presences(Seance seance, int combien, DateOnly jour) =>
        seance
            .Places.OrderBy(p => p.Ordre)
            .Take(combien)
            .Select(p => new Presence(seance.Id, p.Titulaire!.Value, false, Instant(jour)));

    private static DonneesDeDesignation Elu(QualiteEnSeance rang, string nom, DateOnly jour) =>
        new(rang, nom, "Élu", $"{nom.Replace(' ', '.').Replace('é', 'e')}@essai.example", null, jour.AddYears(-5));

    private static DateOnly Aujourdhui() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static DateTimeOffset Instant(DateOnly jour) => new(jour.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);

    /// <summary>Un gestionnaire, et l'administrateur sans lequel l'application ne sert que la page de connexion.</summary>
    private static async Task<Guid> CompteAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var id = Guid.Empty;
        foreach (var role in (RoleCdg[])[RoleCdg.Administrateur, RoleCdg.Gestionnaire])
        {
            var identifiant = $"banc.{role}";
            var compte = new Utilisateur
            {
                Id = Guid.CreateVersion7(),
                UserName = identifiant,
                NormalizedUserName = identifiant.ToUpperInvariant(),
                Email = $"{identifiant}@essai.example",
                NormalizedEmail = $"{identifiant}@essai.example".ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                Nom = $"Banc {role}",
                CreeLe = TimeProvider.System.GetUtcNow(),
            };
            contexte.Add(compte);
            contexte.Add(new IdentityUserRole<Guid> { UserId = compte.Id, RoleId = RolesDuCdg.IdentifiantDe(role) });
            id = compte.Id;
        }

        await contexte.SaveChangesAsync();
        return id;
    }
}
