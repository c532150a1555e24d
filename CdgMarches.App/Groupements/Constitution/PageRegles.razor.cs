using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Les règles d'une convention, expliquées avec leur article, et leur réglage.</summary>
public sealed partial class PageRegles(FixerRegles fixer) : PageDeGroupement
{
    private SaisieDeRegles _s = new();
    private SaisieDeRegles _lues = new();
    private Conflit<SaisieDeRegles>? _conflit;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private string? _motif;
    private int _cle;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override Task ApresLectureAsync()
    {
        var regles = Fiche?.Regles ?? new ReglesDeConvention();
        (_s, _lues) = (SaisieDeRegles.De(regles), SaisieDeRegles.De(regles));
        return Task.CompletedTask;
    }

    private void Partir(ProfilDeConvention profil) => Montrer(SaisieDeRegles.De(ReglesDeConvention.De(profil)));

    private void Montrer(SaisieDeRegles saisie) => (_s, _conflit, _cle) = (saisie, null, _cle + 1);

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
        _conflit = null;
        if (_erreurs.Count > 0)
        {
            return;
        }

        var version = Fiche!.Version;
        _conflit = await EnregistrerAsync(
            acteur => fixer.ExecuterAsync(acteur, Groupement, version, regles, _motif),
            "Les règles de la convention sont enregistrées.",
            new Comparaison<SaisieDeRegles>(
                _s,
                _lues,
                () => Task.FromResult(Fiche is null ? null : SaisieDeRegles.De(Fiche.Regles)),
                SaisieDeRegles.Champs,
                nameof(Domain.Groupements.Groupement),
                Id
            )
        );
        if (_conflit is null && Retour is { Reussi: true })
        {
            (_lues, _motif) = (SaisieDeRegles.De(Fiche!.Regles), null);
        }
    }

    private async Task GarderAsync(Conflit<SaisieDeRegles> conflit)
    {
        Montrer(conflit.Mienne);
        await EnregistrerAsync();
    }

    private static IReadOnlyList<Option<T>> Options<T>(Func<T, string> libelle)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option<T>(v, libelle(v)))];
}
