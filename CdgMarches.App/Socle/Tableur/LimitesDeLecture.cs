namespace CdgMarches.App.Socle.Tableur;

/// <summary>Ce qu'un fichier reçu peut peser avant d'être refusé.</summary>
public sealed record LimitesDeLecture
{
    public static LimitesDeLecture ParDefaut { get; } = new();

    /// <summary>Taille du fichier, en octets.</summary>
    public int Taille { get; init; } = 10 * 1024 * 1024;

    /// <summary>Taille totale une fois décompressé, en octets.</summary>
    public long TailleDecompressee { get; init; } = 200L * 1024 * 1024;

    /// <summary>Au-delà de 5 Mo décompressés, rapport maximal entre une partie décompressée et sa taille dans l'archive.</summary>
    public int RapportDeCompression { get; init; } = 200;

    /// <summary>Nombre de parties dans l'archive.</summary>
    public int Parties { get; init; } = 2_000;

    public int Feuilles { get; init; } = 100;

    /// <summary>Nombre de lignes remplies par feuille.</summary>
    public int Lignes { get; init; } = 50_000;

    /// <summary>Numéro de la dernière colonne remplie.</summary>
    public int Colonnes { get; init; } = 256;

    /// <summary>Nombre de cellules remplies dans tout le fichier.</summary>
    public int Cellules { get; init; } = 1_000_000;
}
