using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.Tests.Conventions;

/// <summary>Des conventions d'accès toutes faites.</summary>
internal static class Exemples
{
    public static readonly DateOnly Effet = new(2025, 2, 15);

    public static ActesDAcces Actes(DateOnly? effet = null)
    {
        var jour = effet ?? Effet;
        return new ActesDAcces
        {
            NumeroDeDeliberation = "2025-04",
            DelibereeLe = jour.AddDays(-30),
            SigneeParLaCollectiviteLe = jour.AddDays(-20),
            SignataireDeLaCollectivite = "Dominique Martin, maire",
            SigneeParLeCdgLe = jour.AddDays(-10),
            SignataireDuCdg = "Le président du CDG",
            Effet = jour,
        };
    }

    public static ConventionDAcces EnPreparation(
        CollectiviteId? collectivite = null,
        int numero = 1,
        ReglesDAcces? regles = null,
        DateOnly? jour = null
    )
    {
        var ouverte = jour ?? Effet.AddDays(-60);
        return ConventionDAcces.Preparer(
            new ReferenceDeConvention(ouverte.Year, numero),
            collectivite ?? CollectiviteId.Nouveau(),
            regles ?? ReglesDAcces.Usuelles,
            ouverte
        );
    }

    public static ConventionDAcces EnVigueur(
        CollectiviteId? collectivite = null,
        int numero = 1,
        ReglesDAcces? regles = null,
        DateOnly? effet = null
    )
    {
        var jour = effet ?? Effet;
        var convention = EnPreparation(collectivite, numero, regles, jour.AddDays(-60));
        convention.Dater(Actes(jour), jour, [], []);
        return convention;
    }

    public static DateOnly Jour(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
