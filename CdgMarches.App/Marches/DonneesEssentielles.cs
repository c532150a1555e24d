using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Marches;

/// <summary>Un champ des données essentielles : sa valeur, et ce qui lui manque.</summary>
/// <param name="Nom">Le nom du schéma.</param>
/// <param name="Libelle">Le nom pour l'agent.</param>
/// <param name="Valeur">La valeur, telle que l'écran la montre.</param>
/// <param name="Probleme">Ce qui manque ou ne va pas ; null quand le champ est prêt.</param>
public sealed record ChampDeDonnees(string Nom, string Libelle, string? Valeur, string? Probleme)
{
    public bool EstPret => Probleme is null;
}

/// <summary>Les données essentielles d'un marché, champ par champ, et leur fichier au schéma 2.0.</summary>
public sealed record DonneesEssentiellesLues(IReadOnlyList<ChampDeDonnees> Champs, string Json)
{
    public bool SontPretes => Champs.All(c => c.EstPret);

    public string Etat => SontPretes ? "Prêt" : "Incomplet";
}

/// <summary>Compose les données essentielles et les contrôle contre les champs et les règles publiés (schéma 2.0.3).</summary>
/// <remarks>
/// RG4.61, CCP, art. R2196-1. <c>acheteur.id</c> est le SIRET du mandataire, donc du coordonnateur ; <c>montant</c> le forfait
/// ou le maximum estimé hors taxes ; <c>dureeMois</c> comprend les reconductions.
/// </remarks>
public static partial class DonneesEssentielles
{
    public static IReadOnlyList<string> Ccags { get; } =
    [
        "Travaux",
        "Maitrise d'œuvre",
        "Fournitures courantes et services",
        "Marchés industriels",
        "Prestations intellectuelles",
        "Techniques de l'information et de la communication",
        "Pas de CCAG",
    ];

    public static IReadOnlyList<string> Modalites { get; } =
    ["Tranches", "Bons de commande", "Marchés subséquents", "Sans objet"];

    public static IReadOnlyList<string> Groupements { get; } = ["Conjoint", "Solidaire", "Pas de groupement"];

    public static IReadOnlyList<string> TypesDeLieu { get; } =
    ["Code postal", "Code commune", "Code arrondissement", "Code canton", "Code département", "Code région", "Code pays"];

    public static IReadOnlyList<string> TypesDePrix { get; } =
    ["Définitif ferme", "Définitif actualisable", "Définitif révisable", "Provisoire"];

    public static IReadOnlyList<string> FormesDePrix { get; } = ["Unitaire", "Forfaitaire", "Mixte"];

    public static IReadOnlyList<string> Sociales { get; } =
    ["Clause sociale", "Critère social", "Marché réservé", "Pas de considération sociale"];

    public static IReadOnlyList<string> Environnementales { get; } =
    ["Clause environnementale", "Critère environnemental", "Pas de considération environnementale"];

    private static readonly JsonSerializerOptions Lisible = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="marche">Le marché.</param>
    /// <param name="siretDuCoordonnateur">Le SIRET du mandataire du groupement.</param>
    /// <param name="publication">Le jour de la première publication ; aujourd'hui tant qu'elle n'a pas eu lieu.</param>
    public static DonneesEssentiellesLues Composer(Marche marche, string? siretDuCoordonnateur, DateOnly publication)
    {
        var saisie = SaisieDeDonneesEssentielles.De(marche.DonneesEssentielles);
        var champs = Champs(marche, saisie, siretDuCoordonnateur, publication).ToList();
        var objet = new JsonObject();
        foreach (var (champ, noeud) in champs.Where(c => c.Noeud is not null))
        {
            objet[champ.Nom] = noeud;
        }

        if (marche.SousTraitants.Count > 0)
        {
            var actes = ActesDeSousTraitance(marche, publication).ToList();
            champs.AddRange(actes.Select(a => (a.Champ, (JsonNode?)null)));
            if (actes.Count > 0 && actes.TrueForAll(a => a.Champ.EstPret))
            {
                objet["actesSousTraitance"] = new JsonArray([.. actes.Select(a => a.Noeud)]);
            }
        }

        Facultatifs(objet, marche, saisie, publication);
        var racine = new JsonObject { ["marches"] = new JsonObject { ["marche"] = new JsonArray(objet) } };
        return new DonneesEssentiellesLues([.. champs.Select(c => c.Champ)], racine.ToJsonString(Lisible));
    }

    private static IEnumerable<(ChampDeDonnees Champ, JsonNode? Noeud)> Champs(
        Marche marche,
        SaisieDeDonneesEssentielles saisie,
        string? siret,
        DateOnly publication
    )
    {
        yield return Texte(
            "id",
            "Identifiant",
            marche.Reference,
            marche.Reference.Length <= 16 ? null : "16 caractères au plus."
        );
        yield return Objet(
            "acheteur",
            "Acheteur (mandataire)",
            siret,
            Siret.TryParse(siret, out _) ? null : "Le coordonnateur n'a pas de SIRET valable : complétez sa fiche.",
            s => new JsonObject { ["id"] = s }
        );
        yield return Texte("nature", "Nature", "Marché", null);
        yield return Texte("objet", "Objet", marche.Objet, null);
        yield return Texte(
            "codeCPV",
            "Code CPV",
            marche.Cpv,
            marche.Cpv is { Length: 8 or 10 } ? null : "Le lot n'a pas de code CPV."
        );
        yield return Liste(
            "techniques",
            "Technique d'achat",
            "technique",
            marche.Contrat is FormeDeContrat.AccordCadre ? "Accord-cadre" : "Sans objet",
            ["Accord-cadre", "Sans objet"]
        );
        yield return Liste(
            "modalitesExecution",
            "Modalité d'exécution",
            "modaliteExecution",
            saisie.ModaliteExecution,
            Modalites
        );
        yield return Booleen("marcheInnovant", "Marché innovant", saisie.MarcheInnovant);
        yield return Parmi("ccag", "CCAG de référence", saisie.Ccag, Ccags);
        yield return Entier("offresRecues", "Offres reçues", saisie.OffresRecues);
        yield return Booleen("attributionAvance", "Avance attribuée", saisie.AttributionAvance);
        yield return Parmi("typeGroupementOperateurs", "Groupement d'opérateurs", saisie.TypeGroupementOperateurs, Groupements);
        yield return Parmi("procedure", "Procédure", Procedure(marche.Forme), Procedures);
        yield return Objet(
            "lieuExecution",
            "Lieu d'exécution",
            saisie.LieuCode is null ? null : $"{saisie.LieuCode} ({saisie.LieuTypeCode})",
            string.IsNullOrWhiteSpace(saisie.LieuCode) || !TypesDeLieu.Contains(saisie.LieuTypeCode ?? "")
                ? "Donnez le code du lieu et son type."
                : null,
            _ => new JsonObject { ["code"] = saisie.LieuCode, ["typeCode"] = saisie.LieuTypeCode }
        );
        yield return Entier("dureeMois", "Durée, reconductions comprises (mois)", DureeInitiale(marche));
        yield return Texte(
            "dateNotification",
            "Notification",
            Iso(marche.NotifieLe),
            marche.NotifieLe is null ? "Le marché n'est pas notifié." : null
        );
        yield return Texte("datePublicationDonnees", "Publication des données", Iso(publication), null);
        yield return Montant("montant", "Montant HT", (marche.Maximum ?? marche.Montant).Euros);
        yield return Liste("typesPrix", "Type de prix", "typePrix", saisie.TypePrix, TypesDePrix);
        yield return Parmi("formePrix", "Forme du prix", saisie.FormePrix, FormesDePrix);
        yield return Booleen(
            "sousTraitanceDeclaree",
            "Sous-traitance déclarée",
            marche.SousTraitants.Any(s => s.EstAgree is not false)
        );
        yield return Titulaires(marche);
        yield return Liste(
            "considerationsSociales",
            "Considération sociale",
            "considerationSociale",
            saisie.ConsiderationSociale,
            Sociales
        );
        yield return Liste(
            "considerationsEnvironnementales",
            "Considération environnementale",
            "considerationEnvironnementale",
            saisie.ConsiderationEnvironnementale,
            Environnementales
        );
    }

    private static int DureeInitiale(Marche marche) => marche.DureeFermeEnMois + marche.Reconductions.Sum(r => r.Mois);

    private static JsonObject UnTitulaire(string? siret) =>
        new()
        {
            ["titulaire"] = new JsonObject { ["typeIdentifiant"] = "SIRET", ["id"] = siret },
        };

    private static IReadOnlyList<string> Procedures { get; } =
    [
        "Procédure adaptée",
        "Appel d'offres ouvert",
        "Appel d'offres restreint",
        "Procédure avec négociation",
        "Marché passé sans publicité ni mise en concurrence préalable",
        "Dialogue compétitif",
    ];

    private static string? Procedure(FormeDeProcedure? forme) =>
        forme switch
        {
            FormeDeProcedure.Adaptee => "Procédure adaptée",
            FormeDeProcedure.AppelDOffresOuvert => "Appel d'offres ouvert",
            FormeDeProcedure.AppelDOffresRestreint => "Appel d'offres restreint",
            FormeDeProcedure.AvecNegociation => "Procédure avec négociation",
            FormeDeProcedure.SansPublicite => "Marché passé sans publicité ni mise en concurrence préalable",
            FormeDeProcedure.DialogueCompetitif => "Dialogue compétitif",
            null => null,
        };

    private static (ChampDeDonnees, JsonNode?) Titulaires(Marche marche)
    {
        var sans = marche.Titulaires.Where(t => !Siret.TryParse(t.Siret, out _)).Select(t => t.Nom).ToList();
        return Objet(
            "titulaires",
            "Titulaires",
            string.Join(", ", marche.Titulaires.Select(t => t.Nom)),
            sans.Count == 0 ? null : $"SIRET à donner : {string.Join(", ", sans)}.",
            _ => new JsonArray([.. marche.Titulaires.Select(t => UnTitulaire(t.Siret))])
        );
    }

    private static (ChampDeDonnees, JsonNode?) Texte(string nom, string libelle, string? valeur, string? probleme) =>
        Objet(
            nom,
            libelle,
            valeur,
            probleme ?? (string.IsNullOrWhiteSpace(valeur) ? "À renseigner." : null),
            v => JsonValue.Create(v)
        );

    private static (ChampDeDonnees, JsonNode?) Parmi(string nom, string libelle, string? valeur, IReadOnlyList<string> permis) =>
        Objet(
            nom,
            libelle,
            valeur,
            valeur is not null && permis.Contains(valeur) ? null : "À choisir.",
            v => JsonValue.Create(v)
        );

    private static (ChampDeDonnees, JsonNode?) Liste(
        string nom,
        string libelle,
        string element,
        string? valeur,
        IReadOnlyList<string> permis
    ) =>
        Objet(
            nom,
            libelle,
            valeur,
            valeur is not null && permis.Contains(valeur) ? null : "À choisir.",
            v => new JsonObject { [element] = new JsonArray(JsonValue.Create(v)) }
        );

    private static (ChampDeDonnees, JsonNode?) Booleen(string nom, string libelle, bool? valeur) =>
        Objet(
            nom,
            libelle,
            valeur switch
            {
                true => "oui",
                false => "non",
                null => null,
            },
            valeur is null ? "À renseigner." : null,
            _ => JsonValue.Create(valeur!.Value)
        );

    private static (ChampDeDonnees, JsonNode?) Entier(string nom, string libelle, int? valeur) =>
        Objet(
            nom,
            libelle,
            valeur?.ToString(CultureInfo.InvariantCulture),
            valeur is >= 1 ? null : "Un nombre d'au moins 1.",
            _ => JsonValue.Create(valeur!.Value)
        );

    private static (ChampDeDonnees, JsonNode?) Montant(string nom, string libelle, decimal euros) =>
        Objet(
            nom,
            libelle,
            Socle.Formats.EurosHt(euros),
            euros >= 1m ? null : "Un montant d'au moins 1 €.",
            _ => JsonValue.Create(euros)
        );

    private static (ChampDeDonnees, JsonNode?) Objet(
        string nom,
        string libelle,
        string? valeur,
        string? probleme,
        Func<string, JsonNode?> ecrire
    ) => (new ChampDeDonnees(nom, libelle, valeur, probleme), probleme is null ? ecrire(valeur!) : null);

    private static string? Iso(DateOnly? jour) => jour?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
