using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Dit s'il existe un administrateur. Sans lui, l'application ne sert que la page de connexion.</summary>
public sealed class PresenceDAdministrateur(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string CommentEnCreerUn =
        "Aucun administrateur n'existe encore. Sur le serveur, lancez : dotnet CdgMarches.App.dll creer-administrateur <courriel>";

    private static readonly TimeSpan EntreDeuxLectures = TimeSpan.FromSeconds(1);
    private static readonly Guid Role = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur);

    /// <summary>Une fois vu, il l'est pour de bon : la règle interdit de perdre le dernier.</summary>
    private volatile bool _existe;
    private long _luLe;

    public async Task<bool> ExisteAsync(CancellationToken annulation = default)
    {
        var maintenant = horloge.Maintenant.UtcTicks;
        if (_existe || maintenant - Interlocked.Read(ref _luLe) < EntreDeuxLectures.Ticks)
        {
            return _existe;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        _existe = await contexte.UserRoles.AnyAsync(
            lien => lien.RoleId == Role && contexte.Users.Any(u => u.Id == lien.UserId && u.EstActif),
            annulation
        );
        Interlocked.Exchange(ref _luLe, _existe ? 0 : maintenant);
        return _existe;
    }
}

/// <summary>Sans administrateur, tout mène à la page de connexion, qui dit comment en créer un.</summary>
internal sealed class AdministrateurDAbord(RequestDelegate suite, PresenceDAdministrateur presence)
{
    private static readonly PathString Connexion = "/compte/connexion";

    public async Task InvokeAsync(HttpContext requete)
    {
        if (
            requete.Request.Path == Connexion
            || requete.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || await presence.ExisteAsync(requete.RequestAborted)
        )
        {
            await suite(requete);
            return;
        }

        requete.Response.Redirect(Connexion);
    }
}
