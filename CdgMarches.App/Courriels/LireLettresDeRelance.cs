using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Une lettre prête à imprimer.</summary>
public sealed record LettreImprimable(
    string Membre,
    string AdressePostale,
    DateOnly Jour,
    string Cdg,
    string Objet,
    string Texte
);

/// <summary>Les relances des trente derniers jours qui n'ont pu partir par courriel.</summary>
public sealed class LireLettresDeRelance(
    IDbContextFactory<MarchesDbContext> donnees,
    ComposerCourriel composer,
    HorlogeLegale horloge
)
{
    private const int LettresAuPlus = 500;

    public async Task<IReadOnlyList<LettreImprimable>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        var modele = await composer.LireAsync(RelancerRecensements.Modele, annulation);
        var (depuis, jour) = (horloge.Aujourdhui.AddDays(-30), horloge.Aujourdhui);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limites = acteur.Perimetre.Groupements?.ToList();
        var lignes = await (
            from r in contexte.Relances
            where r.Envoi == null && r.Jour >= depuis
            join m in contexte.Collectivites on r.Collectivite equals m.Id
            join c in contexte.Campagnes on r.Campagne equals c.Id
            where limites == null || limites.Contains(c.Groupement)
            orderby m.CleDeTri, r.Jour
            select new
            {
                r.Jour,
                r.Echelon,
                Membre = m.Nom,
                Collectivite = m.Id,
                m.Siege,
                m.Postale,
                Campagne = c.Id,
                c.Intitule,
                c.Cloture,
                EstClos = c.Etat != EtatDeCampagne.Ouverte || c.Cloture < jour,
            }
        )
            .Take(LettresAuPlus)
            .ToListAsync(annulation);
        return
        [
            .. lignes
                .GroupBy(l => (l.Collectivite, l.Jour))
                .Select(groupe =>
                {
                    var membre = groupe.First();
                    var courriel = modele.Pour(
                        "",
                        membre.Membre,
                        new Dictionary<string, string>
                        {
                            ["recensements"] = string.Join(
                                '\n',
                                groupe.Select(l =>
                                    RelancerRecensements.Ligne(
                                        new RecensementARelancer(
                                            l.Campagne,
                                            l.Intitule,
                                            l.Cloture,
                                            l.EstClos,
                                            new EchelonDeRelance(l.Echelon, l.Jour),
                                            l.Collectivite,
                                            l.Membre
                                        )
                                    )
                                )
                            ),
                            ["lien"] = "votre espace, ou l'état des besoins papier que nous tenons à votre disposition",
                        }
                    );
                    return new LettreImprimable(
                        membre.Membre,
                        LireDestinataires.Postale(membre.Postale.EstVide ? membre.Siege : membre.Postale),
                        membre.Jour,
                        modele.Cdg,
                        courriel.Objet,
                        courriel.Texte
                    );
                }),
        ];
    }
}
