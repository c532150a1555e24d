using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>La collectivité d'une ligne.</summary>
/// <param name="Id">La collectivité.</param>
/// <param name="Designation">Ce qui la désigne sans doute possible : son nom, et son SIRET si elle en a un.</param>
public sealed record CollectiviteReconnue(CollectiviteId Id, string Designation);

/// <summary>Reconnaît dans une liste importée les collectivités du référentiel : par SIRET, sinon par nom exact.</summary>
internal static class ReconnaitreCollectivites
{
    public static ColonneDImport<Siret?> LeSiret { get; } = Colonnes.Siret("SIRET");

    public static ColonneDImport<string?> LeNom { get; } =
        Colonnes.Texte("Collectivité", 200) with
        {
            Presence = Presence.ColonneRequise,
            Alias = ["Nom", "Commune", "Membre", "Adhérent"],
        };

    /// <summary>La collectivité de chaque ligne reconnue, par numéro de ligne ; les autres lignes sont refusées.</summary>
    /// <param name="candidates">Celles que la liste peut nommer.</param>
    /// <param name="lecture">La liste lue, avec les deux colonnes d'ici.</param>
    /// <param name="annulation">De quoi renoncer.</param>
    public static async Task<Dictionary<int, CollectiviteReconnue>> ReconnaitreAsync(
        this IQueryable<Collectivite> candidates,
        LectureDImport lecture,
        CancellationToken annulation
    )
    {
        var fiches = await candidates
            .AsNoTracking()
            .Where(c => c.ArchiveLe == null)
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.Siret,
                c.CleDeTri,
            })
            .ToListAsync(annulation);
        var parSiret = fiches.Where(f => f.Siret is not null).ToLookup(f => f.Siret!.Valeur);
        var parNom = fiches.ToLookup(f => f.CleDeTri);
        Dictionary<int, CollectiviteReconnue> reconnues = [];
        foreach (var ligne in lecture.Lignes)
        {
            var trouvees = ligne.Lire(LeSiret) is { } siret
                ? parSiret[siret.Valeur].ToList()
                : [.. parNom[CleDeTri.De(ligne.Lire(LeNom) ?? "")]];
            if (trouvees is [var seule])
            {
                reconnues[ligne.Numero] = new CollectiviteReconnue(
                    seule.Id,
                    seule.Siret is { } sien ? $"{seule.Nom}, SIRET {Formats.Siret(sien)}" : seule.Nom
                );
                continue;
            }

            ligne.Refuser(
                LeNom,
                trouvees.Count == 0
                    ? "cette collectivité n'est pas au référentiel ; créez-la, ou corrigez le SIRET ou le nom."
                    : "plusieurs collectivités portent ce nom ; donnez le SIRET."
            );
        }

        return reconnues;
    }
}
