using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Un import du journal, avec ce que l'on peut encore en faire.</summary>
public sealed record ImportMontre(
    ImportDeCollectivitesId Id,
    int Version,
    string NomDuFichier,
    string Empreinte,
    string Auteur,
    DateTimeOffset PrepareLe,
    DateTimeOffset? AppliqueLe,
    DateTimeOffset? AnnuleLe,
    EtatDImport Etat,
    string Resume,
    IReadOnlyList<string> Avis,
    int LignesEnErreur,
    int LignesAEcrire,
    BilanDImport Bilan,
    Verdict PeutToutImporter,
    Verdict PeutImporterLesBonnes,
    Verdict PeutAnnuler
)
{
    public bool ADesRefus => LignesEnErreur > 0;
}

/// <summary>Une ligne de l'aperçu, ou ce qu'il en est advenu.</summary>
public sealed record LigneMontree(
    int Numero,
    string Nom,
    string Cle,
    EtatDeLigne Etat,
    IReadOnlyList<CelluleMontree> Cellules,
    IReadOnlyList<string> Messages,
    SortDeLigne Sort,
    string? Motif,
    Guid? Fiche
);

/// <summary>Lit les imports et leurs lignes, page à page.</summary>
public sealed class LireImports(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string FiltreEtat = "etat";

    public async Task<ImportMontre?> ExecuterAsync(
        Acteur acteur,
        ImportDeCollectivitesId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var import = await contexte.ImportsDeCollectivites.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, annulation);
        return import is null ? null : Montrer(import);
    }

    /// <summary>Le journal des imports, le plus récent d'abord.</summary>
    public async Task<PageDe<ImportMontre>> JournalAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var imports = contexte.ImportsDeCollectivites.AsNoTracking();
        var total = await imports.CountAsync(annulation);
        var page = await imports
            .OrderByDescending(i => i.PrepareLe)
            .ThenByDescending(i => i.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<ImportMontre>([.. page.Select(Montrer)], total);
    }

    public async Task<PageDe<LigneMontree>> LignesAsync(
        Acteur acteur,
        ImportDeCollectivitesId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = contexte.LignesImportees.AsNoTracking().Where(l => l.Import == id);
        if (Enum.TryParse<EtatDeLigne>(demande.Filtre(FiltreEtat), out var etat))
        {
            var nom = etat.ToString();
            lignes = lignes.Where(l => l.Etat == nom);
        }

        if (demande.Recherche is { Length: > 0 } mot)
        {
            lignes = lignes.Where(l => l.Nom.Contains(mot) || l.Cle.Contains(mot));
        }

        var total = await lignes.CountAsync(annulation);
        var page = await lignes.OrderBy(l => l.Numero).Skip(demande.Ignorer).Take(demande.Prendre).ToListAsync(annulation);
        return new PageDe<LigneMontree>(
            [
                .. page.Select(l => new LigneMontree(
                    l.Numero,
                    l.Nom,
                    l.Cle,
                    Enum.Parse<EtatDeLigne>(l.Etat),
                    JsonSerializer.Deserialize<List<CelluleMontree>>(l.Cellules) ?? [],
                    l.Messages.Length == 0 ? [] : l.Messages.Split('\n'),
                    l.Sort,
                    l.Motif,
                    l.Fiche
                )),
            ],
            total
        );
    }

    /// <summary>Le fichier des lignes refusées, avec son nom ; null s'il n'y en a pas.</summary>
    public async Task<byte[]?> RefusAsync(Acteur acteur, ImportDeCollectivitesId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.FichiersDesRefus.Where(f => f.Import == id).Select(f => f.Contenu).SingleOrDefaultAsync(annulation);
    }

    private ImportMontre Montrer(ImportDeCollectivites i) =>
        new(
            i.Id,
            i.Version,
            i.NomDuFichier,
            i.Empreinte,
            i.Auteur,
            i.PrepareLe,
            i.AppliqueLe,
            i.AnnuleLe,
            i.Etat,
            i.Resume,
            i.Avis.Length == 0 ? [] : i.Avis.Split('\n'),
            i.LignesEnErreur,
            i.LignesAEcrire,
            new BilanDImport(i.Creees, i.Modifiees, i.Inchangees, i.Refusees),
            i.PeutAppliquer(toutOuRien: true),
            i.PeutAppliquer(toutOuRien: false),
            i.PeutAnnuler(horloge.Maintenant)
        );
}
