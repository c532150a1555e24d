using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Gèle une version numérotée des besoins : catalogue, membres et valeurs sont copiés dans la base (RG5.21).</summary>
/// <remarks>
/// Une instruction <c>INSERT … SELECT</c> par table, du même texte sur les deux moteurs : rien ne remonte dans l'application.
/// </remarks>
public sealed class GelerConsolidation(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>Le numéro de la version gelée.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var campagne = await contexte.CampagneAGererAsync(acteur, id, jeton);
                contexte.ExigerVersion(campagne, versionLue);
                var nonDecides = await NonDecidesAsync(contexte, id, jeton);
                var instant = horloge.Maintenant;
                var numero = campagne.Geler(nonDecides, motif, instant);
                var gel = new Consolidation(id, numero, acteur.Nom, instant, nonDecides, motif);
                contexte.Consolidations.Add(gel);
                await contexte.EnregistrerAsync(acteur, instant, jeton);
                await CopierAsync(contexte, gel.Id, id, jeton);
                return numero;
            },
            annulation
        );
    }

    /// <summary>Les réponses ni validées, ni néant, ni décidées : « Arras (PARAPHEUR) ».</summary>
    internal static async Task<List<string>> NonDecidesAsync(
        MarchesDbContext contexte,
        CampagneId id,
        CancellationToken annulation
    )
    {
        var restantes = await (
            from reponse in contexte.Reponses
            join membre in contexte.Collectivites on reponse.Collectivite equals membre.Id
            from prestation in contexte.Campagnes.Where(c => c.Id == id).SelectMany(c => c.Prestations)
            where
                reponse.Campagne == id
                && prestation.Prestation == reponse.Prestation
                && (
                    reponse.Etat == EtatDeReponse.NonOuverte
                    || reponse.Etat == EtatDeReponse.Brouillon
                    || reponse.Etat == EtatDeReponse.ARevoir
                )
            orderby membre.CleDeTri, prestation.Ordre
            select new { membre.Nom, prestation.Code }
        ).ToListAsync(annulation);
        return [.. restantes.Select(r => $"{r.Nom} ({r.Code})")];
    }

    private static async Task CopierAsync(
        MarchesDbContext contexte,
        ConsolidationId gel,
        CampagneId campagne,
        CancellationToken annulation
    )
    {
        var (g, c) = (gel.Valeur, campagne.Valeur);
        await contexte.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ConsolidationsCatalogue" ("Consolidation", "Ligne", "Prestation", "NumeroDeLot", "Ordre", "Designation", "Unite", "PrixUnitaireEstime", "Demandes")
            SELECT {g}, "Numero", "Prestation", "NumeroDeLot", "Ordre", "Designation", "Unite", "PrixUnitaireEstime", "Demandes"
            FROM "LignesDeCatalogue" WHERE "Campagne" = {c} AND "RetireeALaVersion" IS NULL
            """,
            annulation
        );
        await contexte.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ConsolidationsReponses" ("Consolidation", "Reponse", "Collectivite", "Prestation", "Etat", "Nom", "Siret")
            SELECT {g}, r."Id", r."Collectivite", r."Prestation", r."Etat", m."Nom", m."Siret"
            FROM "Reponses" AS r INNER JOIN "Collectivites" AS m ON m."Id" = r."Collectivite"
            WHERE r."Campagne" = {c}
            """,
            annulation
        );
        await contexte.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ConsolidationsLignes" ("Consolidation", "Reponse", "Ligne", "MinimumMilliemes", "EstimeMilliemes", "MaximumMilliemes", "MontantHtCentimes", "FinDeContrat", "Imputation", "Commentaire")
            SELECT {g}, l."Reponse", l."Ligne", l."MinimumMilliemes", l."EstimeMilliemes", l."MaximumMilliemes", l."MontantHtCentimes", l."FinDeContrat", l."Imputation", l."Commentaire"
            FROM "LignesDeReponse" AS l INNER JOIN "Reponses" AS r ON r."Id" = l."Reponse"
            INNER JOIN "LignesDeCatalogue" AS k ON k."Campagne" = r."Campagne" AND k."Numero" = l."Ligne"
            WHERE r."Campagne" = {c} AND r."Etat" IN ('Validee', 'RepriseN1') AND k."RetireeALaVersion" IS NULL
            """,
            annulation
        );
    }
}
