using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Parametres;

/// <summary>Ce que l'on sait des valeurs datées pour les montrer, et la clé de leur histoire commune.</summary>
public static class Parametrage
{
    /// <summary>Le type et la clé sous lesquels le journal range tout changement de réglage ou de valeur datée.</summary>
    public const string ObjetType = "Parametrage";

    public static Guid ObjetId { get; } = new("0195f000-0000-7000-8000-d00000000001");

    /// <summary>Le nom d'une valeur, ou son code si l'application ne le connaît pas.</summary>
    public static string Nom(string code) =>
        CodesDeSeuil.Tous.Contains(code) ? CodesDeSeuil.Libelle(code)
        : CodesDesCourriels.Tous.Contains(code) ? CodesDesCourriels.Libelle(code)
        : CodesDeCommission.Tous.Contains(code) ? CodesDeCommission.Libelle(code)
        : CodesDeDelai.EstConnu(code) ? CodesDeDelai.Libelle(code)
        : ParametresDesContributions.Tous.Contains(code) ? ParametresDesContributions.Libelle(code)
        : CodesDesConventions.Tous.Contains(code) ? CodesDesConventions.Libelle(code)
        : code;

    public static bool EstUnPourcentage(string code) => code is CodesDeSeuil.PartDesPetitsLots or CodesDeDelai.AvenantAvisDeLaCao;

    /// <summary>Les codes que l'administrateur peut dater, tous domaines confondus.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. CodesDeSeuil.Tous,
        .. CodesDesCourriels.Tous,
        .. CodesDeCommission.Tous,
        .. CodesDeDelai.Tous.Concat(DelaisDeReference.Lister().Select(v => v.Code)).Distinct(),
        .. ParametresDesContributions.Tous,
        .. CodesDesConventions.Tous,
    ];

    /// <summary>Ce qu'un code vaut, et d'où cela vient, tant qu'aucune valeur datée ne le fixe.</summary>
    /// <returns>Nul quand l'application ne devine pas : un seuil ou un délai légal se saisit.</returns>
    public static (decimal? Nombre, string? Texte, string Source)? DOrigine(string code) =>
        CodesDesCourriels.Tous.Contains(code) ? (CodesDesCourriels.Defaut(code), null, Livree)
        : CodesDesConventions.DOrigine(code) is var (nombre, texte) && (nombre, texte) is not (null, null)
            ? (nombre, texte, CodesDesConventions.EstDeLaConventionType(code) ? "Convention d'accès type" : Livree)
        : null;

    private const string Livree = "Valeur livrée avec l'application, tant que le CDG n'en fixe pas";

    /// <summary>Vrai pour une valeur qui se lit, et ne se calcule pas.</summary>
    public static bool EstUnTexte(string code) =>
        code is CodesDesConventions.Reconduction or ParametresDesContributions.VoiesDeRecours;

    /// <summary>Les seules valeurs qu'un texte peut prendre ; vide s'il est libre.</summary>
    public static IReadOnlyList<(string Valeur, string Libelle)> Choix(string code) =>
        code is CodesDesConventions.Reconduction
            ? [.. Enum.GetValues<Reconduction>().Select(r => (r.ToString(), r.Libelle()))]
            : [];

    /// <summary>L'unité d'une valeur : celle que son nom met entre parenthèses.</summary>
    public static string Unite(string code) =>
        EstUnPourcentage(code) ? "%"
        : EstUnMontant(code) ? "€ HT"
        : CodesDeCommission.Tous.Contains(code) ? CodesDeCommission.Unite(code)
        : Nom(code) is var nom && nom.EndsWith(')') && nom.LastIndexOf('(') is var debut and >= 0 ? nom[(debut + 1)..^1]
        : "";

    /// <summary>Les seuils sont en euros hors taxes, sauf ceux en pour cent.</summary>
    public static bool EstUnMontant(string code) => CodesDeSeuil.Tous.Contains(code) && !EstUnPourcentage(code);
}
