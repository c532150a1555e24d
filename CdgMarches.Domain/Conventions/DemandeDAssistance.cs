using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Une demande d'assistance que la convention promet, de sa réception à la réponse.</summary>
/// <remarks>Convention d'accès, art. 2 : premier niveau, juridique et technique. Ce qui le dépasse est dit, et orienté.</remarks>
public sealed class DemandeDAssistance : Agregat
{
    public const int LongueurDeLObjet = 300;

    public const int LongueurDuTexte = 4000;

    private DemandeDAssistance() { }

    public DemandeDAssistanceId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CollectiviteId Collectivite { get; private init; }

    public NatureDAssistance Nature { get; private set; }

    public NiveauDAssistance Niveau { get; private set; }

    public string Objet { get; private init; } = "";

    /// <summary>L'objet replié, pour chercher.</summary>
    public string CleDeTri { get; private init; } = "";

    public string? Detail { get; private init; }

    /// <summary>Qui demande, dans les mots de la demande.</summary>
    public string? Demandeur { get; private init; }

    public DateTimeOffset RecueLe { get; private init; }

    /// <summary>Le dernier jour pour répondre, selon le délai d'usage en vigueur à la réception ; nul si rien n'en fixait.</summary>
    public DateOnly? ReponseAvant { get; private init; }

    public EtatDAssistance Etat { get; private set; }

    /// <summary>L'agent du CDG qui la traite (identifiant de son compte).</summary>
    public Guid? Responsable { get; private set; }

    public DateTimeOffset? PriseEnChargeLe { get; private set; }

    public DateTimeOffset? RepondueLe { get; private set; }

    public string? Reponse { get; private set; }

    /// <summary>Le règlement de la consultation à examiner, dans le magasin des fichiers ; nul tant qu'il n'est pas joint.</summary>
    public Guid? Reglement { get; private set; }

    /// <summary>Le temps de réponse ; nul tant qu'elle n'est pas répondue.</summary>
    public TimeSpan? TempsDeReponse => RepondueLe - RecueLe;

    public override IEnumerable<EcheanceDue> Echeances =>
        ReponseAvant is { } limite
            ?
            [
                new EcheanceDue(
                    "reponse",
                    limite,
                    $"Répondre à la demande d'assistance : {(Objet.Length > 250 ? Objet[..250] : Objet)}",
                    "RG6.18",
                    "Convention d'accès, art. 2"
                )
                {
                    Alertes = [1],
                    Responsable = Responsable,
                    Collectivite = Collectivite.Valeur,
                    EstAccomplie = RepondueLe is not null,
                },
            ]
            : [];

    public static Verdict PeutRecevoir(NouvelleDemandeDAssistance saisie) =>
        Verdict.De(
            new TexteDeRegistre("objet", "L'objet de la demande", saisie.Objet, LongueurDeLObjet, ArticlesDAcces.Assistance),
            new TexteFacultatifDeRegistre("detail", "Le détail", saisie.Detail, LongueurDuTexte)
        );

    public static DemandeDAssistance Recevoir(
        CollectiviteId collectivite,
        NouvelleDemandeDAssistance saisie,
        DateTimeOffset instant,
        DateOnly? reponseAvant = null
    )
    {
        PeutRecevoir(saisie).Exiger();
        var objet = saisie.Objet!.Trim();
        var cle = Noyau.CleDeTri.De(objet);
        var demande = new DemandeDAssistance
        {
            Id = DemandeDAssistanceId.Nouveau(),
            Collectivite = collectivite,
            Nature = saisie.Nature,
            Niveau = NiveauDAssistance.Premier,
            Objet = objet,
            CleDeTri = cle.Length > LongueurDeLObjet ? cle[..LongueurDeLObjet] : cle,
            Detail = string.IsNullOrWhiteSpace(saisie.Detail) ? null : saisie.Detail.Trim(),
            Demandeur = string.IsNullOrWhiteSpace(saisie.Demandeur) ? null : saisie.Demandeur.Trim(),
            RecueLe = instant,
            ReponseAvant = reponseAvant,
            Etat = EtatDAssistance.Recue,
        };
        demande.Signaler(new AssistanceDemandee(collectivite, saisie.Nature, objet));
        return demande;
    }

    public Verdict PeutTraiter() => Verdict.De(new DemandeNonRepondue(RepondueLe));

    /// <summary>Un agent la prend ; le premier instant reste.</summary>
    public void PrendreEnCharge(Guid? responsable, DateTimeOffset instant)
    {
        PeutTraiter().Exiger();
        (Responsable, Etat) = (responsable, EtatDAssistance.EnCours);
        PriseEnChargeLe ??= instant;
        Signaler(new AssistancePriseEnCharge(Collectivite, Objet));
    }

    /// <summary>La range au premier niveau, ou dit qu'elle le dépasse : la convention ne promet alors pas de la traiter.</summary>
    public void Classer(NatureDAssistance nature, NiveauDAssistance niveau)
    {
        PeutTraiter().Exiger();
        if ((Nature, Niveau) != (nature, niveau))
        {
            Signaler(
                new AssistanceClassee(
                    Collectivite,
                    Objet,
                    $"{Nature.Libelle()}, {Niveau.Libelle()}",
                    $"{nature.Libelle()}, {niveau.Libelle()}"
                )
            );
            (Nature, Niveau) = (nature, niveau);
        }
    }

    public Verdict PeutJoindreLeReglement() => PeutTraiter().Et(Verdict.De(new ReglementDUneDemandeJuridique(Nature)));

    /// <summary>Joint le règlement de la consultation dont la conformité est demandée, ou le remplace tant que rien n'est répondu.</summary>
    public void JoindreLeReglement(Guid fichier)
    {
        PeutJoindreLeReglement().Exiger();
        Signaler(new ReglementJoint(Collectivite, Objet, Reglement is not null));
        Reglement = fichier;
    }

    public Verdict PeutRepondre(string? reponse) =>
        PeutTraiter()
            .Et(Verdict.De(new TexteDeRegistre("reponse", "La réponse", reponse, LongueurDuTexte, ArticlesDAcces.Assistance)));

    public void Repondre(string? reponse, Guid? responsable, DateTimeOffset instant)
    {
        PeutRepondre(reponse).Exiger();
        (Reponse, RepondueLe, Etat) = (reponse!.Trim(), instant, EtatDAssistance.Repondue);
        Responsable ??= responsable;
        PriseEnChargeLe ??= instant;
        Signaler(new AssistanceRepondue(Collectivite, Objet));
    }
}

/// <summary>Ce que l'on saisit d'une demande d'assistance.</summary>
public sealed record NouvelleDemandeDAssistance(NatureDAssistance Nature, string? Objet, string? Detail, string? Demandeur);
