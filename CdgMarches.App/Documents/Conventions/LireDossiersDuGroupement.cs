using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Où est le dossier de la convention d'un groupement.</summary>
public sealed class LireDossiersDuGroupement(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>L'adresse de sa page ; null si la convention n'est pas ouverte ou pas du périmètre.</returns>
    public async Task<string?> AdresseAsync(Acteur acteur, GroupementId groupement, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouvee = await (
            from convention in contexte.ConventionsConstitutives
            join g in contexte.Groupements.DuPerimetre(acteur) on convention.Groupement equals g.Id
            where g.Id == groupement
            select new { convention.Id }
        ).FirstOrDefaultAsync(annulation);
        return trouvee is null ? null : AdressesDesDocuments.Dossier(nameof(ConventionConstitutive), trouvee.Id.Valeur);
    }
}
