namespace CdgMarches.App.Socle.Fichiers;

/// <summary>Les types de contenu que l'application reçoit ou produit.</summary>
public static class TypesMime
{
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Csv = "text/csv";
    public const string Texte = "text/plain";
    public const string Zip = "application/zip";
    public const string Json = "application/json";

    /// <summary>Les types d'une pièce qu'un utilisateur peut déposer.</summary>
    public static IReadOnlyList<string> Deposables { get; } = [Pdf, Docx, Xlsx, Png, Jpeg];

    /// <summary>Leurs extensions, pour le choix du fichier.</summary>
    public const string ExtensionsDesPieces = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg";

    /// <summary>Ceux d'un acte : imprimé, numérisé ou photographié. Un texte brut n'en est pas un, quel que soit son nom.</summary>
    public static IReadOnlyList<string> Actes { get; } = [Pdf, Docx, Png, Jpeg];

    /// <summary>Leurs extensions, pour le choix du fichier.</summary>
    public const string ExtensionsDesActes = ".pdf,.docx,.png,.jpg,.jpeg";

    /// <summary>Ceux d'un papier signé à la main, puis numérisé ou photographié.</summary>
    public static IReadOnlyList<string> PapiersSignes { get; } = [Pdf, Png, Jpeg];

    /// <summary>Leurs extensions, pour le choix du fichier.</summary>
    public const string ExtensionsDesPapiersSignes = ".pdf,.png,.jpg,.jpeg";

    public static string Libelle(string type) =>
        type switch
        {
            Pdf => "PDF",
            Docx => "Word (.docx)",
            Xlsx => "Excel (.xlsx)",
            Png => "image PNG",
            Jpeg => "image JPEG",
            Csv => "CSV",
            Texte => "texte",
            Zip => "archive ZIP",
            Json => "JSON",
            _ => "autre",
        };

    /// <summary>Les types que le navigateur peut montrer sans danger dans un onglet.</summary>
    internal static bool SAfficheEnLigne(string type) => type is Pdf or Png or Jpeg;
}
