using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Un registre du profil d'acheteur, en CSV ou Excel : aperçu, puis inscription de ce qui n'y est pas encore.</summary>
/// <typeparam name="T">Ce que le registre garde.</typeparam>
public abstract class ImportDeRegistre<T>(LireRegistre lire, TenirRegistre tenir)
    where T : class
{
    private protected abstract PlanDImport Plan { get; }

    private protected abstract Champs<T> Champs { get; }

    private protected abstract IReadOnlyList<T> Inscrits(Registre registre);

    private protected abstract string Cle(T inscrit);

    private protected abstract string? Cle(LigneDImport ligne);

    private protected abstract void Controler(LigneDImport ligne, T? inscrit);

    /// <summary>Ce qu'une ligne à importer inscrit ; nul si elle n'inscrit rien.</summary>
    private protected abstract EcritureAuRegistre? Ecrire(LigneDApercu ligne);

    /// <summary>Lit le fichier et dit ce qu'il inscrirait ; rien n'est écrit.</summary>
    public async Task<ApercuDImport> PreparerAsync(
        Acteur acteur,
        ProcedureId id,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var deja = Inscrits((await lire.DuPerimetreAsync(acteur, id, annulation)).Registre)
            .GroupBy(Cle, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return ApercuDImport.Construire(
            Plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            Cle,
            cle => deja.GetValueOrDefault(cle),
            Champs,
            Controler
        );
    }

    /// <summary>Inscrit les lignes sans erreur.</summary>
    /// <returns>Le nombre d'écritures.</returns>
    public async Task<int> AppliquerAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ApercuDImport apercu,
        CancellationToken annulation = default
    )
    {
        List<EcritureAuRegistre> ecritures = [.. apercu.LignesAEcrire.Select(Ecrire).OfType<EcritureAuRegistre>()];
        await tenir.ExecuterAsync(acteur, id, versionLue, ecritures, annulation);
        return ecritures.Count;
    }
}
