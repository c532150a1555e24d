using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Demarrage;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Ce qui attache la file des courriels à une installation : machine, adresse publique et emplacement de la base.</summary>
/// <remarks>
/// Une base copiée ailleurs, pour un essai ou après une panne, porte la file de l'original : sans cette attache, elle
/// relancerait une seconde fois de vraies personnes. Un administrateur confirme l'installation, une fois.
/// </remarks>
public sealed class InstallationDEnvoi(IDbContextFactory<MarchesDbContext> donnees, Reglages reglages, TimeProvider horloge)
{
    private static readonly TimeSpan Fraicheur = TimeSpan.FromSeconds(10);

    private (DateTimeOffset Jusque, bool EstConfirmee)? _connue;

    public string Description { get; } =
        $"serveur {Environment.MachineName}, adresse {reglages.AdressePublique?.ToString() ?? "non réglée"}, base {Emplacement(reglages)}";

    public string Empreinte { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{Environment.MachineName}|{reglages.AdressePublique}|{Emplacement(reglages)}")
            )
        );

    /// <summary>Vrai si cette installation peut envoyer ; la première que la base connaît s'inscrit d'elle-même.</summary>
    public async Task<bool> EstConfirmeeAsync(CancellationToken annulation = default)
    {
        var maintenant = horloge.GetUtcNow();
        if (_connue is { EstConfirmee: true } connue && maintenant < connue.Jusque)
        {
            return true;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!await contexte.Installations.AnyAsync(annulation))
        {
            await InscrireAsync(contexte, "CdgMarches", annulation);
        }

        var confirmee = await contexte.Installations.AnyAsync(i => i.Empreinte == Empreinte, annulation);
        _connue = (maintenant + Fraicheur, confirmee);
        return confirmee;
    }

    /// <summary>Les installations déjà confirmées, la plus récente d'abord.</summary>
    public async Task<IReadOnlyList<Installation>> ConfirmeesAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.Installations.AsNoTracking().OrderByDescending(i => i.ConfirmeeLe).ToListAsync(annulation);
    }

    /// <summary>Autorise cette installation à envoyer ce que la file contient.</summary>
    public async Task ConfirmerAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!await contexte.Installations.AnyAsync(i => i.Empreinte == Empreinte, annulation))
        {
            await InscrireAsync(contexte, acteur.Nom, annulation);
        }

        _connue = null;
    }

    private async Task InscrireAsync(MarchesDbContext contexte, string par, CancellationToken annulation)
    {
        contexte.Installations.Add(
            new Installation(Empreinte, Description) { ConfirmeeLe = horloge.GetUtcNow(), ConfirmeePar = par }
        );
        await contexte.SaveChangesAsync(annulation);
    }

    private static string Emplacement(Reglages reglages)
    {
        if (reglages.Fournisseur is Fournisseur.Sqlite)
        {
            return reglages.FichierSqlite ?? "en mémoire";
        }

        var connexion = new SqlConnectionStringBuilder(reglages.Connexion);
        return $"{connexion.DataSource}/{connexion.InitialCatalog}".ToUpperInvariant();
    }
}
