using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Identifiant d'une <c>AnalyseDeLot</c>.</summary>
public readonly record struct AnalyseId(Guid Valeur) : IIdentifiant<AnalyseId>
{
    public static AnalyseId Nouveau() => new(Guid.CreateVersion7());

    public static AnalyseId De(Guid valeur) => new(valeur);
}

/// <summary>Ce que l'analyse dit d'une offre.</summary>
public enum EtatDOffre
{
    EnAnalyse,
    Irreguliere,
    Inacceptable,
    Inappropriee,

    /// <summary>Écartée après la demande de précisions (CCP, art. R2152-3 à R2152-5).</summary>
    AnormalementBasse,

    /// <summary>L'attributaire pressenti n'a pas fourni ses attestations à temps (R2144-7).</summary>
    Ecartee,
}

/// <summary>L'analyse des offres d'un lot : critères, notes, classement, attributaire pressenti, évincés.</summary>
/// <remarks>Un agrégat par lot : deux agents analysent deux lots sans se gêner, et l'un refuse la saisie périmée de l'autre sur le même.</remarks>
public sealed class AnalyseDeLot : Agregat
{
    public const decimal NoteMaximale = 10m;

    private readonly List<Critere> _criteres = [];
    private readonly List<OffreDeLot> _offres = [];
    private readonly List<NoteDOffre> _notes = [];
    private readonly List<TourDeNegociation> _tours = [];

    private AnalyseDeLot() { }

    public AnalyseDeLot(ProcedureId procedure, int lot) => (Id, Procedure, Lot) = (AnalyseId.Nouveau(), procedure, lot);

    public AnalyseId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ProcedureId Procedure { get; private init; }

    public int Lot { get; private init; }

    /// <summary>L'offre retenue, quand l'organe compétent a choisi.</summary>
    public int? Retenue { get; private set; }

    /// <summary>Le jour du choix : séance de la commission, ou décision du pouvoir adjudicateur.</summary>
    public DateOnly? ChoisieLe { get; private set; }

    /// <summary>Le procès-verbal ou la décision qui choisit.</summary>
    public string? ActeDuChoix { get; private set; }

    public string? MotifsDuChoix { get; private set; }

    /// <summary>La mise au point, comparée à l'offre (R2152-13) : ce qui change, rien de substantiel.</summary>
    public string? MiseAuPoint { get; private set; }

    public IReadOnlyList<Critere> Criteres => _criteres;

    public IReadOnlyList<OffreDeLot> Offres => _offres;

    public IReadOnlyList<NoteDOffre> Notes => _notes;

    public IReadOnlyList<TourDeNegociation> Tours => _tours;

    public decimal TotalDesPoids => _criteres.Sum(c => c.Poids);

    public static Verdict PeutFixerLesCriteres(IReadOnlyList<(string? Intitule, decimal Poids)> criteres) =>
        Verdict.De(
            new PoidsPositifs(criteres.All(c => c.Poids > 0m && !string.IsNullOrWhiteSpace(c.Intitule))),
            new PoidsDeCent(criteres.Sum(c => c.Poids))
        );

    /// <summary>Fixe les critères ; ceux du règlement ne changent plus une fois une offre notée.</summary>
    public void FixerLesCriteres(IReadOnlyList<(string? Intitule, decimal Poids)> criteres)
    {
        PeutFixerLesCriteres(criteres).Et(Verdict.De(new AucuneOffreNotee(_notes.Count))).Exiger();
        _criteres.Clear();
        _criteres.AddRange(criteres.Select((c, rang) => new Critere(rang + 1, c.Intitule!, c.Poids)));
        Signaler(new AnalyseTenue($"Critères fixés : {string.Join(", ", _criteres.Select(c => c.EnClair))}"));
    }

    /// <param name="ouverture">Le jour de l'ouverture des plis : aucun accès aux offres avant (RG2.34).</param>
    /// <param name="entreprise">Le soumissionnaire.</param>
    /// <param name="siret">Son SIRET.</param>
    /// <param name="montant">Son prix, au DQE.</param>
    public OffreDeLot AjouterOffre(DateOnly? ouverture, string? entreprise, string? siret, MontantHt? montant)
    {
        Verdict
            .De(
                new OffresOuvertes(ouverture),
                new TexteRenseigne("offre-entreprise", "Nommez l'entreprise.", entreprise),
                new MontantPositif(montant)
            )
            .Exiger();
        var offre = new OffreDeLot(_offres.Select(o => o.Numero).DefaultIfEmpty(0).Max() + 1, entreprise!, siret, montant);
        _offres.Add(offre);
        Signaler(new AnalyseTenue($"Offre de {offre.Entreprise} inscrite"));
        return offre;
    }

    public void CorrigerMontant(int offre, MontantHt? montant)
    {
        Verdict.De(new ChoixPasEncoreFait(ChoisieLe), new MontantPositif(montant)).Exiger();
        OffreDe(offre).MontantCentimes = montant?.Centimes;
        Signaler(new AnalyseTenue($"Montant de l'offre de {OffreDe(offre).Entreprise} corrigé"));
    }

    /// <summary>Note une offre sur un critère, de 0 à 10.</summary>
    public void Noter(int offre, int critere, decimal note)
    {
        Verdict
            .De(new ChoixPasEncoreFait(ChoisieLe), new PoidsDeCent(TotalDesPoids), new NoteDansLesBornes(note, NoteMaximale))
            .Exiger();
        var cible = OffreDe(offre);
        _ = _criteres.Find(c => c.Numero == critere) ?? throw new LigneInconnueException(critere);
        if (_notes.Find(n => n.Offre == offre && n.Critere == critere) is { } existante)
        {
            existante.Valeur = note;
        }
        else
        {
            _notes.Add(new NoteDOffre(offre, critere, note));
        }

        Signaler(new AnalyseTenue($"Offre de {cible.Entreprise} notée"));
    }

    /// <summary>Écarte une offre avant le classement, avec son motif.</summary>
    public void Qualifier(int offre, EtatDOffre etat, string? motif)
    {
        var cible = OffreDe(offre);
        Verdict
            .De(
                new ChoixPasEncoreFait(ChoisieLe),
                new EliminationMotivee(etat is EtatDOffre.EnAnalyse, motif),
                new PrecisionsDemandeesAvant(etat, cible.PrecisionsDemandeesLe)
            )
            .Exiger();
        (cible.Etat, cible.Motif) = (etat, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim());
        Signaler(new AnalyseTenue($"Offre de {cible.Entreprise} : {etat.Libelle().ToLower(Francais.Culture)}", cible.Motif));
    }

    /// <summary>Demande des précisions à une offre qui semble anormalement basse (R2152-3).</summary>
    public void DemanderDesPrecisions(int offre, DateOnly le)
    {
        OffreDe(offre).PrecisionsDemandeesLe = le;
        Signaler(new AnalyseTenue($"Précisions demandées à {OffreDe(offre).Entreprise} sur son prix le {EnClair.Date(le)}"));
    }

    /// <summary>Le classement : total pondéré sur 100, le moins cher départage ; les offres écartées n'y sont pas.</summary>
    public IReadOnlyList<RangDOffre> Classer() =>
        [
            .. _offres
                .Where(o => o.Etat is EtatDOffre.EnAnalyse)
                .Select(o => (Offre: o, Total: TotalDe(o.Numero)))
                .OrderByDescending(o => o.Total)
                .ThenBy(o => o.Offre.MontantCentimes ?? long.MaxValue)
                .ThenBy(o => o.Offre.Numero)
                .Select((o, rang) => new RangDOffre(rang + 1, o.Offre, o.Total)),
        ];

    /// <summary>Le total pondéré d'une offre, sur 100.</summary>
    public decimal TotalDe(int offre) =>
        _criteres.Sum(c => (_notes.Find(n => n.Offre == offre && n.Critere == c.Numero)?.Valeur ?? 0m) * c.Poids / NoteMaximale);

    /// <summary>Ouvre un tour de négociation : la même invitation et la même limite pour tous (R2161-5 l'interdit en appel d'offres).</summary>
    public void Negocier(FormeDeProcedure? forme, DateOnly invitation, DateOnly limite)
    {
        Verdict
            .De(
                new NegociationPermise(forme),
                new EcheanceApresLEnvoi(invitation, limite),
                new ChoixPasEncoreFait(ChoisieLe),
                new UnCandidatAuMoins(_offres.Count(o => o.Etat is EtatDOffre.EnAnalyse))
            )
            .Exiger();
        var tour = new TourDeNegociation(
            _tours.Count + 1,
            invitation,
            limite,
            string.Join(" ; ", _offres.Where(o => o.Etat is EtatDOffre.EnAnalyse).Select(o => o.Entreprise))
        );
        _tours.Add(tour);
        Signaler(
            new AnalyseTenue(
                $"Tour de négociation {tour.Numero.ToString(Francais.Culture)} : invitations du {EnClair.Date(invitation)}, offres au plus tard le {EnClair.Date(limite)}"
            )
        );
    }

    /// <summary>Dit si cette offre peut être choisie, sur la décision de l'organe compétent.</summary>
    public Verdict PeutChoisir(int offre, DateOnly jour, DateOnly aujourdhui, string? acte, bool releveDeLaCao) =>
        Verdict.De(
            new FaitPasAVenir(EtapeDeProcedure.Attribution, jour, aujourdhui),
            new ActeDuChoixConnu(acte, releveDeLaCao),
            new OffreClassee(OffreDe(offre).Entreprise, OffreDe(offre).Etat),
            new ToutesLesOffresNotees(NonNotees())
        );

    /// <summary>Choisit l'offre retenue. Une autre que la première du classement demande le motif.</summary>
    public void Choisir(int offre, DateOnly jour, DateOnly aujourdhui, string? acte, bool releveDeLaCao, string? motifs)
    {
        PeutChoisir(offre, jour, aujourdhui, acte, releveDeLaCao)
            .Et(
                Verdict.De(
                    new PremiereDuClassement(Classer() is [var premiere, ..] ? premiere.Offre.Numero : null, offre, motifs)
                )
            )
            .Exiger();
        (Retenue, ChoisieLe, ActeDuChoix) = (offre, jour, acte!.Trim());
        MotifsDuChoix = string.IsNullOrWhiteSpace(motifs) ? null : motifs.Trim();
        Signaler(
            new AnalyseTenue(
                $"Offre de {OffreDe(offre).Entreprise} retenue le {EnClair.Date(jour)} ({ActeDuChoix})",
                MotifsDuChoix
            )
        );
    }

    public void DemanderLesAttestations(DateOnly le, DateOnly avant)
    {
        Verdict.De(new OffreRetenue(Retenue), new EcheanceApresLEnvoi(le, avant)).Exiger();
        var offre = OffreDe(Retenue!.Value);
        (offre.AttestationsDemandeesLe, offre.AttestationsAvant) = (le, avant);
        Signaler(new AnalyseTenue($"Attestations demandées à {offre.Entreprise}, au plus tard le {EnClair.Date(avant)}"));
    }

    public void RecevoirLesAttestations(DateOnly le)
    {
        Verdict
            .De(new OffreRetenue(Retenue), new AttestationsATemps(le, Retenue is { } r ? OffreDe(r).AttestationsAvant : null))
            .Exiger();
        OffreDe(Retenue!.Value).AttestationsRecuesLe = le;
        Signaler(new AnalyseTenue($"Attestations de {OffreDe(Retenue.Value).Entreprise} reçues le {EnClair.Date(le)}"));
    }

    /// <summary>L'attributaire pressenti n'a pas fourni ses attestations : il est écarté, le suivant du classement est proposé.</summary>
    /// <returns>L'offre suivante, ou null s'il n'y en a plus.</returns>
    public OffreDeLot? PasserAuSuivant(DateOnly jour)
    {
        Verdict.De(new OffreRetenue(Retenue), new DelaiDesAttestationsPasse(jour, Retenue is { } r ? OffreDe(r) : null)).Exiger();
        var ecartee = OffreDe(Retenue!.Value);
        (ecartee.Etat, ecartee.Motif) = (EtatDOffre.Ecartee, "Attestations non fournies dans le délai (CCP, art. R2144-7).");
        (Retenue, ChoisieLe, ActeDuChoix, MotifsDuChoix) = (null, null, null, null);
        Signaler(new AnalyseTenue($"{ecartee.Entreprise} écartée : attestations non fournies dans le délai"));
        return Classer() is [var suivante, ..] ? suivante.Offre : null;
    }

    public void MettreAuPoint(string? texte)
    {
        Verdict
            .De(new OffreRetenue(Retenue), new TexteRenseigne("mise-au-point", "Écrivez ce que la mise au point change.", texte))
            .Exiger();
        MiseAuPoint = texte!.Trim();
        Signaler(new AnalyseTenue("Mise au point notée"));
    }

    /// <summary>Note l'envoi d'une lettre de rejet, une par évincé.</summary>
    public void Rejeter(int offre, DateOnly le, bool parVoieElectronique, string? motifs)
    {
        var cible = OffreDe(offre);
        Verdict
            .De(
                new OffreEvincee(offre, Retenue),
                new TexteRenseigne("rejet-motifs", "Écrivez les motifs du rejet.", motifs),
                new EnvoiApresLeChoix(le, ChoisieLe)
            )
            .Exiger();
        (cible.RejeteeLe, cible.RejetElectronique, cible.MotifsDuRejet) = (le, parVoieElectronique, motifs!.Trim());
        Signaler(
            new AnalyseTenue(
                $"Rejet envoyé à {cible.Entreprise} le {EnClair.Date(le)}, {(parVoieElectronique ? "par voie électronique" : "sur papier")}"
            )
        );
    }

    /// <summary>Les évincés qui n'ont pas encore reçu leur lettre.</summary>
    public IReadOnlyList<OffreDeLot> ARejeter =>
        Retenue is { } r ? [.. _offres.Where(o => o.Numero != r && o.RejeteeLe is null)] : [];

    /// <summary>Le dernier rejet et s'ils sont tous électroniques ; null sans évincé (participant seul, R2182-2) ou tant qu'il en reste.</summary>
    public (DateOnly DernierEnvoi, bool ToutElectronique)? Rejets
    {
        get
        {
            var evinces = _offres.Where(o => o.Numero != Retenue).ToList();
            return Retenue is null || evinces.Count == 0 || evinces.Exists(o => o.RejeteeLe is null)
                ? null
                : (evinces.Max(o => o.RejeteeLe!.Value), evinces.TrueForAll(o => o.RejetElectronique));
        }
    }

    public OffreDeLot OffreDe(int numero) => _offres.Find(o => o.Numero == numero) ?? throw new LigneInconnueException(numero);

    private List<string> NonNotees() =>
        [
            .. _offres
                .Where(o =>
                    o.Etat is EtatDOffre.EnAnalyse
                    && _criteres.Exists(c => !_notes.Exists(n => n.Offre == o.Numero && n.Critere == c.Numero))
                )
                .Select(o => o.Entreprise),
        ];
}

/// <summary>Un critère de choix et son poids, en points sur cent.</summary>
public sealed class Critere
{
    public const int LongueurDeLIntitule = 200;

    private Critere() { }

    internal Critere(int numero, string intitule, decimal poids) => (Numero, Intitule, Poids) = (numero, intitule.Trim(), poids);

    public int Numero { get; private init; }

    public string Intitule { get; private init; } = "";

    public decimal Poids { get; private init; }

    internal string EnClair => $"{Intitule} {Poids.ToString("0.##", Francais.Culture)} %";
}

/// <summary>L'offre d'un soumissionnaire pour un lot.</summary>
public sealed class OffreDeLot
{
    public const int LongueurDuMotif = 2000;

    private OffreDeLot() { }

    internal OffreDeLot(int numero, string entreprise, string? siret, MontantHt? montant)
    {
        (Numero, Entreprise) = (numero, entreprise.Trim());
        Siret = string.IsNullOrWhiteSpace(siret) ? null : siret.Trim();
        MontantCentimes = montant?.Centimes;
    }

    public int Numero { get; private init; }

    public string Entreprise { get; private init; } = "";

    public string? Siret { get; private init; }

    public long? MontantCentimes { get; internal set; }

    public MontantHt? Montant => MontantCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    public EtatDOffre Etat { get; internal set; }

    public string? Motif { get; internal set; }

    public DateOnly? PrecisionsDemandeesLe { get; internal set; }

    public DateOnly? AttestationsDemandeesLe { get; internal set; }

    public DateOnly? AttestationsAvant { get; internal set; }

    public DateOnly? AttestationsRecuesLe { get; internal set; }

    public DateOnly? RejeteeLe { get; internal set; }

    public bool RejetElectronique { get; internal set; }

    public string? MotifsDuRejet { get; internal set; }
}

/// <summary>La note d'une offre sur un critère.</summary>
public sealed class NoteDOffre
{
    private NoteDOffre() { }

    internal NoteDOffre(int offre, int critere, decimal valeur) => (Offre, Critere, Valeur) = (offre, critere, valeur);

    public int Offre { get; private init; }

    public int Critere { get; private init; }

    public decimal Valeur { get; internal set; }
}

/// <summary>Un tour de négociation : même invitation, même limite pour tous.</summary>
public sealed class TourDeNegociation
{
    private TourDeNegociation() { }

    internal TourDeNegociation(int numero, DateOnly invitation, DateOnly limite, string invites) =>
        (Numero, Invitation, Limite, Invites) = (numero, invitation, limite, invites);

    public int Numero { get; private init; }

    public DateOnly Invitation { get; private init; }

    public DateOnly Limite { get; private init; }

    public string Invites { get; private init; } = "";
}

/// <summary>Une offre à son rang.</summary>
public sealed record RangDOffre(int Rang, OffreDeLot Offre, decimal Total);

public static class LibellesDesOffres
{
    public static string Libelle(this EtatDOffre etat) =>
        etat switch
        {
            EtatDOffre.EnAnalyse => "En analyse",
            EtatDOffre.Irreguliere => "Irrégulière",
            EtatDOffre.Inacceptable => "Inacceptable",
            EtatDOffre.Inappropriee => "Inappropriée",
            EtatDOffre.AnormalementBasse => "Anormalement basse",
            EtatDOffre.Ecartee => "Écartée",
        };
}

public sealed record AnalyseTenue(string Phrase, string? Motif = null) : IEvenementMetier
{
    public string Libelle => Phrase + ".";
}
