using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Le fichier des conventions d'accès : ses colonnes, son modèle, et les actes qu'une ligne porte.</summary>
internal static class FormatDesConventions
{
    private static readonly ColonneDImport<string?> Numero = Colonnes.Texte(
        "Numéro de délibération",
        ActesDAcces.LongueurDuNumero
    ) with
    {
        VideConserve = true,
    };

    private static readonly ColonneDImport<DateOnly?> Deliberation = Colonnes.Date("Délibération") with { VideConserve = true };

    private static readonly ColonneDImport<DateOnly?> Collectivite = Colonnes.Date("Signature de la collectivité") with
    {
        VideConserve = true,
    };

    private static readonly ColonneDImport<string?> SignataireDeLaCollectivite = Colonnes.Texte(
        "Signataire de la collectivité",
        ActesDAcces.LongueurDuSignataire
    ) with
    {
        VideConserve = true,
    };

    private static readonly ColonneDImport<DateOnly?> Cdg = Colonnes.Date("Signature du CDG") with { VideConserve = true };

    private static readonly ColonneDImport<string?> SignataireDuCdg = Colonnes.Texte(
        "Signataire du CDG",
        ActesDAcces.LongueurDuSignataire
    ) with
    {
        VideConserve = true,
    };

    private static readonly ColonneDImport<DateOnly?> Effet = Colonnes.Date("Date d'effet") with
    {
        VideConserve = true,
        Alias = ["Effet"],
    };

    public static readonly ColonneDImport<string?> Motif = Colonnes.Texte("Motif d'un effet antérieur", 500);

    public static readonly Champs<ConventionDAcces> Champs = new Champs<ConventionDAcces>()
        .Avec(Deliberation, c => c.Actes.DelibereeLe)
        .Avec(Numero, c => c.Actes.NumeroDeDeliberation)
        .Avec(Collectivite, c => c.Actes.SigneeParLaCollectiviteLe)
        .Avec(SignataireDeLaCollectivite, c => c.Actes.SignataireDeLaCollectivite)
        .Avec(Cdg, c => c.Actes.SigneeParLeCdgLe)
        .Avec(SignataireDuCdg, c => c.Actes.SignataireDuCdg)
        .Avec(Effet, c => c.Actes.Effet);

    /// <summary>Le format du fichier : une collectivité par ligne.</summary>
    public static PlanDImport Plan { get; } =
        new(
            "Conventions",
            ReconnaitreCollectivites.LeSiret,
            ReconnaitreCollectivites.LeNom,
            Deliberation,
            Numero,
            Collectivite,
            SignataireDeLaCollectivite,
            Cdg,
            SignataireDuCdg,
            Effet,
            Motif
        );

    /// <summary>Le modèle vide.</summary>
    public static byte[] Modele(DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, Plan, Champs, []);
        classeur.LisezMoi(
            "Conventions d'accès",
            "Une ligne par collectivité du référentiel.",
            jour,
            "Le SIRET identifie la collectivité ; à défaut, son nom exact.",
            "Une collectivité sans convention en a une ouverte ; celle qui en a une est datée. Une date vide laisse l'acte déjà connu."
        );
        return classeur.Enregistrer();
    }

    /// <summary>La colonne où corriger ce que la règle refuse.</summary>
    public static ColonneDImport<DateOnly?>? ColonneDe(string? champ) =>
        champ switch
        {
            "deliberee-le" => Deliberation,
            "signee-collectivite-le" => Collectivite,
            "signee-cdg-le" => Cdg,
            "effet" => Effet,
            _ => null,
        };

    /// <summary>Les actes de la ligne ; ceux qu'elle ne porte pas restent.</summary>
    public static ActesDAcces Lire(LigneDImport ligne, ActesDAcces connus) =>
        connus with
        {
            DelibereeLe = ligne.Lire(Deliberation) ?? connus.DelibereeLe,
            NumeroDeDeliberation = ligne.Lire(Numero) ?? connus.NumeroDeDeliberation,
            SigneeParLaCollectiviteLe = ligne.Lire(Collectivite) ?? connus.SigneeParLaCollectiviteLe,
            SignataireDeLaCollectivite = ligne.Lire(SignataireDeLaCollectivite) ?? connus.SignataireDeLaCollectivite,
            SigneeParLeCdgLe = ligne.Lire(Cdg) ?? connus.SigneeParLeCdgLe,
            SignataireDuCdg = ligne.Lire(SignataireDuCdg) ?? connus.SignataireDuCdg,
            Effet = ligne.Lire(Effet) ?? connus.Effet,
        };
}
