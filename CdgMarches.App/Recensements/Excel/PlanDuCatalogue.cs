using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Le format du catalogue échangé : l'export est le modèle à remplir, et se réimporte tel quel.</summary>
internal sealed class PlanDuCatalogue
{
    public const string Feuille = "Catalogue";

    private static readonly ChampDeReponse[] Demandables =
    [
        ChampDeReponse.Minimum,
        ChampDeReponse.Estime,
        ChampDeReponse.Maximum,
        ChampDeReponse.MontantHt,
        ChampDeReponse.FinDeContrat,
        ChampDeReponse.Imputation,
        ChampDeReponse.Commentaire,
    ];

    private readonly Campagne _campagne;

    public PlanDuCatalogue(Campagne campagne)
    {
        _campagne = campagne;
        var codes = campagne.Prestations.OrderBy(p => p.Ordre).ToDictionary(p => p.Prestation, p => p.Code);
        Prestation = Colonnes.Choix("Prestation", [.. codes.Select(c => (c.Value, c.Key.Valeur))]) with
        {
            Presence = Presence.ValeurRequise,
        };
        Champs =
        [
            .. Demandables.Select(c =>
                (c, Colonnes.OuiNon($"Demander {c.Libelle().ToLower(Francais.Culture)}") with { VideConserve = true })
            ),
        ];
        Plan = new PlanDImport(
            Feuille,
            [Numero, Prestation, Lot, Ordre, Designation, Unite, Prix, .. Champs.Select(c => c.Colonne), ARetirer]
        );
        Lecteurs = new Champs<LigneDeCatalogue>()
            .Avec(Numero, l => (long?)l.Numero)
            .Avec(Prestation, l => (Guid?)l.Prestation.Valeur)
            .Avec(Lot, l => l.NumeroDeLot == 0 ? null : (long?)l.NumeroDeLot)
            .Avec(Ordre, l => (long?)l.Ordre)
            .Avec(Designation, l => l.Designation)
            .Avec(Unite, l => l.Unite)
            .Avec(Prix, l => l.PrixUnitaireEstime is { } prix ? PrixUnitaire.De(prix) : null);
        foreach (var (champ, colonne) in Champs)
        {
            Lecteurs.Avec(colonne, l => (bool?)l.Demandes.Accepte(champ));
        }
    }

    public ColonneDImport<long?> Numero { get; } = Colonnes.Entier("N°") with { Alias = ["Numéro"], VideConserve = true };

    /// <summary>Le code de la prestation, rendu par son identifiant.</summary>
    public ColonneDImport<Guid?> Prestation { get; }

    public ColonneDImport<long?> Lot { get; } = Colonnes.Entier("Lot") with { Alias = ["N° de lot", "Numéro de lot"] };

    public ColonneDImport<long?> Ordre { get; } = Colonnes.Entier("Ordre") with { VideConserve = true };

    public ColonneDImport<string?> Designation { get; } =
        Colonnes.Texte("Désignation", LigneDeCatalogue.LongueurDesignation) with
        {
            Alias = ["Article", "Libellé"],
            Presence = Presence.ValeurRequise,
        };

    public ColonneDImport<string?> Unite { get; } =
        Colonnes.Texte("Unité", LigneDeCatalogue.LongueurUnite) with
        {
            Presence = Presence.ValeurRequise,
        };

    public ColonneDImport<PrixUnitaire?> Prix { get; } =
        Colonnes.Prix("Prix unitaire estimé HT") with
        {
            Alias = ["Prix unitaire estimé", "Prix unitaire estimé HT (€)"],
        };

    public IReadOnlyList<(ChampDeReponse Champ, ColonneDImport<bool?> Colonne)> Champs { get; }

    public ColonneDImport<bool?> ARetirer { get; } = Colonnes.OuiNon("À retirer") with { VideConserve = true };

    public PlanDImport Plan { get; }

    public Champs<LigneDeCatalogue> Lecteurs { get; }

    /// <summary>La description que la ligne du fichier demande ; ce que le fichier ne dit pas garde sa valeur.</summary>
    public DescriptionDeLigne Decrire(LigneDImport ligne, LigneDeCatalogue? existante, int ordreSuivant)
    {
        var demandes = ChampDeReponse.Aucun;
        foreach (var (champ, colonne) in Champs)
        {
            var demande = ligne.Lire(colonne) ?? existante?.Demandes.Accepte(champ) ?? false;
            demandes |= demande ? champ : ChampDeReponse.Aucun;
        }

        var lot = ligne.Comporte(Lot) ? (int)(ligne.Lire(Lot) ?? 0) : existante?.NumeroDeLot ?? 0;
        return new DescriptionDeLigne(
            new Domain.Groupements.PrestationId(ligne.Lire(Prestation) ?? Guid.Empty),
            lot,
            (int)(ligne.Lire(Ordre) ?? existante?.Ordre ?? ordreSuivant),
            ligne.Lire(Designation) ?? "",
            ligne.Lire(Unite) ?? "",
            ligne.Comporte(Prix) ? ligne.Lire(Prix)?.Valeur : existante?.PrixUnitaireEstime,
            demandes,
            existante?.LigneN1
        );
    }

    /// <summary>Ce que la clé d'une ligne montre dans les messages : « N° 12 », ou « Ramette A4 (FOU, lot 1) » sans numéro.</summary>
    public string CleSansNumero(Guid? prestation, long? lot, string? designation)
    {
        var code = _campagne.Prestations.FirstOrDefault(p => p.Prestation.Valeur == prestation)?.Code ?? "?";
        return $"{Socle.Tableur.CleDEntete.De(designation ?? "")} ({code}, lot {lot ?? 0})";
    }
}
