using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements.Regles;

namespace CdgMarches.Domain.Recensements;

/// <summary>La réponse d'un membre à une campagne, pour une prestation. Ses lignes sont des entités à part.</summary>
public sealed class Reponse : Agregat
{
    public const int LongueurNom = 200;
    public const int LongueurQualite = 120;
    public const int LongueurMotif = 1000;

    private Reponse() { }

    public Reponse(CampagneId campagne, PrestationId prestation, CollectiviteId collectivite, DateTimeOffset ouverteJusqua)
    {
        Id = ReponseId.Nouveau();
        Campagne = campagne;
        Prestation = prestation;
        Collectivite = collectivite;
        OuverteJusqua = ouverteJusqua;
        Etat = EtatDeReponse.NonOuverte;
    }

    public ReponseId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CampagneId Campagne { get; private init; }

    public PrestationId Prestation { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public EtatDeReponse Etat { get; private set; }

    /// <summary>L'instant où la saisie s'arrête pour ce membre.</summary>
    public DateTimeOffset OuverteJusqua { get; private set; }

    /// <summary>Vrai si ce membre a un délai à lui : il ne suit plus la clôture de la campagne.</summary>
    public bool DelaiPersonnel { get; private set; }

    /// <summary>Le dernier jour du délai accordé, tel que le membre le lit.</summary>
    public DateOnly? DelaiAccorde { get; private set; }

    public string? MotifDeReouverture { get; private set; }

    /// <summary>Quand la réponse a été validée, déclarée néant ou décidée d'office.</summary>
    public DateTimeOffset? RepondueLe { get; private set; }

    /// <summary>Qui l'a validée, déclarée ou décidée, tel qu'il s'est nommé.</summary>
    public string? ReponduePar { get; private set; }

    public string? QualiteDuValidateur { get; private set; }

    public ModeDeValidation? Mode { get; private set; }

    /// <summary>Le motif d'une validation par un gestionnaire, d'un avertissement passé outre ou d'une décision d'office.</summary>
    public string? Motif { get; private set; }

    /// <summary>REC-2027-000123 : le même pour toutes les prestations validées d'un seul geste.</summary>
    public string? NumeroDeRecu { get; private set; }

    /// <summary>L'état des besoins signé, quand c'est lui qui vaut validation (identifiant de la pièce).</summary>
    public Guid? Piece { get; private set; }

    /// <summary>La version du catalogue sous laquelle la réponse a été validée.</summary>
    public int? VersionDuCatalogue { get; private set; }

    /// <summary>Seul un délai personnel est à l'échéancier du membre : la clôture commune y est par la campagne.</summary>
    public override IEnumerable<EcheanceDue> Echeances =>
        DelaiAccorde is { } jour
            ?
            [
                new EcheanceDue("delai", jour, "Fin du délai accordé pour répondre au recensement", "RG5.01", "Décision du CDG")
                {
                    Collectivite = Collectivite.Valeur,
                    EstAccomplie = Etat is not (EtatDeReponse.NonOuverte or EtatDeReponse.Brouillon or EtatDeReponse.ARevoir),
                    PasseDElleMeme = true,
                },
            ]
            : [];

    public Verdict PeutSaisir(DateTimeOffset maintenant) =>
        Verdict.De(new ReponseSaisissable(Etat), new DelaiOuvert(OuverteJusqua, maintenant));

    /// <param name="controle">Ce que l'examen des lignes a trouvé.</param>
    /// <param name="signature">Qui valide, en quelle qualité, et comment.</param>
    /// <param name="maintenant">L'instant de la validation.</param>
    public Verdict PeutValider(ControleDeReponse controle, SignatureDeReponse signature, DateTimeOffset maintenant) =>
        PeutSaisir(maintenant)
            .Et(
                Verdict.De(
                    new ReponseNonVide(controle.LignesRepondues),
                    new QuantitesOrdonnees(controle.LignesDesordonnees),
                    new AnomaliesJustifiees(controle.AnomaliesSansJustification),
                    new ValidateurIdentifie(signature.Nom, signature.Qualite),
                    new MotifDuGestionnaire(signature.Mode, signature.Motif),
                    new PieceDeposee(signature.Mode, signature.Piece)
                )
            );

    /// <inheritdoc cref="PeutValider"/>
    public void Valider(
        ControleDeReponse controle,
        SignatureDeReponse signature,
        string numeroDeRecu,
        int versionDuCatalogue,
        DateTimeOffset maintenant
    )
    {
        PeutValider(controle, signature, maintenant).Exiger();
        Etat = EtatDeReponse.Validee;
        Retenir(signature.Nom.Trim(), signature.Qualite.Trim(), signature.Mode, signature.Motif, maintenant);
        (NumeroDeRecu, Piece, VersionDuCatalogue) = (numeroDeRecu, signature.Piece, versionDuCatalogue);
        Signaler(
            new ReponseValidee(Collectivite.Valeur, numeroDeRecu, ReponduePar!, QualiteDuValidateur!, signature.Mode, Motif)
        );
    }

    /// <param name="lignesRepondues">Le nombre de lignes où un besoin est déjà saisi : il faut alors le confirmer par un motif.</param>
    /// <param name="maintenant">L'instant.</param>
    public Verdict PeutDeclarerNeant(int lignesRepondues, DateTimeOffset maintenant) =>
        PeutSaisir(maintenant).Et(Verdict.De(new NeantSansQuantite(lignesRepondues)));

    /// <summary>Le membre dit ne rien commander. Ce qui était saisi est gardé, et ne compte pas.</summary>
    public void DeclarerNeant(int lignesRepondues, string par, string? motif, int versionDuCatalogue, DateTimeOffset maintenant)
    {
        PeutDeclarerNeant(lignesRepondues, maintenant).Exiger(motif);
        Etat = EtatDeReponse.Neant;
        Retenir(par, null, null, motif, maintenant);
        VersionDuCatalogue = versionDuCatalogue;
        Signaler(new NeantDeclare(Collectivite.Valeur, par, Motif));
    }

    public Verdict PeutReprendre(DateTimeOffset maintenant) =>
        Verdict.De(new ReponseARouvrir(Etat), new DelaiOuvert(OuverteJusqua, maintenant));

    /// <summary>Le membre revient sur son néant ou sur sa validation tant que son délai court.</summary>
    public void Reprendre(DateTimeOffset maintenant)
    {
        PeutReprendre(maintenant).Exiger();
        var avant = Etat;
        Effacer();
        Signaler(new ReponseReprise(Collectivite.Valeur, avant));
    }

    /// <param name="dernierJour">Le dernier jour du nouveau délai, inclus.</param>
    /// <param name="motif">Pourquoi on rouvre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public static Verdict PeutRouvrir(DateOnly dernierJour, string? motif, DateOnly aujourdhui) =>
        Verdict.De(new DelaiAVenir(dernierJour, aujourdhui), new MotifDonne("réouverture", motif));

    /// <summary>Rouvre ce membre seul, avec un délai à lui (C10). Les autres ne changent pas.</summary>
    public void Rouvrir(DateOnly dernierJour, DateTimeOffset jusqua, string motif, DateOnly aujourdhui)
    {
        PeutRouvrir(dernierJour, motif, aujourdhui).Exiger();
        var avant = Etat;
        Effacer();
        (OuverteJusqua, DelaiPersonnel, DelaiAccorde, MotifDeReouverture) = (jusqua, true, dernierJour, Couper(motif));
        Signaler(new ReponseRouverte(Collectivite.Valeur, dernierJour, avant, MotifDeReouverture));
    }

    /// <summary>Le catalogue a changé une ligne qui concerne cette réponse : elle est à revoir, rien n'est perdu.</summary>
    public void DemanderRevision(int versionDuCatalogue)
    {
        if (Etat is not (EtatDeReponse.Brouillon or EtatDeReponse.Validee or EtatDeReponse.Neant))
        {
            return;
        }

        var avant = Etat;
        Effacer();
        Etat = EtatDeReponse.ARevoir;
        Signaler(new RevisionDemandee(Collectivite.Valeur, versionDuCatalogue, avant));
    }

    /// <param name="maintenant">L'instant.</param>
    /// <param name="decision">La décision.</param>
    /// <param name="motif">Pourquoi.</param>
    /// <param name="aUneReponseN1">Vrai si la campagne précédente a une réponse de ce membre.</param>
    public Verdict PeutDecider(DecisionDOffice decision, string? motif, bool aUneReponseN1, DateTimeOffset maintenant) =>
        Verdict.De(
            new MembreSilencieux(Etat, OuverteJusqua, maintenant),
            new MotifDonne("décision d'office", motif),
            new ReponseN1Connue(decision, aUneReponseN1)
        );

    /// <summary>Le CDG décide d'un membre resté silencieux à la clôture.</summary>
    public void Decider(DecisionDOffice decision, string par, string motif, bool aUneReponseN1, DateTimeOffset maintenant)
    {
        PeutDecider(decision, motif, aUneReponseN1, maintenant).Exiger();
        var avant = Etat;
        Etat = decision.Etat();
        Retenir(par, null, null, motif, maintenant);
        Signaler(new DecisionPrise(Collectivite.Valeur, avant, Etat, Motif));
    }

    /// <summary>Les lignes ont été remplacées par celles de la campagne précédente ; l'historique garde le brouillon remplacé.</summary>
    public void ReprendreLesLignes(string? brouillon, int lignes) =>
        Signaler(new ValeursN1Reprises(Collectivite.Valeur, lignes, brouillon));

    private void Retenir(string par, string? qualite, ModeDeValidation? mode, string? motif, DateTimeOffset instant)
    {
        (RepondueLe, ReponduePar, QualiteDuValidateur, Mode) = (instant, par, qualite, mode);
        Motif = string.IsNullOrWhiteSpace(motif) ? null : Couper(motif);
    }

    private void Effacer()
    {
        Etat = EtatDeReponse.Brouillon;
        (RepondueLe, ReponduePar, QualiteDuValidateur, Mode) = (null, null, null, null);
        (Motif, NumeroDeRecu, Piece, VersionDuCatalogue) = (null, null, null, null);
    }

    private static string Couper(string texte)
    {
        var net = texte.Trim();
        return net.Length > LongueurMotif ? net[..LongueurMotif] : net;
    }
}

/// <summary>Qui valide une réponse, en quelle qualité, et comment.</summary>
/// <param name="Mode">La voie.</param>
/// <param name="Nom">Le nom de celui qui valide.</param>
/// <param name="Qualite">Sa qualité : « Maire », « adjointe par délégation du 3 mai 2026 ».</param>
/// <param name="Motif">Exigé d'un gestionnaire qui valide au nom du membre.</param>
/// <param name="Piece">L'état des besoins signé.</param>
public sealed record SignatureDeReponse(
    ModeDeValidation Mode,
    string Nom,
    string Qualite,
    string? Motif = null,
    Guid? Piece = null
);

/// <summary>Ce que l'examen des lignes d'une réponse a trouvé avant sa validation.</summary>
/// <param name="LignesRepondues">Le nombre de lignes qui disent un besoin.</param>
/// <param name="LignesDesordonnees">Les lignes où minimum ≤ estimé ≤ maximum n'est pas respecté.</param>
/// <param name="AnomaliesSansJustification">Les lignes dont une anomalie attend une justification.</param>
public sealed record ControleDeReponse(
    int LignesRepondues,
    IReadOnlyList<int> LignesDesordonnees,
    IReadOnlyList<int> AnomaliesSansJustification
);
