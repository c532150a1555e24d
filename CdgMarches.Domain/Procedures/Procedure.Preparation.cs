using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Ce qui précède la publication : note d'organisation, dossier de consultation, avis.</summary>
public sealed partial class Procedure
{
    public const int LongueurDeLaNote = 8000;

    /// <summary>Les pièces d'un dossier ordinaire, dans l'ordre où on les écrit.</summary>
    private static readonly string[] PiecesOrdinaires =
    [
        "Règlement de la consultation (RC)",
        "Acte d'engagement (AE)",
        "Cahier des clauses administratives particulières (CCAP)",
        "Cahier des clauses techniques particulières (CCTP)",
        "Bordereau des prix unitaires (BPU)",
        "Détail quantitatif estimatif (DQE)",
        "Annexe : liste des membres",
    ];

    private readonly List<PieceDuDce> _pieces = [];
    private readonly List<AvisEnvoye> _avis = [];

    /// <summary>La note d'organisation : procédure, lots, critères, calendrier, telle qu'envoyée aux membres.</summary>
    public string? Note { get; private set; }

    public DateOnly? NoteEnvoyeeLe { get; private set; }

    /// <summary>Le dernier jour où un membre peut répondre à la note ; passé ce jour, son silence est compté.</summary>
    public DateOnly? NoteReponseAvant { get; private set; }

    public IReadOnlyList<PieceDuDce> Pieces => _pieces;

    public IReadOnlyList<AvisEnvoye> Avis => _avis;

    public Verdict PeutEnvoyerLaNote(string? texte, DateOnly jour, DateOnly reponseAvant) =>
        Verdict.De(
            new ProcedureEnPreparation(Etat),
            new TexteRenseigne("note", "Écrivez la note d'organisation : procédure, lots, critères et calendrier.", texte),
            new EcheanceApresLEnvoi(jour, reponseAvant)
        );

    /// <summary>Envoie la note aux membres ; l'envoyer de nouveau remplace la précédente.</summary>
    public void EnvoyerLaNote(string? texte, DateOnly jour, DateOnly reponseAvant)
    {
        PeutEnvoyerLaNote(texte, jour, reponseAvant).Exiger();
        (Note, NoteEnvoyeeLe, NoteReponseAvant) = (texte!.Trim(), jour, reponseAvant);
        JalonDe(EtapeDeProcedure.NoteDOrganisation).Reel = jour;
        Recalculer();
        Signaler(new NoteEnvoyee(jour, reponseAvant));
    }

    /// <summary>Retient qu'un membre est exclu ou réintégré ; la ligne elle-même est dans sa table.</summary>
    public void NoterExclusion(string nom, Guid collectivite, string? motif, bool reintegre)
    {
        Verdict.De(new ProcedureEnPreparation(Etat), new ExclusionMotivee(reintegre, motif)).Exiger();
        Signaler(new MembreExclu(nom, collectivite, motif, reintegre));
    }

    public void ProposerLesPieces()
    {
        Verdict.De(new ProcedureNonTerminee(Etat)).Exiger();
        foreach (var nom in PiecesOrdinaires.Where(n => !_pieces.Exists(p => p.Nom == n)))
        {
            _pieces.Add(new PieceDuDce(ProchainNumero(_pieces.Select(p => p.Numero)), nom, null));
        }

        Signaler(new PieceDuDceChangee("Liste ordinaire des pièces", null));
    }

    public int AjouterPiece(string? nom, string? responsable)
    {
        Verdict.De(new ProcedureNonTerminee(Etat), new TexteRenseigne("piece-nom", "Nommez la pièce.", nom)).Exiger();
        var piece = new PieceDuDce(ProchainNumero(_pieces.Select(p => p.Numero)), nom!, responsable);
        _pieces.Add(piece);
        Signaler(new PieceDuDceChangee(piece.Nom, null));
        return piece.Numero;
    }

    /// <summary>Dépose une version de la pièce ; une nouvelle version se valide de nouveau.</summary>
    public void DeposerPiece(int numero, Guid fichier, DateOnly jour)
    {
        Verdict.De(new ProcedureNonTerminee(Etat)).Exiger();
        var piece = PieceDe(numero);
        (piece.Fichier, piece.DeposeeLe, piece.ValideeLe) = (fichier, jour, null);
        piece.VersionDeposee++;
        Signaler(new PieceDuDceChangee(piece.Nom, piece.VersionDeposee));
    }

    public void ValiderPiece(int numero, DateOnly jour)
    {
        var piece = PieceDe(numero);
        Verdict.De(new ProcedureNonTerminee(Etat), new PieceDeposee(piece.Nom, piece.VersionDeposee)).Exiger();
        piece.ValideeLe = jour;
        Signaler(new PieceDuDceChangee($"{piece.Nom}, validée", piece.VersionDeposee));
    }

    public void SupprimerPiece(int numero)
    {
        Verdict.De(new ProcedureEnPreparation(Etat)).Exiger();
        var piece = PieceDe(numero);
        _pieces.Remove(piece);
        Signaler(new PieceDuDceChangee($"{piece.Nom}, retirée", null));
    }

    /// <summary>Le dossier se valide quand chaque pièce de la liste l'est.</summary>
    public Verdict PeutValiderLeDossier() =>
        Verdict.De(
            new ProcedureEnPreparation(Etat),
            new AuMoinsUnLot(_lots.Count),
            new ToutesLesPiecesValidees(_pieces.Count, [.. _pieces.Where(p => p.ValideeLe is null).Select(p => p.Nom)])
        );

    public void ValiderLeDossier(DateOnly jour, DateOnly aujourdhui)
    {
        PeutValiderLeDossier().Exiger();
        Constater(EtapeDeProcedure.Dce, null, jour, aujourdhui);
    }

    /// <summary>Dit si cet avis peut être noté : le JOUE part avant les avis nationaux (R2131-20).</summary>
    public Verdict PeutEnvoyerUnAvis(
        SupportDAvis support,
        string? objet,
        DateOnly jour,
        DateOnly aujourdhui,
        string? reference
    ) =>
        Verdict.De(
            new TexteRenseigne("avis-objet", "Dites ce que l'avis annonce.", objet),
            new TexteRenseigne(
                "avis-reference",
                "Donnez la référence de l'annonce ou de l'accusé : c'est la preuve de l'envoi.",
                reference
            ),
            new FaitPasAVenir(EtapeDeProcedure.Publication, jour, aujourdhui),
            new JoueAvantLesAvisNationaux(
                support,
                jour,
                Forme?.EstFormalisee() is true,
                _avis.Where(a => a.Support is SupportDAvis.Joue).Select(a => (DateOnly?)a.EnvoyeLe).Min()
            )
        );

    public void EnvoyerUnAvis(
        SupportDAvis support,
        string? objet,
        DateOnly jour,
        DateOnly aujourdhui,
        string? reference,
        string? motif = null
    )
    {
        PeutEnvoyerUnAvis(support, objet, jour, aujourdhui, reference).Exiger(motif);
        var avis = new AvisEnvoye(ProchainNumero(_avis.Select(a => a.Numero)), support, objet!, jour, reference!);
        _avis.Add(avis);
        Signaler(new AvisNote(support, avis.Objet, jour, avis.Reference, motif));
    }

    /// <summary>Dit si cette parution peut être notée ; l'avis national attend le JOUE.</summary>
    public Verdict PeutPublierUnAvis(int numero, DateOnly le, DateOnly aujourdhui)
    {
        var (avis, joue) = (AvisDe(numero), _avis.Where(a => a.Support is SupportDAvis.Joue).ToList());
        return Verdict.De(
            new PublicationApresLEnvoi(le, avis.EnvoyeLe, aujourdhui),
            new ParutionNationaleApresLeJoue(
                avis.Support,
                le,
                Forme?.EstFormalisee() is true,
                joue.Select(a => (DateOnly?)a.EnvoyeLe).Min(),
                joue.Select(a => a.PublieLe).Min()
            )
        );
    }

    /// <summary>Note le jour où un avis envoyé est paru.</summary>
    public void PublierUnAvis(int numero, DateOnly le, DateOnly aujourdhui, string? motif = null)
    {
        PeutPublierUnAvis(numero, le, aujourdhui).Exiger(motif);
        AvisDe(numero).PublieLe = le;
        Signaler(new AvisParu(AvisDe(numero).Objet, AvisDe(numero).Support, le, motif));
    }

    private AvisEnvoye AvisDe(int numero) => _avis.Find(a => a.Numero == numero) ?? throw new LigneInconnueException(numero);

    private PieceDuDce PieceDe(int numero) => _pieces.Find(p => p.Numero == numero) ?? throw new LigneInconnueException(numero);

    private static int ProchainNumero(IEnumerable<int> numeros) => numeros.DefaultIfEmpty(0).Max() + 1;
}

public sealed record NoteEnvoyee(DateOnly Jour, DateOnly ReponseAvant) : IEvenementMetier
{
    public string Libelle =>
        $"Note d'organisation envoyée aux membres le {EnClair.Date(Jour)}, réponse attendue au plus tard le {EnClair.Date(ReponseAvant)}.";
}

public sealed record PieceDuDceChangee(string Nom, int? VersionDeposee) : IEvenementMetier
{
    public string Libelle =>
        VersionDeposee is { } v ? $"Pièce du DCE : {Nom}, version {v.ToString(Francais.Culture)}." : $"Pièce du DCE : {Nom}.";
}

public sealed record AvisNote(SupportDAvis Support, string Objet, DateOnly Jour, string Reference, string? Motif)
    : IEvenementMetier
{
    public string Libelle => $"{Objet} envoyé au support {Support.Libelle()} le {EnClair.Date(Jour)} ({Reference}).";
}

public sealed record AvisParu(string Objet, SupportDAvis Support, DateOnly Jour, string? Motif) : IEvenementMetier
{
    public string Libelle => $"{Objet} paru au support {Support.Libelle()} le {EnClair.Date(Jour)}.";
}

public sealed record MembreExclu(string Nom, Guid? Collectivite, string? Motif, bool Reintegre = false) : IEvenementMetier
{
    public string Libelle => Reintegre ? $"{Nom} de nouveau compris dans la procédure." : $"{Nom} exclu de la procédure.";
}
