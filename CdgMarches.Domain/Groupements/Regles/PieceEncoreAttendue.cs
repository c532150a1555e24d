using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne dépose qu'une pièce encore attendue.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record PieceEncoreAttendue(string Piece, EtatDePiece Etat) : IRegleDeConvention
{
    public string Code => "RG1.10";

    public string Article => "9";

    public string? Champ => "pieces";

    public bool EstRespectee => Etat is not (EtatDePiece.Validee or EtatDePiece.SansObjet);

    public string Message => $"« {Piece} » est {Etat.Libelle().ToLower(Francais.Culture)} : aucune autre n'est attendue.";
}
