using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <content>Les documents que la collectivité rend, et leur relecture.</content>
public sealed partial class ConventionDAcces
{
    private readonly List<PieceDeConvention> _pieces = [];

    public IReadOnlyList<PieceDeConvention> Pieces => _pieces;

    /// <summary>La dernière pièce de cette nature ; nulle tant que rien n'est rendu.</summary>
    public PieceDeConvention? PieceDe(NatureDePiece nature) => _pieces.Where(p => p.Nature == nature).MaxBy(p => p.Numero);

    /// <summary>Les natures que la collectivité doit encore rendre, ou refaire.</summary>
    public IReadOnlyList<NatureDePiece> PiecesAttendues =>
        AbandonneeLe is not null || PremierJour is not null
            ? []
            : [.. Enum.GetValues<NatureDePiece>().Where(n => PieceDe(n)?.Etat is null or EtatDePiece.ACorriger)];

    public Verdict PeutDeposerUnePiece() =>
        Verdict.De(new ConventionNonAbandonnee(AbandonneeLe), new ConventionEncoreAConclure(PremierJour));

    public void DeposerUnePiece(NatureDePiece nature, Guid fichier, DateTimeOffset instant)
    {
        PeutDeposerUnePiece().Exiger();
        _pieces.Add(new PieceDeConvention(_pieces.Count + 1, nature, fichier, instant));
        Signaler(new PieceDeposee(Collectivite, nature));
    }

    /// <summary>Le CDG a relu la pièce : validée, ou à refaire en disant pourquoi.</summary>
    public void RelireLaPiece(int numero, bool validee, string? motif)
    {
        Verdict.De(new ConventionNonAbandonnee(AbandonneeLe), new MotifDeCorrection(validee, motif)).Exiger();
        var piece = _pieces.Find(p => p.Numero == numero) ?? throw new PieceInconnueException(numero);
        piece.Relire(validee ? EtatDePiece.Validee : EtatDePiece.ACorriger, validee ? null : motif!.Trim());
        Signaler(new PieceRelue(Collectivite, piece.Nature, piece.Etat, piece.Motif));
    }
}

/// <summary>La convention n'a pas de pièce de ce rang.</summary>
public sealed class PieceInconnueException(int numero)
    : Exception($"Cette convention n'a pas de pièce n° {numero.ToString(Francais.Culture)}.");
