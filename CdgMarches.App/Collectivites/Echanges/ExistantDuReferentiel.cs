using CdgMarches.App.Socle.Import;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Ce que le référentiel a déjà, pour reconnaître à quelle fiche une ligne se rapporte.</summary>
/// <remarks>
/// Par l'identifiant d'un export, sinon par SIRET, sinon par SIREN, sinon par le code INSEE d'une commune. Une ligne qui donne
/// un SIRET encore inconnu complète la fiche de même SIREN qui n'en a pas.
/// </remarks>
internal sealed class ExistantDuReferentiel
{
    private readonly Dictionary<Guid, Repere> _parId;
    private readonly Dictionary<string, Repere> _parSiret;
    private readonly ILookup<string, Repere> _parSiren;
    private readonly Dictionary<string, Repere> _parInsee;
    private readonly HashSet<string> _noms;
    private readonly Dictionary<Guid, Collectivite> _fiches = [];

    private ExistantDuReferentiel(List<Repere> reperes)
    {
        _parId = reperes.ToDictionary(r => r.Id.Valeur);
        _parSiret = reperes.Where(r => r.Siret is not null).ToDictionary(r => r.Siret!.Valeur);
        _parSiren = reperes.Where(r => r.Siren is not null).ToLookup(r => r.Siren!.Valeur);
        _parInsee = reperes
            .Where(r => r.CodeInsee is not null && r.Categorie is CategorieDeCollectivite.Commune)
            .GroupBy(r => r.CodeInsee!.Valeur)
            .ToDictionary(g => g.Key, g => g.First());
        _noms = [.. reperes.Select(r => Nommer(r.Categorie, r.CleDeTri))];
    }

    public sealed record Repere(
        CollectiviteId Id,
        int Version,
        string Nom,
        string CleDeTri,
        CategorieDeCollectivite Categorie,
        Siret? Siret,
        Siren? Siren,
        CodeInsee? CodeInsee,
        bool EstArchivee
    );

    public static async Task<ExistantDuReferentiel> LireAsync(MarchesDbContext contexte, CancellationToken annulation) =>
        new(
            await contexte
                .Collectivites.AsNoTracking()
                .Where(c => c.FusionneeDans == null)
                .Select(c => new Repere(
                    c.Id,
                    c.Version,
                    c.Nom,
                    c.CleDeTri,
                    c.Categorie,
                    c.Siret,
                    c.Siren,
                    c.CodeInsee,
                    c.ArchiveLe != null
                ))
                .ToListAsync(annulation)
        );

    /// <summary>La fiche d'une ligne, ou la raison pour laquelle on ne sait pas laquelle.</summary>
    public (Repere? Fiche, string? Refus) Reconnaitre(LigneDImport ligne)
    {
        if (ligne.Lire(FormatDesCollectivites.Identifiant) is { } identifiant)
        {
            return _parId.TryGetValue(Guid.Parse(identifiant), out var connue)
                ? (connue, null)
                : (null, "cet identifiant ne désigne aucune fiche ; videz la cellule pour créer la collectivité.");
        }

        var siret = ligne.Lire(FormatDesCollectivites.Siret);
        if (siret is not null && _parSiret.TryGetValue(siret, out var parSiret))
        {
            return (parSiret, null);
        }

        var siren = siret?[..Siren.Longueur] ?? ligne.Lire(FormatDesCollectivites.Siren);
        if (siren is not null)
        {
            List<Repere> memeSiren = [.. _parSiren[siren].Where(r => siret is null || r.Siret is null)];
            return memeSiren switch
            {
                [] => (null, null),
                [var seule] => (seule, null),
                _ => (null, "plusieurs fiches portent ce SIREN ; donnez le SIRET de celle que la ligne concerne."),
            };
        }

        return (ligne.Lire(FormatDesCollectivites.CodeInsee) is { } insee ? _parInsee.GetValueOrDefault(insee) : null, null);
    }

    public bool ALeNom(CategorieDeCollectivite categorie, string nom) => _noms.Contains(Nommer(categorie, CleDeTri.De(nom)));

    /// <summary>La fiche qui porte ce SIREN et peut servir de rattachement à cette catégorie, de préférence.</summary>
    public Repere? Parent(string siren, CategorieDeCollectivite categorie) =>
        _parSiren[siren]
            .Where(r => !r.EstArchivee)
            .OrderBy(r => EstAttendue(categorie, r.Categorie) ? 0 : 1)
            .ThenBy(r => r.CleDeTri, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Charge en entier les fiches que le fichier touche.</summary>
    public async Task ChargerAsync(MarchesDbContext contexte, IEnumerable<CollectiviteId> ids, CancellationToken annulation)
    {
        foreach (var lot in ids.Distinct().Chunk(500))
        {
            var fiches = await contexte
                .Collectivites.AsNoTracking()
                .AsSplitQuery()
                .Where(c => lot.Contains(c.Id))
                .OrderBy(c => c.Id)
                .ToListAsync(annulation);
            fiches.ForEach(f => _fiches[f.Id.Valeur] = f);
        }
    }

    public Collectivite Fiche(Repere repere) => _fiches[repere.Id.Valeur];

    public string? SirenDe(CollectiviteId? id) => id is { } cle ? _parId.GetValueOrDefault(cle.Valeur)?.Siren?.Valeur : null;

    public static bool EstAttendue(CategorieDeCollectivite enfant, CategorieDeCollectivite parent) =>
        new Domain.Collectivites.Regles.ParentDeLaBonneCategorie(enfant, parent).EstRespectee;

    private static string Nommer(CategorieDeCollectivite categorie, string cle) => $"{categorie}|{cle}";
}
