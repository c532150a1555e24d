using System.Globalization;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions;

/// <summary>Les adresses des pages des contributions, et les mots de leurs états.</summary>
public static class AdressesDesContributions
{
    public const string Accueil = "/contributions";
    public const string Grilles = "/contributions/grilles";
    public const string Consultations = "/contributions/consultations";
    public const string Appels = "/contributions/appels";
    public const string Refacturations = "/contributions/refacturations";
    public const string Finances = "/contributions/finances";
    public const string Suivi = "/contributions/suivi";
    public const string Reglages = "/contributions/reglages";
    public const string Imports = "/contributions/imports";

    public static string Grille(GrilleId id, string? rubrique = null) => Avec($"{Grilles}/{id.Valeur}", rubrique);

    public static string Campagne(CampagneDAppelId id, string? etape = null) =>
        Avec($"/contributions/campagnes/{id.Valeur}", etape);

    public static string Appel(AppelDeContributionId id, string? rubrique = null) => Avec($"{Appels}/{id.Valeur}", rubrique);

    public static string Refacturation(RefacturationId id, string? rubrique = null) =>
        Avec($"{Refacturations}/{id.Valeur}", rubrique);

    /// <summary>Les appels d'un exercice, filtrés.</summary>
    public static string AppelsDe(int exercice) => string.Create(CultureInfo.InvariantCulture, $"{Appels}?exercice={exercice}");

    public static IReadOnlyList<Lien> Fil { get; } = [new("Accueil", "/"), new("Contributions", Accueil)];

    /// <summary>Les rubriques de la capacité.</summary>
    public static IReadOnlyList<Lien> Rubriques { get; } =
    [
        new("Exercices", Accueil),
        new("Grilles", Grilles),
        new("Consultations", Consultations),
        new("Appels", Appels),
        new("Refacturations", Refacturations),
        new("Finances", Finances),
        new("Suivi", Suivi),
        new("Réglages", Reglages),
    ];

    internal static Ton Ton(this EtatDeCampagneDAppel etat) =>
        etat switch
        {
            EtatDeCampagneDAppel.EnPreparation => Socle.Composants.Ton.Info,
            EtatDeCampagneDAppel.Proposee => Socle.Composants.Ton.Attention,
            EtatDeCampagneDAppel.Validee => Socle.Composants.Ton.Attention,
            EtatDeCampagneDAppel.Emise => Socle.Composants.Ton.Positif,
        };

    internal static Ton Ton(this EtatDAppel etat) =>
        etat switch
        {
            EtatDAppel.SansAppel or EtatDAppel.Repris => Socle.Composants.Ton.Neutre,
            EtatDAppel.Reporte => Socle.Composants.Ton.Info,
            EtatDAppel.Emis => Socle.Composants.Ton.Attention,
            EtatDAppel.Solde => Socle.Composants.Ton.Positif,
        };

    internal static Ton Ton(this EtatDeGrille etat) =>
        etat is EtatDeGrille.Adoptee ? Socle.Composants.Ton.Positif : Socle.Composants.Ton.Info;

    private static string Avec(string adresse, string? rubrique) => rubrique is null ? adresse : $"{adresse}/{rubrique}";
}
