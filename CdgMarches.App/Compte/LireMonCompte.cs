using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Ce que la page « Mon compte » montre.</summary>
public sealed record ResumeDeCompte(string Nom, string Identifiant, string? Courriel, IReadOnlyList<string> Droits);

/// <summary>Lit le compte de celui qui agit.</summary>
public sealed class LireMonCompte(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<ResumeDeCompte> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var compte = await contexte
            .Users.Where(u => u.Id == acteur.Id)
            .Select(u => new { u.UserName, u.Email })
            .SingleAsync(annulation);
        return new ResumeDeCompte(
            acteur.Nom,
            compte.UserName ?? "",
            compte.Email,
            await DroitsEnClair.DeAsync(contexte, acteur.Id, horloge.Aujourdhui, annulation)
        );
    }
}
