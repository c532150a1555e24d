using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Conventions;

/// <summary>La convention par laquelle une collectivité accède à la plateforme du CDG et à ses services.</summary>
/// <remarks>
/// RG6.18 à RG6.21. Elle naît de la délibération de la collectivité et des deux signatures, vaut à compter de sa date d'effet,
/// se reconduit tacitement et finit par une dénonciation. <see cref="PremierJour"/> et <see cref="DernierJour"/> sont ce que
/// les contributions lisent : les deux jours comptent.
/// </remarks>
public sealed partial class ConventionDAcces : Agregat
{
    public const int LongueurDuMotif = 500;

    private readonly List<Denonciation> _denonciations = [];

    private readonly List<MiseEnDemeure> _misesEnDemeure = [];

    private ConventionDAcces() { }

    public ConventionDAccesId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ReferenceDeConvention Reference { get; private init; } = null!;

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Le jour où la fiche a été ouverte ; son année fait la référence.</summary>
    public DateOnly PrepareeLe { get; private init; }

    public ReglesDAcces Regles { get; private set; } = ReglesDAcces.Usuelles;

    public ActesDAcces Actes { get; private set; } = ActesDAcces.Aucun;

    /// <summary>Le jour où l'on a renoncé à la conclure.</summary>
    public DateOnly? AbandonneeLe { get; private set; }

    public string? MotifDAbandon { get; private set; }

    /// <summary>Le premier jour en vigueur ; nul tant qu'un acte manque.</summary>
    public DateOnly? PremierJour { get; private set; }

    /// <summary>Le dernier jour en vigueur que l'on connaît ; nul tant que rien n'y met fin.</summary>
    /// <remarks>Celui d'une dénonciation notifiée, ou le terme certain d'une convention qui ne se reconduit pas sans fin.</remarks>
    public DateOnly? DernierJour { get; private set; }

    /// <summary>L'agent du CDG qui en a la charge (identifiant de son compte).</summary>
    public Guid? Responsable { get; private set; }

    public IReadOnlyList<Denonciation> Denonciations => _denonciations;

    public IReadOnlyList<MiseEnDemeure> MisesEnDemeure => _misesEnDemeure;

    /// <summary>La dénonciation qui tient, envoyée ou notifiée ; nulle s'il n'y en a pas.</summary>
    public Denonciation? DenonciationEnCours => _denonciations.Find(d => !d.EstRetiree);

    /// <summary>La période en vigueur, premier et dernier jour compris ; nulle tant qu'un acte manque.</summary>
    public Periode? PeriodeEnVigueur => PremierJour is { } premier ? new Periode(premier, DernierJour) : null;

    /// <summary>Le dernier jour de la première durée (RG6.19) ; nul sans date d'effet.</summary>
    public DateOnly? TermeInitial =>
        PremierJour is { } premier ? Delais.DernierJour(premier, DernieresRegles.DureeInitialeEnAnnees) : null;

    public bool EstEnVigueur(DateOnly jour) => PeriodeEnVigueur?.Contient(jour) ?? false;

    /// <summary>Les jours en vigueur d'une année civile ; nul si aucun n'en est.</summary>
    public Periode? EnVigueurPendant(int annee) => PeriodeEnVigueur?.Intersection(Periode.Annee(annee));

    public EtatDeConvention EtatAu(DateOnly jour) =>
        AbandonneeLe is not null ? EtatDeConvention.Abandonnee
        : PremierJour is not { } premier ? EtatDeConvention.EnPreparation
        : jour < premier ? EtatDeConvention.Signee
        : DernierJour < jour ? EtatDeConvention.Terminee
        : DenonciationEnCours is not null ? EtatDeConvention.Denoncee
        : EtatDeConvention.EnVigueur;

    /// <summary>Le prochain terme après ce jour : celui de la première durée, puis de chaque période de reconduction.</summary>
    /// <returns>Nul quand la convention court pour une durée indéterminée, ou qu'elle a pris fin.</returns>
    /// <remarks>Chaque terme se compte depuis la date d'effet, jamais du terme précédent (RG8.05).</remarks>
    public DateOnly? ProchainTerme(DateOnly jour)
    {
        if (PremierJour is not { } premier || DernierJour < jour)
        {
            return null;
        }

        var regles = DernieresRegles;
        var annees = regles.DureeInitialeEnAnnees;
        for (var fois = 0; Delais.DernierJour(premier, annees) < jour; fois++)
        {
            if (regles.Reconduction is not Reconduction.ParPeriodes || fois >= (regles.ReconductionsAuPlus ?? int.MaxValue))
            {
                return null;
            }

            annees += regles.PeriodeDeReconductionEnAnnees;
        }

        return Delais.DernierJour(premier, annees);
    }

    /// <param name="autres">Les autres conventions de la collectivité, en vigueur ou en préparation.</param>
    /// <param name="regles">Les durées et les délais.</param>
    public static Verdict PeutPreparer(IReadOnlyList<AutreConvention> autres, ReglesDAcces regles) =>
        Verdict.De(new AucuneConventionEnPreparation(autres)).Et(regles.Examiner());

    /// <param name="reference">Le numéro pris dans la même transaction.</param>
    /// <param name="collectivite">Celle qui demande l'accès.</param>
    /// <param name="regles">Les durées et les délais que la convention fixera.</param>
    /// <param name="jour">Le jour où la fiche s'ouvre.</param>
    public static ConventionDAcces Preparer(
        ReferenceDeConvention reference,
        CollectiviteId collectivite,
        ReglesDAcces regles,
        DateOnly jour
    )
    {
        regles.Examiner().Exiger();
        var convention = new ConventionDAcces
        {
            Id = ConventionDAccesId.Nouveau(),
            Reference = reference,
            Collectivite = collectivite,
            PrepareeLe = jour,
            Regles = regles,
        };
        convention.Signaler(new ConventionPreparee(collectivite, reference));
        return convention;
    }

    /// <summary>Les durées et les délais changent tant que personne n'a signé ; ensuite, c'est un avenant.</summary>
    public Verdict PeutChangerLesRegles() =>
        Verdict.De(
            new ConventionNonAbandonnee(AbandonneeLe),
            new PasEncoreSignee(Actes.SigneeParLaCollectiviteLe, Actes.SigneeParLeCdgLe)
        );

    public void ChangerLesRegles(ReglesDAcces regles)
    {
        PeutChangerLesRegles().Et(regles.Examiner()).Exiger();
        if (Regles != regles)
        {
            Signaler(new ReglesDAccesChangees(Collectivite, Regles.EnUnePhrase(), regles.EnUnePhrase()));
            Regles = regles;
        }
    }

    /// <param name="actes">Tous les actes, tels qu'ils seront : un acte retiré redevient nul.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="autres">Les autres conventions de la collectivité.</param>
    /// <param name="annexesManquantes">Les annexes que le dossier de la convention n'a pas encore.</param>
    /// <param name="faits">Ce qui s'est fait sous elle et qu'elle ne sait pas : comptes ouverts, appels, assistance.</param>
    public Verdict PeutDater(
        ActesDAcces actes,
        DateOnly aujourdhui,
        IReadOnlyList<AutreConvention> autres,
        IReadOnlyList<string> annexesManquantes,
        IReadOnlyList<FaitSousLaConvention>? faits = null
    ) =>
        Verdict
            .De(
                new ConventionNonAbandonnee(AbandonneeLe),
                new AucuneDenonciationEnCours(DenonciationEnCours?.Lettre.EnvoyeLe),
                new ActePasAVenir("deliberee-le", "La délibération", actes.DelibereeLe, aujourdhui),
                new ActePasAVenir(
                    "signee-collectivite-le",
                    "La signature de la collectivité",
                    actes.SigneeParLaCollectiviteLe,
                    aujourdhui
                ),
                new ActePasAVenir("signee-cdg-le", "La signature du CDG", actes.SigneeParLeCdgLe, aujourdhui),
                new SignatureApresLaDeliberation(actes.DelibereeLe, actes.SigneeParLaCollectiviteLe),
                Annexees(
                    actes.SigneeParLaCollectiviteLe is not null && Actes.SigneeParLaCollectiviteLe is null,
                    annexesManquantes,
                    "signee-collectivite-le"
                ),
                Annexees(
                    actes.SigneeParLeCdgLe is not null && Actes.SigneeParLeCdgLe is null,
                    annexesManquantes,
                    "signee-cdg-le"
                ),
                new UneConventionALaFois(actes.Effet, autres),
                new EffetApresLesSignatures(actes.Effet, actes.DerniereSignature)
            )
            .Et(PeutCorriger(actes.Normaliser(), aujourdhui, [.. FaitsPropres, .. faits ?? []]));

    /// <summary>Ce qui empêche encore les parties de signer, à dire avant qu'elles essaient.</summary>
    public Verdict PeutSigner(IReadOnlyList<string> annexesManquantes) =>
        Verdict.De(
            Annexees(
                Actes.SigneeParLaCollectiviteLe is null || Actes.SigneeParLeCdgLe is null,
                annexesManquantes,
                "signee-collectivite-le"
            )
        );

    /// <summary>Enregistre ou corrige les actes datés ; l'histoire garde chaque acte changé, avant et après.</summary>
    /// <param name="actes">Tous les actes.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="autres">Les autres conventions de la collectivité.</param>
    /// <param name="annexesManquantes">
    /// Les annexes que le dossier n'a pas encore ; aucune pour une convention que l'on importe déjà signée.
    /// </param>
    /// <param name="motif">Le motif de passer outre un avertissement, ou de corriger une convention qui a pris effet.</param>
    /// <param name="faits">Ce qui s'est fait sous elle et qu'elle ne sait pas.</param>
    public void Dater(
        ActesDAcces actes,
        DateOnly aujourdhui,
        IReadOnlyList<AutreConvention> autres,
        IReadOnlyList<string> annexesManquantes,
        string? motif = null,
        IReadOnlyList<FaitSousLaConvention>? faits = null
    )
    {
        var propres = actes.Normaliser();
        PeutDater(propres, aujourdhui, autres, annexesManquantes, faits).Exiger(motif);
        var changements = ComparaisonDActes.Comparer(Actes, propres);
        Actes = propres;
        var avant = PremierJour;
        Recalculer();
        foreach (var (acte, ancien, nouveau) in changements)
        {
            Signaler(new ActeDAccesDate(Collectivite, acte, ancien, nouveau, motif));
        }

        if (PremierJour is { } premier && premier != avant)
        {
            DernierTermeExamine = null;
            PasserLesTermesAnciens(aujourdhui);
            Signaler(new ConventionConclue(Collectivite, premier));
        }
    }

    /// <summary>Confie la convention à un agent du CDG ; null retire la charge.</summary>
    public void Confier(Guid? responsable)
    {
        if (Responsable != responsable)
        {
            Responsable = responsable;
            Signaler(new ConventionConfiee(Collectivite));
        }
    }

    public Verdict PeutAbandonner(string? motif) =>
        Verdict.De(
            new ConventionNonAbandonnee(AbandonneeLe),
            new ConventionSansEffet(PremierJour),
            new MotifDAbandonDonne(motif)
        );

    /// <summary>Renonce à conclure une convention qui n'a encore aucun effet.</summary>
    public void Abandonner(DateOnly jour, string? motif)
    {
        PeutAbandonner(motif).Exiger();
        (AbandonneeLe, MotifDAbandon) = (jour, motif!.Trim());
        Recalculer();
        Signaler(new ConventionAbandonnee(Collectivite, jour, MotifDAbandon));
    }

    private void Recalculer()
    {
        PremierJour = AbandonneeLe is null && Actes.EstComplet ? Actes.Effet : null;
        var certain = TermeCertain();
        var denonce = DenonciationEnCours?.DernierJour;
        DernierJour =
            PremierJour is null ? null
            : certain is null ? denonce
            : denonce is null || certain < denonce ? certain
            : denonce;
    }

    /// <summary>Le terme que la convention fixe d'avance ; nul si elle se reconduit sans limite.</summary>
    private DateOnly? TermeCertain() =>
        PremierJour is not { } premier
            ? null
            : DernieresRegles.Reconduction switch
            {
                Reconduction.Aucune => Delais.DernierJour(premier, DernieresRegles.DureeInitialeEnAnnees),
                Reconduction.ParPeriodes when DernieresRegles.ReconductionsAuPlus is { } fois => Delais.DernierJour(
                    premier,
                    DernieresRegles.DureeInitialeEnAnnees + (fois * DernieresRegles.PeriodeDeReconductionEnAnnees)
                ),
                Reconduction.ParPeriodes or Reconduction.Indeterminee => null,
            };
}
