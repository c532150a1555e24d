using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

internal static class AccesAuxModeles
{
    /// <summary>Un agent limité à des groupements tient leurs modèles, non ceux qui servent à tous.</summary>
    /// <exception cref="DroitManquantException">Le droit manque, ou la portée n'est pas la sienne.</exception>
    public static void ExigerModeles(this Acteur acteur, GroupementId? groupement)
    {
        acteur.Exiger(Droits.GererDocuments);
        if (!acteur.PeutTenir(groupement))
        {
            throw new DroitManquantException(Droits.GererDocuments);
        }
    }

    public static bool PeutTenir(this Acteur acteur, GroupementId? groupement) =>
        acteur.Peut(Droits.GererDocuments)
        && (groupement is { } g ? acteur.Perimetre.Comprend(g) : acteur.Perimetre.EstToutLeCdg);

    /// <exception cref="DroitManquantException">Le modèle n'existe pas, ou n'est pas de ceux que l'acteur tient.</exception>
    public static async Task<Modele> ModeleAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        ModeleId id,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererDocuments);
        var modele =
            await contexte.Modeles.DuPerimetre(acteur).SingleOrDefaultAsync(m => m.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererDocuments);
        acteur.ExigerModeles(modele.Groupement);
        return modele;
    }
}
