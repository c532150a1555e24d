using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Commissions;

/// <summary>Les règles d'une commission : lues de la convention, ou réglées ici pour celle du coordonnateur.</summary>
public sealed partial class PageReglesDeCommission
{
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private int? _jours;
    private int? _joursSeconde;
    private bool _tardif;
    private bool _preponderante;
    private bool _suppleants;
    private bool _distance;
    private string? _fondement;

    protected override Task ApresLectureAsync()
    {
        if (Fiche is { Regles: { } r })
        {
            (_jours, _joursSeconde, _tardif, _preponderante) = (
                r.JoursFrancs,
                r.JoursFrancsALaSeconde,
                r.EnvoiTardifPermis,
                r.VoixPreponderante
            );
            (_suppleants, _distance, _fondement) = (r.SuppleantObligatoire, r.DistancePermise, r.Fondement);
        }

        return Task.CompletedTask;
    }

    private Task<bool> ReglerLaDistanceAsync() =>
        ChangerAsync(new ChangementDeCommission.DistanceReglee(_distance), "La règle vaut pour les prochaines séances.");

    private async Task EnregistrerAsync()
    {
        _erreurs = [];
        var regles = Fiche!.Regles with
        {
            JoursFrancs = _jours ?? 0,
            JoursFrancsALaSeconde = _joursSeconde ?? 0,
            EnvoiTardifPermis = _tardif,
            VoixPreponderante = _preponderante,
            SuppleantObligatoire = _suppleants,
            DistancePermise = _distance,
            Fondement = _fondement ?? "",
        };
        if (
            !await ChangerAsync(new ChangementDeCommission.ReglesFixees(regles), "Les règles valent pour les prochaines séances.")
        )
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }
}
