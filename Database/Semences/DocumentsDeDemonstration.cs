using CdgMarches.Database.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Le papier à en-tête du CDG de la démonstration ; le signataire est inventé.</summary>
internal static class DocumentsDeDemonstration
{
    private static readonly (string Cle, string Valeur)[] Reglages =
    [
        ("cdg.nom", ContexteDeDemonstration.Cdg62),
        ("cdg.adresse", "Allée du Château\n62700 Bruay-la-Buissière"),
        ("cdg.ville", "Bruay-la-Buissière"),
        ("cdg.signataire", "Dominique Lefebvre"),
        ("cdg.tribunal", "tribunal administratif de Lille, 5 rue Geoffroy Saint-Hilaire, 59000 Lille"),
    ];

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        var connus = (await contexte.ReglagesGeneraux.Select(r => r.Cle).ToListAsync(annulation)).ToHashSet();
        foreach (var (cle, valeur) in Reglages.Where(r => !connus.Contains(r.Cle)))
        {
            contexte.Add(new ReglageGeneral(cle, valeur) { ModifieLe = demonstration.Maintenant, ModifiePar = "Démonstration" });
        }

        await contexte.SaveChangesAsync(annulation);
    }
}
