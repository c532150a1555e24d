using System.Globalization;
using CdgMarches.Database;
using Microsoft.Data.SqlClient;
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
    /// <summary>L'adresse à laquelle les personnes joignent l'application (<c>AdressePublique</c>) ; les liens des courriels en partent.</summary>
    public Uri? AdressePublique { get; init; }

    /// <summary>Appliquer les migrations au démarrage (<c>Database:MigrationAutomatique</c>) : vrai par défaut sur SQLite seulement.</summary>
    public bool MigrationAutomatique { get; init; } = true;

    /// <summary>Durée d'inactivité après laquelle il faut se reconnecter (<c>Comptes:DureeDeSession</c>, en minutes).</summary>
    public TimeSpan DureeDeSession { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Envois de formulaires de compte acceptés d'une même adresse réseau en une minute (<c>Comptes:EnvoisParMinute</c>).</summary>
    public int EnvoisParMinute { get; init; } = 30;

    /// <summary>Le fichier de la base SQLite ; null sur SQL Server ou en mémoire.</summary>
    public string? FichierSqlite =>
        Fournisseur is Fournisseur.Sqlite
        && new SqliteConnectionStringBuilder(Connexion) is { Mode: not SqliteOpenMode.Memory } lue
            ? lue.DataSource is ":memory:"
                ? null
                : lue.DataSource
            : null;

    /// <summary>Hors Développement, on ne sert personne sans savoir où mènent les liens des courriels.</summary>
    /// <exception cref="ReglageInvalideException">Le réglage AdressePublique manque.</exception>
    public void ExigerLAdressePublique(IHostEnvironment environnement)
    {
        if (AdressePublique is null && !environnement.IsDevelopment())
        {
            throw new ReglageInvalideException(
                "Le réglage AdressePublique manque : les liens envoyés par courriel ne mèneraient nulle part. Indiquez l'adresse à laquelle les personnes joignent l'application, par exemple https://marches.exemple.fr, puis relancez. Les données n'ont pas été touchées."
            );
        }
    }

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

        if (fournisseur is Fournisseur.SqlServer && string.IsNullOrWhiteSpace(configuration["Fichiers:Dossier"]))
        {
            throw new ReglageInvalideException(
                "Le réglage Fichiers:Dossier manque : sur SQL Server, indiquez le dossier des pièces, partagé par tous les serveurs de l'application."
            );
        }

        return new Reglages(
            fournisseur,
            fournisseur is Fournisseur.Sqlite ? Sqlite(connexion, racine) : SqlServer(connexion),
            Absolu(configuration["Fichiers:Dossier"] ?? "data/fichiers", racine),
            racine,
            LireFuseau(configuration["Horloge:Fuseau"] ?? "Europe/Paris")
        )
        {
            AdressePublique = LireAdressePublique(configuration["AdressePublique"]),
            MigrationAutomatique = LireBooleen(configuration, "Database:MigrationAutomatique", fournisseur is Fournisseur.Sqlite),
            DureeDeSession = TimeSpan.FromMinutes(LireEntier(configuration, "Comptes:DureeDeSession", 60, 5, 720)),
            EnvoisParMinute = LireEntier(configuration, "Comptes:EnvoisParMinute", 30, 1, 100_000),
        };
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

    private static string SqlServer(string connexion)
    {
        try
        {
            var lue = new SqlConnectionStringBuilder(connexion);
            return string.IsNullOrWhiteSpace(lue.DataSource) ? throw new ArgumentException("Serveur absent.") : connexion;
        }
        catch (Exception illisible) when (illisible is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new ReglageInvalideException(
                "La chaîne de connexion ConnectionStrings:CdgMarches ne se lit pas comme une connexion SQL Server. Écrivez par exemple « Server=serveur;Database=CdgMarches;Integrated Security=true;TrustServerCertificate=true », ou réglez Database:Provider sur Sqlite."
            );
        }
    }

    private static Uri? LireAdressePublique(string? adresse)
    {
        if (string.IsNullOrWhiteSpace(adresse))
        {
            return null;
        }

        return Uri.TryCreate(adresse.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new ReglageInvalideException(
                $"Le réglage AdressePublique vaut « {adresse} », qui n'est pas une adresse. Écrivez par exemple https://marches.exemple.fr."
            );
    }

    private static bool LireBooleen(IConfiguration configuration, string nom, bool parDefaut) =>
        configuration[nom] is not { Length: > 0 } texte ? parDefaut
        : bool.TryParse(texte, out var valeur) ? valeur
        : throw new ReglageInvalideException($"Le réglage {nom} vaut « {texte} » : il doit valoir true ou false.");

    private static int LireEntier(IConfiguration configuration, string nom, int parDefaut, int minimum, int maximum) =>
        configuration[nom] is not { Length: > 0 } texte ? parDefaut
        : int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var valeur)
        && valeur >= minimum
        && valeur <= maximum
            ? valeur
        : throw new ReglageInvalideException(
            $"Le réglage {nom} vaut « {texte} » : il doit être un nombre entier de {minimum} à {maximum}."
        );

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

/// <summary>Quelque chose empêche le démarrage ; le message est la phrase à montrer, seule.</summary>
public class DemarrageImpossibleException(string message) : Exception(message);

/// <summary>Un réglage empêche le démarrage.</summary>
public sealed class ReglageInvalideException(string message) : DemarrageImpossibleException(message);
