namespace CdgMarches.Domain.Collectivites;

public enum Civilite
{
    Madame,
    Monsieur,
}

/// <summary>Une personne de la collectivité, dans ses seules coordonnées professionnelles (RG9.06).</summary>
public sealed class Contact
{
    private readonly List<Mandat> _mandats = [];

    private Contact() { }

    internal Contact(CoordonneesDeContact coordonnees)
    {
        Id = Guid.CreateVersion7();
        Remplacer(coordonnees);
    }

    public Guid Id { get; private init; }

    public Civilite? Civilite { get; private set; }

    public string Nom { get; private set; } = "";

    public string? Prenom { get; private set; }

    public string? Courriel { get; private set; }

    public string? Telephone { get; private set; }

    public IReadOnlyList<Mandat> Mandats => _mandats;

    /// <summary>« Mme Aude Vasseur ».</summary>
    public string NomComplet => string.Join(' ', new[] { Civilite?.Abrege(), Prenom, Nom }.Where(m => !string.IsNullOrEmpty(m)));

    public Mandat? MandatEnVigueur(RoleDeContact role, DateOnly jour) =>
        _mandats.Find(m => m.Role == role && m.EstEnVigueur(jour));

    internal void Remplacer(CoordonneesDeContact coordonnees)
    {
        Civilite = coordonnees.Civilite;
        Nom = Texte.Net(coordonnees.Nom) ?? "";
        Prenom = Texte.Net(coordonnees.Prenom);
        Courriel = Texte.Net(coordonnees.Courriel);
        Telephone = Texte.Net(coordonnees.Telephone);
    }

    internal CoordonneesDeContact Coordonnees => new(Civilite, Nom, Prenom, Courriel, Telephone);

    internal Mandat Ouvrir(DonneesDeMandat donnees)
    {
        var mandat = new Mandat(donnees);
        _mandats.Add(mandat);
        return mandat;
    }
}

/// <summary>Les coordonnées d'un contact, telles qu'elles sont saisies.</summary>
public sealed record CoordonneesDeContact(
    Civilite? Civilite,
    string Nom,
    string? Prenom = null,
    string? Courriel = null,
    string? Telephone = null
)
{
    public override string ToString() =>
        string.Join(
            ", ",
            new[] { $"{Civilite?.Abrege()} {Prenom} {Nom}".Trim(), Courriel, Telephone }.Where(v => !string.IsNullOrEmpty(v))
        );
}

/// <summary>Les mots des civilités.</summary>
public static class CiviliteExtensions
{
    public static string Libelle(this Civilite civilite) =>
        civilite switch
        {
            Civilite.Madame => "Madame",
            Civilite.Monsieur => "Monsieur",
        };

    public static string Abrege(this Civilite civilite) =>
        civilite switch
        {
            Civilite.Madame => "Mme",
            Civilite.Monsieur => "M.",
        };
}
