using CdgMarches.App.Socle.Composants;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Ce qu'une collectivité est pour les groupements du CDG ; il se lit sur ses adhésions et ne se saisit pas.</summary>
public enum StatutDeMembre
{
    /// <summary>Jamais membre d'un groupement.</summary>
    Prospect,

    /// <summary>Son entrée est fixée, à une date à venir.</summary>
    AdhesionEnCours,

    Adherent,

    /// <summary>Membre encore, mais sa sortie de tous ses groupements est fixée.</summary>
    RetraitDemande,

    Retire,
}

/// <summary>Les mots du statut, et comment il se lit.</summary>
public static class StatutDeMembreExtensions
{
    public static string Libelle(this StatutDeMembre statut) =>
        statut switch
        {
            StatutDeMembre.Prospect => "Prospect",
            StatutDeMembre.AdhesionEnCours => "Adhésion en cours",
            StatutDeMembre.Adherent => "Adhérent",
            StatutDeMembre.RetraitDemande => "Retrait demandé",
            StatutDeMembre.Retire => "Retiré",
        };

    public static Ton Ton(this StatutDeMembre statut) =>
        statut switch
        {
            StatutDeMembre.Prospect or StatutDeMembre.Retire => Socle.Composants.Ton.Neutre,
            StatutDeMembre.AdhesionEnCours => Socle.Composants.Ton.Info,
            StatutDeMembre.Adherent => Socle.Composants.Ton.Positif,
            StatutDeMembre.RetraitDemande => Socle.Composants.Ton.Attention,
        };

    internal static async Task<StatutDeMembre> StatutAsync(
        this MarchesDbContext contexte,
        CollectiviteId collectivite,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var adhesions = await contexte
            .Adhesions.AsNoTracking()
            .Where(a => a.Collectivite == collectivite)
            .Select(a => new { a.Entree, a.Sortie })
            .ToListAsync(annulation);
        var enVigueur = adhesions.FindAll(a => a.Entree <= jour && (a.Sortie is null || a.Sortie >= jour));
        return enVigueur.Count > 0
            ? enVigueur.TrueForAll(a => a.Sortie is not null)
                ? StatutDeMembre.RetraitDemande
                : StatutDeMembre.Adherent
            : adhesions.Exists(a => a.Entree > jour)
                ? StatutDeMembre.AdhesionEnCours
                : adhesions.Count > 0
                    ? StatutDeMembre.Retire
                    : StatutDeMembre.Prospect;
    }
}
