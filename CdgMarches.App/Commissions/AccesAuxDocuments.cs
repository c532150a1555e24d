using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>
/// Les documents d'un point, par lien personnel : un code envoyé à l'adresse du siège ouvre l'appareil, une fois pour toutes ; ils
/// se lisent dans le navigateur, se ferment à la signature du procès-verbal, et pour qui se déporte (RG2.31, RG2.34).
/// </summary>
public sealed class AccesAuxDocuments(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    RepondreAConvocation repondre,
    ServirPiece servir,
    ComposerCourriel composer,
    IDataProtectionProvider protection
)
{
    private const int MinutesDuCode = 30;
    private const string Temoin = "cdgmarches-cao-";

    private readonly IDataProtector _sceau = protection.CreateProtector("commissions.documents");

    /// <summary>Envoie un code à l'adresse du siège.</summary>
    public async Task<string> EnvoyerCodeAsync(string? jeton, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, LiensDeConvocation.Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convocation = await contexte.Convocations.SingleAsync(c => c.Id == new ConvocationId(lien.CibleId), annulation);
        if (convocation.Courriel is not { } courriel)
        {
            throw new RefusException(
                "Aucun courriel n'est connu pour votre siège : demandez les documents au centre de gestion."
            );
        }

        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        convocation.DonnerCode(Empreinte(convocation, code), horloge.Maintenant.AddMinutes(MinutesDuCode));
        var modele = await composer.LireAsync(CourrielsDeCommission.Code.Cle, annulation);
        FileDeCourriels.Deposer(
            contexte,
            modele.Pour(
                courriel,
                convocation.Nom,
                new Dictionary<string, string>
                {
                    ["code"] = code,
                    ["minutes"] = MinutesDuCode.ToString(CultureInfo.InvariantCulture),
                }
            ) with
            {
                ObjetType = nameof(Seance),
                ObjetId = convocation.Seance.Valeur,
            },
            horloge.Maintenant
        );
        await contexte.SaveChangesAsync(annulation);
        return $"Un code à six chiffres part à {Masquer(courriel)}. Il vaut {MinutesDuCode.ToString(CultureInfo.InvariantCulture)} minutes.";
    }

    /// <summary>Vérifie le code et ouvre cet appareil.</summary>
    /// <exception cref="RefusException">Le code n'est pas le bon, ou ne vaut plus.</exception>
    public async Task OuvrirAsync(string? jeton, string? code, HttpContext http, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, LiensDeConvocation.Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convocation = await contexte.Convocations.SingleAsync(c => c.Id == new ConvocationId(lien.CibleId), annulation);
        var propre = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var juste = convocation.VerifierCode(Empreinte(convocation, propre), horloge.Maintenant);
        await contexte.SaveChangesAsync(annulation);
        if (!juste)
        {
            throw new RefusException(
                convocation.EssaisDuCode > 5
                    ? "Trop d'essais : ce code ne vaut plus. Demandez-en un nouveau."
                    : "Ce code n'est pas le bon, ou ne vaut plus. Relisez le courriel, ou demandez-en un nouveau."
            );
        }

        http.Response.Cookies.Append(
            Temoin + convocation.Id.Valeur.ToString("N"),
            _sceau.Protect(convocation.Id.Valeur.ToString("N")),
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/convocation",
                MaxAge = lien.ExpireLe - horloge.Maintenant,
                IsEssential = true,
            }
        );
    }

    /// <summary>Vrai si cet appareil a déjà été ouvert pour cette convocation.</summary>
    public bool EstOuvert(HttpContext http, ConvocationId convocation)
    {
        var cle = convocation.Valeur.ToString("N");
        if (http.Request.Cookies[Temoin + cle] is not { } temoin)
        {
            return false;
        }

        try
        {
            return _sceau.Unprotect(temoin) == cle;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Sert un document à qui siège ou est invité ; « introuvable » à tout autre, sans dire pourquoi.</summary>
    public async Task<IResult> ServirAsync(string? jeton, Guid piece, HttpContext http, CancellationToken annulation = default)
    {
        ConvocationLue lue;
        try
        {
            lue = await repondre.LireAsync(jeton, http.Connection.RemoteIpAddress?.ToString(), annulation);
        }
        catch (RefusException)
        {
            return TypedResults.NotFound();
        }

        if (lue.DocumentsClos || !EstOuvert(http, lue.Convocation.Id))
        {
            return TypedResults.NotFound();
        }

        // A document joined to several items stays readable through the ones where there is no conflict.
        var permis = lue.Seance.Documents.Any(d => d.Piece == piece && !lue.Deports.Contains(d.Point));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return permis && await contexte.Pieces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == piece, annulation) is { } trouvee
            ? servir.Repondre(trouvee, http, enLigne: true)
            : TypedResults.NotFound();
    }

    private static string Empreinte(Convocation convocation, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{convocation.Id.Valeur:N}:{code}")));

    private static string Masquer(string courriel)
    {
        var arobase = courriel.IndexOf('@', StringComparison.Ordinal);
        return arobase <= 1 ? courriel : $"{courriel[0]}…{courriel[arobase..]}";
    }
}
