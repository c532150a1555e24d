using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Documents.Procedures;

/// <summary>Ce que le rapport de présentation dit d'une procédure (CCP, art. R2184-1 à R2184-3).</summary>
public sealed record RapportAEcrire(GroupementId Groupement, string Objet, string Reference, string Forme)
{
    /// <summary>La valeur du marché, HT, en clair.</summary>
    public string? Valeur { get; init; }

    public string? Publicite { get; init; }

    /// <summary>Pourquoi une procédure négociée, ou sans publicité (art. R2184-3, 1°).</summary>
    public string? MotifsDeLaProcedure { get; init; }

    /// <summary>Pourquoi le marché n'est pas alloti (art. R2184-3).</summary>
    public string? MotifsDeNonAllotissement { get; init; }

    /// <summary>Pourquoi un chiffre d'affaires minimal supérieur au plafond.</summary>
    public string? MotifsDuChiffreDAffaires { get; init; }

    /// <summary>Pourquoi d'autres moyens que la voie électronique.</summary>
    public string? MotifsDesMoyensNonElectroniques { get; init; }

    /// <summary>Les mesures prises quand une entreprise a participé à la préparation.</summary>
    public string? ParticipationPrealable { get; init; }

    /// <summary>Les conflits d'intérêts décelés et les mesures prises.</summary>
    public string? ConflitsDInterets { get; init; }

    /// <summary>Pourquoi l'acheteur a renoncé, pour un lot sans suite ou infructueux.</summary>
    public string? MotifsDeLAbandon { get; init; }

    public IReadOnlyList<LotDuRapport> Lots { get; init; } = [];

    public IReadOnlyList<EntrepriseDuRapport> CandidaturesEcartees { get; init; } = [];

    public IReadOnlyList<EntrepriseDuRapport> CandidaturesRetenues { get; init; } = [];

    /// <summary>Les offres rejetées, celles jugées anormalement basses comprises.</summary>
    public IReadOnlyList<EntrepriseDuRapport> OffresRejetees { get; init; } = [];
}

/// <summary>L'issue d'un lot.</summary>
/// <param name="Lot">« Lot 2 – Papier recyclé ».</param>
/// <param name="Issue">« Attribué », « Sans suite »…</param>
/// <param name="Titulaire">Le titulaire, s'il y en a un.</param>
/// <param name="Montant">La valeur, HT, en clair.</param>
/// <param name="Motifs">Les motifs du choix.</param>
/// <param name="SousTraitance">La part que le titulaire entend sous-traiter, et à qui.</param>
public sealed record LotDuRapport(
    string Lot,
    string Issue,
    string? Titulaire,
    string? Montant,
    string? Motifs,
    string? SousTraitance
);

/// <summary>Une entreprise, pour un lot, et pourquoi.</summary>
public sealed record EntrepriseDuRapport(string Lot, string Entreprise, string? Motifs);

/// <summary>Le rapport de présentation d'une procédure dont le besoin atteint les seuils européens (RG4.62).</summary>
public sealed class RapportDePresentation(IEnumerable<IDonneesDe<RapportAEcrire>> sources)
    : NatureAlimentee<RapportAEcrire>(sources)
{
    public const string Nature = "procedures.rapport-de-presentation";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Rapport;

    public override string Titre => "Rapport de présentation";

    public override string ObjetType => nameof(Procedure);

    public override string Droit => Droits.GererProcedures;

    public override bool AvecDestinataire => false;

    public override IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("consultation", "Objet du marché", "Fourniture de papier", Obligatoire: true),
        new("consultation_reference", "Référence de la consultation", "2026-C-012", Obligatoire: true),
        new("forme", "Procédure", "Appel d'offres ouvert", Obligatoire: true),
        new("valeur", "Valeur du marché", "480 000,00 € HT"),
        new("publicite", "Publicité", "JOUE du 2 mars 2026, BOAMP du 2 mars 2026"),
        new("motifs_de_la_procedure", "Motifs d'une procédure négociée ou sans publicité", "Une seule offre appropriée."),
        new("motifs_de_non_allotissement", "Motifs de l'absence d'allotissement", "Prestations indissociables."),
        new("motifs_du_chiffre_d_affaires", "Motifs d'un chiffre d'affaires minimal élevé", "Risques propres à l'objet."),
        new("motifs_des_moyens", "Motifs de moyens autres qu'électroniques", "Maquette physique."),
        new("participation_prealable", "Participation préalable d'une entreprise, et mesures", "Étude remise à tous."),
        new("conflits_d_interets", "Conflits d'intérêts décelés, et mesures", "Un membre s'est déporté."),
        new("motifs_de_l_abandon", "Motifs de la renonciation", "Lot 3 sans suite : besoin disparu."),
    ];

    public override IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "lots",
            "Lots",
            [
                new("lot", "Lot", "Lot 2 – Papier recyclé"),
                new("issue", "Issue", "Attribué"),
                new("titulaire", "Titulaire", "Papiers d'Artois"),
                new("montant", "Valeur HT", "120 000,00 €"),
                new("motifs", "Motifs du choix", "Offre économiquement la plus avantageuse"),
                new("sous_traitance", "Part sous-traitée", "Livraison, par Transports du Ternois"),
            ]
        ),
        Entreprises("candidatures_ecartees", "Candidats exclus", "Capacités insuffisantes"),
        Entreprises("candidatures_retenues", "Candidats sélectionnés", "Dossier complet, capacités suffisantes"),
        Entreprises("offres_rejetees", "Offres rejetées", "Deuxième rang, 71,5 points"),
    ];

    public override IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("avec_candidatures_ecartees", "Au moins un candidat est exclu"),
        new("avec_candidatures_retenues", "Au moins un candidat est sélectionné"),
        new("avec_offres_rejetees", "Au moins une offre est rejetée"),
    ];

    protected override IReadOnlyList<DonneesDeFusion> Composer(Guid objet, RapportAEcrire donnees)
    {
        var contenu = new DonneesDeFusion($"Rapport de présentation, {donnees.Reference}") { Groupement = donnees.Groupement };
        contenu
            .Champ("consultation", donnees.Objet)
            .Champ("consultation_reference", donnees.Reference)
            .Champ("forme", donnees.Forme)
            .Champ("valeur", donnees.Valeur)
            .Champ("publicite", donnees.Publicite)
            .Champ("motifs_de_la_procedure", donnees.MotifsDeLaProcedure)
            .Champ("motifs_de_non_allotissement", donnees.MotifsDeNonAllotissement)
            .Champ("motifs_du_chiffre_d_affaires", donnees.MotifsDuChiffreDAffaires)
            .Champ("motifs_des_moyens", donnees.MotifsDesMoyensNonElectroniques)
            .Champ("participation_prealable", donnees.ParticipationPrealable)
            .Champ("conflits_d_interets", donnees.ConflitsDInterets)
            .Champ("motifs_de_l_abandon", donnees.MotifsDeLAbandon)
            .Condition("avec_candidatures_ecartees", donnees.CandidaturesEcartees.Count > 0)
            .Condition("avec_candidatures_retenues", donnees.CandidaturesRetenues.Count > 0)
            .Condition("avec_offres_rejetees", donnees.OffresRejetees.Count > 0)
            .Table("candidatures_ecartees", donnees.CandidaturesEcartees, Remplir)
            .Table("candidatures_retenues", donnees.CandidaturesRetenues, Remplir)
            .Table("offres_rejetees", donnees.OffresRejetees, Remplir)
            .Table(
                "lots",
                donnees.Lots,
                (l, ligne) =>
                    ligne
                        .Champ("lot", l.Lot)
                        .Champ("issue", l.Issue)
                        .Champ("titulaire", l.Titulaire ?? Formats.Absent)
                        .Champ("montant", l.Montant ?? Formats.Absent)
                        .Champ("motifs", l.Motifs ?? Formats.Absent)
                        .Champ("sous_traitance", l.SousTraitance ?? Formats.Absent)
            );
        return [contenu];
    }

    private static void Remplir(EntrepriseDuRapport entreprise, LigneDeFusion ligne) =>
        ligne
            .Champ("lot", entreprise.Lot)
            .Champ("entreprise", entreprise.Entreprise)
            .Champ("motifs", entreprise.Motifs ?? Formats.Absent);

    private static TableDeModele Entreprises(string code, string libelle, string motifs) =>
        new(
            code,
            libelle,
            [
                new("lot", "Lot", "Lot 2 – Papier recyclé"),
                new("entreprise", "Entreprise", "Papeterie du Nord"),
                new("motifs", "Motifs", motifs),
            ]
        );
}

/// <summary>Le rapport de présentation livré avec l'application, dans l'ordre de l'article R2184-1.</summary>
internal sealed class OrigineRapportDePresentation : IModeleDOrigine
{
    private static readonly (string Champ, string Titre)[] CasParticuliers =
    [
        ("motifs_de_la_procedure", "Recours à une procédure négociée ou sans publicité"),
        ("motifs_de_non_allotissement", "Absence d'allotissement"),
        ("motifs_du_chiffre_d_affaires", "Chiffre d'affaires minimal exigé"),
        ("motifs_des_moyens", "Moyens de communication autres qu'électroniques"),
        ("participation_prealable", "Participation préalable d'une entreprise"),
        ("conflits_d_interets", "Conflits d'intérêts"),
        ("motifs_de_l_abandon", "Renonciation à passer tout ou partie du marché"),
    ];

    public string Code => RapportDePresentation.Nature;

    public void Composer(Composition page)
    {
        page.PapierAEntete()
            .Titre("Rapport de présentation", "{{consultation_reference}} – {{consultation}}")
            .Paragraphe("Code de la commande publique, articles R2184-1 à R2184-6.")
            .Article("1. Acheteur, objet et valeur du marché")
            .Fiche(
                ("Acheteur", "{{cdg_nom}}{{si cdg_adresse_ligne}}, {{cdg_adresse_ligne}}{{fin si}}, coordonnateur du groupement"),
                ("Objet", "{{consultation}}"),
                ("Procédure", "{{forme}}"),
                ("Valeur", "{{valeur}}"),
                ("Publicité", "{{publicite}}")
            );
        Entreprises(
            page,
            "2. Candidats exclus et motifs de leur rejet",
            "candidatures_ecartees",
            "Aucun candidat n'a été exclu."
        );
        Entreprises(
            page,
            "3. Candidats sélectionnés et motifs de ce choix",
            "candidatures_retenues",
            "Aucun candidat n'a été sélectionné."
        );
        Entreprises(page, "4. Soumissionnaires dont l'offre a été rejetée", "offres_rejetees", "Aucune offre n'a été rejetée.");
        page.Article("5. Titulaires et motifs du choix de leur offre")
            .Tableau(
                "lots",
                0,
                new ColonneDeTableau("Lot", "{{lot}}", 3),
                new ColonneDeTableau("Issue", "{{issue}}", 2),
                new ColonneDeTableau("Titulaire", "{{titulaire}}", 3),
                new ColonneDeTableau("Valeur HT", "{{montant}}", 2) { ADroite = true },
                new ColonneDeTableau("Motifs du choix", "{{motifs}}", 4),
                new ColonneDeTableau("Part sous-traitée", "{{sous_traitance}}", 3)
            );
        foreach (var (champ, titre) in CasParticuliers)
        {
            page.Si(champ, p => p.Section(titre).Paragraphe($"{{{{{champ}}}}}"));
        }

        page.Paragraphe("Fait à {{cdg_ville}}, le {{date_du_jour}}.").Signature();
    }

    private static void Entreprises(Composition page, string titre, string table, string aucune) =>
        page.Article(titre)
            .Si(
                $"avec_{table}",
                p =>
                    p.Tableau(
                        table,
                        0,
                        new ColonneDeTableau("Lot", "{{lot}}", 2),
                        new ColonneDeTableau("Entreprise", "{{entreprise}}", 2),
                        new ColonneDeTableau("Motifs", "{{motifs}}", 4)
                    )
            )
            .SiNon($"avec_{table}", p => p.Paragraphe(aucune));
}
