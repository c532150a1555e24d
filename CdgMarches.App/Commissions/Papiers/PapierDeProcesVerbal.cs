using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Composition = CdgMarches.App.Documents.Origine.Composition;

namespace CdgMarches.App.Commissions.Papiers;

/// <summary>Le procès-verbal, avec tout ce qu'il doit dire (RG2.33) ; pour une réunion sans quorum, le constat de carence (RG2.25).</summary>
public sealed class PapierDeProcesVerbal(
    LirePiecesDeSeance lire,
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge
) : PapierDeSeance(lire, donnees, horloge)
{
    public const string Nature = "commissions.pv";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.ProcesVerbal;

    public override string Titre => "Procès-verbal de la commission d'appel d'offres";

    protected override IReadOnlyList<ChampDeModele> SesChamps => TableauxDuPv.Champs;

    public override IReadOnlyList<TableDeModele> Tables { get; } =
    [TableauxDuPv.Presents, TableauxDuPv.Absents, TableauxDuPv.Consultatifs, TableauxDuPv.Points];

    public override IReadOnlyList<ConditionDeModele> Conditions => TableauxDuPv.Conditions;

    public override void Composer(Composition page)
    {
        TableauxDuPv.Entete(page, "Procès-verbal");
        page.Repeter(
            "liste_des_points",
            p =>
                p.Article("{{numero}}. {{titre}}")
                    .Discret("{{nature}} — {{groupement}} — {{competence}}")
                    .Paragraphe("Abordé à {{aborde}} ; {{voix}} à ce point, quorum {{quorum_du_point}}.")
                    .Paragraphe("Déports : {{deports}}")
                    .Paragraphe("Documents examinés : {{documents}}")
                    .Paragraphe("Rapport : {{rapport}}")
                    .TableauDesOffres()
                    .Paragraphe("Discussion : {{notes}}")
                    .Paragraphe("**Décision :** {{decision}}")
                    .Paragraphe("Vote par nom : {{voix_nommees}}")
                    .Paragraphe("Motifs : {{motifs}}")
                    .Paragraphe("Observations : {{observations}}")
        );
        page.Paragraphe("Séance levée à {{close}}. {{motif_de_fin}}").SignaturesDesPresents();
    }

    protected override IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces)
    {
        var d = Commencer(pieces, "Procès-verbal");
        TableauxDuPv.Remplir(d, pieces, Fuseau);
        d.Table(
            "liste_des_points",
            pieces.Seance.Points.OrderBy(p => p.Numero),
            (p, l) => TableauxDuPv.Point(l, p, pieces, Fuseau, Decision(p))
        );
        return [d];
    }
}

/// <summary>Le constat de carence : qui était là, le quorum manqué, la seconde convocation annoncée (RG2.24, RG2.25).</summary>
public sealed class PapierDeCarence(LirePiecesDeSeance lire, IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : PapierDeSeance(lire, donnees, horloge)
{
    public const string Nature = "commissions.carence";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.ProcesVerbal;

    public override string Titre => "Constat de carence de la commission d'appel d'offres";

    protected override IReadOnlyList<ChampDeModele> SesChamps => TableauxDuPv.Champs;

    public override IReadOnlyList<TableDeModele> Tables { get; } =
    [TableauxDuPv.Presents, TableauxDuPv.Absents, TableauxDuPv.Consultatifs];

    public override IReadOnlyList<ConditionDeModele> Conditions => TableauxDuPv.Conditions;

    public override void Composer(Composition page)
    {
        TableauxDuPv.Entete(page, "Constat de carence");
        page.Paragraphe(
                "À {{close}}, {{voix_presentes}}, sur {{sieges}} sièges : le quorum de {{quorum}} n'est pas réuni, ou la présidence n'est pas assurée. La commission ne délibère pas."
            )
            .Paragraphe(
                "Elle sera à nouveau convoquée sur le même ordre du jour et se réunira alors valablement sans condition de quorum ({{fondement}} ; CGCT, art. L1411-5)."
            )
            .SignaturesDesPresents();
    }

    protected override IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces)
    {
        var d = Commencer(pieces, "Constat de carence");
        TableauxDuPv.Remplir(d, pieces, Fuseau);
        return [d];
    }
}

/// <summary>L'extrait du procès-verbal d'un point : un document par point décidé.</summary>
public sealed class PapierDExtrait(LirePiecesDeSeance lire, IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : PapierDeSeance(lire, donnees, horloge)
{
    public const string Nature = "commissions.extrait";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.ProcesVerbal;

    public override string Titre => "Extrait du procès-verbal, par point";

    protected override IReadOnlyList<ChampDeModele> SesChamps { get; } =
    [.. TableauxDuPv.ChampsDUnPoint, TableauxDuPv.PresidentDeSeance];

    public override IReadOnlyList<TableDeModele> Tables { get; } = [TableauxDuPv.Offres];

    public override void Composer(Composition page) =>
        page.PapierAEntete()
            .Titre("Extrait du procès-verbal", "{{commission}} — séance du {{date_seance}}")
            .Article("{{numero}}. {{titre}}")
            .Discret("{{nature}} — {{groupement}}")
            .Paragraphe("{{voix}} à ce point, quorum {{quorum_du_point}}. Déports : {{deports}}")
            .TableauDesOffres()
            .Paragraphe("**Décision :** {{decision}}")
            .Paragraphe("Motifs : {{motifs}}")
            .Signature("La présidence de la séance", "{{president_de_seance}}");

    protected override IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces) =>
        [
            .. pieces
                .Seance.Points.Where(p => p.Issue is not null)
                .OrderBy(p => p.Numero)
                .Select(p =>
                {
                    var d = Commencer(
                        pieces,
                        $"Extrait, point {p.Numero.ToString(Francais.Culture)}",
                        new DestinataireDeDocument(CleDuPoint(pieces.Seance.Id, p.Numero), p.Titre, []),
                        p.Groupement
                    );
                    TableauxDuPv.Point(d, p, pieces, Fuseau, Decision(p));
                    d.Champ(TableauxDuPv.PresidentDeSeance.Code, TableauxDuPv.President(pieces) ?? " ");
                    return d;
                }),
        ];

    /// <summary>La clé d'un point : celle de la séance, son numéro dans les derniers octets.</summary>
    private static Guid CleDuPoint(SeanceId seance, int numero)
    {
        var octets = seance.Valeur.ToByteArray();
        BitConverter.TryWriteBytes(octets.AsSpan(12), numero);
        return new Guid(octets);
    }
}
