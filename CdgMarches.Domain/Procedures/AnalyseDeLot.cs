using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Identifiant d'une <c>AnalyseDeLot</c>.</summary>
public readonly record struct AnalyseId(Guid Valeur) : IIdentifiant<AnalyseId>
{
    public static AnalyseId Nouveau() => new(Guid.CreateVersion7());

    public static AnalyseId De(Guid valeur) => new(valeur);
}

/// <summary>L'analyse des offres d'un lot : critères, notes, classement, attributaire pressenti, évincés.</summary>
/// <remarks>Un agrégat par lot : deux agents analysent deux lots sans se gêner, et l'un refuse la saisie périmée de l'autre sur le même.</remarks>
public sealed partial class AnalyseDeLot : Agregat
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
        Signaler(new AnalyseTenue($"Montant de l'offre {GrammaireDuNom.De(OffreDe(offre).Entreprise)} corrigé"));
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

    /// <summary>La note d'une offre sur un critère ; zéro tant qu'elle n'est pas donnée.</summary>
    public decimal NoteDe(int offre, int critere) => _notes.Find(n => n.Offre == offre && n.Critere == critere)?.Valeur ?? 0m;

    /// <summary>Le total pondéré d'une offre, sur 100.</summary>
    public decimal TotalDe(int offre) => _criteres.Sum(c => NoteDe(offre, c.Numero) * c.Poids / NoteMaximale);

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
