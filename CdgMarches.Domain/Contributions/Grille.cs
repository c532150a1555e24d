using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Où en est une version de grille.</summary>
public enum EtatDeGrille
{
    /// <summary>On l'écrit ; elle ne sert à aucun appel.</summary>
    Brouillon,

    /// <summary>Votée : elle ne change plus.</summary>
    Adoptee,
}

/// <summary>Une version d'une grille de contributions : ses axes, ses montants, la délibération qui la vote (RG6.01).</summary>
/// <remarks>
/// Une grille est une donnée. Adoptée, elle ne change plus : une nouvelle délibération fait une nouvelle version de la même
/// lignée, et les appels passés gardent la leur. Elle ne s'applique à une convention déjà signée qu'à la date notée pour elle
/// (<see cref="ApplicationDeGrille"/>).
/// </remarks>
public sealed partial class Grille : Agregat
{
    public const int LongueurDeLIntitule = 200;
    public const int LongueurDuTexte = 500;

    /// <summary>L'appel « en début d'exercice comptable » part au plus tôt le 2 janvier.</summary>
    public const int JourDeLancement = 2;

    private readonly List<TrancheDAxe> _tranches = [];
    private readonly List<CelluleDeGrille> _cellules = [];
    private readonly List<LectureDeCasLimite> _casLimites = [];
    private readonly List<Exemption> _exemptions = [];

    private Grille() { }

    public GrilleId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    /// <summary>Ce que les versions successives d'une même grille ont en commun.</summary>
    public Guid Lignee { get; private init; }

    /// <summary>Le rang de la version dans sa lignée, à partir de 1.</summary>
    public int Numero { get; private init; }

    public string Intitule { get; private set; } = "";

    public PorteeDeGrille Portee { get; private init; }

    public GroupementId? Groupement { get; private init; }

    public TypeDeFacturation Type { get; private set; } = null!;

    public string Objet { get; private set; } = "";

    public string Fondement { get; private set; } = "";

    public MethodeDeProrata Prorata { get; private set; }

    public TauxTva Tva { get; private set; }

    public Imputation Imputation { get; private set; } = Imputation.Vide;

    public LecturesDeLaGrille Lectures { get; private set; } = LecturesDeLaGrille.ParDefaut;

    /// <summary>Les axes, dans l'ordre des coordonnées, séparés par « ; ».</summary>
    public string OrdreDesAxes { get; private set; } = "";

    public EtatDeGrille Etat { get; private set; }

    /// <summary>La délibération qui la vote : « Délibération du conseil d'administration du 10 décembre 2024 ».</summary>
    public string? Deliberation { get; private set; }

    public DateOnly? DelibereeLe { get; private set; }

    /// <summary>Le premier jour où elle vaut.</summary>
    public DateOnly? Debut { get; private set; }

    /// <summary>Le dernier, inclus ; nul tant que rien ne la remplace.</summary>
    public DateOnly? Fin { get; private set; }

    /// <summary>Le prochain exercice à appeler, pour une grille annuelle en vigueur.</summary>
    public int? ProchainExercice { get; private set; }

    /// <summary>L'appel annuel se lance dès le 2 janvier, et reste en retard tant qu'il n'est pas émis (RG6.14).</summary>
    public override IEnumerable<EcheanceDue> Echeances
    {
        get
        {
            if (
                ProchainExercice is not { } exercice
                || Debut is not { } debut
                || Fin is not null
                || Type.Declencheur is not Declencheur.Annuel
            )
            {
                yield break;
            }

            var lancement = new DateOnly(exercice, 1, JourDeLancement);
            yield return new EcheanceDue(
                "appel",
                lancement < debut ? debut : lancement,
                $"Appel {exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)} à lancer : {Intitule}",
                "RG6.14",
                "Convention d'accès, art. 4"
            )
            {
                Alertes = [15],
                Groupement = Groupement?.Valeur,
                Adresse = "/contributions",
            };
        }
    }

    public IReadOnlyList<AxeDeGrille> Axes =>
        [.. OrdreDesAxes.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AxeDeGrille>)];

    public IReadOnlyList<TrancheDAxe> Tranches => _tranches;

    public IReadOnlyList<CelluleDeGrille> Cellules => _cellules;

    public IReadOnlyList<LectureDeCasLimite> CasLimites => _casLimites;

    public IReadOnlyList<Exemption> Exemptions => _exemptions;

    /// <param name="definition">Ce que l'agent a écrit.</param>
    /// <param name="regime">Ce que la convention du groupement permet de faire payer ; nul pour une convention d'accès.</param>
    public static Verdict PeutEcrire(DefinitionDeGrille definition, RegimeFinancier? regime) =>
        Verdict.De(
            new TexteDeGrilleRenseigne("L'intitulé de la grille", definition.Intitule, LongueurDeLIntitule, "intitule"),
            new TexteDeGrilleRenseigne("Le code du type", definition.Type.Code, TypeDeFacturation.LongueurDuCode, "type-code"),
            new TexteDeGrilleRenseigne(
                "Le nom du type",
                definition.Type.Libelle,
                TypeDeFacturation.LongueurDuLibelle,
                "type-libelle"
            ),
            new TexteDeGrilleRenseigne("L'objet du titre", definition.Objet, LongueurDuTexte, "objet"),
            new TexteDeGrilleRenseigne("Le fondement", definition.Fondement, LongueurDuTexte, "fondement"),
            new GroupementSelonLaPortee(definition.Portee, definition.Groupement),
            new MissionPayeeOuFraisNommes(
                definition.Type.Nature,
                definition.Type.Code,
                regime?.MissionRemuneree ?? true,
                regime?.Frais ?? []
            ),
            new UnAxeAuMoins([.. definition.Axes]),
            new MontantsDeGrillePositifs([
                .. definition
                    .Cellules.Where(c => c.PremiereAnnee.EstNegatif || c.AnneesSuivantes.EstNegatif)
                    .Select(c => string.Join(" × ", definition.TranchesDe(c.Coordonnees).Select(t => t.EnClair))),
            ])
        );

    /// <summary>Ouvre la première version d'une lignée.</summary>
    public static Grille Creer(DefinitionDeGrille definition, RegimeFinancier? regime)
    {
        PeutEcrire(definition, regime).Exiger();
        return Nouvelle(definition, Guid.CreateVersion7(), 1);
    }

    /// <summary>Ouvre la version suivante, que l'agent modifie ensuite.</summary>
    /// <param name="numero">Le rang de la nouvelle version dans la lignée.</param>
    public Grille NouvelleVersion(int numero) => Nouvelle(Definition(), Lignee, numero);

    public Verdict PeutModifier() => Verdict.De(new GrilleEnBrouillon(Etat));

    public void Modifier(DefinitionDeGrille definition, RegimeFinancier? regime)
    {
        PeutModifier().Et(PeutEcrire(definition, regime)).Exiger();
        Prendre(definition);
        Signaler(new GrilleModifiee(Intitule));
    }

    /// <summary>La version telle qu'un agent la reprendrait pour l'écrire.</summary>
    public DefinitionDeGrille Definition() =>
        new()
        {
            Intitule = Intitule,
            Portee = Portee,
            Groupement = Groupement,
            Type = Type,
            Objet = Objet,
            Fondement = Fondement,
            Prorata = Prorata,
            Tva = Tva,
            Imputation = Imputation,
            Lectures = Lectures,
            Axes = Axes,
            Tranches = [.. _tranches.OrderBy(t => t.Axe).ThenBy(t => t.Numero)],
            CasLimites = [.. _casLimites.OrderBy(c => c.Axe).ThenBy(c => c.Valeur)],
            Cellules = [.. _cellules],
            Exemptions = [.. _exemptions],
        };

    private static Grille Nouvelle(DefinitionDeGrille definition, Guid lignee, int numero)
    {
        var grille = new Grille
        {
            Id = GrilleId.Nouveau(),
            Lignee = lignee,
            Numero = numero,
            Portee = definition.Portee,
            Groupement = definition.Groupement,
            Etat = EtatDeGrille.Brouillon,
        };
        grille.Prendre(definition);
        grille.Signaler(new GrilleCreee(grille.Intitule, numero));
        return grille;
    }

    private void Prendre(DefinitionDeGrille d)
    {
        (Intitule, Objet, Fondement) = (d.Intitule.Trim(), d.Objet.Trim(), d.Fondement.Trim());
        Type = d.Type with { Code = d.Type.Code.Trim().ToUpperInvariant(), Libelle = d.Type.Libelle.Trim() };
        (Prorata, Tva, Imputation, Lectures) = (d.Prorata, d.Tva, d.Imputation, d.Lectures);
        OrdreDesAxes = string.Join(';', d.Axes.Distinct());
        Remplacer(_tranches, d.Tranches.Select(Copie));
        Remplacer(
            _casLimites,
            d.CasLimites.Select(c => new LectureDeCasLimite(c.Axe, c.Valeur, c.Tranche, c.ConfirmationRequise, c.Motif))
        );
        Remplacer(_cellules, d.Cellules.Select(c => new CelluleDeGrille(c.Coordonnees, c.PremiereAnnee, c.AnneesSuivantes)));
        Remplacer(_exemptions, d.Exemptions.Select(e => new Exemption(e.Categorie, e.Condition, e.Fondement)));
    }

    private static TrancheDAxe Copie(TrancheDAxe t) =>
        new(t.Axe, t.Numero, t.Libelle, t.Minimum, t.MinimumInclus, t.Maximum, t.MaximumInclus, t.Valeurs);

    private static void Remplacer<T>(List<T> liste, IEnumerable<T> nouveaux)
    {
        List<T> copies = [.. nouveaux];
        liste.Clear();
        liste.AddRange(copies);
    }
}

/// <summary>Les dates d'une version adoptée.</summary>
/// <param name="Numero">Son rang dans la lignée.</param>
/// <param name="Debut">Son premier jour.</param>
/// <param name="Fin">Son dernier ; nul tant que rien ne la remplace.</param>
public sealed record ValiditeDeVersion(int Numero, DateOnly Debut, DateOnly? Fin);

/// <summary>Le jour à partir duquel une version de grille s'applique à un redevable déjà engagé.</summary>
/// <remarks>Sans elle, la grille sous laquelle il s'est engagé continue de valoir pour lui (RG6.01, convention d'accès, art. 5).</remarks>
public sealed class ApplicationDeGrille
{
    private ApplicationDeGrille() { }

    public ApplicationDeGrille(
        GrilleId grille,
        Redevable redevable,
        VoieDApplication voie,
        DateOnly effet,
        DateTimeOffset noteeLe,
        string noteePar
    )
    {
        (Grille, Source, SourceId, Voie) = (grille, redevable.Source, redevable.SourceId, voie);
        (Effet, NoteeLe, NoteePar) = (effet, noteeLe, noteePar);
    }

    /// <summary>Corrige la voie ou la date d'une application déjà notée.</summary>
    public void Redater(VoieDApplication voie, DateOnly effet, DateTimeOffset noteeLe, string noteePar) =>
        (Voie, Effet, NoteeLe, NoteePar) = (voie, effet, noteeLe, noteePar);

    public GrilleId Grille { get; private init; }

    public SourceDeDette Source { get; private init; }

    public Guid SourceId { get; private init; }

    public VoieDApplication Voie { get; private set; }

    public DateOnly Effet { get; private set; }

    public DateTimeOffset NoteeLe { get; private set; }

    public string NoteePar { get; private set; } = "";
}

/// <summary>Comment une nouvelle grille devient opposable à un redevable déjà engagé.</summary>
public enum VoieDApplication
{
    /// <summary>Un avenant signé porte la nouvelle annexe.</summary>
    Avenant,

    /// <summary>Un courrier notifie la nouvelle annexe.</summary>
    Notification,
}

/// <summary>Les mots des grilles et de leur application.</summary>
public static class MotsDeLApplication
{
    public static string Libelle(this EtatDeGrille etat) =>
        etat switch
        {
            EtatDeGrille.Brouillon => "Brouillon",
            EtatDeGrille.Adoptee => "Adoptée",
        };

    public static string Libelle(this VoieDApplication voie) =>
        voie switch
        {
            VoieDApplication.Avenant => "avenant",
            VoieDApplication.Notification => "notification",
        };
}
