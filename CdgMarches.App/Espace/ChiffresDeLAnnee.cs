using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>L'année d'un groupement en chiffres, en tête de son rapport d'activité : chaque nombre est compté par la base.</summary>
/// <remarks>RG7.03. Les listes qui suivent se coupent au-delà de trente lignes ; ces nombres, jamais.</remarks>
internal static class ChiffresDeLAnnee
{
    public const string Rubrique = "L'année en chiffres";

    public static async Task<IReadOnlyList<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int annee,
        CancellationToken annulation
    )
    {
        var (debut, fin) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
        var adhesions = contexte.Adhesions.AsNoTracking().Where(a => a.Groupement == groupement);
        var entres = await adhesions.CountAsync(a => a.Entree == debut, annulation);
        var departs = contexte.DepartsDuGroupement(groupement);
        var partis = await departs.CountAsync(d => d.Fin >= debut && d.Fin <= fin, annulation);
        var partisAvant = departs.Where(d => d.Fin < debut).Select(d => d.Adhesion);
        var procedures = contexte.Procedures.AsNoTracking().Where(p => p.Groupement == groupement);
        var marches = contexte.Marches.AsNoTracking().Where(m => m.Groupement == groupement && m.NotifieLe != null);
        var cles = marches.Select(m => m.Id);
        var bilans = contexte.BilansDeMembre.AsNoTracking().Where(b => b.Annee == annee && cles.Contains(b.Marche));
        var attendus = await bilans.CountAsync(annulation);
        return
        [
            Ligne(
                "Membres au 1er janvier",
                await adhesions.EnVigueur(debut).CountAsync(a => !partisAvant.Contains(a.Id), annulation),
                entres == 0 ? "" : $", dont {Formats.Compter(entres, "entré")} ce jour"
            ),
            Ligne("Entrées dans l'année", await adhesions.CountAsync(a => a.Entree >= debut && a.Entree <= fin, annulation)),
            Ligne("Départs dans l'année", partis),
            Ligne("Procédures lancées", await procedures.CountAsync(p => p.LanceeLe >= debut && p.LanceeLe <= fin, annulation)),
            Ligne(
                "Procédures terminées",
                await procedures.CountAsync(p => p.TermineeLe >= debut && p.TermineeLe <= fin, annulation)
            ),
            Ligne("Marchés notifiés", await marches.CountAsync(m => m.NotifieLe >= debut && m.NotifieLe <= fin, annulation)),
            Ligne(
                "Marchés en cours au 31 décembre",
                await marches.CountAsync(m => m.NotifieLe <= fin && (m.Fin == null || m.Fin >= fin), annulation)
            ),
            Ligne(
                "Bilans d'exécution rendus",
                await bilans.CountAsync(b => b.RenduLe != null, annulation),
                $" sur {Formats.Compter(attendus, "attendu")}"
            ),
        ];
    }

    private static LigneDActivite Ligne(string titre, int nombre, string suite = "") =>
        new(titre, $"{Formats.Nombre((long)nombre)}{suite}");
}
