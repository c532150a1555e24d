using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Une campagne dans une liste.</summary>
public sealed record CampagneDeListe(
    CampagneId Id,
    string Reference,
    string Intitule,
    string Groupement,
    int Exercice,
    DateOnly Ouverture,
    DateOnly Cloture,
    EtatDeCampagne Etat,
    int Reponses,
    int Repondues
);

/// <summary>Les campagnes du périmètre d'un agent, par pages.</summary>
public sealed class LireCampagnes(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<CampagneDeListe>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagnes = contexte.CampagnesVisibles(acteur).AsNoTracking();
        if (int.TryParse(demande.Filtre("exercice"), Francais.Culture, out var exercice))
        {
            campagnes = campagnes.Where(c => c.Exercice == exercice);
        }

        if (Guid.TryParse(demande.Filtre("groupement"), out var groupement))
        {
            var id = new Domain.Groupements.GroupementId(groupement);
            campagnes = campagnes.Where(c => c.Groupement == id);
        }

        if (Enum.TryParse<EtatDeCampagne>(demande.Filtre("etat"), out var etat))
        {
            campagnes = campagnes.Where(c => c.Etat == etat);
        }

        if (!string.IsNullOrWhiteSpace(demande.Recherche))
        {
            var texte = demande.Recherche.Trim();
            campagnes = campagnes.Where(c => c.Intitule.Contains(texte) || c.Reference.Contains(texte));
        }

        var total = await campagnes.CountAsync(annulation);
        campagnes = (demande.Tri, demande.Decroissant) switch
        {
            ("intitule", false) => campagnes.OrderBy(c => c.Intitule),
            ("intitule", true) => campagnes.OrderByDescending(c => c.Intitule),
            ("cloture", false) => campagnes.OrderBy(c => c.Cloture),
            ("cloture", true) => campagnes.OrderByDescending(c => c.Cloture),
            ("reference", false) => campagnes.OrderBy(c => c.Reference),
            _ => campagnes.OrderByDescending(c => c.Exercice).ThenByDescending(c => c.Reference),
        };
        var lues = await campagnes
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new
            {
                c.Id,
                c.Reference,
                c.Intitule,
                Groupement = contexte.Groupements.Where(g => g.Id == c.Groupement).Select(g => g.Nom).First(),
                c.Exercice,
                c.Ouverture,
                c.Cloture,
                c.ClotureLe,
                c.Etat,
                Reponses = contexte.Reponses.Count(r => r.Campagne == c.Id),
                Repondues = contexte.Reponses.Count(r =>
                    r.Campagne == c.Id && (r.Etat == EtatDeReponse.Validee || r.Etat == EtatDeReponse.Neant)
                ),
            })
            .ToListAsync(annulation);
        return new PageDe<CampagneDeListe>(
            [
                .. lues.Select(c => new CampagneDeListe(
                    c.Id,
                    c.Reference,
                    c.Intitule,
                    c.Groupement,
                    c.Exercice,
                    c.Ouverture,
                    c.Cloture,
                    c.Etat is EtatDeCampagne.Ouverte && c.ClotureLe <= horloge.Maintenant ? EtatDeCampagne.Close : c.Etat,
                    c.Reponses,
                    c.Repondues
                )),
            ],
            total
        );
    }

    /// <summary>Les groupements du périmètre, avec leurs prestations et leurs campagnes, pour en créer une.</summary>
    public async Task<IReadOnlyList<GroupementARecenser>> GroupementsAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limites = acteur.Perimetre.Groupements;
        var groupements = await contexte
            .Groupements.AsNoTracking()
            .Where(g => g.Etat != Domain.Groupements.EtatDuGroupement.Clos && (limites == null || limites.Contains(g.Id)))
            .OrderBy(g => g.CleDeTri)
            .ToListAsync(annulation);
        var ids = groupements.Select(g => g.Id).ToList();
        var campagnes = await contexte
            .Campagnes.AsNoTracking()
            .Where(c => ids.Contains(c.Groupement))
            .OrderByDescending(c => c.Exercice)
            .Select(c => new
            {
                c.Id,
                c.Groupement,
                c.Reference,
                c.Intitule,
            })
            .ToListAsync(annulation);
        return
        [
            .. groupements.Select(g => new GroupementARecenser(
                g.Id,
                g.Nom,
                [.. g.Prestations.Where(p => !p.EstRetiree).OrderBy(p => p.Ordre).Select(p => (p.Id, p.Libelle))],
                [.. campagnes.Where(c => c.Groupement == g.Id).Select(c => (c.Id, $"{c.Reference} — {c.Intitule}"))]
            )),
        ];
    }
}

/// <summary>Un groupement que l'on peut recenser.</summary>
public sealed record GroupementARecenser(
    Domain.Groupements.GroupementId Id,
    string Nom,
    IReadOnlyList<(Domain.Groupements.PrestationId Id, string Libelle)> Prestations,
    IReadOnlyList<(CampagneId Id, string Libelle)> Campagnes
);
