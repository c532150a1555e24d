using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

public sealed record PieceDeposee(CollectiviteId Membre, NatureDePiece Nature) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Document rendu : {Nature.Libelle().ToLower(Francais.Culture)}.";
}

public sealed record PieceRelue(CollectiviteId Membre, NatureDePiece Nature, EtatDePiece Etat, string? Raison)
    : FaitDeConvention(Membre)
{
    public override string Libelle => $"{Nature.Libelle()} : {Etat.Libelle().ToLower(Francais.Culture)}.";

    public override string? Motif => Raison;
}
