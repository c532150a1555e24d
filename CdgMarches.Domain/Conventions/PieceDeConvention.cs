namespace CdgMarches.Domain.Conventions;

/// <summary>Ce que la collectivité rend au CDG pour conclure sa convention.</summary>
public enum NatureDePiece
{
    Deliberation,

    ConventionSignee,
}

public enum EtatDePiece
{
    /// <summary>Déposée, pas encore relue.</summary>
    Recue,

    /// <summary>Relue, à refaire : le motif est dit.</summary>
    ACorriger,

    Validee,
}

/// <summary>Les mots des pièces d'une convention.</summary>
public static class PieceDeConventionExtensions
{
    public static string Libelle(this NatureDePiece nature) =>
        nature switch
        {
            NatureDePiece.Deliberation => "Délibération",
            NatureDePiece.ConventionSignee => "Convention signée",
        };

    public static string Libelle(this EtatDePiece etat) =>
        etat switch
        {
            EtatDePiece.Recue => "Reçue, à relire",
            EtatDePiece.ACorriger => "À corriger",
            EtatDePiece.Validee => "Validée",
        };
}

/// <summary>Un document rendu par la collectivité, relu par le CDG ; le plus récent de sa nature fait foi.</summary>
public sealed class PieceDeConvention
{
    private PieceDeConvention() { }

    internal PieceDeConvention(int numero, NatureDePiece nature, Guid fichier, DateTimeOffset deposeeLe) =>
        (Numero, Nature, Fichier, DeposeeLe, Etat) = (numero, nature, fichier, deposeeLe, EtatDePiece.Recue);

    public int Numero { get; private init; }

    public NatureDePiece Nature { get; private init; }

    /// <summary>Le contenu, dans le magasin des fichiers.</summary>
    public Guid Fichier { get; private init; }

    public DateTimeOffset DeposeeLe { get; private init; }

    public EtatDePiece Etat { get; private set; }

    /// <summary>Ce qu'il faut refaire, quand elle est à corriger.</summary>
    public string? Motif { get; private set; }

    internal void Relire(EtatDePiece etat, string? motif) => (Etat, Motif) = (etat, motif);
}
