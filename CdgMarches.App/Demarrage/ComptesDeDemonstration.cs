using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Les comptes de la démonstration, en Développement seulement. Toutes les personnes sont inventées.</summary>
/// <remarks>Un seul mot de passe, haché une fois : le démarrage n'attend pas neuf hachages.</remarks>
public static class ComptesDeDemonstration
{
    /// <summary>Le mot de passe de tous les comptes de démonstration, de longueur permise même à un administrateur.</summary>
    public const string MotDePasse = "Quatre beffrois sous la pluie";

    public static IReadOnlyList<CompteDeDemonstration> Tous { get; } =
    [
        new("alix.administration", "Alix Verdonck", "administrateur", RoleCdg.Administrateur),
        new("camille.gestion", "Camille Descamps", "gestionnaire des marchés", RoleCdg.Gestionnaire),
        new("lou.gestion", "Lou Hennebelle", "gestionnaire limité à un groupement", RoleCdg.Gestionnaire) { EstLimite = true },
        new("dominique.finances", "Dominique Wattelier", "finances", RoleCdg.Finances),
        new("claude.lecture", "Claude Fiévet", "lecture seule", RoleCdg.Lecture),
        new("sacha.referent", "Sacha Bulteel", "référent d'une commune, gère ses comptes")
        {
            Rattachements = [new(0, RoleDeMembre.Referent, EstAdministrateur: true)],
        },
        new("maxence.signataire", "Maxence Pruvot", "signataire de la même commune")
        {
            Rattachements = [new(0, RoleDeMembre.Signataire)],
        },
        new("ines.referent", "Inès Cazier", "référente d'une seconde commune")
        {
            Rattachements = [new(1, RoleDeMembre.Referent)],
        },
        new("yael.signataire", "Yaël Delmotte", "signataire de la seconde commune")
        {
            Rattachements = [new(1, RoleDeMembre.Signataire)],
        },
        new("morgan.secretaire", "Morgan Leclercq", "secrétaire de trois collectivités, boîte partagée avec Sacha Bulteel")
        {
            Courriel = "sacha.referent@demonstration.example",
            Rattachements =
            [
                new(0, RoleDeMembre.Referent),
                new(2, RoleDeMembre.Signataire, EstAdministrateur: true),
                new(3, RoleDeMembre.Referent),
            ],
        },
    ];

    /// <summary>Ce que la console annonce.</summary>
    public static string Annonce() =>
        $"""
            Comptes de démonstration, mot de passe « {MotDePasse} » :
            {string.Join(Environment.NewLine, Tous.Select(c => $"  {c.Identifiant, -20} {c.Description}"))}
            """;

    /// <summary>Crée les comptes qui manquent, rattachés aux premiers membres de la démonstration.</summary>
    /// <returns>Ceux à qui confier les objets de la démonstration ; null si tous les comptes étaient déjà là.</returns>
    public static async Task<(Guid Responsable, Guid Suppleant)?> CreerAsync(
        IServiceProvider services,
        CancellationToken annulation = default
    )
    {
        await using var portee = services.CreateAsyncScope();
        var contexte = portee.ServiceProvider.GetRequiredService<MarchesDbContext>();
        var horloge = portee.ServiceProvider.GetRequiredService<HorlogeLegale>();
        var normalisation = portee.ServiceProvider.GetRequiredService<ILookupNormalizer>();
        var noms = Tous.Select(c => (string?)normalisation.NormalizeName(c.Identifiant)).ToList();
        var presents = await contexte
            .Users.Where(u => noms.Contains(u.NormalizedUserName))
            .Select(u => u.UserName)
            .ToListAsync(annulation);
        if (presents.Count == Tous.Count)
        {
            return null;
        }

        var empreinte = portee
            .ServiceProvider.GetRequiredService<IPasswordHasher<Utilisateur>>()
            .HashPassword(new Utilisateur(), MotDePasse);
        var membres = await MembresAsync(contexte, annulation);
        var groupement = await contexte
            .Groupements.OrderByDescending(g => g.EstPermanent)
            .ThenBy(g => g.CleDeTri)
            .Select(g => g.Id)
            .ToListAsync(annulation);
        foreach (var compte in Tous.Where(c => !presents.Contains(c.Identifiant)))
        {
            var utilisateur = compte.EnUtilisateur(normalisation, empreinte, horloge.Maintenant);
            contexte.Add(utilisateur);
            if (compte.Role is { } role)
            {
                contexte.UserRoles.Add(new() { UserId = utilisateur.Id, RoleId = RolesDuCdg.IdentifiantDe(role) });
            }

            if (compte.EstLimite && groupement.Count > 0)
            {
                contexte.Add(new LimiteDePerimetre(utilisateur.Id, groupement[^1]));
            }

            foreach (var r in compte.Rattachements.Where(r => r.Membre < membres.Count))
            {
                contexte.Add(
                    new Rattachement(
                        utilisateur.Id,
                        membres[r.Membre],
                        r.Role,
                        r.EstAdministrateur,
                        horloge.Aujourdhui.AddYears(-1)
                    )
                );
            }

            contexte.Journaliser(
                LigneDeJournal.De(
                    "Utilisateur",
                    utilisateur.Id,
                    new CompteCree(utilisateur.Nom, compte.Identifiant, compte.Description),
                    Acteur.Systeme,
                    horloge.Maintenant
                )
            );
        }

        await contexte.SaveChangesAsync(annulation);
        var agents = await contexte
            .Users.Where(u => noms.Contains(u.NormalizedUserName))
            .ToDictionaryAsync(u => u.UserName!, u => u.Id, annulation);
        return (agents[Tous[1].Identifiant], agents[Tous[0].Identifiant]);
    }

    /// <summary>Les communes des comptes de membres : d'abord celles qui répondent au recensement, puis les autres.</summary>
    private static async Task<List<CollectiviteId>> MembresAsync(MarchesDbContext contexte, CancellationToken annulation) =>
        await contexte
            .Collectivites.Where(c => c.Categorie == CategorieDeCollectivite.Commune && c.ArchiveLe == null)
            .OrderByDescending(c => contexte.Adhesions.Any(a => a.Collectivite == c.Id))
            .ThenBy(c => c.CleDeTri)
            .Select(c => c.Id)
            .Take(4)
            .ToListAsync(annulation);
}

/// <summary>Un compte de démonstration, et ce qu'il montre.</summary>
public sealed record CompteDeDemonstration(string Identifiant, string Nom, string Description, RoleCdg? Role = null)
{
    public bool EstLimite { get; init; }

    public string Courriel { get; init; } = $"{Identifiant}@demonstration.example";

    /// <summary>Un numéro que l'ARCEP réserve aux œuvres de fiction.</summary>
    public string? Telephone => Role is null ? null : $"03 53 01 62 {10 + (int)Role.Value}";

    internal IReadOnlyList<RattachementDeDemonstration> Rattachements { get; init; } = [];

    internal Utilisateur EnUtilisateur(ILookupNormalizer normalisation, string empreinte, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = Identifiant,
            NormalizedUserName = normalisation.NormalizeName(Identifiant),
            Email = Courriel,
            NormalizedEmail = normalisation.NormalizeEmail(Courriel),
            EmailConfirmed = true,
            PhoneNumber = Telephone,
            LockoutEnabled = true,
            PasswordHash = empreinte,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Nom = Nom,
            CreeLe = instant,
        };
}

/// <summary>À quel membre de la démonstration (par son rang) un compte est rattaché, et comment.</summary>
internal sealed record RattachementDeDemonstration(int Membre, RoleDeMembre Role, bool EstAdministrateur = false);
