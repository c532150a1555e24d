using System.Globalization;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Les règles d'une convention, expliquées avec leur article, et leur réglage.</summary>
public sealed partial class PageRegles(FixerRegles fixer) : PageDeGroupement
{
    private SaisieDeRegles _s = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private int _cle;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override Task ApresLectureAsync()
    {
        _s = SaisieDeRegles.De(Fiche?.Regles ?? new ReglesDeConvention());
        return Task.CompletedTask;
    }

    private void Partir(ProfilDeConvention profil) => (_s, _cle) = (SaisieDeRegles.De(ReglesDeConvention.De(profil)), _cle + 1);

    private async Task EnregistrerAsync()
    {
        var regles = _s.Lire();
        _erreurs =
        [
            .. regles
                .EstCoherente()
                .Obstacles.Where(o => o.Champ is not null)
                .Select(o => new ErreurDeSaisie(o.Champ!, o.Message)),
        ];
        if (_erreurs.Count == 0)
        {
            await AgirAsync(
                acteur => fixer.ExecuterAsync(acteur, Groupement, Fiche!.Version, regles),
                "Les règles de la convention sont enregistrées."
            );
        }
    }

    private static IReadOnlyList<Option<T>> Options<T>(Func<T, string> libelle)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option<T>(v, libelle(v)))];

    private sealed class SaisieDeRegles
    {
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
    }
}
