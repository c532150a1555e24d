using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Une nature de document dans la bibliothèque.</summary>
/// <param name="Code">Son code.</param>
/// <param name="Genre">Sa rubrique.</param>
/// <param name="Titre">Son nom.</param>
/// <param name="ParDefaut">Le modèle qui sert à tous les groupements.</param>
/// <param name="Modeles">Combien de modèles l'acteur peut voir.</param>
public sealed record NatureEnBibliotheque(string Code, GenreDeDocument Genre, string Titre, string ParDefaut, int Modeles)
{
    /// <summary>Les groupements du périmètre qui ont leur propre modèle par défaut.</summary>
    public IReadOnlyList<string> Propres { get; init; } = [];
}

/// <summary>Un modèle dans la page de sa nature.</summary>
public sealed record ModeleEnBibliotheque(
    ModeleId Id,
    string Nom,
    string? Groupement,
    int Version,
    DateTimeOffset DeposeeLe,
    string DeposeePar,
    bool EstParDefaut,
    bool EstArchive
);

/// <summary>Une nature, ses modèles et ce que l'acteur peut y faire.</summary>
public sealed record FicheDeNature(IModeleDeDocument Nature, IReadOnlyList<ModeleEnBibliotheque> Modeles, bool PeutGerer)
{
    /// <summary>Vrai si l'acteur tient les modèles communs à tous les groupements.</summary>
    public bool PeutGererPourTous { get; init; }
}

/// <summary>Un modèle et ses versions.</summary>
public sealed record FicheDeModele(
    ModeleId Id,
    int VersionDeLaFiche,
    IModeleDeDocument Nature,
    string Nom,
    GroupementId? Groupement,
    string? NomDuGroupement,
    bool EstParDefaut,
    bool EstArchive,
    IReadOnlyList<VersionMontree> Versions,
    Verdict PeutArchiver,
    Verdict PeutDesigner,
    bool PeutGerer
);

/// <summary>Une version d'un modèle, la plus récente d'abord.</summary>
public sealed record VersionMontree(
    int Numero,
    DateTimeOffset DeposeeLe,
    string DeposeePar,
    string? Commentaire,
    bool EstCourante
);

/// <summary>Lit la bibliothèque des modèles.</summary>
public sealed class LireBibliotheque(IDbContextFactory<MarchesDbContext> donnees, CatalogueDeDocuments catalogue)
{
    public async Task<IReadOnlyList<NatureEnBibliotheque>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var nombres = await contexte
            .Modeles.DuPerimetre(acteur)
            .Where(m => m.ArchiveLe == null)
            .GroupBy(m => m.Nature)
            .Select(g => new { Nature = g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Nature, g => g.Nombre, annulation);
        var designes = await (
            from designe in contexte.ModelesParDefaut
            join modele in contexte.Modeles on designe.Modele equals modele.Id
            where designe.Portee == Guid.Empty
            select new { designe.Nature, modele.Nom }
        ).ToDictionaryAsync(d => d.Nature, d => d.Nom, annulation);
        var propres = await PropresAsync(contexte, acteur, annulation);
        return
        [
            .. catalogue.Toutes.Select(n => new NatureEnBibliotheque(
                n.Code,
                n.Genre,
                n.Titre,
                designes.GetValueOrDefault(n.Code, ChoisirModele.NomDOrigine),
                nombres.GetValueOrDefault(n.Code)
            )
            {
                Propres = [.. propres[n.Code].Order(StringComparer.CurrentCulture)],
            }),
        ];
    }

    /// <summary>Par nature, les groupements du périmètre qui ont désigné leur propre modèle.</summary>
    private static async Task<ILookup<string, string>> PropresAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CancellationToken annulation
    )
    {
        var designes = await contexte
            .ModelesParDefaut.Where(d => d.Portee != Guid.Empty)
            .Select(d => new { d.Nature, d.Portee })
            .ToListAsync(annulation);
        List<GroupementId> ids = [.. designes.Select(d => new GroupementId(d.Portee)).Distinct()];
        var noms = await contexte
            .Groupements.DuPerimetre(acteur)
            .Where(g => ids.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id.Valeur, g => g.Nom, annulation);
        return designes.Where(d => noms.ContainsKey(d.Portee)).ToLookup(d => d.Nature, d => noms[d.Portee]);
    }

    /// <returns>La nature et ses modèles, ou null si aucune capacité ne la déclare.</returns>
    public async Task<FicheDeNature?> NatureAsync(Acteur acteur, string code, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (catalogue.Trouver(code) is not { } nature)
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modeles = await contexte
            .Modeles.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(m => m.Nature == code)
            .OrderBy(m => m.ArchiveLe != null)
            .ThenBy(m => m.CleDeTri)
            .Take(200)
            .ToListAsync(annulation);
        var designes = (
            await contexte.ModelesParDefaut.Where(d => d.Nature == code).Select(d => d.Modele).ToListAsync(annulation)
        ).ToHashSet();
        var groupements = await NomsAsync(contexte, modeles.Select(m => m.Groupement), annulation);
        return new FicheDeNature(
            nature,
            [
                .. modeles.Select(m => new ModeleEnBibliotheque(
                    m.Id,
                    m.Nom,
                    m.Groupement is { } g ? groupements.GetValueOrDefault(g) : null,
                    m.Courante.Numero,
                    m.Courante.DeposeeLe,
                    m.Courante.DeposeePar,
                    designes.Contains(m.Id),
                    m.EstArchive
                )),
            ],
            acteur.Peut(Droits.GererDocuments)
        )
        {
            PeutGererPourTous = acteur.PeutTenir(null),
        };
    }

    /// <returns>Le modèle, ou null s'il n'existe pas, n'est pas du périmètre ou n'a plus de nature.</returns>
    public async Task<FicheDeModele?> ModeleAsync(Acteur acteur, ModeleId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = await contexte.Modeles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(m => m.Id == id, annulation);
        if (modele is null || catalogue.Trouver(modele.Nature) is not { } nature)
        {
            return null;
        }

        var estParDefaut = await contexte.ModelesParDefaut.AnyAsync(d => d.Modele == id, annulation);
        var groupements = await NomsAsync(contexte, [modele.Groupement], annulation);
        return new FicheDeModele(
            id,
            modele.Version,
            nature,
            modele.Nom,
            modele.Groupement,
            modele.Groupement is { } g ? groupements.GetValueOrDefault(g) : null,
            estParDefaut,
            modele.EstArchive,
            [
                .. modele
                    .Versions.OrderByDescending(v => v.Numero)
                    .Select(v => new VersionMontree(
                        v.Numero,
                        v.DeposeeLe,
                        v.DeposeePar,
                        v.Commentaire,
                        v.Numero == modele.Courante.Numero
                    )),
            ],
            modele.PeutArchiver(estParDefaut),
            modele.PeutDesigner(),
            acteur.PeutTenir(modele.Groupement)
        );
    }

    /// <summary>La pièce d'une version d'un modèle du périmètre.</summary>
    public async Task<Guid?> PieceAsync(Acteur acteur, ModeleId id, int numero, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = await contexte.Modeles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(m => m.Id == id, annulation);
        return modele?.Versions.FirstOrDefault(v => v.Numero == numero)?.Piece;
    }

    private static async Task<Dictionary<GroupementId, string>> NomsAsync(
        MarchesDbContext contexte,
        IEnumerable<GroupementId?> demandes,
        CancellationToken annulation
    )
    {
        var ids = demandes.OfType<GroupementId>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await contexte.Groupements.Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Nom, annulation);
    }
}
