using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Litiges;

/// <summary>Les étapes d'un litige : la page donne le litige, et ce qui l'enregistre.</summary>
public sealed partial class EtapesDuLitige(
    ActeurCourant acteurCourant,
    Operation operation,
    ComparerSaisies comparer,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<IssueAmiable?>> Issues =
    [
        .. Enum.GetValues<IssueAmiable>().Select(i => new Option<IssueAmiable?>(i, i.Libelle())),
    ];

    private Guid? _lu;
    private SaisieDAmiable _saisie = new();
    private SaisieDAmiable _depart = new();
    private Conflit<SaisieDAmiable>? _conflit;
    private DateOnly? _saisi;
    private string? _tribunal;
    private Confirmation? _cloture;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    [Parameter, EditorRequired]
    public Contestation Litige { get; set; } = null!;

    /// <summary>De quel litige il s'agit, et qui réclame.</summary>
    [Parameter, EditorRequired]
    public string Presentation { get; set; } = "";

    /// <summary>Le tribunal que la convention désigne, proposé tant qu'aucun n'est saisi.</summary>
    [Parameter]
    public string? TribunalDesigne { get; set; }

    /// <summary>Vrai pour qui peut conduire le litige.</summary>
    [Parameter]
    public bool Modifiable { get; set; }

    /// <summary>Enregistre un changement, à la version donnée.</summary>
    [Parameter, EditorRequired]
    public Func<Acteur, int, ChangementDeLitige, Task> Conduire { get; set; } = null!;

    /// <summary>Relit le litige, que la page donne alors de nouveau ; null s'il n'existe plus.</summary>
    [Parameter, EditorRequired]
    public Func<Task<Contestation?>> Relire { get; set; } = null!;

    private string TexteDeCloture =>
        Litige is { Issue: null, TribunalSaisiLe: null }
            ? "Aucune issue amiable ni saisine n'est enregistrée. Clos, le litige se lit encore et ne se modifie plus."
            : "Clos, le litige se lit encore et ne se modifie plus : enregistrez d'abord ce qui y manque.";

    protected override void OnParametersSet()
    {
        if (_lu != Litige.Cle)
        {
            _lu = Litige.Cle;
            Reprendre(Litige);
        }
    }

    private void Reprendre(Contestation lu)
    {
        (_saisie, _depart, _conflit, _erreurs) = (SaisieDAmiable.De(lu), SaisieDAmiable.De(lu), null, []);
        (_saisi, _tribunal) = (lu.TribunalSaisiLe, lu.Tribunal ?? TribunalDesigne);
    }

    private async Task ConcilierAsync()
    {
        (_erreurs, _conflit) = ([], null);
        if (await ChangerAsync(_saisie.Lire(), "La tentative amiable est enregistrée."))
        {
            return;
        }

        if (!_retour!.Conflit)
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour);
            return;
        }

        _conflit = await comparer.ExecuterAsync(
            await acteurCourant.LireAsync(),
            _saisie,
            async () => await Relire() is { } lu ? SaisieDAmiable.De(lu) : null,
            SaisieDAmiable.Champs,
            Litige.GetType().Name,
            Litige.Cle,
            _depart
        );
        _retour = _conflit is null ? _retour : null;
    }

    /// <summary>L'agent a choisi ses valeurs ; la version relue est celle de l'autre.</summary>
    private Task GarderAsync(Conflit<SaisieDAmiable> conflit)
    {
        (_saisie, _depart) = (conflit.Mienne, conflit.Sienne);
        return ConcilierAsync();
    }

    private async Task SaisirAsync() =>
        await ChangerAsync(new ChangementDeLitige.Saisine(_saisi, _tribunal), "La saisine est enregistrée.");

    private async Task CloreAsync() => await ChangerAsync(new ChangementDeLitige.Cloture(), "Le litige est clos.");

    /// <summary>Enregistre ; le litige est relu si c'est fait, ou si un autre l'a changé : ce qui est saisi reste alors.</summary>
    private async Task<bool> ChangerAsync(ChangementDeLitige changement, string succes)
    {
        var version = Litige.Version;
        _retour = await operation.ExecuterAsync(
            async () => await Conduire(await acteurCourant.LireAsync(), version, changement),
            succes
        );
        if ((_retour.Reussi || _retour.Conflit) && await Relire() is { } lu && _retour.Reussi)
        {
            Reprendre(lu);
        }

        return _retour.Reussi;
    }
}
