using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Composition = CdgMarches.App.Documents.Origine.Composition;

namespace CdgMarches.App.Commissions.Papiers;

/// <summary>Ce que procès-verbal, constat de carence et extraits disent de la même façon (RG2.33).</summary>
internal static class TableauxDuPv
{
    public static ChampDeModele PresidentDeSeance { get; } = new("president_de_seance", "Qui a présidé", "Mme Aude Vasseur");

    public static IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        PresidentDeSeance,
        new("figee", "Instant où la liste a été figée", "16 mars 2026 à 13 h 55"),
        new("ouverte", "Heure d'ouverture", "14 h 05"),
        new("close", "Heure de clôture", "15 h 40"),
        new("voix_a_l_ouverture", "Voix présentes à l'ouverture", "6 voix présentes"),
        new("voix_presentes", "Voix présentes à la clôture", "6 voix présentes"),
        new("motif_d_envoi", "Motif d'un envoi tardif", "Validité des offres"),
        new("motif_d_ouverture", "Motif d'ouverture malgré un avertissement", "Convocation non prouvée pour un suppléant"),
        new("motif_de_fin", "Motif de la levée", "Point 3 ajourné"),
    ];

    public static IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("seconde", "C'est une seconde convocation"),
        new("a_distance", "La réunion se tient en tout ou partie à distance"),
        new("avec_motif", "Un motif est à reprendre"),
        new("avec_consultatifs", "Des voix consultatives étaient invitées"),
    ];

    public static TableDeModele Presents { get; } =
        new(
            "presents",
            "Ceux qui ont siégé",
            [
                new("nom", "Nom", "Mme Aude Vasseur"),
                new("fonction", "Qualité", "Adjointe au maire de Lens"),
                new("siege", "Siège", "Commune de Lens"),
                new("au_titre_de", "Siège comme", "Titulaire"),
                new("heures", "Présence", "14 h 03 à 15 h 40"),
            ]
        );

    public static TableDeModele Absents { get; } =
        new(
            "absents",
            "Sièges absents",
            [
                new("siege", "Siège", "Commune d'Arras"),
                new("nom", "Titulaire", "M. Jean Delattre"),
                new("reponse", "Réponse", "Absent"),
            ]
        );

    public static TableDeModele Consultatifs { get; } =
        new(
            "consultatifs",
            "Voix consultatives",
            [
                new("nom", "Nom", "Mme Nadège Lefort"),
                new("role", "Rôle", "Comptable public"),
                new("heures", "Présence", "14 h 00"),
            ]
        );

    public static TableDeModele Offres { get; } =
        new(
            "offres",
            "Offres examinées",
            [
                new("rang", "Rang", "1"),
                new("candidat", "Candidat", "Alpha SAS"),
                new("note", "Note", "87,5"),
                new("montant", "Montant HT", "120 000,00 € HT"),
                new("rejet", "Motif de rejet", "Offre irrégulière"),
            ]
        );

    public static IReadOnlyList<ChampDeModele> ChampsDUnPoint { get; } =
    [
        new("numero", "Numéro du point", "1"),
        new("titre", "Intitulé", "Lot 1 — Actes"),
        new("nature", "Nature", "Choix du titulaire"),
        new("groupement", "Groupement", "Dématérialisation"),
        new("competence", "Compétence", "Procédure formalisée"),
        new("aborde", "Heure", "14 h 20"),
        new("voix", "Voix présentes", "6 voix présentes"),
        new("quorum_du_point", "Quorum du point", "5"),
        new("deports", "Déports", "Aucun"),
        new("documents", "Documents examinés", "Rapport d'analyse"),
        new("rapport", "Rapport", "Trois offres reçues"),
        new("notes", "Discussion", "M. Carpentier demande le délai"),
        new("decision", "Décision et vote", "Attribution à Alpha SAS"),
        new("voix_nommees", "Vote par nom", "Commune de Lens : pour"),
        new("motifs", "Motifs", "Offre la mieux classée"),
        new("observations", "Observations", "Aucune"),
    ];

    public static TableDeModele Points { get; } =
        new("liste_des_points", "Points et décisions", ChampsDUnPoint) { Tables = [Offres] };

    /// <summary>Les offres d'un point, au procès-verbal et à l'extrait.</summary>
    public static Composition TableauDesOffres(this Composition page) =>
        page.Tableau(
            "offres",
            0,
            new ColonneDeTableau("Rang", "{{rang}}", 2),
            new ColonneDeTableau("Candidat", "{{candidat}}", 5),
            new ColonneDeTableau("Note", "{{note}}", 2) { ADroite = true },
            new ColonneDeTableau("Montant HT", "{{montant}}", 3) { ADroite = true },
            new ColonneDeTableau("Rejet et motif", "{{rejet}}", 4)
        );

    /// <summary>Les signatures de ceux qui ont siégé.</summary>
    public static Composition SignaturesDesPresents(this Composition page) =>
        page.Section("Signatures").BlocsDeSignature("presents", "{{nom}}", "{{siege}}, {{au_titre_de}}");

    public static void Entete(Composition page, string titre) =>
        page.PapierAEntete()
            .Titre(titre, "{{commission}} — {{date_seance}}")
            .Fiche(
                ("Référence", "{{reference}}"),
                ("Réunion", "{{date_seance}} à {{heure_seance}}, {{mode}}"),
                ("Lieu", "{{lieu}}"),
                ("Convocations", "envoyées le {{convocation_date}} ({{delai}}, {{fondement}})"),
                ("Sièges et quorum", "{{sieges}} sièges, quorum {{quorum}} ; liste figée le {{figee}}"),
                ("Ouverture", "{{ouverte}} {{voix_a_l_ouverture}}")
            )
            .Si(
                "seconde",
                p =>
                    p.Paragraphe(
                        "Seconde convocation, après la réunion {{premiere}} close faute de quorum : la commission siège sans condition de quorum."
                    )
            )
            .Si("a_distance", p => p.Paragraphe("Participation à distance : {{modalites}}"))
            .Si("avec_motif", p => p.Paragraphe("Motifs consignés : {{motif_d_envoi}} {{motif_d_ouverture}}"))
            .Section("Ont siégé")
            .Tableau(
                "presents",
                0,
                new ColonneDeTableau("Nom et qualité", "{{nom}}, {{fonction}}", 5),
                new ColonneDeTableau("Siège", "{{siege}}", 4),
                new ColonneDeTableau("Comme", "{{au_titre_de}}", 2),
                new ColonneDeTableau("Présence", "{{heures}}", 4)
            )
            .Section("Absents ou excusés")
            .Si(
                "absents",
                p =>
                    p.Tableau(
                        "absents",
                        0,
                        new ColonneDeTableau("Siège", "{{siege}}", 4),
                        new ColonneDeTableau("Titulaire", "{{nom}}", 4),
                        new ColonneDeTableau("Réponse", "{{reponse}}", 3)
                    )
            )
            .SiNon("absents", p => p.Paragraphe("Aucun."))
            .Si(
                "avec_consultatifs",
                p =>
                    p.Section("Voix consultatives")
                        .Tableau(
                            "consultatifs",
                            0,
                            new ColonneDeTableau("Nom", "{{nom}}", 5),
                            new ColonneDeTableau("Rôle", "{{role}}", 4),
                            new ColonneDeTableau("Présence", "{{heures}}", 4)
                        )
            );

    public static void Remplir(DonneesDeFusion d, PiecesDeSeance pieces, TimeZoneInfo fuseau)
    {
        var s = pieces.Seance;
        d.Champ("figee", s.FigeeLe is { } f ? Formats.InstantLong(f, fuseau) : "—")
            .Champ("ouverte", s.OuverteLe is { } o ? Formats.Heure(o, fuseau) : "La séance n'a pas été ouverte.")
            .Champ(
                "voix_a_l_ouverture",
                s.OuverteLe is { } debut
                    ? $"— {Formats.Compter(pieces.Feuille.VoixA(debut), "voix présente", "voix présentes")}"
                    : " "
            )
            .Champ("close", s.CloseLe is { } c ? Formats.Heure(c, fuseau) : "—")
            .Champ(
                "voix_presentes",
                Formats.Compter(
                    s.CloseLe is { } fin ? pieces.Feuille.VoixA(fin) : pieces.Feuille.Voix(),
                    "voix présente",
                    "voix présentes"
                )
            )
            .Champ("motif_d_envoi", s.MotifDEnvoi ?? " ")
            .Champ("motif_d_ouverture", s.MotifDOuverture ?? " ")
            .Champ("motif_de_fin", s.MotifDeFin ?? " ")
            .Champ("president_de_seance", President(pieces) ?? " ")
            .Condition("seconde", s.SurSecondeConvocation)
            .Condition("a_distance", s.Mode is not ModeDeReunion.Presentiel)
            .Condition("avec_motif", s.MotifDEnvoi is not null || s.MotifDOuverture is not null)
            .Condition("avec_consultatifs", s.Invites.Count > 0);
        if (pieces.Premiere is null)
        {
            d.Champ("premiere", " ");
        }

        if (s.Modalites is null)
        {
            d.Champ("modalites", " ");
        }

        Personnes(d, pieces, fuseau);
    }

    /// <summary>Qui a présidé : celui qui a tenu le siège du président, titulaire s'il est venu, sinon suppléant.</summary>
    internal static string? President(PiecesDeSeance pieces)
    {
        var venus = pieces.Presences.Select(p => p.Personne).ToHashSet();
        return pieces
            .Feuille.Places.Where(p => p.EstPresident)
            .Select(p =>
                p.Titulaire is { } t && venus.Contains(t) ? p.NomDuTitulaire
                : p.Suppleant is { } s && venus.Contains(s) ? p.NomDuSuppleant
                : null
            )
            .FirstOrDefault(nom => nom is not null);
    }

    private static void Personnes(DonneesDeFusion d, PiecesDeSeance pieces, TimeZoneInfo fuseau)
    {
        var venus = pieces.Presences.Select(p => p.Personne).ToHashSet();
        var places = pieces.Feuille.Places.OrderBy(p => p.Ordre).ToList();
        var siegeant = places.SelectMany(p =>
            new[]
            {
                (Place: p, Id: p.Titulaire, Nom: p.NomDuTitulaire, Fonction: p.FonctionDuTitulaire, Comme: "Titulaire"),
                (
                    Place: p,
                    Id: p.Suppleant,
                    Nom: p.NomDuSuppleant,
                    Fonction: p.FonctionDuSuppleant,
                    Comme: Suppleance(p, venus, pieces)
                ),
            }.Where(x => x.Id is { } id && venus.Contains(id))
        );
        var reponses = pieces.Convocations.ToLookup(c => c.Convocation.Personne, c => c.Convocation.Reponse);
        d.Table(
                "presents",
                siegeant,
                (x, l) =>
                    l.Champ("nom", x.Nom)
                        .Champ("fonction", string.IsNullOrEmpty(x.Fonction) ? "membre de la commission" : x.Fonction)
                        .Champ("siege", x.Place.EstPresident ? $"{x.Place.Membre} (président)" : x.Place.Membre)
                        .Champ("au_titre_de", x.Comme)
                        .Champ("heures", pieces.Heures(x.Id, fuseau))
            )
            .Table(
                "absents",
                places.Where(p => !(p.Titulaire is { } t && venus.Contains(t)) && !(p.Suppleant is { } s && venus.Contains(s))),
                (p, l) =>
                    l.Champ("siege", p.Membre)
                        .Champ("nom", p.NomDuTitulaire ?? "Siège vacant")
                        .Champ("reponse", p.Titulaire is { } t ? reponses[t].FirstOrDefault()?.Libelle() ?? "Sans réponse" : "—")
            )
            .Table(
                "consultatifs",
                pieces.Seance.Invites,
                (i, l) =>
                    l.Champ("nom", i.Nom)
                        .Champ("role", i.Role.Libelle())
                        .Champ("heures", pieces.Heures(i.Personne, fuseau) ?? "Absent")
            );
    }

    public static void Point(LigneDeFusion l, PointDOrdreDuJour p, PiecesDeSeance pieces, TimeZoneInfo fuseau, string decision)
    {
        var s = pieces.Seance;
        var membres = pieces.Feuille.Places.ToDictionary(x => x.Siege, x => x.Membre);
        l.Champ("numero", Formats.Nombre((long)p.Numero))
            .Champ("titre", p.Titre)
            .Champ("nature", p.Nature.Libelle())
            .Champ("groupement", pieces.GroupementDe(p) ?? "—")
            .Champ("competence", p.Competence ?? "—")
            .Champ("aborde", p.AbordeLe is { } a ? Formats.Heure(a, fuseau) : "—")
            .Champ("voix", p.VoixPresentes is { } v ? Formats.Compter(v, "voix présente", "voix présentes") : "—")
            .Champ("quorum_du_point", p.QuorumRequis is { } q ? Formats.Nombre((long)q) : "—")
            .Champ("deports", Liste(s.Deports.Where(x => x.Point == p.Numero).Select(x => Deport(x, p, pieces)), "aucun"))
            .Champ("documents", Liste(s.Documents.Where(x => x.Point == p.Numero).Select(x => x.Nom), "aucun joint"))
            .Champ("rapport", p.Rapport ?? "—")
            .Champ("notes", p.Notes ?? "—")
            .Champ("decision", decision)
            .Champ(
                "voix_nommees",
                Liste(
                    s.Voix.Where(x => x.Point == p.Numero)
                        .Select(x => $"{membres.GetValueOrDefault(x.Siege)} : {x.Sens.Libelle().ToLower(Francais.Culture)}"),
                    "vote non nominatif"
                )
            )
            .Champ("motifs", p.Motifs ?? "—")
            .Champ("observations", p.Observations ?? "aucune")
            .Table(
                "offres",
                s.Offres.Where(o => o.Point == p.Numero).OrderBy(o => o.Rang ?? int.MaxValue),
                (o, x) =>
                    x.Champ("rang", o.Rang is { } r ? Formats.Nombre((long)r) : "—")
                        .Champ("candidat", o.Candidat)
                        .Champ("note", o.Note is { } n ? Formats.Nombre(n) : "—")
                        .Champ("montant", o.MontantCentimes is { } m ? Formats.CentimesHt(m) : "—")
                        .Champ("rejet", o.MotifDeRejet ?? "—")
            );
    }

    /// <summary>Qui se déporte, et le suppléant qui a siégé à sa place à ce point (RG2.32).</summary>
    private static string Deport(Deport deport, PointDOrdreDuJour point, PiecesDeSeance pieces)
    {
        var place = pieces.Feuille.Places.FirstOrDefault(p => p.Titulaire == deport.Personne);
        return place is not null && Remplace(point, place, pieces)
            ? $"{deport.Nom}, remplacé à ce point par {place.NomDuSuppleant}"
            : deport.Nom;
    }

    /// <summary>Vrai si le titulaire de ce siège s'est déporté du point et que son suppléant y a siégé.</summary>
    private static bool Remplace(PointDOrdreDuJour point, PlaceDeSeance place, PiecesDeSeance pieces) =>
        place is { Titulaire: { } titulaire, Suppleant: { } suppleant }
        && point.DecideLe is { } instant
        && pieces.Feuille.SeDeporte(point.Numero, titulaire)
        && !pieces.Feuille.SeDeporte(point.Numero, suppleant)
        && pieces.Presences.Any(p => p.Personne == suppleant && p.EstLa(instant));

    private static string Suppleance(PlaceDeSeance place, HashSet<Guid> venus, PiecesDeSeance pieces)
    {
        if (place.Titulaire is not { } titulaire || !venus.Contains(titulaire))
        {
            return "Suppléant, avec voix";
        }

        var points = pieces
            .Seance.Points.Where(p => Remplace(p, place, pieces))
            .Select(p => Formats.Nombre((long)p.Numero))
            .ToList();
        return points.Count == 0
            ? "Suppléant, sans voix tant que le titulaire siège"
            : $"Suppléant, avec voix au point {string.Join(", ", points)}, le titulaire s'étant déporté";
    }

    private static string Liste(IEnumerable<string> noms, string aucun) =>
        noms.ToList() is { Count: > 0 } liste ? string.Join(", ", liste) : aucun;
}
