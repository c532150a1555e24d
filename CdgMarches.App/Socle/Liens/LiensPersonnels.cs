using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Liens;

/// <summary>Ce que l'on demande pour émettre un lien.</summary>
/// <param name="Usage">Ce que le lien permet (« recensement.valider ») ; il n'en permet jamais un autre.</param>
/// <param name="CibleType">Le type de l'objet.</param>
/// <param name="CibleId">La clé de l'objet.</param>
/// <param name="Destinataire">Le nom de la personne.</param>
/// <param name="ExpireLe">Le premier instant où il ne vaut plus.</param>
/// <param name="Collectivite">La collectivité pour laquelle elle agit.</param>
/// <param name="EstAUsageUnique">Faux pour un lien qui sert jusqu'à son retrait (calendrier personnel).</param>
public sealed record DemandeDeLien(
    string Usage,
    string CibleType,
    Guid CibleId,
    string Destinataire,
    DateTimeOffset? ExpireLe,
    Guid? Collectivite = null,
    bool EstAUsageUnique = true
);

/// <param name="Lien">Le lien, à garder si l'on doit pouvoir le retirer.</param>
/// <param name="Jeton">Le secret à mettre dans l'adresse : il n'existe que là, et ne pourra plus être relu.</param>
public sealed record LienEmis(LienPersonnel Lien, string Jeton);

/// <summary>Émet, lit, consomme et retire les liens personnels. Une lecture montre ; seule une consommation enregistre.</summary>
public sealed class LiensPersonnels(IDbContextFactory<MarchesDbContext> donnees, TimeProvider horloge)
{
    private const int OctetsDuJeton = 32;

    /// <summary>Crée un lien dans la transaction de l'appelant, avec le courriel qui le porte.</summary>
    public LienEmis Emettre(MarchesDbContext contexte, Acteur acteur, DemandeDeLien demande)
    {
        var jeton = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(OctetsDuJeton));
        var lien = new LienPersonnel
        {
            Empreinte = Empreinte(jeton),
            Usage = demande.Usage,
            CibleType = demande.CibleType,
            CibleId = demande.CibleId,
            Collectivite = demande.Collectivite,
            Destinataire = demande.Destinataire,
            EstAUsageUnique = demande.EstAUsageUnique,
            ExpireLe = demande.ExpireLe,
            CreeLe = horloge.GetUtcNow(),
            CreeParId = acteur.Id,
            CreePar = acteur.Nom,
        };
        contexte.LiensPersonnels.Add(lien);
        return new LienEmis(lien, jeton);
    }

    /// <summary>Lit un lien sans rien changer : c'est ce que fait l'ouverture de l'adresse.</summary>
    /// <returns>Le lien, valable.</returns>
    /// <exception cref="RefusException">Il n'est pas connu pour cet usage, a expiré, a été retiré ou a déjà servi.</exception>
    public async Task<LienPersonnel> LireAsync(string? jeton, string usage, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lien = await TrouverAsync(contexte, jeton, usage, annulation);
        return Refus(lien) is { } refus ? throw new RefusException(refus) : lien!;
    }

    /// <summary>Marque le lien utilisé, dans la transaction de l'appelant : deux envois simultanés ne passent pas tous deux.</summary>
    /// <param name="contexte">Un contexte dans <see cref="MarchesDbContext.EnTransactionAsync{T}"/>, où l'appelant enregistre ensuite le geste.</param>
    /// <param name="jeton">Le secret reçu.</param>
    /// <param name="usage">Ce que l'appelant va faire.</param>
    /// <param name="adresse">L'adresse réseau de la personne.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <param name="lecture">Vrai si le geste dit seulement que l'on a lu ; faux s'il répond.</param>
    /// <exception cref="RefusException">Le lien ne permet pas, ou plus, ce geste : rien n'est enregistré.</exception>
    /// <exception cref="InvalidOperationException">Aucune transaction n'est ouverte : le lien pourrait être consommé pour rien.</exception>
    public async Task<LienPersonnel> ConsommerAsync(
        MarchesDbContext contexte,
        string? jeton,
        string usage,
        string? adresse = null,
        bool lecture = false,
        CancellationToken annulation = default
    )
    {
        if (contexte.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Un lien se consomme dans la transaction du geste qu'il permet.");
        }

        var maintenant = horloge.GetUtcNow();
        var empreinte = Empreinte(jeton ?? "");
        var dOu = adresse is { Length: > 64 } ? adresse[..64] : adresse;
        var pris = await contexte
            .LiensPersonnels.Where(l =>
                l.Empreinte == empreinte
                && l.Usage == usage
                && l.RevoqueLe == null
                && (l.ExpireLe == null || l.ExpireLe > maintenant)
                && (l.UtiliseLe == null || !l.EstAUsageUnique)
            )
            .ExecuteUpdateAsync(
                l => l.SetProperty(x => x.UtiliseLe, x => x.UtiliseLe ?? maintenant).SetProperty(x => x.AdresseDUsage, dOu),
                annulation
            );
        var lien = await TrouverAsync(contexte, jeton, usage, annulation);
        if (pris == 0)
        {
            throw new RefusException(Refus(lien) ?? Inconnu);
        }

        var courriels = contexte.EnvoisDeCourriel.Where(e => e.Lien == lien!.Id);
        _ = lecture
            ? await courriels
                .Where(e => e.LuLe == null)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.LuLe, maintenant), annulation)
            : await courriels
                .Where(e => e.ReponduLe == null)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.ReponduLe, maintenant), annulation);
        return lien!;
    }

    /// <summary>Retire un lien : il ne vaut plus, tout de suite.</summary>
    /// <returns>Faux s'il avait déjà servi ou été retiré.</returns>
    public async Task<bool> RevoquerAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
                .LiensPersonnels.Where(l => l.Id == id && l.RevoqueLe == null && (l.UtiliseLe == null || !l.EstAUsageUnique))
                .ExecuteUpdateAsync(
                    l => l.SetProperty(x => x.RevoqueLe, maintenant).SetProperty(x => x.RevoquePar, acteur.Nom),
                    annulation
                ) > 0;
    }

    /// <summary>Retire tous les liens d'un usage sur un objet, par exemple quand un plus récent les remplace.</summary>
    public async Task RevoquerToutAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        string usage,
        Guid cible,
        CancellationToken annulation = default
    )
    {
        var maintenant = horloge.GetUtcNow();
        await contexte
            .LiensPersonnels.Where(l => l.Usage == usage && l.CibleId == cible && l.RevoqueLe == null)
            .Where(l => l.UtiliseLe == null || !l.EstAUsageUnique)
            .ExecuteUpdateAsync(
                l => l.SetProperty(x => x.RevoqueLe, maintenant).SetProperty(x => x.RevoquePar, acteur.Nom),
                annulation
            );
    }

    /// <summary>La personne d'un lien, pour le journal : un nom, aucun compte, aucun droit.</summary>
    public static Acteur Porteur(LienPersonnel lien, string? adresse = null) =>
        new(Guid.Empty, $"{lien.Destinataire} (lien personnel)", new HashSet<string>(), Perimetre.Vide, Adresse: adresse);

    private const string Inconnu =
        "Ce lien n'est pas valable : rien n'a été enregistré. Reprenez-le entier dans le courriel reçu, ou demandez-en un nouveau au centre de gestion.";

    private string? Refus(LienPersonnel? lien) =>
        lien switch
        {
            null => Inconnu,
            { RevoqueLe: not null } =>
                "Ce lien a été retiré par le centre de gestion : rien n'a été enregistré. Demandez-lui-en un nouveau.",
            { EstAUsageUnique: true, UtiliseLe: not null } =>
                "Ce lien a déjà servi : ce qui avait été enregistré l'est toujours. Pour le changer, demandez un nouveau lien au centre de gestion.",
            { ExpireLe: { } fin } when fin <= horloge.GetUtcNow() =>
                "Ce lien a expiré : rien n'a été enregistré. Demandez-en un nouveau au centre de gestion.",
            _ => null,
        };

    private static Task<LienPersonnel?> TrouverAsync(
        MarchesDbContext contexte,
        string? jeton,
        string usage,
        CancellationToken annulation
    )
    {
        var empreinte = Empreinte(jeton ?? "");
        return contexte
            .LiensPersonnels.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Empreinte == empreinte && l.Usage == usage, annulation);
    }

    private static string Empreinte(string jeton) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(jeton)));
}
