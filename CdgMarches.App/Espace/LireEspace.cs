using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Une chose à faire pour un membre : ce que c'est, jusqu'à quand, combien de temps cela prend, un bouton.</summary>
/// <param name="Titre">Ce qu'il y a à faire.</param>
/// <param name="Detail">Pour qui et pour quoi.</param>
/// <param name="Avant">Le dernier jour où le faire.</param>
/// <param name="Minutes">Le temps que cela prend, en minutes, arrondi à cinq.</param>
/// <param name="Bouton">Le verbe du bouton.</param>
/// <param name="Adresse">Où il mène.</param>
public sealed record ChoseAFaire(string Titre, string Detail, DateOnly Avant, int Minutes, string Bouton, string Adresse)
{
    /// <summary>L'heure où il est trop tard, ce dernier jour ; nul si l'on a jusqu'au soir.</summary>
    public TimeOnly? Heure { get; init; }
}

/// <summary>La campagne d'un membre, dans la liste des siennes.</summary>
public sealed record CampagneDuMembre(
    CampagneId Campagne,
    string Reference,
    string Intitule,
    CollectiviteId Collectivite,
    string Membre,
    DateOnly JourLimite,
    int Reponses,
    int Rendues,
    bool Ouverte
);

/// <summary>Ce que voit un membre en entrant.</summary>
public sealed record EspaceLu(
    IReadOnlyList<ChoseAFaire> AFaire,
    int Autres,
    IReadOnlyList<CampagneDuMembre> Campagnes,
    IReadOnlyList<AgentDuCdg> Agents,
    string Titre
);

/// <summary>Lit l'espace d'un membre : au plus trois choses à faire, ses campagnes, l'agent du CDG qui les suit.</summary>
public sealed class LireEspace(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<ISourceDuMembre> sources
)
{
    /// <summary>Au-delà de trois, une liste ne dit plus par où commencer.</summary>
    public const int ChosesAuPlus = 3;

    private const int SecondesParLigne = 20;

    public async Task<EspaceLu> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        var maintenant = horloge.Maintenant;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await (
            from reponse in contexte.Reponses
            join campagne in contexte.Campagnes on reponse.Campagne equals campagne.Id
            join membre in contexte.Collectivites on reponse.Collectivite equals membre.Id
            where siennes.Contains(reponse.Collectivite)
            select new Lue(
                reponse.Campagne,
                campagne.Reference,
                campagne.Intitule,
                campagne.Exercice,
                reponse.Collectivite,
                membre.Nom,
                reponse.Etat,
                reponse.OuverteJusqua,
                reponse.RepondueLe,
                contexte.LignesDeCatalogue.Count(l =>
                    l.Campagne == reponse.Campagne && l.Prestation == reponse.Prestation && l.RetireeALaVersion == null
                ),
                contexte.LignesDeReponse.Count(l => l.Reponse == reponse.Id)
            )
        ).ToListAsync(annulation);
        var groupes = reponses.GroupBy(r => (r.Campagne, r.Collectivite)).ToList();
        List<ChoseAFaire> autres = [];
        foreach (var source in sources)
        {
            autres.AddRange(await source.ExecuterAsync(acteur, annulation));
        }

        var aFaire = groupes
            .Where(g => g.Any(r => r.EstAFaire(maintenant)))
            .Select(g => AFaire(acteur, [.. g], maintenant))
            .Concat(autres)
            .OrderBy(c => c.Avant)
            .ThenBy(c => c.Detail, StringComparer.Create(Francais.Culture, ignoreCase: true))
            .ToList();
        return new EspaceLu(
            [.. aFaire.Take(ChosesAuPlus)],
            Math.Max(0, aFaire.Count - ChosesAuPlus),
            [
                .. groupes
                    .OrderByDescending(g => g.First().Exercice)
                    .ThenByDescending(g => g.First().Reference)
                    .ThenBy(g => g.First().Membre)
                    .Select(g => Resumer([.. g], maintenant)),
            ],
            await AgentsAsync(contexte, [.. groupes.Select(g => g.Key.Campagne).Distinct()], annulation),
            await TitreAsync(contexte, siennes, annulation)
        );
    }

    /// <summary>Le nom de la collectivité, quand le membre n'en sert qu'une.</summary>
    private static async Task<string> TitreAsync(
        MarchesDbContext contexte,
        IReadOnlyList<CollectiviteId> siennes,
        CancellationToken annulation
    ) =>
        siennes is [var seule]
            ? await contexte.Collectivites.Where(c => c.Id == seule).Select(c => c.Nom).SingleOrDefaultAsync(annulation)
                ?? "Mon espace"
            : "Mon espace";

    private ChoseAFaire AFaire(Acteur acteur, List<Lue> reponses, DateTimeOffset maintenant)
    {
        var premiere = reponses[0];
        var restantes = reponses.Where(r => r.EstAFaire(maintenant)).ToList();
        var aRevoir = restantes.Exists(r => r.Etat is EtatDeReponse.ARevoir);
        var aValider =
            acteur.Perimetre.EstSignataire(premiere.Collectivite) && restantes.TrueForAll(r => r.LignesSaisies > 0) && !aRevoir;
        var lignes = restantes.Sum(r => Math.Max(0, r.Lignes - r.LignesSaisies));
        return new ChoseAFaire(
            aRevoir ? "Revoir nos besoins"
                : aValider ? "Valider nos besoins"
                : "Dire nos besoins",
            $"{premiere.Membre} · {premiere.Intitule}" + (restantes.Count > 1 ? $" ({restantes.Count} prestations)" : ""),
            horloge.Jour(restantes.Min(r => r.OuverteJusqua).AddMilliseconds(-1)),
            Math.Max(5, ((lignes * SecondesParLigne / 60) + 4) / 5 * 5),
            aRevoir ? "Revoir"
                : aValider ? "Relire et valider"
                : "Commencer ou continuer",
            $"/recensements/{premiere.Campagne.Valeur}/membres/{premiere.Collectivite.Valeur}"
        );
    }

    private CampagneDuMembre Resumer(List<Lue> reponses, DateTimeOffset maintenant) =>
        new(
            reponses[0].Campagne,
            reponses[0].Reference,
            reponses[0].Intitule,
            reponses[0].Collectivite,
            reponses[0].Membre,
            horloge.Jour(reponses.Max(r => r.OuverteJusqua).AddMilliseconds(-1)),
            reponses.Count,
            reponses.Count(r => r.Etat.EstRepondu()),
            reponses.Exists(r => r.EstAFaire(maintenant))
        );

    private static async Task<IReadOnlyList<AgentDuCdg>> AgentsAsync(
        MarchesDbContext contexte,
        List<CampagneId> campagnes,
        CancellationToken annulation
    )
    {
        var agents = await (
            from campagne in contexte.Campagnes
            join compte in contexte.Users on campagne.Responsable equals compte.Id
            where campagnes.Contains(campagne.Id) && compte.EstActif
            select new
            {
                compte.Nom,
                compte.PhoneNumber,
                compte.Email,
            }
        )
            .Distinct()
            .ToListAsync(annulation);
        return [.. agents.Select(a => new AgentDuCdg(a.Nom, a.PhoneNumber, a.Email))];
    }

    private sealed record Lue(
        CampagneId Campagne,
        string Reference,
        string Intitule,
        int Exercice,
        CollectiviteId Collectivite,
        string Membre,
        EtatDeReponse Etat,
        DateTimeOffset OuverteJusqua,
        DateTimeOffset? RepondueLe,
        int Lignes,
        int LignesSaisies
    )
    {
        public bool EstAFaire(DateTimeOffset maintenant) => Etat.EstSaisissable() && maintenant < OuverteJusqua;
    }
}
