using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne juge qu'une pièce reçue.</summary>
/// <remarks>B3.</remarks>
public sealed record PieceRecueDAbord(string Piece, EtatDePiece Etat) : IRegle
{
    public string Code => "B3";

    public string Fondement => "Convention constitutive, art. 9";

    public string? Champ => "pieces";

    public bool EstRespectee => Etat is EtatDePiece.Recue;

    public string Message =>
        $"« {Piece} » n'est pas à juger ({Etat.Libelle().ToLower(Francais.Culture)}) : il faut qu'elle soit reçue.";
}
