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
    private (DateOnly? Le, string? Tribunal) _saisineDeDepart;
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
            ReprendreLAmiable(Litige);
            ReprendreLaSaisine(Litige);
        }
    }

    private void ReprendreLAmiable(Contestation lu) =>
        (_saisie, _depart, _conflit, _erreurs) = (SaisieDAmiable.De(lu), SaisieDAmiable.De(lu), null, []);

    private void ReprendreLaSaisine(Contestation lu)
    {
        _saisineDeDepart = (lu.TribunalSaisiLe, lu.Tribunal ?? TribunalDesigne);
        (_saisi, _tribunal) = _saisineDeDepart;
    }

    /// <summary>L'agent prend la tentative de l'autre ; la saisine qu'il n'a pas encore enregistrée reste.</summary>
    private void PrendreLaSienne()
    {
        ReprendreLAmiable(Litige);
        if ((_saisi, _tribunal) == _saisineDeDepart)
        {
            ReprendreLaSaisine(Litige);
        }
    }

    private async Task ConcilierAsync()
    {
        (_erreurs, _conflit) = ([], null);
        if (await ChangerAsync(_saisie.Lire(), "La tentative amiable est enregistrée.", ReprendreLAmiable))
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
        await ChangerAsync(new ChangementDeLitige.Saisine(_saisi, _tribunal), "La saisine est enregistrée.", ReprendreLaSaisine);

    private async Task CloreAsync() => await ChangerAsync(new ChangementDeLitige.Cloture(), "Le litige est clos.", _ => { });

    /// <summary>Enregistre ; le litige est relu si c'est fait, ou si un autre l'a changé : ce qui est saisi reste alors.</summary>
    /// <param name="changement">Ce qui change.</param>
    /// <param name="succes">Ce que l'agent lit une fois fait.</param>
    /// <param name="reprendre">Reprend ce qui vient d'être enregistré, et cela seul : l'autre carte garde sa saisie.</param>
    private async Task<bool> ChangerAsync(ChangementDeLitige changement, string succes, Action<Contestation> reprendre)
    {
        var version = Litige.Version;
        _retour = await operation.ExecuterAsync(
            async () => await Conduire(await acteurCourant.LireAsync(), version, changement),
            succes
        );
        if ((_retour.Reussi || _retour.Conflit) && await Relire() is { } lu && _retour.Reussi)
        {
            reprendre(lu);
        }

        return _retour.Reussi;
    }
}
