using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La réponse d'un membre à un avenant.</summary>
public sealed class ApprobationDAvenant : Agregat
{
    public const int LongueurDuConstat = 500;

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

    /// <summary>Ce qui montre qu'une délibération antérieure au texte soumis l'approuve bien ; nul sans constat (RG1.34).</summary>
    public string? Constat { get; private set; }

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
    public bool EstAttendue(string empreinte) => Sens is not SensDApprobation.Refuse && !ApprouveCeTexte(empreinte);

    /// <summary>Vrai si l'approbation porte sur ce texte, et si sa délibération ne le précède pas ou a été constatée.</summary>
    public bool Compte(TexteSoumis texte) => ApprouveCeTexte(texte.Empreinte) && !AConstater(texte);

    /// <summary>Vrai si la délibération précède le texte qu'elle approuve et que nul n'a encore constaté qu'elle porte sur lui.</summary>
    public bool AConstater(TexteSoumis texte) =>
        ApprouveCeTexte(texte.Empreinte)
        && Constat is null
        && PeutCompter(texte, texte.Empreinte, Deliberation).Avertissements.Count > 0;

    /// <summary>Avertit qu'une délibération antérieure au texte ne comptera qu'après un constat.</summary>
    public static Verdict PeutCompter(TexteSoumis texte, string empreinteApprouvee, ActeDeliberatif deliberation) =>
        Verdict.De(
            new DeliberationApresLeTexte(deliberation.AdopteeLe, texte.Le, Normaliser(empreinteApprouvee) == texte.Empreinte)
        );

    /// <summary>Avertit qu'une délibération antérieure au texte n'a pu le refuser, sauf constat : un refus rejette pour tous.</summary>
    public static Verdict PeutRefuser(TexteSoumis texte, ActeDeliberatif deliberation) =>
        Verdict.De(new DeliberationApresLeTexte(deliberation.AdopteeLe, texte.Le, PorteSurCeTexte: true) { EstUnRefus = true });

    /// <summary>Vrai si l'approbation nomme un autre texte que celui-ci : elle ne compte pas.</summary>
    public bool ApprouveUnAutreTexte(string empreinte) => Sens is SensDApprobation.Approuve && Empreinte != empreinte;

    private bool ApprouveCeTexte(string empreinte) => Sens is SensDApprobation.Approuve && Empreinte == empreinte;

    private static string Normaliser(string empreinte) => empreinte.Trim().ToLowerInvariant();

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
    /// <param name="texte">Le texte soumis.</param>
    /// <param name="empreinteApprouvee">L'empreinte du texte que la délibération approuve.</param>
    /// <param name="deliberation">La délibération.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="constat">Ce qui montre, si la délibération précède le texte, qu'elle l'approuve.</param>
    public void Approuver(
        TexteSoumis texte,
        string empreinteApprouvee,
        ActeDeliberatif deliberation,
        DateOnly aujourdhui,
        string? constat = null
    )
    {
        var lue = Normaliser(empreinteApprouvee);
        PeutRepondre(texte.Etat, deliberation, aujourdhui)
            .Et(Verdict.De(new EmpreinteLisible(lue), ConstatBorne(constat)))
            .Exiger();
        (Sens, Empreinte, Deliberation, EnregistreeLe) = (SensDApprobation.Approuve, lue, deliberation, aujourdhui);
        Constat = string.IsNullOrWhiteSpace(constat) ? null : constat.Trim();
        Signaler(
            new AvenantApprouve(
                Collectivite,
                ApprouveCeTexte(texte.Empreinte),
                deliberation.EnClairDates,
                AConstater(texte),
                Constat
            )
        );
    }

    public Verdict PeutConstater(TexteSoumis texte) =>
        Verdict.De(new AvenantSoumisAuxMembres(texte.Etat), new ApprobationAConstater(AConstater(texte)));

    /// <summary>Constate que la délibération, antérieure au texte soumis, l'approuve bien : l'approbation compte.</summary>
    public void Constater(TexteSoumis texte, string? constat)
    {
        PeutConstater(texte)
            .Et(Verdict.De(new TexteRenseigne("Ce qui le montre", (constat ?? "").Trim(), LongueurDuConstat, "constat")))
            .Exiger();
        Constat = constat!.Trim();
        Signaler(new DeliberationAnterieureConstatee(Collectivite, Deliberation.EnClairDates, Constat));
    }

    private static TexteBorne ConstatBorne(string? constat) => new("Ce qui le montre", constat, LongueurDuConstat, "constat");

    /// <summary>Enregistre le refus ; l'appelant rejette l'avenant.</summary>
    /// <param name="texte">Le texte soumis.</param>
    /// <param name="deliberation">La délibération.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="constat">Ce qui montre, si elle précède le texte, que c'est bien lui qu'elle refuse.</param>
    public void Refuser(TexteSoumis texte, ActeDeliberatif deliberation, DateOnly aujourdhui, string? constat = null)
    {
        var anterieure = PeutRefuser(texte, deliberation);
        PeutRepondre(texte.Etat, deliberation, aujourdhui).Et(Verdict.De(ConstatBorne(constat))).Et(anterieure).Exiger(constat);
        (Sens, Empreinte, Deliberation, EnregistreeLe) = (SensDApprobation.Refuse, null, deliberation, aujourdhui);
        Constat = anterieure.Avertissements.Count == 0 ? null : constat!.Trim();
        Signaler(new AvenantRefuse(Collectivite, Constat));
    }

    /// <summary>Joint la délibération que le membre a remise sur papier à la réponse déjà enregistrée pour lui.</summary>
    public void Joindre(Guid piece)
    {
        Verdict.De(new ReponseDejaEnregistree(Sens is not SensDApprobation.Attendu)).Exiger();
        Deliberation = Deliberation with { Piece = piece };
        Signaler(new DeliberationJointeALaReponse(Collectivite));
    }
}

public enum SensDApprobation
{
    Attendu,
    Approuve,
    Refuse,
}
