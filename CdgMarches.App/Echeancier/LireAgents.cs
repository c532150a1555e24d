using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Un agent du CDG à prévenir.</summary>
/// <param name="Id">Son compte.</param>
/// <param name="Nom">Son nom.</param>
/// <param name="Courriel">Son adresse ; null s'il n'en a pas, ou ne veut pas de ce courriel-là.</param>
/// <param name="Acteur">Ses droits et son périmètre du moment.</param>
internal sealed record AgentAPrevenir(Guid Id, string Nom, string? Courriel, Acteur Acteur);

/// <summary>Les agents du CDG en fonction, et ce qu'ils acceptent de recevoir.</summary>
internal sealed class LireAgents(LireActeur lireActeur)
{
    /// <summary>Le résumé du matin.</summary>
    public const string Resume = "resume";

    /// <summary>Les alertes d'échéances ; la notification de l'application reste.</summary>
    public const string Alertes = "alertes";

    /// <summary>Les litiges que les collectivités déclarent ; la notification de l'application reste.</summary>
    public const string Litiges = "litiges";

    public async Task<IReadOnlyDictionary<Guid, AgentAPrevenir>> ExecuterAsync(
        MarchesDbContext contexte,
        string evenement,
        CancellationToken annulation
    )
    {
        var comptes = await contexte
            .Users.Where(u => u.EstActif && contexte.UserRoles.Any(r => r.UserId == u.Id))
            .Select(u => new
            {
                u.Id,
                u.Nom,
                u.Email,
                Refuse = contexte.RefusDeCourriels.Any(r => r.Utilisateur == u.Id && r.Evenement == evenement),
            })
            .ToListAsync(annulation);
        var agents = new Dictionary<Guid, AgentAPrevenir>();
        foreach (var compte in comptes)
        {
            if (await lireActeur.ExecuterAsync(compte.Id, annulation) is { } acteur && acteur.Peut(Droits.ConsulterCdg))
            {
                agents[compte.Id] = new AgentAPrevenir(
                    compte.Id,
                    compte.Nom,
                    !compte.Refuse && FileDeCourriels.EstValide(compte.Email) ? compte.Email : null,
                    acteur
                );
            }
        }

        return agents;
    }

    /// <summary>Le premier des agents nommés qui est en fonction, sinon tous les gestionnaires qui voient le groupement.</summary>
    /// <param name="agents">Les agents en fonction.</param>
    /// <param name="groupement">Le groupement concerné ; null si c'est l'affaire de tous.</param>
    /// <param name="nommes">Le responsable, puis ceux qui le remplacent.</param>
    public static IEnumerable<AgentAPrevenir> EnCharge(
        IReadOnlyDictionary<Guid, AgentAPrevenir> agents,
        GroupementId? groupement,
        IEnumerable<Guid?> nommes
    )
    {
        var charge = nommes.Select(n => n is { } cle ? agents.GetValueOrDefault(cle) : null).FirstOrDefault(a => a is not null);
        return charge is not null
            ? [charge]
            : agents.Values.Where(a =>
                a.Acteur.Peut(Droits.GererGroupements) && (groupement is not { } sien || a.Acteur.Perimetre.Comprend(sien))
            );
    }
}

/// <summary>Ce qu'un agent accepte de recevoir par courriel.</summary>
public sealed class ReglerMesCourriels(IDbContextFactory<MarchesDbContext> donnees)
{
    public static IReadOnlyList<(string Evenement, string Libelle)> Evenements { get; } =
    [
        (LireAgents.Resume, "Le résumé du matin, à 8 h 30 les jours ouvrés"),
        (LireAgents.Alertes, "Les alertes des échéances dont j'ai la charge"),
        (LireAgents.Litiges, "Les litiges que les collectivités déclarent sur leur convention d'accès"),
    ];

    /// <summary>Les évènements que l'acteur ne veut pas recevoir.</summary>
    public async Task<IReadOnlySet<string>> RefusAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .RefusDeCourriels.Where(r => r.Utilisateur == acteur.Id)
            .Select(r => r.Evenement)
            .ToHashSetAsync(annulation);
    }

    /// <param name="acteur">Celui dont ce sont les préférences.</param>
    /// <param name="refuses">Ce qu'il ne veut pas recevoir.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task ExecuterAsync(Acteur acteur, IReadOnlySet<string> refuses, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var actuels = await contexte.RefusDeCourriels.Where(r => r.Utilisateur == acteur.Id).ToListAsync(annulation);
        contexte.RefusDeCourriels.RemoveRange(actuels.Where(r => !refuses.Contains(r.Evenement)));
        contexte.RefusDeCourriels.AddRange(
            Evenements
                .Select(e => e.Evenement)
                .Where(e => refuses.Contains(e) && !actuels.Exists(a => a.Evenement == e))
                .Select(e => new Database.Courriels.RefusDeCourriel(acteur.Id, e))
        );
        await contexte.SaveChangesAsync(annulation);
    }
}
