namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qui fonde une affiliation au centre de gestion.</summary>
public enum NatureDAffiliation
{
    /// <summary>De droit, en raison de l'effectif (CGFP L452-14).</summary>
    Obligatoire,

    /// <summary>Demandée et acceptée (CGFP L452-20).</summary>
    Volontaire,
}

/// <summary>Une période d'affiliation au CDG, premier et dernier jour compris (RG6.28).</summary>
public sealed class Affiliation
{
    private Affiliation() { }

    internal Affiliation(DateOnly debut, DateOnly? fin, NatureDAffiliation nature)
    {
        Debut = debut;
        Fin = fin;
        Nature = nature;
    }

    public DateOnly Debut { get; private init; }

    public DateOnly? Fin { get; internal set; }

    public NatureDAffiliation Nature { get; internal set; }

    public bool EstEnVigueur(DateOnly jour) => Debut <= jour && (Fin is null || jour <= Fin);
}

/// <summary>Les mots des natures d'affiliation.</summary>
public static class NatureDAffiliationExtensions
{
    public static string Libelle(this NatureDAffiliation nature) =>
        nature switch
        {
            NatureDAffiliation.Obligatoire => "obligatoire",
            NatureDAffiliation.Volontaire => "volontaire",
        };
}
