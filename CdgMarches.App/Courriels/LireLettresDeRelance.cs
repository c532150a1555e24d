using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Un recensement qu'une lettre rappelle.</summary>
public sealed record RecensementEnLettre(string Intitule, string Reference, DateOnly Cloture, bool EstClos);

/// <summary>Une lettre de relance à imprimer ; l'enveloppe porte le nom du bloc d'adresse, « Commune d'Arras ».</summary>
public sealed record LettreImprimable(
    CollectiviteId Collectivite,
    string Membre,
    string Enveloppe,
    Adresse Adresse,
    DateOnly Jour,
    IReadOnlyList<RecensementEnLettre> Recensements
);

/// <summary>Les relances des trente derniers jours qui n'ont pu partir par courriel : une lettre par membre et par jour.</summary>
public sealed class LireLettresDeRelance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    private const int JoursGardes = 30;
    private const int RelancesAuPlus = 2000;

    /// <param name="acteur">Le gestionnaire ; un agent limité ne lit que ses groupements.</param>
    /// <param name="membre">Un seul membre ; null pour tous.</param>
    /// <param name="aussiParCourriel">Vrai pour lire aussi celles parties par courriel, afin de relire la lettre sur un vrai cas.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <returns>Les lettres, membre par membre, la plus récente de chacun d'abord.</returns>
    public async Task<IReadOnlyList<LettreImprimable>> ExecuterAsync(
        Acteur acteur,
        CollectiviteId? membre = null,
        bool aussiParCourriel = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererRecensements);
        var (depuis, jour) = (horloge.Aujourdhui.AddDays(-JoursGardes), horloge.Aujourdhui);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limites = acteur.Perimetre.Groupements?.ToList();
        var lignes = await (
            from r in contexte.Relances
            where (aussiParCourriel || r.Envoi == null) && r.Jour >= depuis && (membre == null || r.Collectivite == membre)
            join m in contexte.Collectivites on r.Collectivite equals m.Id
            join c in contexte.Campagnes on r.Campagne equals c.Id
            where limites == null || limites.Contains(c.Groupement)
            orderby m.CleDeTri, m.Id, r.Jour descending
            select new
            {
                r.Jour,
                Membre = m.Nom,
                m.Grammaire.Designation,
                Collectivite = m.Id,
                m.Siege,
                m.Postale,
                c.Intitule,
                c.Reference,
                c.Cloture,
                EstClos = c.Etat != EtatDeCampagne.Ouverte || c.Cloture < jour,
            }
        )
            .Take(RelancesAuPlus)
            .ToListAsync(annulation);
        return
        [
            .. lignes
                .GroupBy(l => (l.Collectivite, l.Jour))
                .Select(groupe =>
                {
                    var premiere = groupe.First();
                    return new LettreImprimable(
                        premiere.Collectivite,
                        premiere.Membre,
                        GrammaireDuNom.SansArticle(premiere.Designation),
                        premiere.Postale.Sinon(premiere.Siege),
                        premiere.Jour,
                        [
                            .. groupe
                                .OrderBy(l => l.Cloture)
                                .Select(l => new RecensementEnLettre(l.Intitule, l.Reference.ToString(), l.Cloture, l.EstClos)),
                        ]
                    );
                }),
        ];
    }
}
