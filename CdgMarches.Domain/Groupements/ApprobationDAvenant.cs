using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La réponse d'un membre à un avenant.</summary>
public sealed class ApprobationDAvenant : Agregat
{
    private ApprobationDAvenant() { }

    public ApprobationDAvenantId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public AvenantDeConventionId Avenant { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public SensDApprobation Sens { get; private set; }

    /// <summary>L'empreinte du texte approuvé.</summary>
    public string? Empreinte { get; private set; }

    public ActeDeliberatif Deliberation { get; private set; } = new();

    public DateOnly? EnregistreeLe { get; private set; }

    public static ApprobationDAvenant Attendre(AvenantDeConventionId avenant, CollectiviteId collectivite)
    {
        var approbation = new ApprobationDAvenant
        {
            Id = ApprobationDAvenantId.Nouveau(),
            Avenant = avenant,
            Collectivite = collectivite,
        };
        approbation.Signaler(new ApprobationAttendue(collectivite));
        return approbation;
    }

    /// <summary>Vrai tant que le membre n'a ni approuvé ce texte, ni refusé.</summary>
    public bool EstAttendue(string empreinte) => Sens is not SensDApprobation.Refuse && !Compte(empreinte);

    /// <summary>Vrai si l'approbation porte sur ce texte, le seul qui compte.</summary>
    public bool Compte(string empreinte) => Sens is SensDApprobation.Approuve && Empreinte == empreinte;

    public Verdict PeutRepondre(EtatDAvenant avenant, ActeDeliberatif deliberation, DateOnly aujourdhui) =>
        Verdict
            .De(new AvenantSoumisAuxMembres(avenant), new DeliberationAdoptee(deliberation.AdopteeLe))
            .Et(deliberation.Examiner(aujourdhui));

    /// <summary>Dit si le membre peut, de son espace, approuver le texte proposé avec sa délibération déposée.</summary>
    /// <param name="avenant">L'état de l'avenant.</param>
    /// <param name="empreinteProposee">L'empreinte du texte proposé, le seul qui s'approuve d'un espace.</param>
    /// <param name="empreinteLue">Celle du texte que le membre a sous les yeux.</param>
    /// <param name="deliberation">Sa délibération.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <remarks>RG1.34. Une réponse déjà comptée, et un refus, ne se reprennent qu'au centre de gestion.</remarks>
    public Verdict PeutApprouverDeSonEspace(
        EtatDAvenant avenant,
        string empreinteProposee,
        string empreinteLue,
        ActeDeliberatif deliberation,
        DateOnly aujourdhui
    ) =>
        Verdict
            .De(
                new ReponseEncoreAttendue(!EstAttendue(empreinteProposee)),
                new TexteDeLaDerniereVersion(empreinteProposee == empreinteLue)
            )
            .Et(PeutRepondre(avenant, deliberation, aujourdhui));

    /// <summary>Enregistre l'approbation d'un texte, nommé par son empreinte.</summary>
    /// <param name="avenant">L'état de l'avenant.</param>
    /// <param name="empreinteProposee">L'empreinte du texte proposé.</param>
    /// <param name="empreinteApprouvee">Celle du texte que la délibération approuve.</param>
    /// <param name="deliberation">La délibération.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public void Approuver(
        EtatDAvenant avenant,
        string empreinteProposee,
        string empreinteApprouvee,
        ActeDeliberatif deliberation,
        DateOnly aujourdhui
    )
    {
        PeutRepondre(avenant, deliberation, aujourdhui).Exiger();
        var lue = empreinteApprouvee.Trim().ToLowerInvariant();
        Verdict.De(new EmpreinteLisible(lue)).Exiger();
        (Sens, Empreinte, Deliberation, EnregistreeLe) = (SensDApprobation.Approuve, lue, deliberation, aujourdhui);
        Signaler(new AvenantApprouve(Collectivite, Compte(empreinteProposee), deliberation.EnClairDates));
    }

    /// <summary>Enregistre le refus ; l'appelant rejette l'avenant.</summary>
    public void Refuser(EtatDAvenant avenant, ActeDeliberatif deliberation, DateOnly aujourdhui)
    {
        PeutRepondre(avenant, deliberation, aujourdhui).Exiger();
        (Sens, Empreinte, Deliberation, EnregistreeLe) = (SensDApprobation.Refuse, null, deliberation, aujourdhui);
        Signaler(new AvenantRefuse(Collectivite));
    }
}

public enum SensDApprobation
{
    Attendu,
    Approuve,
    Refuse,
}
