using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Groupements;

/// <summary>Reprend au millésime suivant les modèles de documents propres au groupement, et ceux qui y servent par défaut.</summary>
/// <remarks>Chaque modèle repris part de la version courante de l'ancien, qui garde son histoire.</remarks>
internal sealed class ReprendreLesModeles : IRepriseDeMillesime
{
    public async Task ReprendreAsync(
        MarchesDbContext contexte,
        Groupement ancien,
        Groupement nouveau,
        CancellationToken annulation
    )
    {
        var modeles = await contexte
            .Modeles.AsNoTracking()
            .Where(m => m.Groupement == ancien.Id && m.ArchiveLe == null)
            .OrderBy(m => m.CleDeTri)
            .ToListAsync(annulation);
        Dictionary<ModeleId, ModeleId> repris = [];
        foreach (var modele in modeles)
        {
            var courante = modele.Courante;
            var copie = Modele.Creer(
                modele.Nature,
                nouveau.Id,
                modele.Nom,
                new FichierDeModele(
                    courante.Piece,
                    courante.Sha256,
                    courante.DeposeeLe,
                    courante.DeposeePar,
                    $"Repris de {ancien.Reference}, version {courante.Numero.ToString(Domain.Noyau.Francais.Culture)}.",
                    []
                )
            );
            contexte.Add(copie);
            repris[modele.Id] = copie.Id;
        }

        var portee = ModeleParDefaut.De(ancien.Id);
        foreach (
            var defaut in await contexte.ModelesParDefaut.AsNoTracking().Where(d => d.Portee == portee).ToListAsync(annulation)
        )
        {
            if (repris.TryGetValue(defaut.Modele, out var copie))
            {
                contexte.Add(
                    new ModeleParDefaut
                    {
                        Nature = defaut.Nature,
                        Portee = ModeleParDefaut.De(nouveau.Id),
                        Modele = copie,
                    }
                );
            }
        }
    }
}
