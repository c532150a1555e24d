using CdgMarches.App.Parametres;
using CdgMarches.App.Recensements;
using CdgMarches.Database;
using CdgMarches.Database.Parametres;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>L'agent du CDG à qui un membre s'adresse : celui qui suit sa fiche, sa convention, ou à défaut le CDG lui-même.</summary>
public sealed class LireInterlocuteur(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<AgentDuCdg?> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var responsables = contexte
            .Collectivites.Where(c => siennes.Contains(c.Id) && c.Responsable != null)
            .OrderBy(c => c.CleDeTri)
            .Select(c => c.Responsable)
            .Concat(
                contexte
                    .ConventionsDAcces.Where(c => siennes.Contains(c.Collectivite) && c.Responsable != null)
                    .Select(c => c.Responsable)
            );
        var agent = await contexte
            .Users.Where(u => u.EstActif && responsables.Contains(u.Id))
            .OrderBy(u => u.Nom)
            .Select(u => new AgentDuCdg(u.Nom, u.PhoneNumber, u.Email))
            .FirstOrDefaultAsync(annulation);
        var reglages = await contexte
            .Set<ReglageGeneral>()
            .AsNoTracking()
            .Where(r =>
                r.Cle == ClesDeReglage.NomDuCdg || r.Cle == ClesDeReglage.TelephoneDuCdg || r.Cle == ClesDeReglage.CourrielDuCdg
            )
            .ToDictionaryAsync(r => r.Cle, r => r.Valeur, annulation);
        var telephone = Lire(ClesDeReglage.TelephoneDuCdg);
        return agent is not null ? agent with { Telephone = agent.Telephone ?? telephone }
            : telephone is null ? null
            : new AgentDuCdg(
                Lire(ClesDeReglage.NomDuCdg) ?? "Le centre de gestion",
                telephone,
                Lire(ClesDeReglage.CourrielDuCdg)
            );

        string? Lire(string cle) => reglages.GetValueOrDefault(cle) is { Length: > 0 } valeur ? valeur : null;
    }
}
