using System.Security.Cryptography;
using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;

namespace CdgMarches.App.Demarrage;

/// <summary>La commande qui crée le premier administrateur, ou un de plus quand plus personne ne peut se connecter.</summary>
internal static class CreerAdministrateur
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static async Task<int> ExecuterAsync(string[] args)
    {
        var courriel = args.FirstOrDefault();
        if (courriel is null || !CourrielValide.Est(courriel))
        {
            await Console.Error.WriteLineAsync(
                "Indiquez le courriel de l'administrateur : creer-administrateur prenom.nom@exemple.fr. Aucun compte n'a été créé."
            );
            return 2;
        }

        var identifiant = Option(args, "--identifiant") ?? courriel[..courriel.IndexOf('@', StringComparison.Ordinal)];
        var nom = Option(args, "--nom") ?? identifiant;
        await using var application = ApplicationMarches.Construire(args[1..]);
        var reglages = application.Services.GetRequiredService<Reglages>();
        await PreparationDeLaBase.ExecuterAsync(reglages, reglages.MigrationAutomatique);

        await using var portee = application.Services.CreateAsyncScope();
        var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Utilisateur>>();
        if (await comptes.FindByNameAsync(identifiant) is not null)
        {
            await Console.Error.WriteLineAsync(
                $"L'identifiant « {identifiant} » est déjà pris : ajoutez --identifiant <un autre nom>. Aucun compte n'a été créé."
            );
            return 1;
        }

        var (motDePasse, aMontrer) = LireMotDePasse();
        var horloge = portee.ServiceProvider.GetRequiredService<HorlogeLegale>();
        var contexte = portee.ServiceProvider.GetRequiredService<MarchesDbContext>();
        var utilisateur = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            UserName = identifiant,
            Email = courriel,
            EmailConfirmed = true,
            Nom = nom,
            CreeLe = horloge.Maintenant,
        };
        contexte.UserRoles.Add(new() { UserId = utilisateur.Id, RoleId = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur) });
        contexte.Journaliser(
            LigneDeJournal.De(
                "Utilisateur",
                utilisateur.Id,
                new CompteCree(nom, identifiant, nameof(RoleCdg.Administrateur)),
                Acteur.Systeme,
                horloge.Maintenant
            )
        );
        var resultat = await comptes.CreateAsync(utilisateur, motDePasse);
        if (!resultat.Succeeded)
        {
            await Console.Error.WriteLineAsync(
                $"{string.Join(" ", resultat.Errors.Select(e => e.Description))} Aucun compte n'a été créé."
            );
            return 1;
        }

        Console.WriteLine($"Administrateur créé. Identifiant de connexion : {identifiant}");
        if (aMontrer)
        {
            Console.WriteLine($"Mot de passe, montré cette seule fois : {motDePasse}");
        }

        return 0;
    }

    private static string? Option(string[] args, string nom) =>
        Array.IndexOf(args, nom) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;

    /// <summary>Demandé deux fois au clavier, lu sur l'entrée si elle est redirigée ; tiré au hasard quand rien n'est donné.</summary>
    private static (string MotDePasse, bool AMontrer) LireMotDePasse()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() is { Length: > 0 } donne ? (donne, false) : (Tirer(), true);
        }

        while (true)
        {
            Console.Write(
                $"Mot de passe ({PolitiqueDeMotDePasse.LongueurMinimaleDAdministrateur} caractères au moins, vide pour en tirer un au hasard) : "
            );
            if (LireSansEcho() is not { Length: > 0 } premier)
            {
                return (Tirer(), true);
            }

            Console.Write("Encore une fois : ");
            if (LireSansEcho() == premier)
            {
                return (premier, false);
            }

            Console.WriteLine("Les deux ne sont pas les mêmes : recommencez.");
        }
    }

    private static string Tirer() =>
        string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    private static string LireSansEcho()
    {
        var lu = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } touche)
        {
            if (touche.Key is ConsoleKey.Backspace)
            {
                lu.Length = Math.Max(0, lu.Length - 1);
            }
            else if (!char.IsControl(touche.KeyChar))
            {
                lu.Append(touche.KeyChar);
            }
        }

        Console.WriteLine();
        return lu.ToString();
    }
}
