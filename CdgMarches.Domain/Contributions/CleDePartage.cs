namespace CdgMarches.Domain.Contributions;

/// <summary>Comment des frais se partagent (RG6.13, RG6.26).</summary>
public enum CleDePartage
{
    PartsEgales,

    /// <summary>Au nombre d'agents.</summary>
    Agents,

    /// <summary>À la population totale.</summary>
    Population,

    /// <summary>Au poids de la strate du membre, lu dans une grille.</summary>
    Strates,
}

/// <summary>Entre qui des frais se partagent.</summary>
public enum AssietteDePartage
{
    TousLesMembres,

    /// <summary>Ceux qui s'étaient inscrits (à la session, à la consultation).</summary>
    Inscrits,

    /// <summary>Ceux qui sont venus.</summary>
    Presents,
}

/// <summary>Ce qu'une ligne de frais rembourse (RG6.25).</summary>
public enum NatureDeFrais
{
    ProcedureDeMiseEnConcurrence,
    AutresFrais,
    SessionMutualisee,
}

/// <summary>Les mots des refacturations.</summary>
public static class MotsDesRefacturations
{
    public static string Libelle(this CleDePartage cle) =>
        cle switch
        {
            CleDePartage.PartsEgales => "parts égales",
            CleDePartage.Agents => "au nombre d'agents",
            CleDePartage.Population => "à la population",
            CleDePartage.Strates => "par strates",
        };

    /// <summary>La donnée que la clé demande.</summary>
    public static string Donnee(this CleDePartage cle) =>
        cle switch
        {
            CleDePartage.Agents => "l'effectif au 1er janvier",
            CleDePartage.Population => "la population totale",
            CleDePartage.Strates => "de quoi le ranger dans une strate",
            CleDePartage.PartsEgales => "rien",
        };

    public static string Libelle(this AssietteDePartage parmi) =>
        parmi switch
        {
            AssietteDePartage.TousLesMembres => "tous les membres",
            AssietteDePartage.Inscrits => "les inscrits",
            AssietteDePartage.Presents => "les présents",
        };

    public static string Libelle(this NatureDeFrais nature) =>
        nature switch
        {
            NatureDeFrais.ProcedureDeMiseEnConcurrence => "frais de procédure de mise en concurrence",
            NatureDeFrais.AutresFrais => "autres frais de fonctionnement",
            NatureDeFrais.SessionMutualisee => "session mutualisée de présentation",
        };
}
