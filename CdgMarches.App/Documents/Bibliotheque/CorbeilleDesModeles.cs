using CdgMarches.App.Accueil;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Les modèles de documents archivés.</summary>
internal sealed class CorbeilleDesModeles(IDbContextFactory<MarchesDbContext> donnees, TenirModele tenir) : ISourceDeCorbeille
{
    public string Genre => "Modèle de document";

    public async Task<IReadOnlyList<ObjetRetire>> LireAsync(Acteur acteur, DateTimeOffset depuis, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lus = await contexte
            .Modeles.DuPerimetre(acteur)
            .AsNoTracking()
            .Where(m => m.ArchiveLe >= depuis)
            .Select(m => new
            {
                m.Id,
                m.Version,
                m.Nom,
                m.Groupement,
                m.ArchiveLe,
            })
            .ToListAsync(annulation);
        return
        [
            .. lus.Select(m => new ObjetRetire(
                Genre,
                m.Id.Valeur,
                m.Version,
                m.Nom,
                AdressesDesDocuments.Modele(m.Id),
                m.ArchiveLe!.Value,
                acteur.PeutTenir(m.Groupement)
            )),
        ];
    }

    public Task RetablirAsync(Acteur acteur, Guid id, int versionLue, CancellationToken annulation) =>
        tenir.RetablirAsync(acteur, new ModeleId(id), versionLue, annulation);
}
