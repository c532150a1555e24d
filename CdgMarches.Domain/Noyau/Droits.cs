namespace CdgMarches.Domain.Noyau;

/// <summary>Les droits, et ce que chaque rôle en reçoit. Tout ce qui n'est pas donné ici est refusé.</summary>
public static class Droits
{
    /// <summary>Ouvrir l'application et lire son propre périmètre.</summary>
    public const string Consulter = "consulter";

    /// <summary>Voir les pages du CDG : listes et fiches de tous les objets du périmètre.</summary>
    public const string ConsulterCdg = "cdg.consulter";

    /// <summary>Voir l'espace d'un membre.</summary>
    public const string Espace = "espace";

    public const string GererCollectivites = "collectivites.gerer";
    public const string GererGroupements = "groupements.gerer";
    public const string GererConventions = "conventions.gerer";
    public const string GererRecensements = "recensements.gerer";
    public const string GererProcedures = "procedures.gerer";
    public const string GererCommissions = "commissions.gerer";

    /// <summary>Tenir les modèles de documents ; un agent limité à des groupements ne tient que les leurs.</summary>
    public const string GererDocuments = "documents.gerer";

    /// <summary>Réécrire les textes des courriels, ceux des comptes compris : ils servent à tous les groupements.</summary>
    public const string RedigerCourriels = "courriels.rediger";

    /// <summary>Décider que les relances partent d'elles-mêmes, pour tous les groupements.</summary>
    public const string ReglerLesRelances = "relances.regler";

    /// <summary>Saisir un recensement : les siens pour un membre, au nom d'un membre pour un gestionnaire.</summary>
    public const string SaisirRecensement = "recensements.saisir";

    /// <summary>Valider un recensement : Signataire, ou Gestionnaire avec un motif.</summary>
    public const string ValiderRecensement = "recensements.valider";

    public const string PreparerContributions = "contributions.preparer";
    public const string ValiderContributions = "contributions.valider";

    /// <summary>Comptes, réglages, journal.</summary>
    public const string Administrer = "administrer";

    /// <summary>Gérer les comptes de sa propre collectivité.</summary>
    public const string AdministrerSaCollectivite = "collectivite.administrer";

    public static IReadOnlySet<string> Tous { get; } =
        new HashSet<string>
        {
            Consulter,
            ConsulterCdg,
            Espace,
            GererCollectivites,
            GererGroupements,
            GererConventions,
            GererRecensements,
            GererProcedures,
            GererCommissions,
            GererDocuments,
            RedigerCourriels,
            ReglerLesRelances,
            SaisirRecensement,
            ValiderRecensement,
            PreparerContributions,
            ValiderContributions,
            Administrer,
            AdministrerSaCollectivite,
        };

    /// <summary>Ce qui change le travail de tous les groupements : un agent limité à quelques-uns ne l'a pas (<see cref="Acteur.Peut"/>).</summary>
    public static IReadOnlySet<string> PourTousLesGroupements { get; } =
        new HashSet<string> { RedigerCourriels, ReglerLesRelances };

    /// <summary>Les droits d'un rôle du CDG.</summary>
    public static IReadOnlyList<string> DuRole(RoleCdg role) =>
        role switch
        {
            RoleCdg.Administrateur => [Consulter, ConsulterCdg, RedigerCourriels, Administrer],
            RoleCdg.Gestionnaire =>
            [
                Consulter,
                ConsulterCdg,
                GererCollectivites,
                GererGroupements,
                GererConventions,
                GererRecensements,
                GererProcedures,
                GererCommissions,
                GererDocuments,
                RedigerCourriels,
                ReglerLesRelances,
                SaisirRecensement,
                ValiderRecensement,
                PreparerContributions,
            ],
            RoleCdg.Finances => [Consulter, ConsulterCdg, PreparerContributions, ValiderContributions],
            RoleCdg.Lecture => [Consulter, ConsulterCdg],
        };

    /// <summary>Les droits d'un utilisateur de collectivité membre.</summary>
    public static IReadOnlyList<string> DuMembre(RoleDeMembre role, bool administrateurDeSaCollectivite) =>
        [
            Consulter,
            Espace,
            SaisirRecensement,
            .. role is RoleDeMembre.Signataire ? [ValiderRecensement] : Array.Empty<string>(),
            .. administrateurDeSaCollectivite ? [AdministrerSaCollectivite] : Array.Empty<string>(),
        ];
}

/// <summary>Les rôles des agents du CDG ; un agent peut en avoir plusieurs.</summary>
public enum RoleCdg
{
    Administrateur,
    Gestionnaire,
    Finances,
    Lecture,
}
