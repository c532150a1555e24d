using CdgMarches.App.Demarrage;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Où vont les courriels.</summary>
public enum ModeDeCourriel
{
    /// <summary>Rien n'est réglé : les courriels restent en file, et partiront quand un serveur le sera.</summary>
    EnAttente,

    /// <summary>Chaque courriel devient un fichier <c>.eml</c> d'un dossier (développement, démonstration).</summary>
    Dossier,

    Smtp,
}

/// <summary>Les réglages <c>Courriel:*</c>.</summary>
public sealed record ReglagesDeCourriel(
    ModeDeCourriel Mode,
    string Dossier,
    string Hote,
    int Port,
    bool StartTls,
    string? Utilisateur,
    string? MotDePasse,
    string Expediteur,
    string NomExpediteur
)
{
    /// <summary>L'adresse où tout part en mode d'essai (<c>Courriel:RedirigerVers</c>) ; null en service réel.</summary>
    public string? RedirigerVers { get; init; }

    /// <summary>Le dossier où le serveur de courriels dépose les avis de non-remise (<c>Courriel:DossierDesRetours</c>) ; null s'il n'y en a pas.</summary>
    public string? DossierDesRetours { get; init; }

    /// <exception cref="ReglageInvalideException">Un réglage ne peut être lu : sa phrase dit lequel et que faire.</exception>
    public static ReglagesDeCourriel Lire(IConfiguration configuration, IHostEnvironment environnement, Reglages reglages)
    {
        var section = configuration.GetSection("Courriel");
        var hote = section["Hote"]?.Trim() ?? "";
        var mode = LireMode(section["Mode"], hote, environnement);
        if (mode is ModeDeCourriel.Smtp && hote.Length == 0)
        {
            throw new ReglageInvalideException(
                "Le réglage Courriel:Mode vaut Smtp mais Courriel:Hote manque : aucun courriel ne partirait. Renseignez le nom du serveur, puis relancez."
            );
        }

        var expediteur = section["Expediteur"]?.Trim() is { Length: > 0 } saisi ? saisi : "ne-pas-repondre@cdgmarches.invalid";
        if (!FileDeCourriels.EstValide(expediteur))
        {
            throw new ReglageInvalideException(
                $"Le réglage Courriel:Expediteur vaut « {expediteur} », qui n'est pas une adresse de courriel. Corrigez-le, puis relancez."
            );
        }

        if (mode is ModeDeCourriel.Smtp && section["Expediteur"] is null)
        {
            throw new ReglageInvalideException(
                "Le réglage Courriel:Expediteur manque : un serveur refuserait les courriels. Renseignez l'adresse d'envoi du CDG, puis relancez."
            );
        }

        return new ReglagesDeCourriel(
            mode,
            Path.GetFullPath(section["Dossier"] ?? "data/courriels", reglages.Racine),
            hote,
            Entier(section["Port"], 25),
            Oui(section["StartTls"]),
            Vide(section["Utilisateur"]),
            Vide(section["MotDePasse"]),
            expediteur,
            section["NomExpediteur"] ?? "CdgMarches"
        )
        {
            RedirigerVers = LireRedirection(section["RedirigerVers"]?.Trim()),
            DossierDesRetours = Vide(section["DossierDesRetours"]?.Trim()) is { } retours
                ? Path.GetFullPath(retours, reglages.Racine)
                : null,
        };
    }

    private static string? LireRedirection(string? adresse) =>
        string.IsNullOrEmpty(adresse) ? null
        : FileDeCourriels.EstValide(adresse) ? adresse
        : throw new ReglageInvalideException(
            $"Le réglage Courriel:RedirigerVers vaut « {adresse} », qui n'est pas une adresse de courriel. Corrigez-le, puis relancez."
        );

    private static ModeDeCourriel LireMode(string? mode, string hote, IHostEnvironment environnement) =>
        mode switch
        {
            null or "" when hote.Length > 0 => ModeDeCourriel.Smtp,
            null or "" => environnement.IsDevelopment() ? ModeDeCourriel.Dossier : ModeDeCourriel.EnAttente,
            _ when Enum.TryParse<ModeDeCourriel>(mode, ignoreCase: true, out var lu) && Enum.IsDefined(lu) => lu,
            _ => throw new ReglageInvalideException(
                $"Le réglage Courriel:Mode vaut « {mode} » : il doit valoir Smtp, Dossier ou EnAttente. Corrigez-le, puis relancez."
            ),
        };

    private static int Entier(string? texte, int defaut) =>
        string.IsNullOrWhiteSpace(texte) ? defaut
        : int.TryParse(texte, out var port) && port is > 0 and <= 65535 ? port
        : throw new ReglageInvalideException(
            $"Le réglage Courriel:Port vaut « {texte} » : il doit être un nombre entre 1 et 65535. Corrigez-le, puis relancez."
        );

    private static bool Oui(string? texte) =>
        string.IsNullOrWhiteSpace(texte) ? false
        : bool.TryParse(texte, out var oui) ? oui
        : throw new ReglageInvalideException(
            $"Le réglage Courriel:StartTls vaut « {texte} » : il doit valoir true ou false. Corrigez-le, puis relancez."
        );

    private static string? Vide(string? texte) => string.IsNullOrEmpty(texte) ? null : texte;
}
