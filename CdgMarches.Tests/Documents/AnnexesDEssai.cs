using CdgMarches.App.Documents.Conventions;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Documents;

/// <summary>Dépose au dossier d'une convention les annexes qui lui manquent, comme un agent le fait avant de la signer.</summary>
internal static class AnnexesDEssai
{
    /// <summary>Pour un cas d'usage monté sans les sortes de convention : aucun dossier, donc aucune annexe attendue.</summary>
    public static LireAnnexesManquantes SansDossier(IDbContextFactory<MarchesDbContext> donnees) =>
        new(donnees, new DossiersDeConvention([]));

    /// <returns>Combien d'annexes il a fallu déposer.</returns>
    public static async Task<int> ReunirAsync(LireDossier lire, TenirDossier tenir, Acteur agent, string objetType, Guid objet)
    {
        var manquantes = (await lire.ExecuterAsync(agent, objetType, objet))!.Annexes.Where(a => !a.EstReunie).ToList();
        foreach (var annexe in manquantes)
        {
            using var pdf = new MemoryStream("%PDF-1.7\n%%EOF\n"u8.ToArray());
            await tenir.DeposerAsync(agent, objetType, objet, annexe.Code, "annexe.pdf", pdf);
        }

        return manquantes.Count;
    }

    public static Task<int> ReunirAsync(IServiceProvider services, Acteur agent, string objetType, Guid objet) =>
        ReunirAsync(
            services.GetRequiredService<LireDossier>(),
            services.GetRequiredService<TenirDossier>(),
            agent,
            objetType,
            objet
        );
}
