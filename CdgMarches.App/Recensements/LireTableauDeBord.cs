using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Une case de la matrice : la réponse d'un membre à une prestation.</summary>
public sealed record CaseDeMatrice(ReponseId Id, PrestationId Prestation, EtatDeReponse Etat, bool HorsDelai)
{
    public string Libelle => HorsDelai ? "Hors délai" : Etat.Libelle();
}

/// <summary>Un membre et ses réponses.</summary>
public sealed record LigneDeMatrice(CollectiviteId Collectivite, string Nom, IReadOnlyList<CaseDeMatrice> Cases)
{
    public CaseDeMatrice? De(PrestationId prestation) => Cases.FirstOrDefault(c => c.Prestation == prestation);
}

/// <summary>La matrice membres × prestations d'une campagne, par pages de membres.</summary>
/// <remarks>
/// Une page lit ses membres dans l'ordre de l'index des noms, puis leurs réponses par leur clé : son coût ne dépend ni du
/// nombre de campagnes, ni de celui des lignes.
/// </remarks>
public sealed class LireTableauDeBord(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Le filtre des membres sans réponse, tous états d'attente confondus.</summary>
    public const string EnAttente = "attente";

    public async Task<PageDe<LigneDeMatrice>> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!await contexte.CampagnesVisibles(acteur).AnyAsync(c => c.Id == id, annulation))
        {
            throw new DroitManquantException(Droits.ConsulterCdg);
        }

        var reponses = Filtrer(contexte.Reponses.Where(r => r.Campagne == id), demande);
        var membres = contexte.Collectivites.Where(c => reponses.Any(r => r.Collectivite == c.Id));
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            membres = membres.Where(c => c.CleDeRecherche.Contains(mot));
        }

        var total = demande.Recherche is null
            ? await reponses.Select(r => r.Collectivite).Distinct().CountAsync(annulation)
            : await membres.CountAsync(annulation);
        membres = demande.Decroissant
            ? membres.OrderByDescending(c => c.CleDeTri).ThenByDescending(c => c.Id)
            : membres.OrderBy(c => c.CleDeTri).ThenBy(c => c.Id);
        var page = await membres
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new { c.Id, c.Nom })
            .ToListAsync(annulation);
        var ids = page.Select(m => m.Id).ToList();
        var maintenant = horloge.Maintenant;
        var cases = await contexte
            .Reponses.Where(r => r.Campagne == id && ids.Contains(r.Collectivite))
            .Select(r => new
            {
                r.Id,
                r.Collectivite,
                r.Prestation,
                r.Etat,
                r.OuverteJusqua,
            })
            .ToListAsync(annulation);
        var parMembre = cases.ToLookup(
            c => c.Collectivite,
            c => new CaseDeMatrice(c.Id, c.Prestation, c.Etat, c.Etat.EstSaisissable() && c.OuverteJusqua <= maintenant)
        );
        return new PageDe<LigneDeMatrice>([.. page.Select(m => new LigneDeMatrice(m.Id, m.Nom, [.. parMembre[m.Id]]))], total);
    }

    /// <summary>Les réponses qu'une sélection désigne : toutes celles du filtre, ou celles des membres cochés.</summary>
    public async Task<IReadOnlyList<ReponseId>> EnAttenteAsync(
        Acteur acteur,
        CampagneId id,
        Demande demande,
        IReadOnlyCollection<CollectiviteId>? membres,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = Filtrer(contexte.ReponsesVisibles(acteur).Where(r => r.Campagne == id), demande)
            .Where(r =>
                r.Etat == EtatDeReponse.NonOuverte || r.Etat == EtatDeReponse.Brouillon || r.Etat == EtatDeReponse.ARevoir
            );
        if (membres is not null)
        {
            reponses = reponses.Where(r => membres.Contains(r.Collectivite));
        }
        else if (!string.IsNullOrWhiteSpace(demande.Recherche))
        {
            var trouves = contexte.Collectivites.AsQueryable();
            foreach (var mot in CleDeTri.Mots(demande.Recherche))
            {
                trouves = trouves.Where(c => c.CleDeRecherche.Contains(mot));
            }

            reponses = reponses.Where(r => trouves.Any(c => c.Id == r.Collectivite));
        }

        return await reponses.Select(r => r.Id).ToListAsync(annulation);
    }

    private static IQueryable<Reponse> Filtrer(IQueryable<Reponse> reponses, Demande demande)
    {
        if (Guid.TryParse(demande.Filtre("prestation"), out var valeur))
        {
            var prestation = new PrestationId(valeur);
            reponses = reponses.Where(r => r.Prestation == prestation);
        }

        return demande.Filtre("etat") switch
        {
            EnAttente => reponses.Where(r =>
                r.Etat == EtatDeReponse.NonOuverte || r.Etat == EtatDeReponse.Brouillon || r.Etat == EtatDeReponse.ARevoir
            ),
            { } texte when Enum.TryParse<EtatDeReponse>(texte, out var etat) => reponses.Where(r => r.Etat == etat),
            _ => reponses,
        };
    }
}
