using CdgMarches.Database;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Retrouve ce que le même membre avait répondu à la campagne précédente, ligne par ligne.</summary>
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
                on new
                {
                    Campagne = campagne.Precedente,
                    reponse.Collectivite,
                    reponse.Prestation,
                } equals new
                {
                    Campagne = (CampagneId?)repondue.Campagne,
                    repondue.Collectivite,
                    repondue.Prestation,
                }
            join valeur in contexte.LignesDeReponse
                on new { Reponse = repondue.Id, Ligne = avant.Numero } equals new { valeur.Reponse, valeur.Ligne }
            where
                ligne.Campagne == reponse.Campagne
                && ligne.Prestation == reponse.Prestation
                && ligne.Unite == avant.Unite
                && (repondue.Etat == EtatDeReponse.Validee || repondue.Etat == EtatDeReponse.RepriseN1)
            select new { ligne.Numero, Valeur = valeur }
        )
            .AsNoTracking()
            .ToListAsync(annulation);
        return lignes.ToDictionary(l => l.Numero, l => l.Valeur);
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
}
