namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qu'un contact est dans sa collectivité.</summary>
public enum RoleDeContact
{
    /// <summary>L'exécutif (maire, président) qui signe et représente.</summary>
    Signataire,

    DirecteurGeneral,

    ReferentMarches,

    EluCaoTitulaire,

    EluCaoSuppleant,

    Finances,

    Autre,
}

/// <summary>Une fonction tenue par un contact entre deux dates incluses ; jamais effacée quand elle finit.</summary>
public sealed class Mandat
{
    private Mandat() { }

    internal Mandat(DonneesDeMandat donnees)
    {
        Id = Guid.CreateVersion7();
        Role = donnees.Role;
        Debut = donnees.Debut;
        Remplacer(donnees);
    }

    public Guid Id { get; private init; }

    public RoleDeContact Role { get; private set; }

    /// <summary>La qualité que les actes citent : « Maire », « Présidente ».</summary>
    public string? Qualite { get; private set; }

    public DateOnly Debut { get; private set; }

    /// <summary>Dernier jour inclus ; null tant qu'il dure.</summary>
    public DateOnly? Fin { get; private set; }

    /// <summary>La référence de la délibération qui désigne.</summary>
    public string? Deliberation { get; private set; }

    public DateOnly? DateDeLaDeliberation { get; private set; }

    public bool EstEnVigueur(DateOnly jour) => Debut <= jour && (Fin is null || jour <= Fin);

    /// <summary>Vrai s'il reprend le rôle d'un mandat qui a une fin, et lui survit.</summary>
    internal bool Succede(Mandat fini) => Role == fini.Role && Debut > fini.Debut && (Fin is null || Fin > fini.Fin);

    internal void Remplacer(DonneesDeMandat donnees)
    {
        Role = donnees.Role;
        Qualite = Texte.Net(donnees.Qualite);
        Debut = donnees.Debut;
        Fin = donnees.Fin;
        Deliberation = Texte.Net(donnees.Deliberation);
        DateDeLaDeliberation = donnees.DateDeLaDeliberation;
    }

    internal DonneesDeMandat Donnees => new(Role, Debut, Qualite, Fin, Deliberation, DateDeLaDeliberation);
}

/// <summary>Un mandat tel qu'il est saisi.</summary>
public sealed record DonneesDeMandat(
    RoleDeContact Role,
    DateOnly Debut,
    string? Qualite = null,
    DateOnly? Fin = null,
    string? Deliberation = null,
    DateOnly? DateDeLaDeliberation = null
);

/// <summary>Les mots des rôles de contact.</summary>
public static class RoleDeContactExtensions
{
    public static string Libelle(this RoleDeContact role) =>
        role switch
        {
            RoleDeContact.Signataire => "Maire ou président signataire",
            RoleDeContact.DirecteurGeneral => "Direction générale des services",
            RoleDeContact.ReferentMarches => "Référent marchés",
            RoleDeContact.EluCaoTitulaire => "Élu de la CAO, titulaire",
            RoleDeContact.EluCaoSuppleant => "Élu de la CAO, suppléant",
            RoleDeContact.Finances => "Finances",
            RoleDeContact.Autre => "Autre",
        };
}
