namespace CdgMarches.Domain.Recensements;

/// <summary>Une colonne de la grille de saisie ; combinées, celles que demande une ligne de catalogue.</summary>
[Flags]
public enum ChampDeReponse
{
    Aucun = 0,
    Minimum = 1,
    Estime = 2,
    Maximum = 4,
    MontantHt = 8,
    FinDeContrat = 16,
    Imputation = 32,
    Commentaire = 64,

    /// <summary>Ce que le membre répond à une anomalie signalée. Toujours permis, jamais demandé d'avance.</summary>
    Justification = 128,
}

/// <summary>Ce que chaque champ contient et comment il se nomme.</summary>
public static class ChampsDeReponse
{
    /// <summary>Les champs, dans l'ordre des colonnes.</summary>
    public static IReadOnlyList<ChampDeReponse> Tous { get; } =
    [
        ChampDeReponse.Minimum,
        ChampDeReponse.Estime,
        ChampDeReponse.Maximum,
        ChampDeReponse.MontantHt,
        ChampDeReponse.FinDeContrat,
        ChampDeReponse.Imputation,
        ChampDeReponse.Commentaire,
        ChampDeReponse.Justification,
    ];

    /// <summary>Les champs qui disent un besoin : une ligne en demande au moins un.</summary>
    public const ChampDeReponse DeBesoin =
        ChampDeReponse.Minimum | ChampDeReponse.Estime | ChampDeReponse.Maximum | ChampDeReponse.MontantHt;

    /// <summary>Vrai si la ligne qui demande <paramref name="demandes"/> accepte une valeur dans ce champ.</summary>
    public static bool Accepte(this ChampDeReponse demandes, ChampDeReponse champ) =>
        champ is ChampDeReponse.Justification || (demandes & champ) == champ;

    public static bool EstQuantite(this ChampDeReponse champ) =>
        champ is ChampDeReponse.Minimum or ChampDeReponse.Estime or ChampDeReponse.Maximum;

    public static bool EstNombre(this ChampDeReponse champ) => champ.EstQuantite() || champ is ChampDeReponse.MontantHt;

    /// <summary>La longueur la plus grande d'un texte tapé dans ce champ.</summary>
    public static int LongueurMax(this ChampDeReponse champ) =>
        champ switch
        {
            ChampDeReponse.Imputation => LigneDeReponse.LongueurImputation,
            ChampDeReponse.Commentaire => LigneDeReponse.LongueurCommentaire,
            ChampDeReponse.Justification => LigneDeReponse.LongueurJustification,
            ChampDeReponse.FinDeContrat => 10,
            _ => 24,
        };

    /// <exception cref="ArgumentOutOfRangeException">Ce n'est pas un champ seul.</exception>
    public static string Libelle(this ChampDeReponse champ) =>
        champ switch
        {
            ChampDeReponse.Minimum => "Minimum",
            ChampDeReponse.Estime => "Estimé",
            ChampDeReponse.Maximum => "Maximum",
            ChampDeReponse.MontantHt => "Montant HT (€)",
            ChampDeReponse.FinDeContrat => "Fin du contrat actuel",
            ChampDeReponse.Imputation => "Imputation",
            ChampDeReponse.Commentaire => "Commentaire",
            ChampDeReponse.Justification => "Justification",
            _ => throw new ArgumentOutOfRangeException(nameof(champ), champ, "Ce n'est pas un champ seul."),
        };
}
