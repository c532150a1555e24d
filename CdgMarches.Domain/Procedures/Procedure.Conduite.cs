using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>La conduite de la procédure : ses étapes, constatées sur elle ou lot par lot, et ce qui s'en déduit.</summary>
public sealed partial class Procedure
{
    private readonly List<Jalon> _jalons = [];
    private readonly List<FaitDeLot> _faits = [];

    /// <summary>La date limite de remise des plis, à l'heure du CDG.</summary>
    public DateTime? LimiteDeRemise { get; private set; }

    /// <summary>Le nombre de rectificatifs publiés.</summary>
    public int Rectificatifs { get; private set; }

    /// <summary>La prochaine étape qui reste à faire et le jour prévu : ce que la liste montre et trie.</summary>
    public EtapeDeProcedure? ProchaineEtape { get; private set; }

    public DateOnly? ProchaineEcheance { get; private set; }

    public IReadOnlyList<Jalon> Jalons => _jalons;

    public IReadOnlyList<FaitDeLot> Faits => _faits;

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
                    new SignatureApresLaSuspension(jour, ReleveDeLaCao ? signable : null),
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
        lot.FinDuMarche
        ?? lot.Issue switch
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
