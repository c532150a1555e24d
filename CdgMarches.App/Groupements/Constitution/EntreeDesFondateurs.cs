using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Les fondateurs deviennent membres le jour où leur convention entre en vigueur, et non le jour où l'on a créé le groupement.</summary>
internal static class EntreeDesFondateurs
{
    /// <summary>Règle l'entrée des parties sur l'entrée en vigueur, avant l'enregistrement de ce qui l'a fait changer (RG1.12).</summary>
    /// <param name="contexte">Le contexte où la convention a changé.</param>
    /// <param name="groupement">Le groupement ; déjà ouvert, sa convention est une reprise et ses membres gardent leur entrée.</param>
    /// <param name="convention">Sa convention.</param>
    /// <param name="avant">L'entrée en vigueur d'avant le changement : les entrées qu'elle avait fixées la suivent.</param>
    /// <param name="annulation">Abandonne.</param>
    public static async Task SuivreLEntreeEnVigueurAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        ConventionConstitutive convention,
        DateOnly? avant,
        CancellationToken annulation
    )
    {
        if (groupement.Etat is not EtatDuGroupement.EnPreparation || convention.EnVigueurLe is not { } le)
        {
            return;
        }

        var entree = groupement.JourUtile(le);
        DateOnly? fixee = avant is { } jour ? groupement.JourUtile(jour) : null;
        var parties = convention.Parties.Select(p => p.Collectivite).ToList();
        var fondateurs = await contexte
            .Adhesions.Where(a => a.Groupement == groupement.Id && parties.Contains(a.Collectivite))
            .Where(a => a.Entree < entree || a.Entree == fixee)
            .Where(a => a.Sortie == null || a.Sortie >= entree)
            .Where(a => !contexte.DossiersDAdhesion.Any(d => d.Adhesion == a.Id))
            .ToListAsync(annulation);
        fondateurs.ForEach(f => f.PrendreEffetAvecLaConvention(entree));
    }
}
