namespace CdgMarches.Domain.Commissions;

/// <summary>Un siège de la commission : une voix, une seule, quel que soit celui qui l'occupe.</summary>
public sealed class Siege
{
    public const int LongueurDuNom = 300;

    private Siege() { }

    internal Siege(Guid? collectivite, string nom, bool estPresident, int ordre)
    {
        Id = Guid.CreateVersion7();
        (Collectivite, Nom, EstPresident, Ordre) = (collectivite, nom, estPresident, ordre);
    }

    public Guid Id { get; private init; }

    /// <summary>Le membre représenté ; nul dans la commission du coordonnateur, où l'on siège pour lui.</summary>
    public Guid? Collectivite { get; private init; }

    /// <summary>Le membre, ou l'intitulé du siège (« Président », « Membre élu 3 »).</summary>
    public string Nom { get; private set; } = "";

    public bool EstPresident { get; private set; }

    public int Ordre { get; private init; }

    /// <summary>Le membre a sa propre CAO : son représentant est élu parmi ceux qui y ont voix délibérative (RG2.06).</summary>
    public bool MembreAvecCao { get; private set; }

    internal void Decrire(string nom, bool membreAvecCao) => (Nom, MembreAvecCao) = (nom, membreAvecCao);

    internal void Presider(bool preside) => EstPresident = preside;
}

/// <summary>Une personne désignée sur un siège entre deux dates incluses ; jamais effacée, une autre lui succède.</summary>
/// <remarks>RG2.06, RG2.091. Le mandat porte la délibération qui désigne.</remarks>
public sealed class Designation
{
    public const int LongueurDuNom = 200;
    public const int LongueurDeLaFonction = 200;
    public const int LongueurDeLaDeliberation = 100;
    public const int LongueurDeLAdresse = 400;

    private Designation() { }

    internal Designation(Guid siege, DonneesDeDesignation donnees)
    {
        Id = Guid.CreateVersion7();
        Siege = siege;
        Rang = donnees.Rang;
        Prendre(donnees);
    }

    public Guid Id { get; private init; }

    public Guid Siege { get; private init; }

    /// <summary>Titulaire ou suppléant.</summary>
    public QualiteEnSeance Rang { get; private init; }

    public string Nom { get; private set; } = "";

    /// <summary>« Maire de … », telle que le procès-verbal la dit.</summary>
    public string Fonction { get; private set; } = "";

    public string? Courriel { get; private set; }

    /// <summary>Où lui écrire quand elle n'a pas de courriel.</summary>
    public string? Adresse { get; private set; }

    public DateOnly Du { get; private set; }

    /// <summary>Dernier jour, inclus ; nul tant que le mandat dure.</summary>
    public DateOnly? Au { get; private set; }

    public string? Deliberation { get; private set; }

    public DateOnly? DateDeLaDeliberation { get; private set; }

    /// <summary>Déclarée élue parmi les membres à voix délibérative de la CAO de son membre (RG2.06).</summary>
    public bool EluParmiSaCao { get; private set; }

    public bool EstEnVigueur(DateOnly jour) => Du <= jour && (Au is not { } au || jour <= au);

    internal void Prendre(DonneesDeDesignation d)
    {
        (Nom, Fonction, Courriel, Adresse) = (d.Nom, d.Fonction, d.Courriel, d.Adresse);
        (Du, Au, Deliberation, DateDeLaDeliberation) = (d.Du, d.Au, d.Deliberation, d.DateDeLaDeliberation);
        EluParmiSaCao = d.EluParmiSaCao;
    }
}

/// <summary>Une désignation telle qu'elle est saisie.</summary>
public sealed record DonneesDeDesignation
{
    public DonneesDeDesignation(
        QualiteEnSeance rang,
        string? nom,
        string? fonction,
        string? courriel,
        string? adresse,
        DateOnly du,
        DateOnly? au = null,
        string? deliberation = null,
        DateOnly? dateDeLaDeliberation = null,
        bool eluParmiSaCao = false
    )
    {
        (Rang, Nom, Fonction) = (rang, Net(nom) ?? "", Net(fonction) ?? "");
        (Courriel, Adresse, Du, Au) = (Net(courriel), Net(adresse), du, au);
        (Deliberation, DateDeLaDeliberation, EluParmiSaCao) = (Net(deliberation), dateDeLaDeliberation, eluParmiSaCao);
    }

    public QualiteEnSeance Rang { get; }
    public string Nom { get; }
    public string Fonction { get; }
    public string? Courriel { get; }
    public string? Adresse { get; }
    public DateOnly Du { get; }
    public DateOnly? Au { get; init; }
    public string? Deliberation { get; }
    public DateOnly? DateDeLaDeliberation { get; }
    public bool EluParmiSaCao { get; }

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}

/// <summary>Une personne à voix consultative que le président peut inviter : elle ne compte ni au quorum ni au vote (RG2.09).</summary>
public sealed class Consultatif
{
    private Consultatif() { }

    internal Consultatif(RoleConsultatif role, string nom, string fonction, string? courriel, string? adresse)
    {
        Id = Guid.CreateVersion7();
        Prendre(role, nom, fonction, courriel, adresse);
    }

    public Guid Id { get; private init; }

    public RoleConsultatif Role { get; private set; }

    public string Nom { get; private set; } = "";

    public string Fonction { get; private set; } = "";

    public string? Courriel { get; private set; }

    public string? Adresse { get; private set; }

    /// <summary>Vrai quand on ne l'invite plus.</summary>
    public bool EstRetire { get; internal set; }

    internal void Prendre(RoleConsultatif role, string nom, string fonction, string? courriel, string? adresse) =>
        (Role, Nom, Fonction, Courriel, Adresse) = (role, nom, fonction, courriel, adresse);
}
