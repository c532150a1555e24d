using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Les adresses des pages des conventions d'accès.</summary>
public static class AdressesDesConventions
{
    public const string Liste = "/conventions";

    public const string Nouvelle = "/conventions/nouvelle";

    public const string Plusieurs = "/conventions/plusieurs";

    public const string Import = "/conventions/import";

    public static string Fiche(ConventionDAccesId id) => $"{Liste}/{id.Valeur}";

    public static string Rubrique(ConventionDAccesId id, string rubrique) => $"{Fiche(id)}/{rubrique}";

    public static string Litige(LitigeDAccesId id) => $"{Liste}/litiges/{id.Valeur}";

    internal static Ton Ton(this EtatDeConvention etat) =>
        etat switch
        {
            EtatDeConvention.EnPreparation => Socle.Composants.Ton.Info,
            EtatDeConvention.Signee => Socle.Composants.Ton.Info,
            EtatDeConvention.EnVigueur => Socle.Composants.Ton.Positif,
            EtatDeConvention.Denoncee => Socle.Composants.Ton.Attention,
            EtatDeConvention.Terminee => Socle.Composants.Ton.Neutre,
            EtatDeConvention.Abandonnee => Socle.Composants.Ton.Neutre,
        };
}
