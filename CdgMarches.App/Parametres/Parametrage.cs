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
        : CodesDeDelai.EstConnu(code) ? CodesDeDelai.Libelle(code)
        : ParametresDesContributions.Tous.Contains(code) ? ParametresDesContributions.Libelle(code)
        : CodesDesConventions.Tous.FirstOrDefault(c => c.Code == code).Libelle ?? code;

    public static bool EstUnPourcentage(string code) => code is CodesDeSeuil.PartDesPetitsLots;

    /// <summary>Les seuils sont en euros hors taxes, sauf ceux en pour cent.</summary>
    public static bool EstUnMontant(string code) => CodesDeSeuil.Tous.Contains(code) && !EstUnPourcentage(code);
}
