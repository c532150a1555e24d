using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Composition = CdgMarches.App.Documents.Origine.Composition;

namespace CdgMarches.App.Commissions.Papiers;

/// <summary>La convocation par courrier, une par personne : d'abord pour qui n'a pas de courriel (RG2.14).</summary>
public sealed class PapierDeConvocation(
    LirePiecesDeSeance lire,
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge
) : PapierDeSeance(lire, donnees, horloge)
{
    public const string Nature = "commissions.convocation";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Convocation;

    public override string Titre => "Convocation de la commission d'appel d'offres";

    public override bool AvecDestinataire => true;

    protected override IReadOnlyList<ChampDeModele> SesChamps { get; } =
    [
        new("personne", "Personne convoquée", "Mme Aude Vasseur", Obligatoire: true),
        new("qualite", "Sa qualité", "titulaire pour la commune de Lens", Obligatoire: true),
        new("changements", "Ce qui change, sur convocation rectificative", "La réunion prévue le 16 mars se tiendra le 23."),
    ];

    public override IReadOnlyList<TableDeModele> Tables { get; } = [OrdreDuJour.Table];

    public override IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("rectificative", "C'est une convocation rectificative"),
        new("seconde", "C'est une seconde convocation"),
        new("suppleant", "La personne est suppléante"),
    ];

    public override void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("convocation de la commission d'appel d'offres, {{date_seance}}", "Réf. : {{reference}}")
            .Paragraphe("Madame, Monsieur,")
            .Si(
                "rectificative",
                p => p.Paragraphe("Cette convocation remplace la précédente. Ce qui change :").Paragraphe("{{changements}}")
            )
            .Si(
                "seconde",
                p =>
                    p.Paragraphe(
                        "La réunion {{premiere}} a été close faute de quorum. La commission est à nouveau convoquée, sur le même ordre du jour, pour les points restés sans décision ; elle siégera sans condition de quorum."
                    )
            )
            .Paragraphe(
                "{{Le coordonnateur}} a l'honneur de vous convoquer, en qualité de {{qualite}}, à la réunion de la commission d'appel d'offres ({{commission}}) :"
            )
            .Fiche(
                ("Date", "{{date_seance}} à {{heure_seance}}"),
                ("Mode", "{{mode}}"),
                ("Lieu", "{{lieu}}"),
                ("Délai", "{{delai}} ({{fondement}})")
            )
            .Section("Ordre du jour")
            .Tableau(
                OrdreDuJour.Code,
                0,
                new ColonneDeTableau("N°", "{{numero}}", 1),
                new ColonneDeTableau("Objet", "{{titre}}", 8),
                new ColonneDeTableau("Nature", "{{nature}}", 3)
            )
            .Paragraphe(
                "Aucun pouvoir ne peut être donné dans une commission d'appel d'offres : en cas d'empêchement, seul le suppléant peut siéger."
            )
            .Si("suppleant", p => p.Paragraphe("Vous siégez si votre titulaire est absent."))
            .Paragraphe("Veuillez agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();

    protected override IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces) =>
        [
            .. pieces
                .Convocations.Where(c => c.Convocation.Numero == pieces.Seance.NumeroDeConvocation)
                .OrderBy(c => c.Convocation.Courriel is not null)
                .Select(c => Lettre(pieces, c.Convocation)),
        ];

    private static DonneesDeFusion Lettre(PiecesDeSeance pieces, Convocation c)
    {
        var d = Commencer(
            pieces,
            $"Convocation {GrammaireDuNom.De(c.Nom)}",
            new DestinataireDeDocument(
                c.Personne,
                c.Nom,
                c.Adresse is null ? [] : [c.Nom, .. c.Adresse.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(5)]
            )
        );
        d.Champ("personne", c.Nom)
            .Champ("qualite", $"{c.Qualite.Libelle().ToLower(Francais.Culture)} pour {GrammaireDuNom.AvecArticle(c.Membre)}")
            .Champ("changements", pieces.Seance.Changements)
            .Condition("rectificative", pieces.Seance.NumeroDeConvocation > 1)
            .Condition("seconde", pieces.Seance.SurSecondeConvocation)
            .Condition("suppleant", c.Qualite is QualiteEnSeance.Suppleant);
        OrdreDuJour.Remplir(d, pieces);
        return d;
    }
}

/// <summary>Le tableau de l'ordre du jour, commun à plusieurs pièces.</summary>
internal static class OrdreDuJour
{
    public const string Code = "points";

    public static TableDeModele Table { get; } =
        new(
            Code,
            "Points de l'ordre du jour",
            [
                new("numero", "Numéro", "1"),
                new("titre", "Intitulé", "Lot 1 — Télétransmission des actes"),
                new("nature", "Nature", "Choix du titulaire"),
                new("groupement", "Groupement", "Dématérialisation"),
                new("competence", "Compétence de la commission", "Procédure formalisée"),
            ]
        );

    public static void Remplir(LigneDeFusion d, PiecesDeSeance pieces) =>
        d.Table(
            Code,
            pieces.Seance.Points.OrderBy(p => p.Numero),
            (p, l) =>
                l.Champ("numero", Formats.Nombre((long)p.Numero))
                    .Champ("titre", p.Titre)
                    .Champ("nature", p.Nature.Libelle())
                    .Champ("groupement", pieces.GroupementDe(p))
                    .Champ("competence", p.Competence)
        );
}

/// <summary>L'ordre du jour de la séance.</summary>
public sealed class PapierDOrdreDuJour(
    LirePiecesDeSeance lire,
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge
) : PapierDeSeance(lire, donnees, horloge)
{
    public const string Nature = "commissions.ordre-du-jour";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Convocation;

    public override string Titre => "Ordre du jour de la commission d'appel d'offres";

    public override IReadOnlyList<TableDeModele> Tables { get; } = [OrdreDuJour.Table];

    public override void Composer(Composition page) =>
        page.PapierAEntete()
            .Titre("Ordre du jour", "{{commission}} — {{date_seance}} à {{heure_seance}}")
            .Fiche(("Référence", "{{reference}}"), ("Mode", "{{mode}}"), ("Lieu", "{{lieu}}"))
            .Tableau(
                OrdreDuJour.Code,
                0,
                new ColonneDeTableau("N°", "{{numero}}", 1),
                new ColonneDeTableau("Objet", "{{titre}}", 6),
                new ColonneDeTableau("Groupement", "{{groupement}}", 4),
                new ColonneDeTableau("Nature", "{{nature}}", 3)
            );

    protected override IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces)
    {
        var d = Commencer(pieces, "Ordre du jour");
        OrdreDuJour.Remplir(d, pieces);
        return [d];
    }
}
