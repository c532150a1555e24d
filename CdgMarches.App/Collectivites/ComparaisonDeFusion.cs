using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites;

/// <summary>Un champ des deux fiches à fusionner.</summary>
public sealed record ChampDeFusion(string Cle, string Libelle, string? Gardee, string? Doublon)
{
    /// <summary>Un champ vide du doublon n'est pas à arbitrer : la fiche gardée le conserve.</summary>
    public bool Differe => Doublon is not null && Gardee != Doublon;
}

/// <summary>Met deux fiches côte à côte et compose celle qui reste.</summary>
internal static class ComparaisonDeFusion
{
    private const string Effectif = "effectif-";
    private const string Population = "population-";

    private sealed record Champ(
        string Cle,
        string Libelle,
        Func<IdentiteDeCollectivite, string?> Lire,
        Func<IdentiteDeCollectivite, IdentiteDeCollectivite, IdentiteDeCollectivite> Prendre
    );

    private static readonly IReadOnlyList<Champ> Champs =
    [
        new("nom", "Nom", i => i.Nom, (g, d) => g with { Nom = d.Nom }),
        new("nom-court", "Nom court", i => i.NomCourt, (g, d) => g with { NomCourt = d.NomCourt }),
        new("categorie", "Catégorie", i => i.Categorie.Libelle(), (g, d) => g with { Categorie = d.Categorie }),
        new(
            "categorie-juridique",
            "Catégorie juridique",
            i => i.CategorieJuridique,
            (g, d) => g with { CategorieJuridique = d.CategorieJuridique }
        ),
        new(
            "numeros",
            "SIRET et SIREN",
            i => i.Siret?.Formater() ?? i.Siren?.Formater(),
            (g, d) => g with { Siret = d.Siret, Siren = d.Siren }
        ),
        new("code-insee", "Code INSEE", i => i.CodeInsee?.Valeur, (g, d) => g with { CodeInsee = d.CodeInsee }),
        new("departement", "Département", i => i.Departement, (g, d) => g with { Departement = d.Departement }),
        new("cao", "Commission d'appel d'offres", i => Oui(i.DisposeCao), (g, d) => g with { DisposeCao = d.DisposeCao }),
        new("siege", "Adresse du siège", i => Vide(i.Siege.ToString()), (g, d) => g with { Siege = d.Siege }),
        new("postale", "Adresse postale", i => Vide(i.Postale.ToString()), (g, d) => g with { Postale = d.Postale }),
        new("courriel", "Courriel", i => i.Courriel, (g, d) => g with { Courriel = d.Courriel }),
        new("telephone", "Téléphone", i => i.Telephone, (g, d) => g with { Telephone = d.Telephone }),
        new("chorus", "Chorus Pro", Chorus, (g, d) => g with { Chorus = d.Chorus }),
        new(
            "acces",
            "Utilise l'accès de sa commune",
            i => Categorie.De(i.Categorie).PeutUtiliserLAccesDeSaCommune ? Oui(i.UtiliseLAccesDeSaCommune) : null,
            (g, d) => g with { UtiliseLAccesDeSaCommune = d.UtiliseLAccesDeSaCommune }
        ),
        new("comptable", "Comptable", i => i.Comptable, (g, d) => g with { Comptable = d.Comptable }),
        new("notes", "Notes internes", i => i.Notes, (g, d) => g with { Notes = d.Notes }),
        new("tournures", "Tournures corrigées", i => i.Grammaire?.Designation, (g, d) => g with { Grammaire = d.Grammaire }),
    ];

    public static IReadOnlyList<ChampDeFusion> Comparer(FicheDeCollectivite gardee, FicheDeCollectivite doublon) =>
        [
            .. Champs.Select(c => new ChampDeFusion(c.Cle, c.Libelle, c.Lire(gardee.Identite), c.Lire(doublon.Identite))),
            .. gardee.Effectifs.Join(
                doublon.Effectifs,
                e => e.Annee,
                e => e.Annee,
                (g, d) => new ChampDeFusion(Effectif + g.Annee, $"Effectif {g.Annee}", EnClair(g), EnClair(d))
            ),
            .. gardee.Populations.Join(
                doublon.Populations,
                p => p.Annee,
                p => p.Annee,
                (g, d) => new ChampDeFusion(Population + g.Annee, $"Population {g.Annee}", EnClair(g), EnClair(d))
            ),
        ];

    public static ChoixDeFusion Choisir(FicheDeCollectivite gardee, FicheDeCollectivite doublon, IReadOnlySet<string> duDoublon)
    {
        var identite = Champs
            .Where(c => duDoublon.Contains(c.Cle))
            .Aggregate(gardee.Identite, (i, champ) => champ.Prendre(i, doublon.Identite));
        return new ChoixDeFusion(
            identite,
            doublon.Effectifs.Select(e => e.Annee).Where(a => duDoublon.Contains(Effectif + a)).ToHashSet(),
            doublon.Populations.Select(p => p.Annee).Where(a => duDoublon.Contains(Population + a)).ToHashSet()
        );
    }

    private static string EnClair(EffectifDeFiche e) => $"{Formats.Nombre(e.Agents)} agents, {e.Source ?? "source inconnue"}";

    private static string EnClair(PopulationDeFiche p) =>
        $"totale {(p.Totale is { } t ? Formats.Nombre(t) : "inconnue")}, municipale {(p.Municipale is { } m ? Formats.Nombre(m) : "inconnue")}";

    private static string Chorus(IdentiteDeCollectivite i) =>
        $"service {(i.Chorus.ServiceObligatoire ? "obligatoire" : "libre")}, engagement {(i.Chorus.EngagementObligatoire ? "obligatoire" : "libre")}{(i.Chorus.CodeDuService is { } code ? $", {code}" : "")}{(i.Chorus.NomDuService is { } nom ? $", {nom}" : "")}";

    private static string? Oui(bool? oui) =>
        oui switch
        {
            true => "oui",
            false => "non",
            null => null,
        };

    private static string? Vide(string texte) => texte.Length == 0 ? null : texte;
}
