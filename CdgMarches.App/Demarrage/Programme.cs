using System.Globalization;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CdgMarches.App.Demarrage;

/// <summary>Le point d'entrée : démarre l'application ou exécute une commande d'exploitation.</summary>
/// <remarks>Ce qui empêche de démarrer tient en une phrase sur la sortie d'erreur, et le code de retour n'est pas nul.</remarks>
public static class Programme
{
    private const string Aide = """
        Commandes de CdgMarches :
          (sans commande)                   démarre l'application
          migrer                            met la base à jour, puis s'arrête
          creer-administrateur <courriel>   crée un compte d'administrateur, puis s'arrête
                                            (--identifiant <nom>, --nom <nom de la personne>)
          verifier-fichiers                 vérifie l'empreinte de chaque fichier gardé et liste ceux que rien ne
                                            désigne, puis s'arrête (code 1 si un fichier manque ou est abîmé)
        """;

    public static async Task<int> ExecuterAsync(string[] args)
    {
        CultureInfo.CurrentCulture = Francais.Culture;
        CultureInfo.CurrentUICulture = Francais.Culture;
        string? adresses = null;
        try
        {
            switch (args.FirstOrDefault())
            {
                case "migrer":
                    await MigrerAsync(args[1..]);
                    return 0;
                case "creer-administrateur":
                    return await CreerAdministrateur.ExecuterAsync(args[1..]);
                case "verifier-fichiers":
                    return await VerifierFichiers.ExecuterAsync(args[1..]);
                case "aide" or "--help" or "-h":
                    Console.WriteLine(Aide);
                    return 0;
                case { } inconnue when !inconnue.StartsWith('-'):
                    await Console.Error.WriteLineAsync($"La commande « {inconnue} » n'existe pas. Rien n'a été fait.");
                    await Console.Error.WriteLineAsync(Aide);
                    return 2;
            }

            await using var application = ApplicationMarches.Construire(args);
            adresses = AdressesDemandees(application);
            var reglages = application.Services.GetRequiredService<Reglages>();
            reglages.ExigerLAdressePublique(application.Environment);
            await PreparationDeLaBase.ExecuterAsync(reglages, reglages.MigrationAutomatique);
            await Donnees.ChargerLaReferenceAsync(application);
            await application.StartAsync();
            application.Services.GetRequiredService<Demarre>().EstFait = true;
            if (application.Environment.IsDevelopment())
            {
                Console.WriteLine($"CdgMarches écoute sur {Ecoutees(application)} ; la démonstration se prépare…");
                await Donnees.CreerLaDemonstrationAsync(application, application.Lifetime.ApplicationStopping);
            }

            await AnnoncerAsync(application);
            await application.WaitForShutdownAsync();
            return 0;
        }
        catch (OperationCanceledException) when (adresses is not null)
        {
            // Stopped while the demonstration was being written: the next start resumes at the missing step.
            return 0;
        }
        catch (Exception panne) when (panne is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(PhraseDePanne.De(panne, adresses));
            return 1;
        }
    }

    private static async Task MigrerAsync(string[] args)
    {
        await using var application = ApplicationMarches.Construire(args);
        var appliquees = await PreparationDeLaBase.ExecuterAsync(
            application.Services.GetRequiredService<Reglages>(),
            migrer: true
        );
        Console.WriteLine(
            appliquees switch
            {
                0 => "La base était déjà à jour.",
                1 => "La base est à jour : une migration appliquée.",
                _ => $"La base est à jour : {appliquees} migrations appliquées.",
            }
        );
    }

    private static string AdressesDemandees(WebApplication application) =>
        application.Configuration["urls"] ?? application.Configuration["http_ports"] ?? "http://localhost:5000";

    private static string Ecoutees(WebApplication application) =>
        string.Join(
            ", ",
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []
        );

    private static async Task AnnoncerAsync(WebApplication application)
    {
        Console.WriteLine($"CdgMarches est prêt : {Ecoutees(application)}");
        if (application.Environment.IsDevelopment())
        {
            Console.WriteLine(ComptesDeDemonstration.Annonce());
        }

        if (!await application.Services.GetRequiredService<PresenceDAdministrateur>().ExisteAsync())
        {
            Console.WriteLine(PresenceDAdministrateur.CommentEnCreerUn);
        }
    }
}

/// <summary>Dit si le démarrage est fini : avant, une panne est une phrase et non une trace dans le journal technique.</summary>
internal sealed class Demarre
{
    public bool EstFait { get; set; }
}
