using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.Domain.Procedures;

/// <summary>L'entrée d'un membre dans le groupement.</summary>
public sealed record EntreeDeMembre(string Membre, DateOnly Le);

/// <summary>Ce que l'on sait le jour du lancement, hors de la procédure.</summary>
/// <param name="NonDecides">Les membres dont le besoin n'est ni validé ni décidé, et qui ne sont pas exclus.</param>
/// <param name="Proposee">Ce que les seuils en vigueur proposent pour la valeur du besoin ; null si elle est inconnue.</param>
/// <param name="DureeMaximale">La durée d'un accord-cadre au-delà de laquelle il faut une justification, en mois ; null si elle est inconnue.</param>
/// <param name="PetitsLots">La règle des petits lots, quand des lots le sont.</param>
public sealed record FaitsDeLancement(
    IReadOnlyList<string> NonDecides,
    ProcedureProposee? Proposee,
    int? DureeMaximale,
    IRegle? PetitsLots = null
)
{
    /// <summary>Les seuils et les délais que l'application ne connaît pas ce jour-là : elle refuse de deviner (RG3.02).</summary>
    public IReadOnlyList<IRegle> Inconnus { get; init; } = [];

    /// <summary>Les adhésions dont l'effet tombe le jour du lancement ou après, tant que la convention l'interdit (RG1.21).</summary>
    public IReadOnlyList<EntreeDeMembre> Entrees { get; init; } = [];

    /// <summary>L'entrée en vigueur de la convention du groupement ; nulle si elle n'est pas tenue dans l'application (RG1.14).</summary>
    public EntreeEnVigueur? Convention { get; init; }

    /// <summary>Combien de membres n'ont pas répondu à la note d'organisation.</summary>
    public int SilencesSurLaNote { get; init; }
}

/// <summary>Le choix de la procédure et du contrat, et ce qu'il faut pour lancer.</summary>
public sealed partial class Procedure
{
    public const int LongueurDeLaJustification = 2000;

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

    public MontantHt Complements => MontantHt.DeCentimes(ComplementsCentimes);

    /// <summary>La valeur estimée du besoin : tous les lots, options, reconductions et primes (RG5.10, RG5.11).</summary>
    public MontantHt ValeurDuBesoin => MontantHt.Somme(_lots.Select(l => l.Valeur)) + Complements;

    public ModalitesDeReception Modalites =>
        new(RemiseElectronique, Preinformation, JustificationDeLUrgence is not null, DocumentsHorsProfil);

    /// <summary>Vrai si la commission choisit l'attributaire de ce lot : tout lot d'une procédure formalisée (RG2.01).</summary>
    public bool ReleveDeLaCao => Forme?.EstFormalisee() is true;

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

    /// <summary>Ce que la publication exige de plus : besoins recensés et décidés, note soumise, forme justifiée, accord-cadre borné.</summary>
    private Verdict PeutPublier(DateOnly jour, FaitsDeLancement? faits)
    {
        if (faits is null)
        {
            return Verdict.Favorable;
        }

        return Verdict.De([
            .. faits.Inconnus,
            new BesoinsDecidesAvantLeLancement(faits.NonDecides),
            new BesoinsRecenses(Consolidation),
            new NoteSoumiseAuxMembres(NoteEnvoyeeLe, NoteReponseAvant, jour, faits.SilencesSurLaNote),
            new MaximumDansChaqueLot(
                Contrat is FormeDeContrat.AccordCadre
                    ? [.. _lots.Where(l => l.Maximum is null).Select(l => l.Numero).Order()]
                    : []
            ),
            .. faits.DureeMaximale is { } mois
                ? [new DureeDeLAccordCadreJustifiee(Contrat, DureeEnMois, mois, JustificationDeLaDuree)]
                : Array.Empty<IRegle>(),
            new AutreProcedureJustifiee(Forme, faits.Proposee, JustificationDeLaForme),
            .. faits.PetitsLots is { } petits ? [petits] : Array.Empty<IRegle>(),
        ]);
    }
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
