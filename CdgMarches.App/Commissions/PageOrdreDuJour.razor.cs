using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Commissions;

/// <summary>Ce sur quoi porte un point : cela décide de la compétence de la commission.</summary>
public enum ObjetDuPoint
{
    MarcheFormalise,

    MarcheAdapte,

    Avenant,
}

/// <summary>L'ordre du jour d'une séance : ses points, leurs offres et documents, ses invités.</summary>
public sealed partial class PageOrdreDuJour(
    ModifierOrdreDuJour modifier,
    LireChoixDOrdreDuJour lireChoix,
    DeduireLaCompetence deduire
)
{
    private static readonly IReadOnlyList<Option<ObjetDuPoint>> Objets =
    [
        new(ObjetDuPoint.MarcheFormalise, "Marché en procédure formalisée"),
        new(ObjetDuPoint.MarcheAdapte, "Marché en procédure adaptée"),
        new(ObjetDuPoint.Avenant, "Avenant"),
    ];

    private static readonly IReadOnlyList<Option<NatureDuPoint>> Natures =
    [
        .. Enum.GetValues<NatureDuPoint>().Select(n => new Option<NatureDuPoint>(n, n.Libelle())),
    ];

    private ChoixDOrdreDuJour? _choix;
    private int? _numero;
    private GroupementId? _groupement;
    private Guid? _procedure;
    private int? _lot;
    private string? _titre;
    private ObjetDuPoint _objet;
    private string? _avenant;
    private string? _hausse;
    private bool _soumis = true;
    private decimal? _montant;
    private CompetenceDeLaCommission? _proposee;
    private NatureDuPoint _nature;
    private string? _motifDeSaisine;
    private bool _nominatif;
    private string? _rapport;
    private int _clePoint;
    private IReadOnlyList<ErreurDeSaisie> _erreursDuPoint = [];
    private int? _offresDe;
    private List<OffreSaisie> _offres = [];
    private int _cle;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    private bool Modifiable => Fiche is { PeutGerer: true, Seance.Etat: EtatDeSeance.Programmee or EtatDeSeance.Convoquee };

    private IReadOnlyList<Option<GroupementId?>> OptionsDeGroupement =>
        [.. _choix!.Groupements.Select(g => new Option<GroupementId?>(g.Id, g.Nom))];

    private IReadOnlyList<Option<Guid?>> OptionsDeProcedure =>
        [.. _choix!.Procedures.Where(p => p.Groupement == _groupement).Select(p => new Option<Guid?>(p.Id.Valeur, p.Libelle))];

    private IReadOnlyList<Option<int?>> OptionsDeLot =>
        [
            .. (_choix!.Procedures.FirstOrDefault(p => p.Id.Valeur == _procedure)?.Lots ?? []).Select(l => new Option<int?>(
                l.Numero,
                $"Lot {l.Numero} — {l.Intitule}"
            )),
        ];

    private bool EstUnAvenant => _objet is ObjetDuPoint.Avenant;

    /// <summary>La compétence dite à la main, quand rien ne permet de la déduire ; nulle si le seuil des avenants n'est pas connu.</summary>
    private CompetenceDeLaCommission? ALaMain =>
        _objet switch
        {
            ObjetDuPoint.MarcheFormalise => CompetenceDeLaCommission.PourUnMarche(estFormalisee: true),
            ObjetDuPoint.MarcheAdapte => CompetenceDeLaCommission.PourUnMarche(estFormalisee: false),
            ObjetDuPoint.Avenant => _choix!.PartDAvenant is { } part
                ? CompetenceDeLaCommission.PourUnAvenant(Hausse ?? 0m, _soumis, part)
                : null,
        };

    private decimal? Hausse => Saisie.TryDecimal(_hausse, 2, 10_000, out var lue, out _) ? lue : null;

    protected override async Task ApresLectureAsync()
    {
        if (Fiche is not null)
        {
            _choix = await lireChoix.ExecuterAsync(await ActeurCourant.LireAsync(), Fiche.Seance.Commission);
            _groupement = _choix.Groupements is [var seul] ? seul.Id : null;
        }
    }

    private List<OffreExaminee> Offres(PointDOrdreDuJour point) =>
        [.. Fiche!.Seance.Offres.Where(o => o.Point == point.Numero).OrderBy(o => o.Rang ?? int.MaxValue)];

    private List<DocumentDePoint> Documents(PointDOrdreDuJour point) =>
        [.. Fiche!.Seance.Documents.Where(d => d.Point == point.Numero)];

    private Task ChoisirProcedureAsync(Guid? procedure)
    {
        (_procedure, _lot) = (procedure, null);
        return ProposerAsync();
    }

    /// <summary>L'intitulé suit le lot tant que l'agent ne l'a pas écrit.</summary>
    private Task ChoisirLotAsync(int? lot)
    {
        _lot = lot;
        if (string.IsNullOrWhiteSpace(_titre) && OptionsDeLot.FirstOrDefault(l => l.Valeur == lot) is { } choisi)
        {
            _titre = choisi.Libelle;
        }

        return ProposerAsync();
    }

    private Task ChoisirObjetAsync(ObjetDuPoint objet)
    {
        _objet = objet;
        return ProposerAsync();
    }

    private Task ChoisirMontantAsync(decimal? montant)
    {
        _montant = montant;
        return ProposerAsync();
    }

    /// <summary>Ce que la procédure, les seuils et le marché disent de la compétence ; la nature proposée est retenue d'office.</summary>
    private async Task ProposerAsync()
    {
        _proposee = await deduire.ExecuterAsync(
            await ActeurCourant.LireAsync(),
            new ObjetSoumis(
                _procedure is { } procedure ? new ProcedureId(procedure) : null,
                _lot,
                EstUnAvenant,
                _montant is { } euros ? MontantHt.Arrondir(euros) : null
            )
        );
        if (_proposee is { } proposee)
        {
            _nature = proposee.Nature;
        }
    }

    private async Task ModifierAsync(PointDOrdreDuJour p)
    {
        (_numero, _groupement, _procedure, _lot) = (p.Numero, p.Groupement, p.Procedure?.Valeur, p.Lot);
        (_titre, _avenant, _nominatif, _rapport) = (p.Titre, p.Avenant, p.VoteNominatif, p.Rapport);
        _objet =
            p.Avenant is not null ? ObjetDuPoint.Avenant
            : p.Nature is NatureDuPoint.ChoixDuTitulaire ? ObjetDuPoint.MarcheFormalise
            : ObjetDuPoint.MarcheAdapte;
        _soumis = p.Nature is not NatureDuPoint.AvisSimple;
        _montant = p.MontantDAvenantCentimes / 100m;
        await ProposerAsync();
        (_nature, _motifDeSaisine) = (p.Nature, p.MotifDeSaisine);
        (_erreursDuPoint, Retour) = ([], null);
        _clePoint++;
    }

    private void Vider()
    {
        (_numero, _procedure, _lot, _titre, _avenant, _hausse, _rapport) = (null, null, null, null, null, null, null);
        (_proposee, _montant, _motifDeSaisine) = (null, null, null);
        _erreursDuPoint = [];
        _clePoint++;
    }

    private async Task EnregistrerPointAsync()
    {
        _erreursDuPoint = [];
        if (_proposee is null && EstUnAvenant && Hausse is null)
        {
            _erreursDuPoint =
            [
                new ErreurDeSaisie(
                    "hausse",
                    "Indiquez la hausse cumulée en pour cent, « 7,5 » par exemple ; 0 s'il n'y en a pas."
                ),
            ];
            return;
        }

        if ((_proposee ?? ALaMain) is not { } competence)
        {
            return;
        }

        var definition = new DefinitionDePoint(
            _titre,
            _proposee is null ? competence.Nature : _nature,
            _groupement,
            _procedure is { } procedure ? new ProcedureId(procedure) : null,
            _lot,
            EstUnAvenant ? _avenant ?? "" : null,
            competence.Explication,
            _nominatif,
            _rapport
        )
        {
            MontantDAvenant = EstUnAvenant && _montant is { } euros ? MontantHt.Arrondir(euros) : null,
            MotifDeSaisine = _motifDeSaisine,
        };
        ChangementDOrdreDuJour changement = _numero is { } numero
            ? new ChangementDOrdreDuJour.PointModifie(numero, definition)
            : new ChangementDOrdreDuJour.PointAjoute(definition);
        if (await ChangerAsync(changement, "L'ordre du jour est enregistré."))
        {
            Vider();
        }
        else
        {
            (_erreursDuPoint, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private Task<bool> RetirerAsync(PointDOrdreDuJour p) =>
        ChangerAsync(new ChangementDOrdreDuJour.PointRetire(p.Numero), $"Le point {p.Numero} est retiré.");

    private Task<bool> RetirerDocumentAsync(int point, Guid piece) =>
        ChangerAsync(new ChangementDOrdreDuJour.DocumentRetire(point, piece), "Le document est retiré.");

    private Task<bool> InviterAsync(Guid personne, bool invite) =>
        ChangerAsync(
            invite ? new ChangementDOrdreDuJour.Invite(personne) : new ChangementDOrdreDuJour.PlusInvite(personne),
            "Les invitations sont enregistrées."
        );

    private Task<bool> JoindreAsync(int point, FichierRecu fichier) =>
        AgirAsync(
            acteur => modifier.JoindreAsync(acteur, Seance, point, fichier),
            $"« {fichier.Nom} » est joint au point {point}."
        );

    private Task<bool> ReprendreAsync(int point) =>
        ChangerAsync(
            new ChangementDOrdreDuJour.OffresReprises(point),
            $"Les offres du point {point} sont celles de l'analyse du lot."
        );

    private static string EnClair(OffreExaminee o) =>
        o.MotifDeRejet is not null ? $"{o.Candidat} (rejetée)"
        : o.Rang is { } rang ? $"{rang}. {o.Candidat}{(o.Note is { } note ? $" ({Formats.Nombre(note)})" : "")}"
        : o.Candidat;

    private void OuvrirOffres(PointDOrdreDuJour p)
    {
        _offresDe = p.Numero;
        _offres = [.. Offres(p).Select(OffreSaisie.De)];
        if (_offres.Count == 0)
        {
            _offres.Add(new OffreSaisie());
        }

        _erreurs = [];
        _cle++;
    }

    private async Task EnregistrerOffresAsync()
    {
        _erreurs = [];
        List<OffreExaminee> lues = [];
        foreach (var (offre, i) in _offres.Where(o => !string.IsNullOrWhiteSpace(o.Candidat)).Select((o, i) => (o, i)))
        {
            decimal? note = null;
            if (!string.IsNullOrWhiteSpace(offre.Note))
            {
                if (!Saisie.TryDecimal(offre.Note, 2, 1_000_000, out var valeur, out var erreur))
                {
                    _erreurs = [new ErreurDeSaisie($"note-{i + 1}", erreur!)];
                    return;
                }

                note = valeur;
            }

            lues.Add(
                new OffreExaminee(
                    _offresDe!.Value,
                    i + 1,
                    offre.Candidat!.Trim(),
                    note,
                    offre.Rang,
                    offre.Montant is { } m ? MontantHt.DEuros(m).Centimes : null,
                    string.IsNullOrWhiteSpace(offre.Motif) ? null : offre.Motif.Trim()
                )
            );
        }

        if (await ChangerAsync(new ChangementDOrdreDuJour.OffresFixees(_offresDe!.Value, lues), "Les offres sont enregistrées."))
        {
            _offresDe = null;
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private Task<bool> ChangerAsync(ChangementDOrdreDuJour changement, string succes) =>
        AgirAsync(acteur => modifier.ExecuterAsync(acteur, Seance, Fiche!.Version, changement), succes);

    private sealed class OffreSaisie
    {
        public string? Candidat { get; set; }

        public string? Note { get; set; }

        public int? Rang { get; set; }

        public decimal? Montant { get; set; }

        public string? Motif { get; set; }

        public static OffreSaisie De(OffreExaminee o) =>
            new()
            {
                Candidat = o.Candidat,
                Note = o.Note is { } note ? Formats.Nombre(note) : null,
                Rang = o.Rang,
                Montant = o.MontantCentimes is { } c ? c / 100m : null,
                Motif = o.MotifDeRejet,
            };
    }
}
