using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Procedures;
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
            .Adhesions.ChoixEnVigueur(procedure.Groupement, jour)
            .GroupBy(c => c.Prestation)
            .Select(g => new { Prestation = g.Key, Membres = g.Count() })
            .ToDictionaryAsync(g => g.Prestation, g => g.Membres, annulation);
        return procedure.Lots.ToDictionary(l => l.Numero, l => parPrestation.GetValueOrDefault(l.Prestation));
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
            """,
            annulation
        );
    }
}
