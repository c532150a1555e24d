using System.Data;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CdgMarches.Database.Collectivites;

/// <summary>Charge d'un bloc le catalogue national des communes et des EPCI, à la place de celui qui y était.</summary>
/// <remarks>
/// Trente-six mille lignes par un ordre préparé ou par copie en masse : le suivi des modifications d'EF y mettrait dix fois
/// plus de temps.
/// </remarks>
public static class ChargerCatalogue
{
    /// <summary>La version de la donnée livrée : l'orchestrateur la compare à celle qui est en base.</summary>
    public const string Version = "2026";

    /// <summary>À citer partout où la donnée est montrée ou remise (Licence Ouverte 2.0).</summary>
    public const string Attribution =
        "INSEE (code officiel géographique, populations légales), DGCL (EPCI), La Poste (codes postaux), assemblés par Etalab (@etalab/decoupage-administratif 6.0.0), Licence Ouverte 2.0.";

    private const string Ressource = "CdgMarches.Database.Reference.collectivites-france-2026.csv.gz";

    private static readonly string[] Colonnes =
    [
        nameof(CollectiviteDeReference.Code),
        nameof(CollectiviteDeReference.Nature),
        nameof(CollectiviteDeReference.Nom),
        nameof(CollectiviteDeReference.CleDeTri),
        nameof(CollectiviteDeReference.CleDeRecherche),
        nameof(CollectiviteDeReference.CodeInsee),
        nameof(CollectiviteDeReference.Siren),
        nameof(CollectiviteDeReference.CodePostal),
        nameof(CollectiviteDeReference.Departement),
        nameof(CollectiviteDeReference.PopulationMunicipale),
        nameof(CollectiviteDeReference.SirenEpci),
    ];

    /// <returns>Le nombre d'entrées chargées.</returns>
    public static async Task<int> ExecuterAsync(MarchesDbContext contexte, CancellationToken annulation = default)
    {
        var charges = 0;
        await contexte.EnTransactionAsync(async jeton => charges = await DansLaTransactionAsync(contexte, jeton), annulation);
        return charges;
    }

    /// <summary>Le même, dans la transaction que l'appelant a ouverte.</summary>
    public static async Task<int> DansLaTransactionAsync(MarchesDbContext contexte, CancellationToken annulation)
    {
        var lignes = Lire();
        await contexte.CatalogueNational.ExecuteDeleteAsync(annulation);
        var transaction = contexte.Database.CurrentTransaction!.GetDbTransaction();
        if (transaction is SqlTransaction sqlServer)
        {
            await CopierAsync(sqlServer, lignes, annulation);
        }
        else
        {
            Inserer((SqliteTransaction)transaction, lignes);
        }

        return lignes.Count;
    }

    private static void Inserer(SqliteTransaction transaction, List<object?[]> lignes)
    {
        using var commande = transaction.Connection!.CreateCommand();
        commande.Transaction = transaction;
        var noms = string.Join(", ", Colonnes.Select(c => $"\"{c}\""));
        var valeurs = string.Join(", ", Colonnes.Select(c => $"${c}"));
        // The names are the constants above: nothing typed by anyone goes into the text.
#pragma warning disable CA2100
        commande.CommandText = $"INSERT INTO \"CatalogueNational\" ({noms}) VALUES ({valeurs})";
#pragma warning restore CA2100
        var parametres = Colonnes.Select(c => commande.Parameters.Add(new SqliteParameter($"${c}", null))).ToArray();
        commande.Prepare();
        foreach (var ligne in lignes)
        {
            for (var i = 0; i < parametres.Length; i++)
            {
                parametres[i].Value = ligne[i] ?? DBNull.Value;
            }

            commande.ExecuteNonQuery();
        }
    }

    private static async Task CopierAsync(SqlTransaction transaction, List<object?[]> lignes, CancellationToken annulation)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var colonne in Colonnes)
        {
            table.Columns.Add(
                colonne,
                colonne == nameof(CollectiviteDeReference.PopulationMunicipale) ? typeof(int) : typeof(string)
            );
        }

        lignes.ForEach(l => table.Rows.Add(l));
        using var copie = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.Default, transaction)
        {
            DestinationTableName = "CatalogueNational",
        };
        foreach (var colonne in Colonnes)
        {
            copie.ColumnMappings.Add(colonne, colonne);
        }

        await copie.WriteToServerAsync(table, annulation);
    }

    private static List<object?[]> Lire()
    {
        using var flux =
            typeof(ChargerCatalogue).Assembly.GetManifestResourceStream(Ressource)
            ?? throw new InvalidOperationException($"La ressource {Ressource} manque au programme.");
        using var lecteur = new StreamReader(new GZipStream(flux, CompressionMode.Decompress), Encoding.UTF8);
        lecteur.ReadLine();
        var lignes = new List<object?[]>(36_500);
        while (lecteur.ReadLine() is { } ligne)
        {
            var champs = ligne.Split(';');
            if (champs is not [var nature, var nom, var insee, var siren, var postal, var departement, var population, var epci])
            {
                throw new InvalidDataException($"Ligne du catalogue national illisible : « {ligne} ».");
            }

            lignes.Add([
                nature == "COMMUNE" ? insee : siren,
                Nature(nature).ToString(),
                nom,
                CleDeTri.De(nom),
                CleDeTri.De($"{nom} {postal} {insee} {siren}"),
                Ou(insee),
                Ou(siren),
                Ou(postal),
                Ou(departement),
                population.Length == 0 ? null : int.Parse(population, CultureInfo.InvariantCulture),
                Ou(epci),
            ]);
        }

        return lignes;
    }

    private static string? Ou(string champ) => champ.Length == 0 ? null : champ;

    private static NatureDeReference Nature(string code) =>
        code switch
        {
            "COMMUNE" => NatureDeReference.Commune,
            "CC" => NatureDeReference.CommunauteDeCommunes,
            "CA" => NatureDeReference.CommunauteDAgglomeration,
            "CU" => NatureDeReference.CommunauteUrbaine,
            "METRO" or "MET69" => NatureDeReference.Metropole,
            _ => throw new InvalidDataException($"Nature inconnue au catalogue national : « {code} »."),
        };
}
