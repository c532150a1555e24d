using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Seule une pièce que l'on n'a pas reçue se met sans objet.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record PieceNonFournie(string Piece, EtatDePiece Etat) : IRegleDeConvention
{
    public string Code => "RG1.10";

    public string Article => "9";

    public string? Champ => "pieces";

    public bool EstRespectee => Etat is EtatDePiece.Attendue or EtatDePiece.SansObjet;

    public string Message =>
        $"« {Piece} » est déjà fournie ({Etat.Libelle().ToLower(Francais.Culture)}) : validez-la ou demandez une correction.";
}
