using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une règle de la convention, dite à un agent : ce qu'elle vaut ici, d'où elle vient, ce qu'elle entraîne.</summary>
public sealed record RegleExpliquee(string Sujet, string Valeur, string Fondement, string Explication);

public static class ExplicationDesRegles
{
    public static string Libelle(this ProfilDeConvention profil) =>
        profil switch
        {
            ProfilDeConvention.GroupementDedie => "Groupement dédié, CAO propre",
            ProfilDeConvention.GroupementPermanent => "Groupement permanent, CAO du coordonnateur",
        };

    public static string Libelle(this RegimeDeCao regime) =>
        regime switch
        {
            RegimeDeCao.Propre => "Commission du groupement, un siège par membre",
            RegimeDeCao.Coordonnateur => "Commission du coordonnateur",
        };

    public static string Libelle(this TypeDeQuorum quorum) =>
        quorum switch
        {
            TypeDeQuorum.PlusDeLaMoitie => "Plus de la moitié des voix délibératives",
            TypeDeQuorum.LaMoitieAuMoins => "La moitié au moins des voix délibératives",
        };

    public static string Libelle(this ModeDAdhesion mode) =>
        mode switch
        {
            ModeDAdhesion.ParAvenant => "Par avenant accepté de chaque membre",
            ModeDAdhesion.ParFenetre => "Pendant une fenêtre d'adhésion",
        };

    public static string Libelle(this ModeDeRetrait mode) =>
        mode switch
        {
            ModeDeRetrait.DeliberationDatee => "Par délibération qui fixe le jour de sortie",
            ModeDeRetrait.PreavisAnnuel => "Chaque année, sur préavis puis délibération",
        };

    public static string Libelle(this LectureDuPreavis lecture) =>
        lecture switch
        {
            LectureDuPreavis.JourExclu => "La veille est le dernier jour utile",
            LectureDuPreavis.JourInclus => "Le jour même est encore utile",
        };

    public static string Libelle(this SortieDuCoordonnateur sortie) =>
        sortie switch
        {
            SortieDuCoordonnateur.Refusee => "Refusée sans nouveau coordonnateur",
            SortieDuCoordonnateur.Dissout => "Dissout le groupement",
        };

    /// <summary>Chaque règle avec son article, pour l'écran qui les explique.</summary>
    public static IReadOnlyList<RegleExpliquee> Expliquer(this ReglesDeConvention r) =>
        [
            new(
                "Commission compétente",
                r.RegimeDeCao.Libelle(),
                r.RegimeDeCao is RegimeDeCao.Propre
                    ? $"{r.Article("3.2")} ; CGCT, art. L1414-3 I"
                    : $"{r.Article("")} ; CGCT, art. L1414-3 II",
                r.RegimeDeCao is RegimeDeCao.Propre
                    ? "Chaque membre y a un siège et une voix ; le représentant du coordonnateur préside."
                    : "Composition, quorum et règles de la commission d'appel d'offres du coordonnateur."
            ),
            new(
                "Délai de convocation",
                Jours(r.JoursFrancsDeConvocation),
                $"{r.Article("3.2")} ; RG2.10 (CE, 13 octobre 1993, d'André)",
                "Ni le jour de l'envoi ni celui de la séance ne comptent ; samedis, dimanches et fériés comptent. "
                    + (r.EnvoiTardifPermis ? "Un envoi tardif demande un motif." : "Un envoi tardif est refusé.")
            ),
            new(
                "Quorum",
                r.Quorum.Libelle(),
                $"{r.Article("3.2")} ; CGCT, art. L1411-5",
                "Compté par siège, à l'ouverture et à chaque décision."
            ),
            new(
                "Seconde convocation",
                r.SecondeConvocationSansQuorum
                    ? $"Sans condition de quorum, {Jours(r.SecondeConvocationJoursFrancs)}"
                    : "Le quorum reste exigé",
                $"{r.Article("3.2")} ; CGCT, art. L1411-5",
                "Envoyée après la séance manquée, sur le même ordre du jour."
            ),
            new(
                "Égalité des voix",
                r.VoixPreponderante ? "Le président départage" : "Pas de décision : on revote ou l'on ajourne",
                r.ArticleDeLaVoixPreponderante ?? "Aucun article ne la donne (RG2.30)",
                "Aucun texte en vigueur ne donne au président une voix prépondérante : seule la convention le peut."
            ),
            new(
                "Suppléants",
                r.SuppleantObligatoire ? "Un par titulaire, obligatoire" : "Facultatifs",
                $"{r.Article("3.2")} ; CGCT, art. L1414-3",
                "Désigné selon les mêmes modalités que le titulaire."
            ),
            new(
                "Adhésion",
                r.ModeDAdhesion.Libelle(),
                $"{r.Article("6.3")} ; {(r.VerrouDAdhesion ? "RG1.20, RG1.21" : "RG1.20, RG1.22 (CCP, art. R2162-6)")}",
                r.VerrouDAdhesion
                    ? "Aucune n'a d'effet du lancement d'une consultation à son terme, les deux jours compris."
                    : "Aucun verrou pendant une consultation ; qui entre après n'a pas les marchés déjà lancés."
            ),
            new(
                "Retrait",
                r.ModeDeRetrait.Libelle(),
                r.ModeDeRetrait is ModeDeRetrait.DeliberationDatee ? $"{r.Article("6.2")} ; RG1.30" : $"{r.Article("")} ; RG1.31",
                r.ModeDeRetrait is ModeDeRetrait.DeliberationDatee
                    ? "Jamais avant le jour où la délibération est exécutoire ; copie notifiée à chaque membre."
                    : $"Coordonnateur informé avant le {Quantieme(r.MoisDuPreavis, r.JourDuPreavis)} "
                        + $"({r.LectureDuPreavis.Libelle().ToLower(Francais.Culture)}) : sortie au 31 décembre, caduque sans délibération."
            ),
            new(
                "Modification",
                r.ModificationUnanime ? "Accord de chaque membre" : "Majorité des membres",
                $"{r.Article("7")} ; RG1.34",
                r.ModificationUnanime
                    ? "Dans les mêmes termes ; un refus suffit à l'écarter ; effet à la dernière délibération exécutoire."
                    : "Dans les mêmes termes ; effet à la délibération qui fait la majorité."
            ),
            new(
                "Départ du coordonnateur",
                r.SortieDuCoordonnateur.Libelle(),
                $"{r.Article("3.1")} ; RG1.33",
                r.SortieDuCoordonnateur is SortieDuCoordonnateur.Dissout
                    ? "Le groupement est dissous de fait : un dossier de dissolution s'ouvre."
                    : "Un avenant nomme d'abord le nouveau coordonnateur."
            ),
            new(
                "Entrée en vigueur",
                r.PublicationRequise ? "Dernière signature, transmission et publication" : "Dernière signature et transmission",
                $"{r.Article("2 et 6.1")} ; CCP, art. L2113-7 ; CGCT, art. L2131-1",
                "La plus tardive des dates ; une signature manquante suffit à l'empêcher."
            ),
            new(
                "Bilan annuel",
                $"Avant le {Quantieme(r.MoisDuBilan, r.JourDuBilan)} de l'année suivante",
                $"{r.Article("4")} ; RG7.01",
                "Chaque membre le transmet au coordonnateur."
            ),
        ];

    /// <summary>Les valeurs par lesquelles ces règles diffèrent d'autres, en clair.</summary>
    internal static string EcartsAvec(this ReglesDeConvention regles, ReglesDeConvention autres) =>
        string.Join(
            " ; ",
            regles
                .Expliquer()
                .Zip(autres.Expliquer())
                .Where(p => p.First != p.Second)
                .Select(p => $"{p.First.Sujet} : {p.First.Valeur}")
        );

    /// <summary>Un article de la convention, tel que la sienne le numérote ; la permanente ne l'est pas.</summary>
    /// <param name="regles">Les règles de la convention, qui disent de quelle convention elles partent.</param>
    /// <param name="article">L'article dans celle du groupement dédié ; vide s'il n'y est pas.</param>
    public static string Article(this ReglesDeConvention regles, string article) =>
        regles.Profil is ProfilDeConvention.GroupementDedie && article.Length > 0
            ? $"Convention constitutive, art. {article}"
            : "Convention constitutive";

    /// <summary>Le texte qui fonde une règle dans un groupement donné : l'article de sa convention, ou la loi.</summary>
    public static string Fonder(this ReglesDeConvention regles, IRegle regle) =>
        regle is IRegleDeConvention stipulee ? regles.Article(stipulee.Article) : regle.Fondement;

    private static string Jours(int jours) => jours == 0 ? "aucun délai" : $"{jours.ToString(Francais.Culture)} jours francs";

    private static string Quantieme(int mois, int jour) => EnClair.Date(new DateOnly(2024, mois, jour))[..^5];
}
