using CdgMarches.Database;
using Microsoft.Data.Sqlite;

namespace CdgMarches.App.Demarrage;

/// <summary>Les réglages lus une fois au démarrage, chemins rendus absolus.</summary>
/// <param name="Fournisseur">Le moteur de la base (<c>Database:Provider</c>).</param>
/// <param name="Connexion">La chaîne de connexion (<c>ConnectionStrings:CdgMarches</c>).</param>
/// <param name="DossierDesFichiers">Où sont rangées les pièces (<c>Fichiers:Dossier</c>).</param>
/// <param name="Racine">Le dossier d'où partent les chemins relatifs.</param>
/// <param name="Fuseau">Le fuseau du CDG (<c>Horloge:Fuseau</c>).</param>
public sealed record Reglages(
    Fournisseur Fournisseur,
    string Connexion,
    string DossierDesFichiers,
    string Racine,
    TimeZoneInfo Fuseau
)
{
    /// <exception cref="ReglageInvalideException">Un réglage manque ou ne peut être lu : sa phrase dit lequel et que faire.</exception>
    public static Reglages Lire(IConfiguration configuration, IHostEnvironment environnement)
    {
        var racine = environnement.IsDevelopment() ? RacineDuDepot(environnement.ContentRootPath) : environnement.ContentRootPath;
        var moteur = configuration["Database:Provider"] ?? nameof(Fournisseur.Sqlite);
        if (!Enum.TryParse<Fournisseur>(moteur, ignoreCase: true, out var fournisseur) || !Enum.IsDefined(fournisseur))
        {
            throw new ReglageInvalideException(
                $"Le réglage Database:Provider vaut « {moteur} » : il doit valoir Sqlite ou SqlServer. Corrigez-le, puis relancez."
            );
        }

        var connexion = configuration.GetConnectionString("CdgMarches");
        if (string.IsNullOrWhiteSpace(connexion))
        {
            throw new ReglageInvalideException(
                "La chaîne de connexion ConnectionStrings:CdgMarches manque : aucune base n'a été ouverte. Renseignez-la, puis relancez."
            );
        }

        return new Reglages(
            fournisseur,
            fournisseur is Fournisseur.Sqlite ? Sqlite(connexion, racine) : connexion,
            Absolu(configuration["Fichiers:Dossier"] ?? "data/fichiers", racine),
            racine,
            LireFuseau(configuration["Horloge:Fuseau"] ?? "Europe/Paris")
        );
    }

    private static string Sqlite(string connexion, string racine)
    {
        try
        {
            var lue = new SqliteConnectionStringBuilder(connexion);
            if (lue.Mode is not SqliteOpenMode.Memory && lue.DataSource is not ":memory:")
            {
                lue.DataSource = Absolu(lue.DataSource, racine);
            }

            return lue.ToString();
        }
        catch (ArgumentException)
        {
            throw new ReglageInvalideException(
                "La chaîne de connexion ConnectionStrings:CdgMarches ne se lit pas comme une connexion SQLite. Écrivez par exemple « Data Source=data/cdgmarches.db », ou réglez Database:Provider sur SqlServer."
            );
        }
    }

    private static TimeZoneInfo LireFuseau(string identifiant) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(identifiant, out var fuseau)
            ? fuseau
            : throw new ReglageInvalideException(
                $"Le réglage Horloge:Fuseau vaut « {identifiant} », qui n'est pas un fuseau connu. Écrivez par exemple Europe/Paris."
            );

    private static string Absolu(string chemin, string racine) => Path.GetFullPath(chemin, racine);

    private static string RacineDuDepot(string depart)
    {
        for (var dossier = new DirectoryInfo(depart); dossier is not null; dossier = dossier.Parent)
        {
            if (File.Exists(Path.Combine(dossier.FullName, "CdgMarches.sln")))
            {
                return dossier.FullName;
            }
        }

        return depart;
    }
}

/// <summary>Un réglage empêche le démarrage ; le message est la phrase à montrer.</summary>
public sealed class ReglageInvalideException(string message) : Exception(message);
