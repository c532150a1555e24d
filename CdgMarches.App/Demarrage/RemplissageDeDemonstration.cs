using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Remplit les réponses d'une campagne de démonstration de quantités inventées, stables d'une création à l'autre.</summary>
internal sealed class RemplissageDeDemonstration(
    MarchesDbContext contexte,
    IReadOnlyList<LigneDeCatalogue> lignes,
    DateTimeOffset instant,
    int dernierRecu
)
{
    private const string Auteur = "Démonstration";

    private static readonly string[] Signataires =
    [
        "Ariane Coppens",
        "Basile Duriez",
        "Célestine Houvenaghel",
        "Damien Lecoustre",
        "Edmée Quaghebeur",
        "Firmin Vasseur-Lannoy",
    ];

    private readonly Dictionary<CollectiviteId, int> _recus = [];

    private readonly Dictionary<PrestationId, List<LigneDeCatalogue>> _parPrestation = lignes
        .GroupBy(l => l.Prestation)
        .ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>Écrit une ligne de réponse par ligne de catalogue ; les quantités suivent le rang du membre.</summary>
    public void Repondre(Reponse reponse, int rang)
    {
        foreach (var ligne in _parPrestation[reponse.Prestation])
        {
            var valeur = new LigneDeReponse(reponse.Id, ligne.Numero, instant, Auteur);
            var estime = 1 + (rang * 7 + ligne.Numero * 3) % 12;
            if (ligne.Demandes.Accepte(ChampDeReponse.Estime))
            {
                valeur
                    .Poser(ChampDeReponse.Minimum, ValeurDeCellule.DeNombre(estime / 2 * 1000L))
                    .Poser(ChampDeReponse.Estime, ValeurDeCellule.DeNombre(estime * 1000L))
                    .Poser(ChampDeReponse.Maximum, ValeurDeCellule.DeNombre(estime * 2 * 1000L));
            }
            else
            {
                valeur.Poser(ChampDeReponse.MontantHt, ValeurDeCellule.DeNombre(estime * 15_000L));
            }

            contexte.LignesDeReponse.Add(valeur);
        }
    }

    /// <summary>Valide une réponse ; les réponses d'un même membre portent le même reçu.</summary>
    public void Valider(Reponse reponse, int rang)
    {
        if (!_recus.TryGetValue(reponse.Collectivite, out var recu))
        {
            recu = _recus.Count + 1;
            _recus.Add(reponse.Collectivite, recu);
        }

        reponse.Valider(
            new ControleDeReponse(_parPrestation[reponse.Prestation].Count, [], []),
            new SignatureDeReponse(ModeDeValidation.Lien, Signataires[rang % Signataires.Length], "Maire"),
            $"REC-{instant.Year}-{dernierRecu + recu:D6}",
            versionDuCatalogue: 1,
            instant
        );
    }

    /// <summary>Inscrit dans la série des reçus ceux qui viennent d'être donnés.</summary>
    public async Task RetenirLesRecusAsync(CancellationToken annulation)
    {
        var serie = $"RECU-{instant.Year}";
        var dernier = dernierRecu + _recus.Count;
        if (
            await contexte
                .Compteurs.Where(c => c.Serie == serie)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Dernier, dernier), annulation) == 0
        )
        {
            contexte.Compteurs.Add(new Compteur(serie, dernier));
        }
    }

    public void DireNeant(Reponse reponse) => reponse.DeclarerNeant(0, Auteur, "Besoin couvert par ailleurs.", 1, instant);

    /// <summary>Une saisie commencée et non validée.</summary>
    public void LaisserEnBrouillon(Reponse reponse) =>
        contexte.Entry(reponse).Property(r => r.Etat).CurrentValue = EtatDeReponse.Brouillon;
}
