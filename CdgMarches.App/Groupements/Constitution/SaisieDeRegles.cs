using System.Globalization;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Le formulaire des règles d'une convention.</summary>
public sealed class SaisieDeRegles
{
    public static IReadOnlyList<ChampCompare<SaisieDeRegles>> Champs { get; } =
    [
        new("Commission compétente", s => s.Regime.Libelle(), (moi, lui) => moi.Regime = lui.Regime),
        new("Délai de convocation", s => Dire(s.JoursFrancs), (moi, lui) => moi.JoursFrancs = lui.JoursFrancs),
        new("Envoi tardif permis", s => Dire(s.EnvoiTardif), (moi, lui) => moi.EnvoiTardif = lui.EnvoiTardif),
        new("Quorum", s => s.Quorum.Libelle(), (moi, lui) => moi.Quorum = lui.Quorum),
        new(
            "Seconde convocation sans quorum",
            s => Dire(s.SecondeSansQuorum),
            (moi, lui) => moi.SecondeSansQuorum = lui.SecondeSansQuorum
        ),
        new(
            "Délai de la seconde convocation",
            s => Dire(s.SecondeJoursFrancs),
            (moi, lui) => moi.SecondeJoursFrancs = lui.SecondeJoursFrancs
        ),
        new("Voix prépondérante", s => Dire(s.Voix), (moi, lui) => moi.Voix = lui.Voix),
        new("Article de la voix", s => s.ArticleDeLaVoix, (moi, lui) => moi.ArticleDeLaVoix = lui.ArticleDeLaVoix),
        new("Suppléant obligatoire", s => Dire(s.Suppleant), (moi, lui) => moi.Suppleant = lui.Suppleant),
        new("Adhésion", s => s.Adhesion.Libelle(), (moi, lui) => moi.Adhesion = lui.Adhesion),
        new("Aucune adhésion pendant une consultation", s => Dire(s.Verrou), (moi, lui) => moi.Verrou = lui.Verrou),
        new("Retrait", s => s.Retrait.Libelle(), (moi, lui) => moi.Retrait = lui.Retrait),
        new("Coordonnateur informé avant le", s => s.Preavis, (moi, lui) => moi.Preavis = lui.Preavis),
        new("« Avant le » se lit", s => s.Lecture.Libelle(), (moi, lui) => moi.Lecture = lui.Lecture),
        new("Modification unanime", s => Dire(s.Unanime), (moi, lui) => moi.Unanime = lui.Unanime),
        new("Départ du coordonnateur", s => s.Sortie.Libelle(), (moi, lui) => moi.Sortie = lui.Sortie),
        new("Publication attendue", s => Dire(s.Publication), (moi, lui) => moi.Publication = lui.Publication),
        new("Bilan annuel attendu le", s => s.Bilan, (moi, lui) => moi.Bilan = lui.Bilan),
    ];

    public ProfilDeConvention Profil { get; set; }

    public RegimeDeCao Regime { get; set; }

    public int? JoursFrancs { get; set; }

    public bool EnvoiTardif { get; set; }

    public TypeDeQuorum Quorum { get; set; }

    public bool SecondeSansQuorum { get; set; }

    public int? SecondeJoursFrancs { get; set; }

    public bool Voix { get; set; }

    public string? ArticleDeLaVoix { get; set; }

    public bool Suppleant { get; set; }

    public ModeDAdhesion Adhesion { get; set; }

    public bool Verrou { get; set; }

    public ModeDeRetrait Retrait { get; set; }

    public string? Preavis { get; set; }

    public LectureDuPreavis Lecture { get; set; }

    public bool Unanime { get; set; }

    public SortieDuCoordonnateur Sortie { get; set; }

    public bool Publication { get; set; }

    public string? Bilan { get; set; }

    public static SaisieDeRegles De(ReglesDeConvention r) =>
        new()
        {
            Profil = r.Profil,
            Regime = r.RegimeDeCao,
            JoursFrancs = r.JoursFrancsDeConvocation,
            EnvoiTardif = r.EnvoiTardifPermis,
            Quorum = r.Quorum,
            SecondeSansQuorum = r.SecondeConvocationSansQuorum,
            SecondeJoursFrancs = r.SecondeConvocationJoursFrancs,
            Voix = r.VoixPreponderante,
            ArticleDeLaVoix = r.ArticleDeLaVoixPreponderante,
            Suppleant = r.SuppleantObligatoire,
            Adhesion = r.ModeDAdhesion,
            Verrou = r.VerrouDAdhesion,
            Retrait = r.ModeDeRetrait,
            Preavis = Ecrire(r.JourDuPreavis, r.MoisDuPreavis),
            Lecture = r.LectureDuPreavis,
            Unanime = r.ModificationUnanime,
            Sortie = r.SortieDuCoordonnateur,
            Publication = r.PublicationRequise,
            Bilan = Ecrire(r.JourDuBilan, r.MoisDuBilan),
        };

    public ReglesDeConvention Lire()
    {
        var ((jourDuPreavis, moisDuPreavis), (jourDuBilan, moisDuBilan)) = (Jour(Preavis), Jour(Bilan));
        return new ReglesDeConvention
        {
            Profil = Profil,
            RegimeDeCao = Regime,
            JoursFrancsDeConvocation = JoursFrancs ?? -1,
            EnvoiTardifPermis = EnvoiTardif,
            Quorum = Quorum,
            SecondeConvocationSansQuorum = SecondeSansQuorum,
            SecondeConvocationJoursFrancs = SecondeJoursFrancs ?? -1,
            VoixPreponderante = Voix,
            ArticleDeLaVoixPreponderante = string.IsNullOrWhiteSpace(ArticleDeLaVoix) ? null : ArticleDeLaVoix.Trim(),
            SuppleantObligatoire = Suppleant,
            ModeDAdhesion = Adhesion,
            VerrouDAdhesion = Verrou,
            ModeDeRetrait = Retrait,
            JourDuPreavis = jourDuPreavis,
            MoisDuPreavis = moisDuPreavis,
            LectureDuPreavis = Lecture,
            ModificationUnanime = Unanime,
            SortieDuCoordonnateur = Sortie,
            PublicationRequise = Publication,
            JourDuBilan = jourDuBilan,
            MoisDuBilan = moisDuBilan,
        };
    }

    private static string Ecrire(int jour, int mois) => string.Create(CultureInfo.InvariantCulture, $"{jour:00}/{mois:00}");

    /// <summary>Un jour illisible devient le 0/0, que la règle refuse en le disant.</summary>
    private static (int Jour, int Mois) Jour(string? texte) =>
        texte?.Split('/') is [var jour, var mois]
        && int.TryParse(jour, NumberStyles.None, CultureInfo.InvariantCulture, out var j)
        && int.TryParse(mois, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            ? (j, m)
            : (0, 0);

    private static string Dire(bool vrai) => vrai ? "oui" : "non";

    private static string Dire(int? jours) => jours?.ToString(CultureInfo.InvariantCulture) ?? "";
}
