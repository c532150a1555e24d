using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Brouillons;

public sealed record BrouillonLu(string Json, DateTimeOffset ModifieLe);

/// <summary>Garde sur le serveur ce qui se saisit dans un long formulaire : une connexion perdue ne coûte rien.</summary>
public sealed class GarderBrouillon(IDbContextFactory<MarchesDbContext> donnees, TimeProvider horloge)
{
    /// <summary>Un brouillon plus gros n'est pas une saisie.</summary>
    private const int LongueurMax = 2_000_000;

    public async Task<BrouillonLu?> LireAsync(Acteur acteur, string cle, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Brouillons.Where(b => b.Utilisateur == acteur.Id && b.Cle == cle)
            .Select(b => new BrouillonLu(b.Json, b.ModifieLe))
            .SingleOrDefaultAsync(annulation);
    }

    /// <returns>L'instant de l'enregistrement.</returns>
    /// <exception cref="RefusException">La saisie est trop longue pour être gardée.</exception>
    public async Task<DateTimeOffset> EnregistrerAsync(
        Acteur acteur,
        string cle,
        string json,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        if (json.Length > LongueurMax)
        {
            throw new RefusException(
                "Cette saisie est trop longue pour être gardée en brouillon. Enregistrez-la en plusieurs fois."
            );
        }

        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await MettreAJourAsync(contexte, acteur, cle, json, maintenant, annulation))
        {
            return maintenant;
        }

        try
        {
            contexte.Brouillons.Add(
                new Brouillon
                {
                    Utilisateur = acteur.Id,
                    Cle = cle,
                    Json = json,
                    ModifieLe = maintenant,
                }
            );
            await contexte.SaveChangesAsync(annulation);
        }
        catch (DbUpdateException)
        {
            // Another tab of the same person created it in between.
            await MettreAJourAsync(contexte, acteur, cle, json, maintenant, annulation);
        }

        return maintenant;
    }

    /// <summary>Détruit le brouillon : son contenu est enregistré pour de bon, ou abandonné.</summary>
    public async Task SupprimerAsync(Acteur acteur, string cle, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.Brouillons.Where(b => b.Utilisateur == acteur.Id && b.Cle == cle).ExecuteDeleteAsync(annulation);
    }

    private static async Task<bool> MettreAJourAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        string cle,
        string json,
        DateTimeOffset instant,
        CancellationToken annulation
    ) =>
        await contexte
            .Brouillons.Where(b => b.Utilisateur == acteur.Id && b.Cle == cle)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.Json, json).SetProperty(x => x.ModifieLe, instant), annulation) > 0;
}
