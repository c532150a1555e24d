using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed partial class DossierDAdhesion
{
    /// <summary>Tout ce qui empêche encore l'effet à ce jour, à la fois.</summary>
    public Verdict PeutPrendreEffet(DateOnly effet, FaitsDEffet faits)
    {
        var regles = faits.Regles;
        return Verdict
            .De(
                new DossierEncoreOuvert(Etat),
                new GroupementNonClos(faits.Groupement),
                new AuMoinsUnChoix(_choix.Count),
                new DeliberationExecutoire(faits.Membre, Deliberation.ExecutoireLe),
                new SigneeDesDeux(SigneeParLeMembreLe, SigneeParLeCoordonnateurLe),
                new FormaliteAccomplie("la transmission au contrôle de légalité", TransmiseLe, "acte-transmis"),
                new FormaliteAccomplie("la publication", regles.PublicationRequise ? PublieeLe : effet, "acte-publie"),
                new PiecesToutesValidees([
                    .. _pieces
                        .Where(p => p.Nature.CommandeLEffet())
                        .Where(p => p.Etat is not (EtatDePiece.Validee or EtatDePiece.SansObjet))
                        .OrderBy(p => p.Nature)
                        .Select(p => $"{p.Libelle} ({p.Etat.Libelle().ToLower(Francais.Culture)})"),
                ]),
                new AvenantAccepteDeTous(regles.ModeDAdhesion is ModeDAdhesion.ParAvenant, faits.AvenantEnVigueurLe, effet),
                // A revised text makes what was signed of the former one of no use, even dated rightly at the time.
                ApresLeTexte(Formalites, faits.Texte),
                new EntreePendantLeGroupement(effet, faits.Debut, faits.Fin),
                new AucuneAdhesionPendantUneConsultation(effet, regles.VerrouDAdhesion ? faits.Consultations : []),
                new CorpusRemisComplet(faits.Corpus)
            )
            .Et(JourPermis(effet, faits));
    }

    /// <summary>Ce que la convention, la fenêtre et les actes du dossier disent du jour d'effet.</summary>
    private Verdict JourPermis(DateOnly effet, FaitsDEffet faits) =>
        Verdict.De(
            new AdhesionAUneConventionEnVigueur(effet, faits.Convention),
            faits.Fenetre.Juger(effet, faits.Regles),
            new EffetApresLesActes(effet, DernierActe)
        );

    /// <summary>Ce que le dossier oppose à la correction du jour d'effet ; l'adhésion juge du groupement et des consultations.</summary>
    public Verdict PeutCorrigerEffet(DateOnly effet, FaitsDEffet faits) =>
        Verdict
            .De(
                new AvenantAccepteDeTous(
                    faits.Regles.ModeDAdhesion is ModeDAdhesion.ParAvenant && Avenant is not null,
                    faits.AvenantEnVigueurLe,
                    effet
                )
            )
            .Et(JourPermis(effet, faits));

    /// <summary>Tient le dossier d'accord avec l'entrée que l'on corrige.</summary>
    public void CorrigerEffet(DateOnly effet, FaitsDEffet faits, string? motif)
    {
        PeutCorrigerEffet(effet, faits).Exiger();
        if (EffetLe is { } ancien && ancien != effet)
        {
            EffetLe = effet;
            Signaler(new EffetDAdhesionCorrige(Collectivite, ancien, effet, motif?.Trim()));
        }
    }

    /// <summary>Le premier jour où l'effet serait permis, les actes d'aujourd'hui étant ce qu'ils sont (RG1.17, RG1.21).</summary>
    /// <remarks>Les mêmes règles décident de l'effet : ce jour-là, aucune ne s'y oppose ; celles qui le repoussent le disent.</remarks>
    public EffetPossible EffetAuPlusTot(DateOnly aPartirDu, FaitsDEffet faits)
    {
        List<IRegle> raisons = [];
        var requis = faits.Regles.ModeDAdhesion is ModeDAdhesion.ParAvenant;
        Suit(new AdhesionAUneConventionEnVigueur(aPartirDu, faits.Convention));
        Suit(new AvenantAccepteDeTous(requis, faits.AvenantEnVigueurLe, aPartirDu));
        if (faits.Convention is { Le: null } || (requis && faits.AvenantEnVigueurLe is null))
        {
            return new EffetPossible(null, raisons);
        }

        Suit(new EffetApresLesActes(aPartirDu, DernierActe));
        Suit(new EntreePendantLeGroupement(aPartirDu, faits.Debut, faits.Fin));
        DateOnly?[] jours = [aPartirDu, DernierActe, requis ? faits.AvenantEnVigueurLe : null, faits.Debut, faits.Convention?.Le];
        var possible = jours.Max();
        while (possible is { } jour)
        {
            var verrou = new AucuneAdhesionPendantUneConsultation(jour, faits.Regles.VerrouDAdhesion ? faits.Consultations : []);
            var fenetre = faits.Fenetre.Juger(jour, faits.Regles);
            if (!Suit(verrou))
            {
                possible = verrou.PremierJourLibre;
            }
            else if (!Suit(fenetre))
            {
                possible = fenetre.Prochaine?.Debut;
            }
            else if (faits.Fin < jour)
            {
                Suit(new EntreePendantLeGroupement(jour, faits.Debut, faits.Fin));
                possible = null;
            }
            else
            {
                break;
            }
        }

        return new EffetPossible(possible, raisons);

        // What delays the effect is said once per rule.
        bool Suit(IRegle regle)
        {
            if (!regle.EstRespectee && !raisons.Exists(r => r.GetType() == regle.GetType()))
            {
                raisons.Add(regle);
            }

            return regle.EstRespectee;
        }
    }

    /// <summary>Donne effet à l'adhésion, que l'appelant a fait naître ; le dossier est clos.</summary>
    /// <param name="effet">Le premier jour de l'adhésion.</param>
    /// <param name="faits">Ce qu'il faut savoir du groupement.</param>
    /// <param name="adhesion">L'adhésion née.</param>
    /// <param name="motif">Pourquoi remettre un corpus incomplet, s'il l'est.</param>
    public void PrendreEffet(DateOnly effet, FaitsDEffet faits, AdhesionId adhesion, string? motif = null)
    {
        var verdict = PeutPrendreEffet(effet, faits);
        verdict.Exiger(motif);
        (EffetLe, Adhesion, Etat) = (effet, adhesion, EtatDAdhesion.Effective);
        Signaler(new AdhesionEffective(Collectivite, effet, verdict.Avertissements.Count == 0 ? null : motif!.Trim()));
    }

    /// <summary>La plus tardive des dates que l'effet suit.</summary>
    private DateOnly? DernierActe =>
        new[] { Deliberation.ExecutoireLe, SigneeParLeMembreLe, SigneeParLeCoordonnateurLe, TransmiseLe, PublieeLe }.Max();
}

/// <summary>D'où vient une adhésion.</summary>
public enum OrigineDAdhesion
{
    /// <summary>Le CDG l'a invitée.</summary>
    Invitation,

    /// <summary>Elle l'a demandé, de son espace ou au CDG.</summary>
    Demande,

    /// <summary>Elle l'a demandé par un lien signé, sans compte.</summary>
    Lien,

    /// <summary>Une liste Excel.</summary>
    Import,

    /// <summary>Invitée au nouveau millésime d'un groupement dont elle était membre.</summary>
    Millesime,
}

/// <summary>Où en est un dossier d'adhésion.</summary>
public enum EtatDAdhesion
{
    Invitee,
    EnCours,
    Effective,
    Declinee,
    Abandonnee,
}

/// <summary>Les signatures et formalités d'un acte d'adhésion.</summary>
public sealed record FormalitesDAdhesion(
    DateOnly? SigneeParLeMembreLe,
    DateOnly? SigneeParLeCoordonnateurLe,
    DateOnly? TransmiseLe,
    DateOnly? AccuseeLe,
    DateOnly? PublieeLe
)
{
    /// <summary>Combien de ces actes sont faits.</summary>
    public int Faites =>
        new[] { SigneeParLeMembreLe, SigneeParLeCoordonnateurLe, TransmiseLe, AccuseeLe, PublieeLe }.Count(le => le is not null);
}

/// <summary>Le texte que les actes d'une adhésion signent.</summary>
/// <param name="EstUnAvenant">La convention fait entrer par avenant (RG1.20).</param>
/// <param name="SoumisLe">Le jour où le texte de l'avenant a été soumis aux membres ; nul avant.</param>
public sealed record TexteDeLAdhesion(bool EstUnAvenant, DateOnly? SoumisLe)
{
    /// <summary>Le jour où un membre l'a refusé, et donc écarté pour tous (RG1.34) ; nul sinon.</summary>
    public DateOnly? RejeteLe { get; init; }

    /// <summary>La convention elle-même, que l'on rejoint sans avenant.</summary>
    public static TexteDeLAdhesion LaConvention { get; } = new(false, null);
}

/// <summary>Ce qu'il faut savoir pour ouvrir un dossier.</summary>
public sealed record FaitsDOuverture(EtatDuGroupement Groupement, string Membre, Periode? DejaMembre, DateOnly? DossierOuvert)
{
    /// <summary>Le groupement a sa commission d'appel d'offres : le nouveau membre y désigne ses représentants (CGCT, art. L1414-3 I).</summary>
    public bool CommissionPropre { get; init; }

    /// <summary>Des frais du groupement dépendent du nombre d'agents : le nouveau membre certifie le sien.</summary>
    public bool EffectifAttendu { get; init; }

    /// <summary>Les pièces demandées au nouveau membre.</summary>
    public IEnumerable<NatureDePiece> PiecesAttendues =>
        Enum.GetValues<NatureDePiece>()
            .Where(n =>
                n switch
                {
                    NatureDePiece.DesignationALaCommission => CommissionPropre,
                    NatureDePiece.EffectifCertifie => EffectifAttendu,
                    _ => true,
                }
            );
}

/// <summary>Le premier jour où une adhésion peut prendre effet.</summary>
/// <param name="Le">Ce jour ; nul tant qu'on ne peut pas le connaître.</param>
/// <param name="Raisons">Les règles qui ferment les jours précédents ; vide si rien ne repousse l'effet.</param>
public sealed record EffetPossible(DateOnly? Le, IReadOnlyList<IRegle> Raisons);

/// <summary>Ce qu'il faut savoir pour donner effet.</summary>
/// <param name="Groupement">L'état du groupement.</param>
/// <param name="Regles">Les règles de sa convention.</param>
/// <param name="Membre">Le nom de la collectivité.</param>
/// <param name="AvenantEnVigueurLe">L'effet de l'avenant d'adhésion, s'il est adopté par tous.</param>
/// <param name="Fenetre">La fenêtre qui couvre le jour d'effet.</param>
/// <param name="Consultations">Les consultations lancées du groupement.</param>
/// <param name="Corpus">Ce que le nouveau membre recevra, et ce qui y manque.</param>
public sealed record FaitsDEffet(
    EtatDuGroupement Groupement,
    ReglesDeConvention Regles,
    string Membre,
    DateOnly? AvenantEnVigueurLe,
    FenetreFaits Fenetre,
    IReadOnlyList<ConsultationDuGroupement> Consultations,
    CorpusEnVigueur Corpus
)
{
    /// <summary>Le premier jour du groupement.</summary>
    public DateOnly Debut { get; init; }

    /// <summary>Son dernier jour, s'il est fixé.</summary>
    public DateOnly? Fin { get; init; }

    /// <summary>L'entrée en vigueur de sa convention ; nulle si elle n'est pas tenue dans l'application.</summary>
    public EntreeEnVigueur? Convention { get; init; }

    /// <summary>Le texte que les actes du dossier signent.</summary>
    public TexteDeLAdhesion Texte { get; init; } = TexteDeLAdhesion.LaConvention;
}

public static class LibellesDAdhesion
{
    public static string Libelle(this EtatDAdhesion etat) =>
        etat switch
        {
            EtatDAdhesion.Invitee => "Invitée",
            EtatDAdhesion.EnCours => "En cours",
            EtatDAdhesion.Effective => "Effective",
            EtatDAdhesion.Declinee => "Déclinée",
            EtatDAdhesion.Abandonnee => "Abandonnée",
        };

    public static string Libelle(this OrigineDAdhesion origine) =>
        origine switch
        {
            OrigineDAdhesion.Invitation => "Invitation du CDG",
            OrigineDAdhesion.Demande => "Demande de la collectivité",
            OrigineDAdhesion.Lien => "Demande par lien personnel",
            OrigineDAdhesion.Import => "Liste importée",
            OrigineDAdhesion.Millesime => "Nouveau millésime",
        };

    public static string Libelle(this EtatDePiece etat) =>
        etat switch
        {
            EtatDePiece.Attendue => "Attendue",
            EtatDePiece.Recue => "Reçue",
            EtatDePiece.ACorriger => "À corriger",
            EtatDePiece.Validee => "Validée",
            EtatDePiece.SansObjet => "Sans objet",
        };

    /// <summary>Vrai si l'effet attend cette pièce : l'accusé prouve que l'acte est exécutoire, il n'en est pas une condition (RG1.13).</summary>
    public static bool CommandeLEffet(this NatureDePiece nature) => nature is not NatureDePiece.AccuseDeReception;

    public static string Libelle(this NatureDePiece nature) =>
        nature switch
        {
            NatureDePiece.Deliberation => "Délibération exécutoire",
            NatureDePiece.ConventionSignee => "Convention ou avenant signé",
            NatureDePiece.DesignationALaCommission => "Désignation du titulaire et du suppléant à la commission d'appel d'offres",
            NatureDePiece.AccuseDeReception => "Accusé de réception de la préfecture",
            NatureDePiece.FicheDeRenseignements => "Fiche de renseignements",
            NatureDePiece.EffectifCertifie => "Effectif certifié",
        };
}
