using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce dont une campagne tire ses montants.</summary>
public enum OrigineDeCampagne
{
    /// <summary>Une grille, version par version.</summary>
    Grille,

    /// <summary>Des frais partagés.</summary>
    Refacturation,
}

/// <summary>Où en est une campagne d'appel.</summary>
public enum EtatDeCampagneDAppel
{
    /// <summary>Périmètre, données, simulation : rien n'est écrit des montants.</summary>
    EnPreparation,

    /// <summary>La simulation attend la seconde personne.</summary>
    Proposee,

    /// <summary>Validée ; les appels restent à émettre, ou l'émission a été interrompue.</summary>
    Validee,

    Emise,
}

/// <summary>L'appel des contributions d'un exercice : périmètre, données, simulation, validation par une seconde personne, émission.</summary>
/// <remarks>
/// RG6.14. Une seule par grille, exercice et occurrence. Elle ne porte pas les montants : l'empreinte retient ceux que la seconde
/// personne a validés, et l'émission refuse d'en écrire d'autres.
/// </remarks>
public sealed class CampagneDAppel : Agregat
{
    public const int LongueurDeLOccurrence = 80;
    public const int LongueurDuNom = 200;

    private readonly List<ConfirmationDeCasLimite> _confirmations = [];
    private readonly List<ExonerationDecidee> _exonerations = [];

    private CampagneDAppel() { }

    public CampagneDAppelId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public OrigineDeCampagne Origine { get; private init; }

    /// <summary>La lignée de grilles, ou la refacturation.</summary>
    public Guid Assiette { get; private init; }

    /// <summary>Le groupement dont les membres paient ; nul pour les conventions d'accès.</summary>
    public GroupementId? Groupement { get; private init; }

    public int Exercice { get; private init; }

    /// <summary>Ce qui déclenche : l'exercice, ou la consultation, ou la session.</summary>
    public string Occurrence { get; private init; } = "";

    public string Intitule { get; private init; } = "";

    public EtatDeCampagneDAppel Etat { get; private set; }

    /// <summary>Le jour où la situation des redevables s'apprécie ; les appels le portent, sauf ceux qui s'émettent plus tard.</summary>
    public DateOnly? DateDAppel { get; private set; }

    /// <summary>Le jour que portent les appels émis un jour donné : celui de l'émission, ou celui de la campagne s'il est encore à venir.</summary>
    /// <remarks>RG6.14, RG6.31. Un appel n'est jamais antidaté : son échéance et ses relances courent du jour où il existe.</remarks>
    public DateOnly JourDesAppels(DateOnly emission) => DateDAppel is { } date && date > emission ? date : emission;

    /// <summary>Celui d'un appel : pas avant que l'acte dont il découle ne vaille.</summary>
    /// <param name="emission">Le jour de l'émission.</param>
    /// <param name="debut">Le premier jour de la convention ou de l'adhésion.</param>
    public DateOnly JourDeLAppel(DateOnly emission, DateOnly debut)
    {
        var jour = JourDesAppels(emission);
        return debut > jour ? debut : jour;
    }

    /// <summary>L'exercice où les appels s'écrivent : celui de leur date, quand l'exercice appelé est clos (RG6.30).</summary>
    public int Imputation => DateDAppel?.Year ?? Exercice;

    /// <summary>Le compte de celui qui a proposé la simulation ; il ne peut pas la valider.</summary>
    public Guid? Auteur { get; private set; }

    public string? NomDeLAuteur { get; private set; }

    public DateTimeOffset? ProposeeLe { get; private set; }

    public Guid? Validateur { get; private set; }

    public string? NomDuValidateur { get; private set; }

    public DateTimeOffset? ValideeLe { get; private set; }

    /// <summary>Le SHA-256 des montants proposés, redevable par redevable.</summary>
    public string? Empreinte { get; private set; }

    public int Nombre { get; private set; }

    public MontantHt Total { get; private set; }

    public DateTimeOffset? EmiseLe { get; private set; }

    public IReadOnlyList<ConfirmationDeCasLimite> Confirmations => _confirmations;

    public IReadOnlyList<ExonerationDecidee> Exonerations => _exonerations;

    /// <param name="exercice">L'exercice à appeler.</param>
    /// <param name="occurrence">Ce qui déclenche.</param>
    /// <param name="closLe">Le jour où l'exercice a été clos ; nul tant qu'il est ouvert.</param>
    public static Verdict PeutOuvrir(int exercice, string? occurrence, DateOnly? closLe = null) =>
        Verdict.De(
            new AnneeDExercicePlausible(exercice),
            new TexteDeGrilleRenseigne("L'occurrence", occurrence ?? "", LongueurDeLOccurrence, "occurrence"),
            new ExerciceOuvertAuxAppels(exercice, closLe)
        );

    public static CampagneDAppel Ouvrir(
        OrigineDeCampagne origine,
        Guid assiette,
        GroupementId? groupement,
        int exercice,
        string occurrence,
        string intitule,
        DateOnly dateDAppel
    )
    {
        PeutOuvrir(exercice, occurrence).Exiger();
        var campagne = new CampagneDAppel
        {
            Id = CampagneDAppelId.Nouveau(),
            Origine = origine,
            Assiette = assiette,
            Groupement = groupement,
            Exercice = exercice,
            Occurrence = occurrence.Trim(),
            Intitule = intitule,
            DateDAppel = dateDAppel,
        };
        campagne.Signaler(new CampagneDAppelOuverte(intitule));
        return campagne;
    }

    /// <summary>Change la date que les appels porteront ; après la clôture, un jour de l'exercice ouvert y rattache les dettes tardives.</summary>
    /// <param name="jour">La date.</param>
    /// <param name="closLe">Le jour où l'exercice appelé a été clos ; nul tant qu'il est ouvert.</param>
    public void Dater(DateOnly jour, DateOnly? closLe = null)
    {
        Verdict.De(new CampagneAPreparer(Etat), new DateDAppelDansLExercice(jour, Exercice, closLe)).Exiger();
        DateDAppel = jour;
        Signaler(new CampagneDAppelDatee(jour));
    }

    /// <summary>Un agent confirme la lecture d'un cas limite pour un redevable ; la confirmation est gardée.</summary>
    public void Confirmer(Guid sourceId, AxeDeGrille axe, int valeur, string par, DateTimeOffset instant, string? motif)
    {
        Verdict
            .De(new CampagneAPreparer(Etat), new TexteDAppelBorne("Le motif", motif, LectureDeCasLimite.LongueurDuMotif, "motif"))
            .Exiger();
        if (_confirmations.Exists(c => c.SourceId == sourceId && c.Axe == axe && c.Valeur == valeur))
        {
            return;
        }

        _confirmations.Add(new ConfirmationDeCasLimite(sourceId, axe, valeur, par, instant, motif));
        Signaler(new CasLimiteConfirme(axe, valeur, motif));
    }

    /// <summary>Exonère un redevable par une décision datée et motivée.</summary>
    public void Exonerer(Guid sourceId, string? motif, DateOnly decideeLe)
    {
        Verdict
            .De(
                new CampagneAPreparer(Etat),
                new TexteDeGrilleRenseigne("Le motif de l'exonération", motif ?? "", LectureDeCasLimite.LongueurDuMotif, "motif")
            )
            .Exiger();
        _exonerations.RemoveAll(e => e.SourceId == sourceId);
        _exonerations.Add(new ExonerationDecidee(sourceId, motif!.Trim(), decideeLe));
        Signaler(new ExonerationNotee(motif.Trim(), decideeLe));
    }

    public void RetirerExoneration(Guid sourceId)
    {
        Verdict.De(new CampagneAPreparer(Etat)).Exiger();
        if (_exonerations.RemoveAll(e => e.SourceId == sourceId) > 0)
        {
            Signaler(new ExonerationNotee(null, DateDAppel ?? default));
        }
    }

    public Verdict PeutProposer(ResumeDeSimulation resume, DateOnly? closLe = null) =>
        Verdict.De(
            new CampagneAPreparer(Etat),
            new QuelqueChoseAAppeler(resume.Nombre),
            new ExerciceOuvertAuxAppels(Imputation, closLe)
        );

    /// <summary>Soumet la simulation à la seconde personne.</summary>
    public void Proposer(ResumeDeSimulation resume, Guid auteur, string nom, DateTimeOffset instant, DateOnly? closLe = null)
    {
        PeutProposer(resume, closLe).Exiger();
        (Etat, Auteur, NomDeLAuteur, ProposeeLe) = (EtatDeCampagneDAppel.Proposee, auteur, nom, instant);
        (Empreinte, Nombre, Total) = (resume.Empreinte, resume.Nombre, resume.Total);
        (Validateur, NomDuValidateur, ValideeLe) = (null, null, null);
        Signaler(new CampagneDAppelProposee(resume.Nombre, resume.Total));
    }

    public Verdict PeutValider(Guid validateur, string empreinte) =>
        Verdict.De(
            new CampagneProposee(Etat),
            new ValidateurAutreQueLAuteur(Auteur, validateur),
            new SimulationInchangee(Empreinte, empreinte)
        );

    /// <param name="validateur">Le compte de la seconde personne.</param>
    /// <param name="nom">Son nom.</param>
    /// <param name="empreinte">L'empreinte de la simulation refaite à l'instant.</param>
    /// <param name="instant">Quand.</param>
    public void Valider(Guid validateur, string nom, string empreinte, DateTimeOffset instant)
    {
        PeutValider(validateur, empreinte).Exiger();
        (Etat, Validateur, NomDuValidateur, ValideeLe) = (EtatDeCampagneDAppel.Validee, validateur, nom, instant);
        Signaler(new CampagneDAppelValidee(Nombre, Total));
    }

    /// <summary>Renvoie la simulation à la préparation.</summary>
    public void Renvoyer(string? motif)
    {
        Verdict.De(new CampagneARenvoyer(Etat), new MotifDuRenvoi(motif, LectureDeCasLimite.LongueurDuMotif)).Exiger();
        Etat = EtatDeCampagneDAppel.EnPreparation;
        (Empreinte, Validateur, NomDuValidateur, ValideeLe) = (null, null, null, null);
        Signaler(new CampagneDAppelRenvoyee(motif!.Trim()));
    }

    /// <param name="empreinte">L'empreinte de la simulation refaite à l'instant.</param>
    /// <param name="mentions">Ce que chaque appel porterait.</param>
    /// <param name="closLe">Le jour où l'exercice d'imputation a été clos ; nul tant qu'il est ouvert.</param>
    public Verdict PeutEmettre(string empreinte, MentionsDuTitre? mentions, DateOnly? closLe = null) =>
        Verdict
            .De(
                new CampagneValidee(Etat),
                // Nothing was proposed yet: there is nothing the figures could have moved away from.
                new SimulationInchangee(Empreinte, Empreinte is null ? null : empreinte),
                new ExerciceOuvertAuxAppels(Imputation, closLe)
            )
            .Et(AppelDeContribution.PeutPorter(mentions));

    /// <param name="dettes">Les dettes déjà écrites par la campagne.</param>
    public static Verdict PeutAbandonner(int dettes) => Verdict.De(new CampagneSansDette(dettes));

    /// <summary>Dit que la campagne disparaît ; l'appelant la retire de la base dans la même transaction.</summary>
    /// <inheritdoc cref="PeutAbandonner"/>
    public void Abandonner(int dettes)
    {
        PeutAbandonner(dettes).Exiger();
        Signaler(new CampagneDAppelAbandonnee(Intitule));
    }

    /// <summary>Tous les appels sont écrits.</summary>
    public void Clore(int crees, DateTimeOffset instant)
    {
        Verdict.De(new CampagneValidee(Etat)).Exiger();
        (Etat, EmiseLe) = (EtatDeCampagneDAppel.Emise, instant);
        Signaler(new CampagneDAppelEmise(crees));
    }
}

/// <summary>Ce qu'une simulation conclut, et que la seconde personne valide.</summary>
/// <param name="Nombre">Les redevables dont le montant est connu.</param>
/// <param name="Total">La somme des montants.</param>
/// <param name="Empreinte">Le SHA-256 des montants, redevable par redevable.</param>
/// <param name="EnAttente">Les redevables qu'un cas limite à confirmer retient.</param>
public sealed record ResumeDeSimulation(int Nombre, MontantHt Total, string Empreinte, int EnAttente);

/// <summary>La confirmation, par un agent, de la lecture d'un cas limite pour un redevable (RG6.02).</summary>
public sealed class ConfirmationDeCasLimite
{
    private ConfirmationDeCasLimite() { }

    internal ConfirmationDeCasLimite(Guid sourceId, AxeDeGrille axe, int valeur, string par, DateTimeOffset le, string? motif) =>
        (SourceId, Axe, Valeur, Par, Le, Motif) = (sourceId, axe, valeur, par, le, motif);

    public Guid SourceId { get; private init; }

    public AxeDeGrille Axe { get; private init; }

    public int Valeur { get; private init; }

    public string Par { get; private init; } = "";

    public DateTimeOffset Le { get; private init; }

    public string? Motif { get; private init; }
}

/// <summary>Une exonération décidée pour un redevable, avec sa date et son motif.</summary>
public sealed class ExonerationDecidee
{
    private ExonerationDecidee() { }

    internal ExonerationDecidee(Guid sourceId, string motif, DateOnly decideeLe) =>
        (SourceId, Motif, DecideeLe) = (sourceId, motif, decideeLe);

    public Guid SourceId { get; private init; }

    public string Motif { get; private init; } = "";

    public DateOnly DecideeLe { get; private init; }
}

/// <summary>Les mots des états d'une campagne.</summary>
public static class MotsDesCampagnesDAppel
{
    public static string Libelle(this EtatDeCampagneDAppel etat) =>
        etat switch
        {
            EtatDeCampagneDAppel.EnPreparation => "En préparation",
            EtatDeCampagneDAppel.Proposee => "À valider",
            EtatDeCampagneDAppel.Validee => "Validée, à émettre",
            EtatDeCampagneDAppel.Emise => "Émise",
        };

    public static string Libelle(this OrigineDeCampagne origine) =>
        origine switch
        {
            OrigineDeCampagne.Grille => "grille",
            OrigineDeCampagne.Refacturation => "refacturation",
        };
}
