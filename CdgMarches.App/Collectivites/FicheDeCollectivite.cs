using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites;

/// <summary>Un lien vers une autre fiche.</summary>
public sealed record RenvoiDeCollectivite(CollectiviteId Id, string Nom, CategorieDeCollectivite Categorie)
{
    public string Adresse => AdressesDesCollectivites.Fiche(Id);
}

public sealed record EffectifDeFiche(int Annee, int Agents, string Definition, string? Source, DateOnly? DeclareLe);

public sealed record PopulationDeFiche(int Annee, int? Totale, int? Municipale, string? Source);

public sealed record AffiliationDeFiche(DateOnly Debut, DateOnly? Fin, NatureDAffiliation Nature);

public sealed record MandatDeFiche(Guid Id, DonneesDeMandat Donnees, bool EstEnVigueur);

public sealed record ContactDeFiche(
    Guid Id,
    string NomComplet,
    CoordonneesDeContact Coordonnees,
    IReadOnlyList<MandatDeFiche> Mandats
);

/// <summary>Le compte d'un agent du CDG qui suit la fiche.</summary>
public sealed record AgentDeFiche(Guid Id, string Nom);

/// <summary>Tout ce que la fiche d'une collectivité montre, lu en une fois.</summary>
public sealed record FicheDeCollectivite
{
    public required CollectiviteId Id { get; init; }

    /// <summary>La version que l'écran montre : un enregistrement la présente.</summary>
    public required int Version { get; init; }

    public required IdentiteDeCollectivite Identite { get; init; }

    public required GrammaireDuNom Grammaire { get; init; }

    public required bool GrammaireCorrigee { get; init; }

    public required StatutDeMembre Statut { get; init; }

    /// <summary>Coordonne au moins un groupement.</summary>
    public required bool EstCoordonnateur { get; init; }

    public required bool EstAffiliee { get; init; }

    public required bool EstArchivee { get; init; }

    public required DateOnly? ArchiveLe { get; init; }

    public required DateOnly? RemplaceeLe { get; init; }

    public required RenvoiDeCollectivite? Parent { get; init; }

    public required RenvoiDeCollectivite? Successeur { get; init; }

    public required RenvoiDeCollectivite? FusionneeDans { get; init; }

    /// <summary>Les établissements et membres qui s'y rattachent.</summary>
    public required IReadOnlyList<RenvoiDeCollectivite> Rattachees { get; init; }

    /// <summary>Celles auxquelles elle a succédé.</summary>
    public required IReadOnlyList<RenvoiDeCollectivite> Remplacees { get; init; }

    public required AgentDeFiche? Responsable { get; init; }

    public required AgentDeFiche? Suppleant { get; init; }

    public required IReadOnlyList<EffectifDeFiche> Effectifs { get; init; }

    public required IReadOnlyList<PopulationDeFiche> Populations { get; init; }

    public required IReadOnlyList<AffiliationDeFiche> Affiliations { get; init; }

    public required IReadOnlyList<ContactDeFiche> Contacts { get; init; }

    /// <summary>L'année légale en cours, dont l'effectif et la population sont attendus.</summary>
    public required int Annee { get; init; }

    public string Nom => Identite.Nom;

    public Categorie Regime => Categorie.De(Identite.Categorie);

    public bool EffectifManque => !EstArchivee && RemplaceeLe is null && Effectifs.All(e => e.Annee != Annee);

    public bool PopulationTotaleManque =>
        !EstArchivee && RemplaceeLe is null && Populations.All(p => p.Annee != Annee || p.Totale is null);

    /// <summary>L'exécutif en place.</summary>
    public (ContactDeFiche Contact, MandatDeFiche Mandat)? Representant =>
        Contacts
            .SelectMany(c =>
                c.Mandats.Where(m => m.EstEnVigueur && m.Donnees.Role is RoleDeContact.Signataire).Select(m => (c, m))
            )
            .Cast<(ContactDeFiche, MandatDeFiche)?>()
            .FirstOrDefault();
}

/// <summary>Les adresses des pages, écrites une fois.</summary>
public static class AdressesDesCollectivites
{
    public const string Liste = "/collectivites";

    public static string Fiche(CollectiviteId id) => $"{Liste}/{id.Valeur}";

    /// <summary>La même fiche, du côté du membre.</summary>
    public static string Espace(CollectiviteId id) => $"/espace/collectivite/{id.Valeur}";

    public static string Rubrique(CollectiviteId id, string rubrique) => $"{Liste}/{id.Valeur}/{rubrique}";
}
