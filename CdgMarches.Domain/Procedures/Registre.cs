using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Où en est une candidature.</summary>
public enum EtatDeCandidature
{
    AExaminer,
    ACompleter,
    Admise,
    Eliminee,
}

/// <summary>Ce que le profil d'acheteur a reçu pour une procédure : retraits, questions, plis, candidatures, déports.</summary>
/// <remarks>CdgMarches n'est pas le profil d'acheteur : on y saisit ou importe ses registres. Un registre par procédure.</remarks>
public sealed class Registre : Agregat
{
    private readonly List<Retrait> _retraits = [];
    private readonly List<Question> _questions = [];
    private readonly List<Pli> _plis = [];
    private readonly List<DeportDuRegistre> _deports = [];

    private Registre() { }

    public Registre(ProcedureId procedure) => Procedure = procedure;

    /// <summary>La procédure dont c'est le registre : sa clé aussi.</summary>
    public ProcedureId Procedure { get; private init; }

    public override Guid Cle => Procedure.Valeur;

    /// <summary>Le jour de la demande de compléments, et le dernier jour pour y répondre : le même pour tous (R2144-2).</summary>
    public DateOnly? ComplementsDemandesLe { get; private set; }

    public DateOnly? ComplementsAvant { get; private set; }

    public override IEnumerable<EcheanceDue> Echeances =>
        ComplementsAvant is { } avant
            ?
            [
                new EcheanceDue(
                    "complements",
                    avant,
                    "Dernier jour des candidats pour compléter leur candidature",
                    "RG4.1",
                    "CCP, art. R2144-2"
                )
                {
                    Procedure = Procedure.Valeur,
                    Adresse = $"/procedures/{Procedure.Valeur}/registres",
                    EstAccomplie = !_plis.Exists(p => p.Candidature is EtatDeCandidature.ACompleter),
                    PasseDElleMeme = true,
                },
            ]
            : [];

    public IReadOnlyList<Retrait> Retraits => _retraits;

    public IReadOnlyList<Question> Questions => _questions;

    public IReadOnlyList<Pli> Plis => _plis;

    public IReadOnlyList<DeportDuRegistre> Deports => _deports;

    public void NoterRetrait(string? entreprise, string? courriel, DateTime le)
    {
        ExigerNom("retrait-entreprise", entreprise);
        _retraits.Add(new Retrait(Suivant(_retraits.Select(r => r.Numero)), entreprise!, courriel, le));
        Signaler(new RegistreTenu($"Retrait du dossier par {entreprise!.Trim()}"));
    }

    public int NoterQuestion(string? texte, DateOnly recueLe)
    {
        Verdict.De(new TexteRenseigne("question", "Écrivez la question.", texte)).Exiger();
        var question = new Question(Suivant(_questions.Select(q => q.Numero)), texte!, recueLe);
        _questions.Add(question);
        Signaler(new RegistreTenu($"Question {question.Numero.ToString(Francais.Culture)} reçue"));
        return question.Numero;
    }

    /// <summary>Répond à une question, à tous les candidats le même jour.</summary>
    /// <param name="numero">La question.</param>
    /// <param name="reponse">Le texte publié.</param>
    /// <param name="le">Le jour de la publication.</param>
    /// <param name="auPlusTard">Le dernier jour permis avant la date limite ; null si elle n'est pas fixée.</param>
    /// <param name="motif">Pourquoi répondre après ce jour : la date limite doit alors être reportée (R2151-4).</param>
    public void Repondre(int numero, string? reponse, DateOnly le, CalculDeDate? auPlusTard, string? motif = null)
    {
        var question = _questions.Find(q => q.Numero == numero) ?? throw new LigneInconnueException(numero);
        Verdict
            .De(
                new TexteRenseigne("reponse", "Écrivez la réponse.", reponse),
                new ReponseAvantLaLimite(le, auPlusTard),
                new EcheanceApresLEnvoi(question.RecueLe, le)
            )
            .Exiger(motif);
        (question.Reponse, question.ReponduLe) = (reponse!.Trim(), le);
        Signaler(new RegistreTenu($"Réponse à la question {numero.ToString(Francais.Culture)} le {EnClair.Date(le)}", motif));
    }

    /// <summary>Inscrit un pli. Après la limite il est éliminé ; du même candidat, pour un même lot, seul le dernier est gardé.</summary>
    /// <remarks>CCP, art. R2143-2, R2151-5 (hors délai) et R2151-6 (dernière offre). L'inscription n'est jamais refusée : c'est un fait.</remarks>
    public Pli Deposer(DepotDePli depot, LimitesDeRemise limites)
    {
        ExigerNom("pli-entreprise", depot.Entreprise);
        Verdict.De(new LotsDuPliRenseignes(depot.Lots.Count)).Exiger();
        var pli = new Pli(Suivant(_plis.Select(p => p.Numero)), depot);
        _plis.Add(pli);
        Trier(limites);
        Signaler(
            new RegistreTenu($"Pli {GrammaireDuNom.De(pli.Entreprise)} inscrit{(pli.EstTardif ? ", hors délai : éliminé" : "")}")
        );
        return pli;
    }

    /// <summary>Refait le tri des plis quand la date limite change.</summary>
    public void Trier(LimitesDeRemise limites)
    {
        foreach (var pli in _plis)
        {
            pli.EstTardif = limites.De(pli.Phase) is { } fin && pli.DeposeLe > fin;
        }

        foreach (var pli in _plis)
        {
            pli.RemplacePar = pli.EstTardif
                ? null
                : _plis
                    .Where(p =>
                        !p.EstTardif
                        && p.Candidat == pli.Candidat
                        && p.Phase == pli.Phase
                        && (p.DeposeLe, p.Numero).CompareTo((pli.DeposeLe, pli.Numero)) > 0
                        && pli.Lots.All(p.Lots.Contains)
                    )
                    .OrderBy(p => p.DeposeLe)
                    .Select(p => (int?)p.Numero)
                    .LastOrDefault();
        }
    }

    /// <summary>Les offres qui comptent pour ce lot : à l'heure, les dernières, d'un candidat non éliminé.</summary>
    public IEnumerable<Pli> Recevables(int lot) =>
        _plis.Where(p =>
            p
                is {
                    Phase: PhaseDeReception.Offres,
                    EstTardif: false,
                    RemplacePar: null,
                    Candidature: not EtatDeCandidature.Eliminee,
                }
            && p.Lots.Contains(lot)
            && !_plis.Exists(c =>
                c is { Phase: PhaseDeReception.Candidatures, Candidature: EtatDeCandidature.Eliminee } && c.Candidat == p.Candidat
            )
        );

    /// <summary>Demande des compléments à ces candidats, avec le même délai pour tous.</summary>
    public void DemanderDesComplements(IReadOnlyCollection<int> plis, DateOnly le, DateOnly avant)
    {
        Verdict
            .De(
                new EcheanceApresLEnvoi(le, avant),
                new UnCandidatAuMoins(plis.Count),
                new MemeDelaiPourTous(ComplementsAvant, avant, _plis.Exists(p => p.Candidature is EtatDeCandidature.ACompleter))
            )
            .Exiger();
        (ComplementsDemandesLe, ComplementsAvant) = (le, avant);
        foreach (var pli in _plis.Where(p => plis.Contains(p.Numero)))
        {
            pli.Candidature = EtatDeCandidature.ACompleter;
        }

        Signaler(
            new RegistreTenu(
                $"Compléments demandés à {EnClair.Compter(plis.Count, "candidat")}, réponse au plus tard le {EnClair.Date(avant)}"
            )
        );
    }

    public void Examiner(int numero, bool admise, string? motif)
    {
        var pli = _plis.Find(p => p.Numero == numero) ?? throw new LigneInconnueException(numero);
        Verdict.De(new EliminationMotivee(admise, motif)).Exiger();
        pli.Candidature = admise ? EtatDeCandidature.Admise : EtatDeCandidature.Eliminee;
        pli.Motif = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        Signaler(
            new RegistreTenu($"Candidature {GrammaireDuNom.De(pli.Entreprise)} {(admise ? "admise" : "éliminée")}", pli.Motif)
        );
    }

    /// <summary>Note qu'une personne se déporte : elle n'a plus accès aux offres de ce lot, ou de tous.</summary>
    public void SeDeporter(string? personne, int? lot, string? motif, DateOnly le)
    {
        Verdict
            .De(
                new TexteRenseigne("deport-personne", "Nommez la personne qui se déporte.", personne),
                new TexteRenseigne("deport-motif", "Dites l'intérêt en cause.", motif)
            )
            .Exiger();
        _deports.Add(new DeportDuRegistre(Suivant(_deports.Select(d => d.Numero)), personne!, lot, motif!, le));
        Signaler(new RegistreTenu($"Déport de {personne!.Trim()}"));
    }

    private static void ExigerNom(string champ, string? nom) =>
        Verdict.De(new TexteRenseigne(champ, "Nommez l'entreprise.", nom)).Exiger();

    private static int Suivant(IEnumerable<int> numeros) => numeros.DefaultIfEmpty(0).Max() + 1;
}

/// <summary>Un retrait du dossier de consultation sur le profil d'acheteur.</summary>
public sealed class Retrait
{
    private Retrait() { }

    internal Retrait(int numero, string entreprise, string? courriel, DateTime le) =>
        (Numero, Entreprise, Courriel, Le) = (numero, entreprise.Trim(), courriel?.Trim(), le);

    public int Numero { get; private init; }

    public string Entreprise { get; private init; } = "";

    public string? Courriel { get; private init; }

    /// <summary>À l'heure du CDG.</summary>
    public DateTime Le { get; private init; }
}

/// <summary>Une question d'un candidat, et la réponse faite à tous.</summary>
public sealed class Question
{
    private Question() { }

    internal Question(int numero, string texte, DateOnly recueLe) => (Numero, Texte, RecueLe) = (numero, texte.Trim(), recueLe);

    public int Numero { get; private init; }

    public string Texte { get; private init; } = "";

    public DateOnly RecueLe { get; private init; }

    public string? Reponse { get; internal set; }

    public DateOnly? ReponduLe { get; internal set; }
}

/// <summary>Ce que l'on inscrit d'un pli.</summary>
/// <param name="Entreprise">Le candidat, ou le mandataire du groupement d'opérateurs.</param>
/// <param name="Siret">Son SIRET, quand il est connu : il reconnaît deux plis d'un même candidat.</param>
/// <param name="DeposeLe">L'instant du dépôt, à l'heure du CDG.</param>
/// <param name="Lots">Les lots visés.</param>
public sealed record DepotDePli(string? Entreprise, string? Siret, DateTime DeposeLe, IReadOnlyList<int> Lots)
{
    /// <summary>Candidature ou offre, quand la procédure se fait en deux temps.</summary>
    public PhaseDeReception Phase { get; init; } = PhaseDeReception.Offres;
}

/// <summary>Un pli reçu : candidature et offres d'un candidat.</summary>
public sealed class Pli
{
    private Pli() { }

    internal Pli(int numero, DepotDePli depot)
    {
        (Numero, Entreprise, DeposeLe) = (numero, depot.Entreprise!.Trim(), depot.DeposeLe);
        (Phase, Siret) = (depot.Phase, string.IsNullOrWhiteSpace(depot.Siret) ? null : depot.Siret.Trim());
        LotsEnTexte = string.Join(';', depot.Lots.Distinct().Order().Select(l => l.ToString(Francais.Culture)));
    }

    public int Numero { get; private init; }

    public string Entreprise { get; private init; } = "";

    public string? Siret { get; private init; }

    public DateTime DeposeLe { get; private init; }

    public PhaseDeReception Phase { get; private init; }

    /// <summary>Les numéros des lots, séparés par des points-virgules.</summary>
    public string LotsEnTexte { get; private init; } = "";

    public IReadOnlyList<int> Lots =>
        [.. LotsEnTexte.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(l => int.Parse(l, Francais.Culture))];

    public bool EstTardif { get; internal set; }

    /// <summary>Le pli plus récent du même candidat qui remplace celui-ci.</summary>
    public int? RemplacePar { get; internal set; }

    public EtatDeCandidature Candidature { get; internal set; }

    public string? Motif { get; internal set; }

    /// <summary>Ce qui reconnaît un même candidat : son SIRET, sinon son nom plié.</summary>
    internal string Candidat => Siret ?? CleDeTri.De(Entreprise);
}

/// <summary>Le déport d'une personne qui a un intérêt dans un lot (RG2.32).</summary>
public sealed class DeportDuRegistre
{
    private DeportDuRegistre() { }

    internal DeportDuRegistre(int numero, string personne, int? lot, string motif, DateOnly le) =>
        (Numero, Personne, Lot, Motif, Le) = (numero, personne.Trim(), lot, motif.Trim(), le);

    public int Numero { get; private init; }

    public string Personne { get; private init; } = "";

    /// <summary>Null pour tous les lots.</summary>
    public int? Lot { get; private init; }

    public string Motif { get; private init; } = "";

    public DateOnly Le { get; private init; }
}

public static class LibellesDuRegistre
{
    public static string Libelle(this EtatDeCandidature etat) =>
        etat switch
        {
            EtatDeCandidature.AExaminer => "À examiner",
            EtatDeCandidature.ACompleter => "Compléments demandés",
            EtatDeCandidature.Admise => "Admise",
            EtatDeCandidature.Eliminee => "Éliminée",
        };
}

public sealed record RegistreTenu(string Phrase, string? Motif = null) : IEvenementMetier
{
    public string Libelle => Phrase + ".";
}
