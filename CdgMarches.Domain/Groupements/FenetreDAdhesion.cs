using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La période, avant une remise en concurrence, où l'on entre dans un groupement permanent et où l'on change ses choix.</summary>
/// <remarks>RG1.17. Elle se ferme au lancement de la consultation au plus tard : la veille est son dernier jour.</remarks>
public sealed class FenetreDAdhesion : Agregat
{
    public const int LongueurDeLObjet = 200;

    private FenetreDAdhesion() { }

    public FenetreDAdhesionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    /// <summary>La remise en concurrence qu'elle prépare.</summary>
    public string Objet { get; private set; } = "";

    public DateOnly Ouverture { get; private set; }

    /// <summary>Le dernier jour prévu, inclus.</summary>
    public DateOnly Fermeture { get; private set; }

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue(
                "fermeture",
                Fermeture,
                $"Fin de la fenêtre d'adhésion : {Objet}",
                "RG1.17",
                "Convention constitutive"
            )
            {
                Article = "6.3",
                Alertes = [30, 7],
                Groupement = Groupement.Valeur,
                PourLesMembres = true,
                PasseDElleMeme = true,
            },
        ];

    public static Verdict PeutOuvrir(
        EtatDuGroupement groupement,
        string objet,
        DateOnly ouverture,
        DateOnly fermeture,
        Periode? autre,
        IReadOnlyList<ConsultationDuGroupement>? consultations = null
    ) =>
        Verdict.De(
            new GroupementNonClos(groupement),
            new TexteRenseigne("L'objet de la fenêtre", objet.Trim(), LongueurDeLObjet, "objet"),
            new FinApresLeDebut(ouverture, fermeture),
            new FenetreSansChevauchement(autre),
            new FenetreHorsConsultation(
                ouverture,
                consultations?.FirstOrDefault(c =>
                    c.LanceeLe <= ouverture && (c.TermineeLe is not { } terme || terme >= ouverture)
                )
            )
        );

    /// <param name="groupement">Le groupement.</param>
    /// <param name="etat">Son état.</param>
    /// <param name="objet">La remise en concurrence.</param>
    /// <param name="ouverture">Le premier jour.</param>
    /// <param name="fermeture">Le dernier.</param>
    /// <param name="autre">Une autre fenêtre du groupement, qui aurait un jour commun avec celle-ci.</param>
    /// <param name="consultations">Les consultations lancées du groupement.</param>
    public static FenetreDAdhesion Ouvrir(
        GroupementId groupement,
        EtatDuGroupement etat,
        string objet,
        DateOnly ouverture,
        DateOnly fermeture,
        Periode? autre,
        IReadOnlyList<ConsultationDuGroupement>? consultations = null
    )
    {
        PeutOuvrir(etat, objet, ouverture, fermeture, autre, consultations).Exiger();
        var fenetre = new FenetreDAdhesion
        {
            Id = FenetreDAdhesionId.Nouveau(),
            Groupement = groupement,
            Objet = objet.Trim(),
            Ouverture = ouverture,
            Fermeture = fermeture,
        };
        fenetre.Signaler(new FenetreOuverte(ouverture, fermeture));
        return fenetre;
    }

    /// <summary>Avance ou recule la fermeture.</summary>
    public void Fermer(EtatDuGroupement groupement, DateOnly fermeture, Periode? autre)
    {
        Verdict
            .De(new GroupementNonClos(groupement), new FinApresLeDebut(Ouverture, fermeture), new FenetreSansChevauchement(autre))
            .Exiger();
        Signaler(new FermetureChangee(Fermeture, fermeture));
        Fermeture = fermeture;
    }

    /// <summary>Les jours où elle est ouverte, une fois compté le lancement d'une consultation ; nul si elle ne l'est aucun jour.</summary>
    public Periode? Ouverte(IEnumerable<ConsultationDuGroupement> consultations)
    {
        var fin = Fermeture;
        foreach (var consultation in consultations)
        {
            if (consultation.LanceeLe <= fin && (consultation.TermineeLe is not { } terme || terme >= Ouverture))
            {
                fin = consultation.LanceeLe.AddDays(-1);
            }
        }

        return fin < Ouverture ? null : new Periode(Ouverture, fin);
    }
}

/// <summary>La fenêtre d'adhésion : si le groupement en tient, et celle qui couvre le jour jugé.</summary>
/// <param name="EstSuivie">Le groupement tient des fenêtres d'adhésion.</param>
/// <param name="Periode">Les jours où elle est ouverte ; nulle si aucune ne couvre le jour.</param>
public sealed record FenetreFaits(bool EstSuivie, Periode? Periode)
{
    public static FenetreFaits Aucune { get; } = new(false, null);

    /// <summary>Toutes les fenêtres du groupement, celles qui s'ouvrent plus tard comprises.</summary>
    public IReadOnlyList<Periode> Toutes { get; init; } = Periode is null ? [] : [Periode];

    /// <summary>Dit si l'effet tombe dans une fenêtre ce jour-là, et laquelle s'ouvre ensuite (RG1.17).</summary>
    public EffetDansLaFenetre Juger(DateOnly effet, ReglesDeConvention regles) =>
        new(effet, EstSuivie && regles.ModeDAdhesion is ModeDAdhesion.ParFenetre, Toutes.FirstOrDefault(f => f.Contient(effet)))
        {
            Prochaine = Toutes.Where(f => f.Debut > effet).MinBy(f => f.Debut),
        };
}
