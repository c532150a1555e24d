using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Retrouve ce que le même membre avait répondu à la campagne précédente, ligne par ligne.</summary>
/// <remarks>
/// Une collectivité qui a succédé à d'autres (commune nouvelle, fusion d'EPCI) hérite de leurs réponses : leurs quantités
/// s'ajoutent aux siennes.
/// </remarks>
internal static class ValeursN1
{
    /// <summary>Les valeurs N-1 d'une réponse, par numéro de ligne de la campagne en cours.</summary>
    /// <remarks>Seule une réponse validée, ou reprise d'office, fait foi. Une ligne dont l'unité a changé n'est pas comparable.</remarks>
    public static async Task<Dictionary<int, LigneDeReponse>> DeLaReponseAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        CancellationToken annulation
    )
    {
        var membres = await AvecCellesQuElleRemplaceAsync(contexte, reponse.Collectivite, annulation);
        var lignes = await (
            from ligne in contexte.LignesDeCatalogue
            join campagne in contexte.Campagnes on ligne.Campagne equals campagne.Id
            join avant in contexte.LignesDeCatalogue
                on new { Campagne = campagne.Precedente, Numero = ligne.LigneN1 } equals new
                {
                    Campagne = (CampagneId?)avant.Campagne,
                    Numero = (int?)avant.Numero,
                }
            join repondue in contexte.Reponses
                on new { Campagne = campagne.Precedente, reponse.Prestation } equals new
                {
                    Campagne = (CampagneId?)repondue.Campagne,
                    repondue.Prestation,
                }
            join valeur in contexte.LignesDeReponse
                on new { Reponse = repondue.Id, Ligne = avant.Numero } equals new { valeur.Reponse, valeur.Ligne }
            where
                ligne.Campagne == reponse.Campagne
                && ligne.Prestation == reponse.Prestation
                && membres.Contains(repondue.Collectivite)
                && ligne.Unite == avant.Unite
                && (repondue.Etat == EtatDeReponse.Validee || repondue.Etat == EtatDeReponse.RepriseN1)
            select new { ligne.Numero, Valeur = valeur }
        )
            .AsNoTracking()
            .ToListAsync(annulation);
        return lignes
            .GroupBy(l => l.Numero)
            .ToDictionary(g => g.Key, g => g.Select(l => l.Valeur).Aggregate((a, b) => a.Ajouter(b)));
    }

    /// <summary>Vrai si le membre, ou une collectivité qu'il remplace, avait répondu à la campagne précédente.</summary>
    public static async Task<bool> ExistentAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        CampagneId? precedente,
        CancellationToken annulation
    )
    {
        if (precedente is null)
        {
            return false;
        }

        var membres = await AvecCellesQuElleRemplaceAsync(contexte, reponse.Collectivite, annulation);
        return await contexte.Reponses.AnyAsync(
            r =>
                r.Campagne == precedente
                && r.Prestation == reponse.Prestation
                && membres.Contains(r.Collectivite)
                && (r.Etat == EtatDeReponse.Validee || r.Etat == EtatDeReponse.RepriseN1),
            annulation
        );
    }

    /// <summary>La valeur que l'on compare à la référence d'une ligne : l'estimé, à défaut le maximum, le minimum, le montant.</summary>
    public static long? Reference(this LigneDeReponse? ligne) =>
        ligne is null
            ? null
            : new LigneAExaminer(
                ligne.MinimumMilliemes,
                ligne.EstimeMilliemes,
                ligne.MaximumMilliemes,
                ligne.MontantHtCentimes
            ).Reference;

    /// <summary>La collectivité, et de proche en proche celles auxquelles elle a succédé.</summary>
    private static async Task<List<CollectiviteId>> AvecCellesQuElleRemplaceAsync(
        MarchesDbContext contexte,
        CollectiviteId collectivite,
        CancellationToken annulation
    )
    {
        List<CollectiviteId> toutes = [collectivite];
        for (List<CollectiviteId> dernieres = toutes; dernieres.Count > 0; )
        {
            dernieres = await contexte
                .Collectivites.Where(c => c.Successeur != null && dernieres.Contains(c.Successeur.Value))
                .Select(c => c.Id)
                .Where(id => !toutes.Contains(id))
                .ToListAsync(annulation);
            toutes = [.. toutes, .. dernieres];
        }

        return toutes;
    }
}
