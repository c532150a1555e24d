using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.Domain.Procedures;

/// <summary>Ce que l'on sait le jour du lancement, hors de la procédure.</summary>
/// <param name="NonDecides">Les membres dont le besoin n'est ni validé ni décidé, et qui ne sont pas exclus.</param>
/// <param name="Proposee">Ce que les seuils en vigueur proposent pour la valeur du besoin ; null si elle est inconnue.</param>
/// <param name="DureeMaximale">La durée d'un accord-cadre au-delà de laquelle il faut une justification, en mois.</param>
/// <param name="PetitsLots">La règle des petits lots, quand des lots le sont.</param>
public sealed record FaitsDeLancement(
    IReadOnlyList<string> NonDecides,
    ProcedureProposee? Proposee,
    int DureeMaximale,
    IRegle? PetitsLots = null
);

/// <summary>La conduite de la procédure : sa forme, son calendrier, ses lots étape par étape, leur issue.</summary>
public sealed partial class Procedure
{
    public const int LongueurDeLaJustification = 2000;

    private readonly List<Jalon> _jalons = [];
    private readonly List<FaitDeLot> _faits = [];

    /// <summary>La procédure choisie ; null tant que rien n'est choisi (procédures reprises comprises).</summary>
    public FormeDeProcedure? Forme { get; private set; }

    public FormeDeContrat Contrat { get; private set; }

    /// <summary>La durée du contrat en mois, reconductions comprises.</summary>
    public int? DureeEnMois { get; private set; }

    /// <summary>Les options, reconductions et primes qui s'ajoutent aux lots dans la valeur du besoin (RG5.10), en centimes HT.</summary>
    public long ComplementsCentimes { get; private set; }

    /// <summary>Pourquoi une autre procédure que celle des seuils.</summary>
    public string? JustificationDeLaForme { get; private set; }

    /// <summary>Pourquoi plus de quatre ans (CCP, art. L2125-1, 1°).</summary>
    public string? JustificationDeLaDuree { get; private set; }

    /// <summary>Pourquoi un seul lot (CCP, art. L2113-11).</summary>
    public string? JustificationDuNonAllotissement { get; private set; }

    /// <summary>Le gel du recensement d'où viennent les lots et les quantités (RG5.21).</summary>
    public ConsolidationId? Consolidation { get; private set; }

    public bool RemiseElectronique { get; private set; } = true;

    public bool Preinformation { get; private set; }

    public bool DocumentsHorsProfil { get; private set; }

    /// <summary>L'urgence, justifiée : elle réduit les délais de réception (RG4.11). Null sans urgence.</summary>
    public string? JustificationDeLUrgence { get; private set; }

    /// <summary>La date limite de remise des plis, à l'heure du CDG.</summary>
    public DateTime? LimiteDeRemise { get; private set; }

    /// <summary>Le nombre de rectificatifs publiés.</summary>
    public int Rectificatifs { get; private set; }

    /// <summary>Le jour où le juge des référés est saisi (CJA, art. L551-4).</summary>
    public DateOnly? RefereLe { get; private set; }

    /// <summary>La notification de la décision du juge : la signature redevient possible.</summary>
    public DateOnly? DecisionDuRefereLe { get; private set; }

    /// <summary>La prochaine étape qui reste à faire et le jour prévu : ce que la liste montre et trie.</summary>
    public EtapeDeProcedure? ProchaineEtape { get; private set; }

    public DateOnly? ProchaineEcheance { get; private set; }

    public IReadOnlyList<Jalon> Jalons => _jalons;

    public IReadOnlyList<FaitDeLot> Faits => _faits;

    public MontantHt Complements => MontantHt.DeCentimes(ComplementsCentimes);

    /// <summary>La valeur estimée du besoin : tous les lots, options, reconductions et primes (RG5.10, RG5.11).</summary>
    public MontantHt ValeurDuBesoin => MontantHt.Somme(_lots.Select(l => l.Valeur)) + Complements;

    public ModalitesDeReception Modalites =>
        new(RemiseElectronique, Preinformation, JustificationDeLUrgence is not null, DocumentsHorsProfil);

    public bool EstSuspendue => RefereLe is not null && DecisionDuRefereLe is null;

    /// <summary>Vrai si la commission choisit l'attributaire de ce lot : tout lot d'une procédure formalisée (RG2.01).</summary>
    public bool RelevedeLaCao => Forme?.EstFormalisee() is true;

    public void Choisir(ChoixDeProcedure choix)
    {
        PeutModifier().Et(PeutChoisir(choix)).Exiger();
        (Forme, Contrat, DureeEnMois) = (choix.Forme, choix.Contrat, choix.DureeEnMois);
        ComplementsCentimes = choix.Complements.Centimes;
        JustificationDeLaForme = Propre(choix.JustificationDeLaForme);
        JustificationDeLaDuree = Propre(choix.JustificationDeLaDuree);
        JustificationDuNonAllotissement = Propre(choix.JustificationDuNonAllotissement);
        JustificationDeLUrgence = Propre(choix.JustificationDeLUrgence);
        (RemiseElectronique, Preinformation, DocumentsHorsProfil) = (
            choix.RemiseElectronique,
            choix.Preinformation,
            choix.DocumentsHorsProfil
        );
        Signaler(new FormeChoisie(Forme, Contrat, DureeEnMois));
    }

    public static Verdict PeutChoisir(ChoixDeProcedure choix) => Verdict.De(new DureeDeContratPlausible(choix.DureeEnMois));

    /// <summary>Rattache la procédure au gel d'où viennent ses besoins.</summary>
    public void PrendreLesBesoins(ConsolidationId consolidation, DateOnly jour)
    {
        PeutModifier().Exiger();
        Consolidation = consolidation;
        JalonDe(EtapeDeProcedure.Recensement).Reel = jour;
        Recalculer();
        Signaler(new BesoinsRepris());
    }

    /// <summary>Ce que la publication exige de plus : besoins décidés, forme justifiée, accord-cadre borné.</summary>
    private Verdict PeutPublier(FaitsDeLancement? faits)
    {
        if (faits is null)
        {
            return Verdict.Favorable;
        }

        var verdict = Verdict.De(
            new BesoinsDecidesAvantLeLancement(faits.NonDecides),
            new MaximumDansChaqueLot(
                Contrat is FormeDeContrat.AccordCadre
                    ? [.. _lots.Where(l => l.Maximum is null).Select(l => l.Numero).Order()]
                    : []
            ),
            new DureeDeLAccordCadreJustifiee(Contrat, DureeEnMois, faits.DureeMaximale, JustificationDeLaDuree),
            new AutreProcedureJustifiee(Forme, faits.Proposee, JustificationDeLaForme)
        );
        return faits.PetitsLots is { } petits ? verdict.Et(Verdict.De(petits)) : verdict;
    }

    public FaitDeLot? FaitDe(int lot, EtapeDeProcedure etape) => _faits.Find(f => f.Lot == lot && f.Etape == etape);

    /// <summary>Le jour où l'étape est constatée : sur le lot si elle est des lots, sur la procédure sinon.</summary>
    public DateOnly? ConstateLe(int lot, EtapeDeProcedure etape) =>
        etape.EstDuLot() ? FaitDe(lot, etape)?.Le : _jalons.Find(j => j.Etape == etape)?.Reel;

    public Jalon JalonDe(EtapeDeProcedure etape)
    {
        var jalon = _jalons.Find(j => j.Etape == etape);
        if (jalon is null)
        {
            jalon = new Jalon(etape);
            _jalons.Add(jalon);
        }

        return jalon;
    }

    /// <summary>Dit si l'étape peut être constatée ce jour-là, pour un lot ou pour la procédure entière.</summary>
    /// <param name="etape">L'étape ; la publication se constate par le lancement.</param>
    /// <param name="lot">Le lot, pour une étape des lots.</param>
    /// <param name="jour">Le jour où elle a eu lieu.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="signable">La première signature permise, quand la suspension s'impose.</param>
    public Verdict PeutConstater(
        EtapeDeProcedure etape,
        int? lot,
        DateOnly jour,
        DateOnly aujourdhui,
        SuspensionDeSignature? signable = null
    )
    {
        var verdict = Verdict.De(
            new FaitPasAVenir(etape, jour, aujourdhui),
            new EtapeApresLaPrecedente(etape, jour, Precedente(etape, lot)),
            new EtapeAvantLaSuivante(etape, jour, Suivante(etape, lot)),
            new ProcedureLanceePourLEtape(etape, Etat)
        );
        if (lot is { } numero)
        {
            verdict = verdict.Et(Verdict.De(new LotEncoreEnJeu(numero, LotDe(numero).Issue)));
        }

        return etape switch
        {
            EtapeDeProcedure.Ouverture => verdict.Et(
                Verdict.De(new OuvertureApresLaLimite(jour, LimiteDeRemise is { } l ? DateOnly.FromDateTime(l) : null))
            ),
            EtapeDeProcedure.Signature => verdict.Et(
                Verdict.De(
                    new AucunRefereEnCours(RefereLe, DecisionDuRefereLe),
                    new SignatureApresLaSuspension(jour, RelevedeLaCao ? signable : null),
                    new SignatureAutorisee(FaitDe(lot ?? 0, EtapeDeProcedure.AutorisationDeSigner)?.Le, jour)
                )
            ),
            _ => verdict,
        };
    }

    /// <summary>Constate une étape sur la procédure ou sur un lot ; la constater de nouveau la corrige.</summary>
    public void Constater(
        EtapeDeProcedure etape,
        int? lot,
        DateOnly jour,
        DateOnly aujourdhui,
        string? precision = null,
        SuspensionDeSignature? signable = null,
        string? motif = null
    )
    {
        PeutConstater(etape, lot, jour, aujourdhui, signable).Exiger(motif);
        if (etape.EstDuLot())
        {
            Noter(
                lot ?? throw new ArgumentNullException(nameof(lot), "Cette étape se constate lot par lot."),
                etape,
                jour,
                precision
            );
        }
        else
        {
            JalonDe(etape).Reel = jour;
        }

        Recalculer();
        Signaler(new EtapeConstatee(etape, lot, jour, precision, motif));
    }

    /// <summary>Retire une étape constatée par erreur, tant que rien ne la suit.</summary>
    public void Retirer(EtapeDeProcedure etape, int? lot)
    {
        Verdict.De(new RienApresLEtape(etape, Suivante(etape, lot)), new PublicationDefinitive(etape)).Exiger();
        if (lot is { } numero)
        {
            _faits.RemoveAll(f => f.Lot == numero && f.Etape == etape);
        }
        else
        {
            JalonDe(etape).Reel = null;
        }

        Recalculer();
        Signaler(new EtapeRetiree(etape, lot));
    }

    /// <summary>Dit si le lot peut recevoir cette issue.</summary>
    public Verdict PeutDonnerIssue(int lot, IssueDeLot issue, DateOnly jour, DateOnly aujourdhui, string? motif) =>
        Verdict.De(
            new ProcedureEnCours(Etat),
            new IssuePasAVenir(jour, aujourdhui, LanceeLe),
            new IssueMotivee(issue, motif),
            new LotPasEncoreSigne(issue, FaitDe(lot, EtapeDeProcedure.Signature)?.Le)
        );

    /// <summary>Donne son issue à un lot : attribué, infructueux, sans suite, relancé (R2185-1).</summary>
    public void DonnerIssue(int lot, IssueDeLot issue, DateOnly jour, DateOnly aujourdhui, string? motif = null)
    {
        var cible = LotDe(lot);
        PeutDonnerIssue(lot, issue, jour, aujourdhui, motif).Exiger();
        cible.Finir(issue, jour, motif);
        if (issue is IssueDeLot.Attribue)
        {
            Noter(lot, EtapeDeProcedure.Attribution, jour, motif);
        }

        Recalculer();
        Signaler(new IssueDeLotDonnee(lot, issue, jour, motif));
    }

    /// <summary>Retire le choix d'un lot que rien ne signe encore : l'attributaire pressenti est écarté, le suivant sera choisi.</summary>
    public void RetirerLeChoix(int lot)
    {
        Verdict
            .De(
                new ProcedureEnCours(Etat),
                new LotPasEncoreSigne(IssueDeLot.Relance, FaitDe(lot, EtapeDeProcedure.Signature)?.Le)
            )
            .Exiger();
        LotDe(lot).Reprendre();
        _faits.RemoveAll(f => f.Lot == lot && f.Etape >= EtapeDeProcedure.Attribution);
        Recalculer();
        Signaler(new EtapeRetiree(EtapeDeProcedure.Attribution, lot));
    }

    public void SaisirLeJuge(DateOnly jour, DateOnly aujourdhui)
    {
        Verdict.De(new ProcedureEnCours(Etat), new FaitDuRefere(jour, aujourdhui, LanceeLe, EstSuspendue)).Exiger();
        (RefereLe, DecisionDuRefereLe) = (jour, null);
        Recalculer();
        Signaler(new RefereSaisi(jour));
    }

    public void RecevoirLaDecisionDuJuge(DateOnly jour, DateOnly aujourdhui)
    {
        Verdict.De(new DecisionApresLaSaisine(RefereLe, jour, aujourdhui)).Exiger();
        DecisionDuRefereLe = jour;
        Recalculer();
        Signaler(new RefereDecide(jour));
    }

    private void Noter(int lot, EtapeDeProcedure etape, DateOnly jour, string? precision)
    {
        if (FaitDe(lot, etape) is { } fait)
        {
            (fait.Le, fait.Precision) = (jour, Propre(precision) ?? fait.Precision);
        }
        else
        {
            _faits.Add(new FaitDeLot(lot, etape, jour, precision));
        }
    }

    private (EtapeDeProcedure Etape, DateOnly Le)? Precedente(EtapeDeProcedure etape, int? lot) =>
        DatesConstatees(lot).Where(d => d.Etape < etape).Select(d => ((EtapeDeProcedure, DateOnly)?)d).LastOrDefault();

    private (EtapeDeProcedure Etape, DateOnly Le)? Suivante(EtapeDeProcedure etape, int? lot) =>
        (lot is null && !etape.EstDuLot() ? _lots.SelectMany(l => DatesConstatees(l.Numero)) : DatesConstatees(lot))
            .Where(d => d.Etape > etape)
            .OrderBy(d => d.Etape)
            .ThenBy(d => d.Le)
            .Select(d => ((EtapeDeProcedure, DateOnly)?)d)
            .FirstOrDefault();

    private IEnumerable<(EtapeDeProcedure Etape, DateOnly Le)> DatesConstatees(int? lot) =>
        Etapes
            .Toutes.Select(e => (Etape: e, Le: ConstateLe(lot ?? 0, e)))
            .Where(d => d.Le is not null)
            .Select(d => (d.Etape, d.Le!.Value));

    /// <summary>Refait ce qui se déduit : l'état de chaque lot, les étapes que tous ont passées, la prochaine étape.</summary>
    private void Recalculer()
    {
        foreach (var lot in _lots)
        {
            lot.Statut = StatutDe(lot);
        }

        foreach (var etape in Etapes.DesLots)
        {
            var enJeu = _lots.Where(l => l.Issue is null or IssueDeLot.Attribue).ToList();
            var dates = enJeu.Select(l => FaitDe(l.Numero, etape)?.Le).ToList();
            if (dates.Count > 0 && dates.TrueForAll(d => d is not null))
            {
                JalonDe(etape).Reel = dates.Max();
            }
            else if (_jalons.Find(j => j.Etape == etape) is { } jalon)
            {
                jalon.Reel = null;
            }
        }

        var prochaine =
            Etat is EtatDeProcedure.Terminee
                ? null
                : _jalons.Where(j => j is { Reel: null, Prevu: not null }).OrderBy(j => j.Etape).FirstOrDefault();
        (ProchaineEtape, ProchaineEcheance) = (prochaine?.Etape, prochaine?.Prevu);
    }

    private StatutDeLot StatutDe(LotDeProcedure lot) =>
        lot.Issue switch
        {
            IssueDeLot.Infructueux => StatutDeLot.Infructueux,
            IssueDeLot.SansSuite => StatutDeLot.SansSuite,
            IssueDeLot.Relance => StatutDeLot.Relance,
            _ when EstSuspendue && FaitDe(lot.Numero, EtapeDeProcedure.Signature) is null => StatutDeLot.Suspendu,
            _ => Etapes
                .Toutes.Where(e => ConstateLe(lot.Numero, e) is not null)
                .Select(e => e.Statut())
                .Where(s => s is not null)
                .Select(s => s!.Value)
                .DefaultIfEmpty(StatutDeLot.Preparation)
                .Max(),
        };

    private static string? Propre(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}

/// <summary>La procédure choisie et ce qui la justifie.</summary>
public sealed record ChoixDeProcedure
{
    public FormeDeProcedure? Forme { get; init; }

    public FormeDeContrat Contrat { get; init; }

    public int? DureeEnMois { get; init; }

    public MontantHt Complements { get; init; }

    public string? JustificationDeLaForme { get; init; }

    public string? JustificationDeLaDuree { get; init; }

    public string? JustificationDuNonAllotissement { get; init; }

    public string? JustificationDeLUrgence { get; init; }

    public bool RemiseElectronique { get; init; } = true;

    public bool Preinformation { get; init; }

    public bool DocumentsHorsProfil { get; init; }
}
