using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Ce qu'une capacité dit des suites d'un retrait : minima, siège à la commission, contributions… (RG1.32).</summary>
public interface ISuitesDeRetrait
{
    Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    );
}

internal static class AccesAuxRetraits
{
    /// <inheritdoc cref="AccesAuxGroupements.AGererAsync{T}"/>
    public static Task<DossierDeRetrait> RetraitAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        DossierDeRetraitId id,
        CancellationToken annulation
    ) => contexte.DossiersDeRetrait.AGererAsync(acteur, d => d.Groupement, d => d.Id == id, annulation);

    public static async Task<FaitsDeRetrait> FaitsAsync(
        this MarchesDbContext contexte,
        DossierDeRetrait dossier,
        Groupement groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var lendemain = (dossier.SortieLe ?? jour).AddDays(1);
        return new FaitsDeRetrait(
            await contexte.NomAsync(dossier.Collectivite, annulation),
            groupement.Coordonnateur == dossier.Collectivite,
            groupement.Regles.SortieDuCoordonnateur,
            await contexte
                .Adhesions.EnVigueur(lendemain)
                .Where(a => a.Groupement == dossier.Groupement && a.Collectivite != dossier.Collectivite)
                .Select(a => a.Collectivite)
                .Distinct()
                .CountAsync(annulation),
            await contexte.ProcedureEnCoursAsync(dossier.Groupement, annulation)
        );
    }

    /// <summary>Combien de membres, parmi ceux qui restent, n'ont pas encore la preuve d'avoir été informés.</summary>
    public static async Task<int> NonInformesAsync(
        this MarchesDbContext contexte,
        string objetType,
        Guid objetId,
        CancellationToken annulation
    )
    {
        var preuves = contexte.PreuvesDInformation.Where(p => p.ObjetType == objetType && p.ObjetId == objetId);
        var informes = preuves.Faites(contexte).Select(p => p.Collectivite);
        return await preuves
            .Where(p => !informes.Contains(p.Collectivite))
            .Select(p => p.Collectivite)
            .Distinct()
            .CountAsync(annulation);
    }
}
