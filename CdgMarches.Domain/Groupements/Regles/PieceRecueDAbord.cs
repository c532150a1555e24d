using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne juge qu'une pièce reçue.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record PieceRecueDAbord(string Piece, EtatDePiece Etat) : IRegleDeConvention
{
    public string Code => "RG1.10";

    public string Article => "9";

    public string? Champ => "pieces";

    public bool EstRespectee => Etat is EtatDePiece.Recue;

    public string Message =>
        $"« {Piece} » n'est pas à juger ({Etat.Libelle().ToLower(Francais.Culture)}) : il faut qu'elle soit reçue.";
}
