using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Procedures;

/// <summary>Compte et fige les acheteurs d'une procédure, sans jamais les charger.</summary>
public static class ListeFigee
{
    /// <summary>Pour chaque lot, les membres en vigueur ce jour-là qui avaient choisi sa prestation.</summary>
    public static async Task<Dictionary<int, int>> MembresParLotAsync(
        this MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        var parPrestation = await contexte
            .MembresConcernes(procedure.Id, procedure.Groupement, procedure.Consolidation, jour)
            .GroupBy(c => c.Prestation)
            .Select(g => new { Prestation = g.Key, Membres = g.Count() })
            .ToDictionaryAsync(g => g.Prestation, g => g.Membres, annulation);
        return procedure.Lots.ToDictionary(l => l.Numero, l => parPrestation.GetValueOrDefault(l.Prestation));
    }

    /// <summary>Les membres en vigueur et leurs choix, sans ceux que la procédure ou le recensement gelé écarte.</summary>
    /// <remarks>Un membre exclu, ou qui a dit n'avoir aucun besoin, n'est pas du marché ; le néant présumé y reste, sans quantité.</remarks>
    public static IQueryable<MembreEtPrestation> MembresConcernes(
        this MarchesDbContext contexte,
        ProcedureId procedure,
        GroupementId groupement,
        ConsolidationId? consolidation,
        DateOnly jour
    )
    {
        var concernes = contexte
            .Adhesions.ChoixEnVigueur(groupement, jour)
            .Where(c => !contexte.ExclusionsDeMembre.Any(e => e.Procedure == procedure && e.Collectivite == c.Collectivite));
        return consolidation is not { } gel
            ? concernes
            : concernes.Where(c =>
                !contexte.ReponsesGelees.Any(r =>
                    r.Consolidation == gel
                    && r.Prestation == c.Prestation
                    && r.Collectivite == c.Collectivite
                    && (r.Etat == EtatDeReponse.Exclue || r.Etat == EtatDeReponse.Neant)
                )
            );
    }

    /// <summary>Copie la liste en une instruction, la même sur les deux moteurs. À appeler dans la transaction du lancement.</summary>
    public static Task<int> FigerMembresAsync(
        this MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        var (id, groupement) = (procedure.Id.Valeur, procedure.Groupement.Valeur);
        return contexte.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ProceduresMembres" ("ProcedureId", "Lot", "Collectivite", "Nom", "CleDeTri", "Siret")
            SELECT l."ProcedureId", l."Numero", a."Collectivite", m."Nom", m."CleDeTri", m."Siret"
            FROM "ProceduresLots" AS l
            INNER JOIN "AdhesionsChoix" AS c ON c."Prestation" = l."Prestation"
            INNER JOIN "Adhesions" AS a ON a."Id" = c."AdhesionId"
            INNER JOIN "Collectivites" AS m ON m."Id" = a."Collectivite"
            WHERE l."ProcedureId" = {id} AND a."Groupement" = {groupement}
              AND a."Entree" <= {jour} AND (a."Sortie" IS NULL OR a."Sortie" >= {jour})
              AND c."Du" <= {jour} AND (c."Au" IS NULL OR c."Au" >= {jour})
              AND NOT EXISTS (SELECT 1 FROM "ProceduresExclusions" AS x WHERE x."ProcedureId" = l."ProcedureId" AND x."Collectivite" = a."Collectivite")
              AND NOT EXISTS (
                SELECT 1 FROM "ConsolidationsReponses" AS r INNER JOIN "Procedures" AS p ON p."Consolidation" = r."Consolidation"
                WHERE p."Id" = l."ProcedureId" AND r."Prestation" = l."Prestation" AND r."Collectivite" = a."Collectivite" AND r."Etat" IN ('Exclue', 'Neant')
              )
            """,
            annulation
        );
    }
}
