using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'une annulation a défait, et ce qu'elle a laissé.</summary>
public sealed record BilanDAnnulationDeConventions(int Defaites, int Gardees);

/// <summary>Défait un import dans les vingt-quatre heures ; une convention qui a changé depuis est laissée.</summary>
/// <remarks>
/// Une convention ouverte par l'import est abandonnée, pour que les numéros restent sans trou ; une convention datée retrouve ses
/// actes d'avant.
/// </remarks>
public sealed class AnnulerImportDeConventions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<BilanDAnnulationDeConventions> ExecuterAsync(
        Acteur acteur,
        ImportDeConventionsId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                contexte.ChangeTracker.Clear();
                var import =
                    await contexte.ImportsDeConventions.SingleOrDefaultAsync(i => i.Id == id, jeton)
                    ?? throw new RefusException("Cet import n'existe plus. Rien n'a été modifié.");
                contexte.ExigerVersion(import, versionLue);
                import.PeutAnnuler(horloge.Maintenant).Exiger();
                HashSet<int> defaites = [];
                foreach (var ligne in import.Lignes)
                {
                    var convention = await contexte.ConventionAsync(acteur, ligne.Convention, jeton);
                    if (convention.Version == ligne.VersionEcrite)
                    {
                        await contexte.VerrouillerAsync([convention.Collectivite], jeton);
                        var faits = await contexte.FaitsSousAsync(convention, horloge, jeton);
                        if (Defaire(convention, ligne, import.NomDuFichier, faits))
                        {
                            defaites.Add(ligne.Numero);
                        }
                    }
                }

                import.Annuler(defaites, horloge.Maintenant);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return new BilanDAnnulationDeConventions(defaites.Count, import.Lignes.Count - defaites.Count);
            },
            annulation
        );
    }

    /// <returns>Faux si la convention a servi depuis : elle garde les actes que le fichier lui a donnés.</returns>
    private bool Defaire(
        ConventionDAcces convention,
        LigneDImportDeConventions ligne,
        string fichier,
        IReadOnlyList<FaitSousLaConvention> faits
    )
    {
        var (jour, motif) = (horloge.Aujourdhui, $"Import « {fichier} » annulé.");
        var avant = ligne.Avant is { } json ? JsonSerializer.Deserialize<ActesDAcces>(json)! : ActesDAcces.Aucun;
        if (!convention.PeutDater(avant, jour, [], [], faits).EstFavorable)
        {
            return false;
        }

        convention.Dater(avant, jour, [], [], motif, faits);
        if (ligne.Effet is EffetDImport.Ouverte)
        {
            convention.Abandonner(jour, motif);
        }

        return true;
    }
}

/// <summary>Un import dans le journal des imports.</summary>
public sealed record LigneDuJournalDImport(
    ImportDeConventionsId Id,
    int Version,
    string NomDuFichier,
    string Auteur,
    DateTimeOffset AppliqueLe,
    DateTimeOffset? AnnuleLe,
    int Ouvertes,
    int Datees,
    int Refusees,
    bool PeutAnnuler
);

/// <summary>Les imports appliqués, les plus récents d'abord, page par page.</summary>
public sealed class LireImportsDeConventions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDuJournalDImport>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        var limite = horloge.Maintenant - ImportDeConventions.DelaiDAnnulation;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var imports = contexte.ImportsDeConventions.AsNoTracking();
        return new PageDe<LigneDuJournalDImport>(
            await imports
                .OrderByDescending(i => i.AppliqueLe)
                .ThenBy(i => i.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(i => new LigneDuJournalDImport(
                    i.Id,
                    i.Version,
                    i.NomDuFichier,
                    i.Auteur,
                    i.AppliqueLe,
                    i.AnnuleLe,
                    i.Lignes.Count(l => l.Effet == EffetDImport.Ouverte),
                    i.Lignes.Count(l => l.Effet == EffetDImport.Datee),
                    i.Refusees,
                    i.AnnuleLe == null && i.AppliqueLe >= limite
                ))
                .ToListAsync(annulation),
            await imports.CountAsync(annulation)
        );
    }
}
