using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>La réponse d'un membre derrière un chiffre consolidé.</summary>
public sealed record ReponseDerriere(
    ReponseId Reponse,
    CollectiviteId Collectivite,
    string Membre,
    EtatDeReponse Etat,
    long? Minimum,
    long? Estime,
    long? Maximum,
    long? MontantHt,
    string? Commentaire
);

/// <summary>La ligne dont on ouvre le chiffre.</summary>
public sealed record LigneOuverte(int Numero, string Designation, string Unite, int Lot, ChampDeReponse Demandes);

/// <summary>Ouvre un chiffre de la consolidation : les réponses dont il est la somme.</summary>
public sealed class LireDetailDeLigne(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<LigneOuverte?> LigneAsync(Acteur acteur, CampagneId id, int numero, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from ligne in contexte.LignesDeCatalogue
            join campagne in contexte.CampagnesVisibles(acteur) on ligne.Campagne equals campagne.Id
            where ligne.Campagne == id && ligne.Numero == numero
            select new LigneOuverte(ligne.Numero, ligne.Designation, ligne.Unite, ligne.NumeroDeLot, ligne.Demandes)
        ).SingleOrDefaultAsync(annulation);
    }

    public async Task<PageDe<ReponseDerriere>> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        int numero,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var toutes =
            from reponse in contexte.ReponsesVisibles(acteur)
            join membre in contexte.Collectivites on reponse.Collectivite equals membre.Id
            join saisie in contexte.LignesDeReponse on reponse.Id equals saisie.Reponse
            where reponse.Campagne == id && saisie.Ligne == numero
            select new
            {
                reponse,
                membre,
                saisie,
            };
        toutes =
            demande.Filtre("etat") == "toutes"
                ? toutes
                : toutes.Where(x => x.reponse.Etat == EtatDeReponse.Validee || x.reponse.Etat == EtatDeReponse.RepriseN1);
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            toutes = toutes.Where(x => x.membre.CleDeRecherche.Contains(mot));
        }

        var total = await toutes.CountAsync(annulation);
        toutes = (demande.Tri, demande.Decroissant) switch
        {
            ("estime", false) => toutes.OrderBy(x => x.saisie.EstimeMilliemes).ThenBy(x => x.membre.CleDeTri),
            ("estime", true) => toutes.OrderByDescending(x => x.saisie.EstimeMilliemes).ThenBy(x => x.membre.CleDeTri),
            ("maximum", false) => toutes.OrderBy(x => x.saisie.MaximumMilliemes).ThenBy(x => x.membre.CleDeTri),
            ("maximum", true) => toutes.OrderByDescending(x => x.saisie.MaximumMilliemes).ThenBy(x => x.membre.CleDeTri),
            ("membre", true) => toutes.OrderByDescending(x => x.membre.CleDeTri),
            _ => toutes.OrderBy(x => x.membre.CleDeTri),
        };
        var page = await toutes
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(x => new ReponseDerriere(
                x.reponse.Id,
                x.membre.Id,
                x.membre.Nom,
                x.reponse.Etat,
                x.saisie.MinimumMilliemes,
                x.saisie.EstimeMilliemes,
                x.saisie.MaximumMilliemes,
                x.saisie.MontantHtCentimes,
                x.saisie.Commentaire
            ))
            .ToListAsync(annulation);
        return new PageDe<ReponseDerriere>(page, total);
    }
}
