namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une pièce dont l'effet de l'adhésion dépend ne se met sans objet qu'avec un motif écrit.</summary>
/// <remarks>RG1.10, RG1.20. Sans objet, elle ne retient plus l'effet : qui relit le dossier doit savoir pourquoi on s'en passe.</remarks>
public sealed record SansObjetMotive(NatureDePiece Piece, string? Raison) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "motif-sans-objet";

    public bool EstRespectee => !Piece.CommandeLEffet() || !string.IsNullOrWhiteSpace(Raison);

    public string Message =>
        $"L'effet de l'adhésion dépend de « {Piece.Libelle()} » : dites pourquoi elle est sans objet. Le dossier et l'historique le gardent.";
}
