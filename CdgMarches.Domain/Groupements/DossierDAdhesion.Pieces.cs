using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed partial class DossierDAdhesion
{
    public Verdict PeutRecevoir(Guid piece) =>
        Verdict.De(new DossierEncoreOuvert(Etat), new PieceEncoreAttendue(PieceDe(piece).Libelle, PieceDe(piece).Etat));

    /// <summary>Range une pièce reçue ; celle que l'on avait demandé de corriger répond à la demande.</summary>
    /// <param name="piece">La pièce de la liste.</param>
    /// <param name="stockee">Le fichier déposé.</param>
    /// <param name="jour">Le jour de la réception.</param>
    public void Recevoir(Guid piece, Guid stockee, DateOnly jour)
    {
        PeutRecevoir(piece).Exiger();
        var recue = PieceDe(piece);
        recue.Recevoir(stockee, jour);
        if (CorrectionEnCours is { } correction && correction.Piece == piece)
        {
            correction.Satisfaire(jour);
        }

        if (recue.Nature is NatureDePiece.Deliberation)
        {
            Deliberation = Deliberation with { Piece = stockee };
        }

        Etat = EtatDAdhesion.EnCours;
        Signaler(new PieceRecue(Collectivite, recue.Libelle));
    }

    public Verdict PeutValiderPiece(Guid piece) =>
        Verdict.De(new DossierEncoreOuvert(Etat), new PieceRecueDAbord(PieceDe(piece).Libelle, PieceDe(piece).Etat));

    public void ValiderPiece(Guid piece)
    {
        PeutValiderPiece(piece).Exiger();
        PieceDe(piece).Valider();
        Signaler(new PieceJugee(Collectivite, PieceDe(piece).Libelle, PieceDe(piece).Etat));
    }

    /// <summary>Dit qu'une pièce n'a pas lieu d'être pour ce membre, ou qu'elle est de nouveau attendue.</summary>
    /// <param name="piece">La pièce de la liste.</param>
    /// <param name="sansObjet">Faux si elle est de nouveau attendue.</param>
    /// <param name="motif">Pourquoi elle est sans objet ; demandé là où l'effet en dépend, gardé à l'histoire.</param>
    public void MettreSansObjet(Guid piece, bool sansObjet, string? motif = null)
    {
        var cible = PieceDe(piece);
        Verdict
            .De(new DossierEncoreOuvert(Etat), new PieceNonFournie(cible.Libelle, cible.Etat))
            .Et(
                sansObjet
                    ? Verdict.De(
                        new SansObjetMotive(cible.Nature, motif),
                        new TexteBorne("Le motif", motif, LongueurDUnTexte, "motif-sans-objet")
                    )
                    : Verdict.Favorable
            )
            .Exiger();
        cible.MettreSansObjet(sansObjet);
        if (sansObjet)
        {
            Signaler(new PieceSansObjet(Collectivite, cible.Nature, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim()));
        }
        else
        {
            Signaler(new PieceJugee(Collectivite, cible.Libelle, cible.Etat));
        }
    }

    public Verdict PeutDemanderCorrection(Guid piece) =>
        Verdict.De(
            new DossierEncoreOuvert(Etat),
            new PieceRecueDAbord(PieceDe(piece).Libelle, PieceDe(piece).Etat),
            new UneSeuleCorrectionEnCours(CorrectionEnCours?.DemandeeLe)
        );

    /// <summary>Demande de corriger une pièce ; une seule demande court à la fois, pour que le membre sache laquelle suivre.</summary>
    public void DemanderCorrection(Guid piece, string? texte, DateOnly jour)
    {
        PeutDemanderCorrection(piece)
            .Et(Verdict.De(new TexteRenseigne("Ce qu'il faut corriger", (texte ?? "").Trim(), LongueurDUnTexte, "correction")))
            .Exiger();
        PieceDe(piece).ARevoir();
        _corrections.Add(new DemandeDeCorrection(piece, texte!.Trim(), jour));
        Signaler(new CorrectionDemandee(Collectivite, PieceDe(piece).Libelle, texte.Trim()));
    }

    private PieceDAdhesion PieceDe(Guid piece) =>
        _pieces.Find(p => p.Id == piece) ?? throw new ArgumentException("Cette pièce n'est pas de ce dossier.", nameof(piece));
}

/// <summary>Les pièces d'un dossier d'adhésion, dans l'ordre où on les réunit : c'est celui de toutes les listes.</summary>
public enum NatureDePiece
{
    Deliberation,
    ConventionSignee,

    /// <summary>Le titulaire et le suppléant qui siègent à la commission d'appel d'offres, là où le groupement a la sienne.</summary>
    DesignationALaCommission,
    AccuseDeReception,
    FicheDeRenseignements,

    /// <summary>Le nombre d'agents, certifié, là où les frais en dépendent.</summary>
    EffectifCertifie,
}

/// <summary>Où en est une pièce.</summary>
public enum EtatDePiece
{
    Attendue,
    Recue,
    ACorriger,
    Validee,
    SansObjet,
}

/// <summary>Une pièce de la liste d'un dossier d'adhésion.</summary>
public sealed class PieceDAdhesion
{
    private PieceDAdhesion() { }

    internal PieceDAdhesion(NatureDePiece nature) => (Id, Nature) = (Guid.CreateVersion7(), nature);

    public Guid Id { get; private init; }

    public NatureDePiece Nature { get; private init; }

    public EtatDePiece Etat { get; private set; }

    /// <summary>Le dernier fichier déposé.</summary>
    public Guid? Fichier { get; private set; }

    public DateOnly? RecueLe { get; private set; }

    public string Libelle => Nature.Libelle();

    internal void Recevoir(Guid fichier, DateOnly jour) => (Fichier, RecueLe, Etat) = (fichier, jour, EtatDePiece.Recue);

    internal void Valider() => Etat = EtatDePiece.Validee;

    internal void ARevoir() => Etat = EtatDePiece.ACorriger;

    internal void MettreSansObjet(bool sansObjet) => Etat = sansObjet ? EtatDePiece.SansObjet : EtatDePiece.Attendue;
}

/// <summary>Ce que le CDG demande de corriger, et le jour où le membre y a répondu.</summary>
public sealed class DemandeDeCorrection
{
    private DemandeDeCorrection() { }

    internal DemandeDeCorrection(Guid piece, string texte, DateOnly jour) =>
        (Id, Piece, Texte, DemandeeLe) = (Guid.CreateVersion7(), piece, texte, jour);

    public Guid Id { get; private init; }

    /// <summary>La pièce de la liste.</summary>
    public Guid Piece { get; private init; }

    public string Texte { get; private init; } = "";

    public DateOnly DemandeeLe { get; private init; }

    public DateOnly? SatisfaiteLe { get; private set; }

    internal void Satisfaire(DateOnly jour) => SatisfaiteLe = jour;
}

/// <summary>Une prestation que la collectivité prendra à l'effet, et le jour où elle l'a choisie.</summary>
public sealed class ChoixPrevu
{
    private ChoixPrevu() { }

    internal ChoixPrevu(PrestationId prestation, DateOnly choisieLe) => (Prestation, ChoisieLe) = (prestation, choisieLe);

    public PrestationId Prestation { get; private init; }

    public DateOnly ChoisieLe { get; private init; }
}
