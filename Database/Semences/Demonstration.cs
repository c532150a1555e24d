using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Le jeu de démonstration, en Développement seulement : vraies collectivités, chiffres fictifs, personnes inventées.</summary>
/// <remarks>
/// Suppose le catalogue national chargé. Chaque étape est une transaction et ne fait rien si son objet est déjà là : une
/// seconde création ne change rien, une création interrompue reprend à l'étape manquante.
/// </remarks>
public static class Demonstration
{
    /// <summary>Les étapes, dans l'ordre. Une capacité qui apporte sa part l'ajoute à la suite.</summary>
    private static readonly Func<ContexteDeDemonstration, CancellationToken, Task>[] Etapes =
    [
        CollectivitesDeDemonstration.CreerAsync,
        GroupementsDeDemonstration.CreerAsync,
        ProceduresDeDemonstration.CreerAsync,
        VieDesGroupementsDeDemonstration.CreerAsync,
        CommissionsDeDemonstration.CreerAsync,
        CourriersDeDemonstration.CreerAsync,
        DocumentsDeDemonstration.CreerAsync,
        ConventionsDeDemonstration.CreerAsync,
        RegistresDeDemonstration.CreerAsync,
        ContributionsDeDemonstration.CreerAsync,
    ];

    /// <inheritdoc cref="CreerAsync(IDbContextFactory{MarchesDbContext}, DateOnly, DateTimeOffset, IEnumerable{Func{ContexteDeDemonstration, CancellationToken, Task}}, CancellationToken)"/>
    public static Task CreerAsync(
        IDbContextFactory<MarchesDbContext> donnees,
        DateOnly aujourdhui,
        DateTimeOffset maintenant,
        CancellationToken annulation = default
    ) => CreerAsync(donnees, aujourdhui, maintenant, [], annulation);

    /// <param name="donnees">La fabrique de contextes, migrée et catalogue chargé.</param>
    /// <param name="aujourdhui">Le jour du CDG : toutes les dates de la démonstration s'en déduisent.</param>
    /// <param name="maintenant">L'instant de la création.</param>
    /// <param name="suite">Les étapes qui passent par les cas d'usage de l'application, à la suite des autres.</param>
    /// <param name="annulation">Abandonne ; l'étape en cours n'est pas écrite.</param>
    public static async Task CreerAsync(
        IDbContextFactory<MarchesDbContext> donnees,
        DateOnly aujourdhui,
        DateTimeOffset maintenant,
        IEnumerable<Func<ContexteDeDemonstration, CancellationToken, Task>> suite,
        CancellationToken annulation
    )
    {
        var contexte = new ContexteDeDemonstration(donnees, aujourdhui, maintenant);
        foreach (var etape in Etapes.Concat(suite))
        {
            await etape(contexte, annulation);
        }
    }

    /// <summary>Confie ce que la démonstration a créé à un agent et à son suppléant, quand leurs comptes existent.</summary>
    /// <remarks>Ne touche pas à ce qui est déjà confié.</remarks>
    public static async Task ConfierAsync(
        IDbContextFactory<MarchesDbContext> donnees,
        Guid responsable,
        Guid? suppleant,
        DateTimeOffset maintenant,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        foreach (var groupement in await contexte.Groupements.Where(g => g.Responsable == null).ToListAsync(annulation))
        {
            groupement.Confier(responsable, suppleant);
        }

        foreach (var procedure in await contexte.Procedures.Where(p => p.Responsable == null).ToListAsync(annulation))
        {
            procedure.Confier(responsable, suppleant);
        }

        foreach (var convention in await contexte.ConventionsDAcces.Where(c => c.Responsable == null).ToListAsync(annulation))
        {
            convention.Confier(responsable);
        }

        foreach (var campagne in await contexte.Campagnes.Where(c => c.Responsable == null).ToListAsync(annulation))
        {
            campagne.Confier(responsable, suppleant);
        }

        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, maintenant, annulation);
    }
}

/// <summary>Ce que les étapes de la démonstration partagent : la base, le jour, et les noms par où l'une retrouve l'autre.</summary>
public sealed record ContexteDeDemonstration(
    IDbContextFactory<MarchesDbContext> Donnees,
    DateOnly Aujourdhui,
    DateTimeOffset Maintenant
)
{
    public const string Cdg62 = "Centre de gestion de la fonction publique territoriale du Pas-de-Calais";
    public const string Cdg59 = "Centre de gestion de la fonction publique territoriale du Nord";
    public const string SommeNumerique = "Syndicat mixte Somme Numérique";

    /// <summary>Le groupement permanent aux six prestations à la carte.</summary>
    public const string GroupementPermanent = "Groupement permanent « Dématérialisation des procédures »";

    /// <summary>Le groupement des deux centres de gestion et de Somme Numérique.</summary>
    public const string GroupementATrois = "Plateforme de dématérialisation de la commande publique";

    /// <summary>La source des chiffres inventés : elle se lit partout où ils paraissent.</summary>
    public const string ChiffreFictif = "Démonstration — chiffre fictif";

    /// <summary>Celui que l'histoire des objets de démonstration nomme.</summary>
    public static Acteur Acteur { get; } = new(Guid.Empty, "Démonstration", Droits.Tous, Perimetre.DuCdg());

    /// <summary>Le premier jour des groupements : deux ans pleins avant l'année en cours.</summary>
    public DateOnly Debut => new(Aujourdhui.Year - 2, 1, 1);

    /// <summary>Le lancement de la procédure terminée ; le recensement qui l'a préparée lui est antérieur.</summary>
    public DateOnly LancementPasse => Aujourdhui.AddDays(-300).Ouvre();

    /// <summary>Son terme : les adhésions ont repris le lendemain (RG1.21).</summary>
    public DateOnly TermePasse => Aujourdhui.AddDays(-150).Ouvre();

    /// <summary>La dernière fenêtre d'adhésion du groupement permanent, entre deux procédures (RG1.17).</summary>
    public DateOnly FenetreDAdhesion => Aujourdhui.AddDays(-100).Ouvre();

    /// <summary>L'instant, en journée, où un fait de démonstration s'est inscrit dans l'histoire ; jamais à venir.</summary>
    public DateTimeOffset Instant(DateOnly jour)
    {
        var instant = new DateTimeOffset(jour.ToDateTime(new TimeOnly(9, 30)), TimeSpan.Zero);
        return instant < Maintenant ? instant : Maintenant;
    }

    /// <summary>L'identifiant d'une collectivité de la démonstration, par son nom.</summary>
    public static Task<CollectiviteId> CollectiviteAsync(MarchesDbContext contexte, string nom, CancellationToken annulation) =>
        contexte.Collectivites.Where(c => c.Nom == nom).Select(c => c.Id).SingleAsync(annulation);

    /// <summary>Un groupement de la démonstration, par son nom ; null s'il n'est pas là.</summary>
    public static Task<Groupement?> GroupementAsync(MarchesDbContext contexte, string nom, CancellationToken annulation) =>
        contexte.Groupements.SingleOrDefaultAsync(g => g.Nom == nom, annulation);
}
