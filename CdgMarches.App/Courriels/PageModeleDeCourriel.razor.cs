using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.App.Socle.Courriels;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>La réécriture d'un modèle de courriel, avec l'aperçu de ce que la personne lira.</summary>
public sealed partial class PageModeleDeCourriel(
    ComposerCourriel composer,
    ModifierModele modifier,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private static readonly Lien[] Fil = [.. OngletsDesCourriels.Fil, new("Modèles", "/courriels/modeles")];

    private DefinitionDeModele? _definition;
    private Courriel? _apercu;
    private Retour? _retour;
    private SaisieDeModele _saisie = new();
    private SaisieDeModele _depart = new();
    private Conflit<SaisieDeModele>? _conflit;
    private int _version;
    private int _cle;

    [Parameter]
    public string Cle { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        _definition = composer.Definitions.FirstOrDefault(d => d.Cle == Cle);
        await LireAsync();
    }

    private async Task LireAsync()
    {
        if (_definition is not null)
        {
            _depart = await LireLeTexteAsync();
            (_saisie, _conflit) = (new SaisieDeModele { Objet = _depart.Objet, Texte = _depart.Texte }, null);
            _version = await modifier.VersionAsync(await acteurCourant.LireAsync(), Cle);
            _cle++;
        }
    }

    private async Task<SaisieDeModele> LireLeTexteAsync()
    {
        var modele = await composer.LireAsync(Cle);
        return new SaisieDeModele { Objet = modele.Objet, Texte = modele.Texte };
    }

    private async Task EnregistrerAsync()
    {
        _conflit = null;
        _retour = await operation.ExecuterAsync(
            async () =>
                await modifier.ExecuterAsync(await acteurCourant.LireAsync(), Cle, _version, _saisie.Objet, _saisie.Texte),
            "Le modèle est enregistré : les prochains courriels le suivront."
        );
        if (_retour.Reussi)
        {
            await LireAsync();
        }
        else if (_retour.Conflit)
        {
            await ComparerAsync(_depart);
        }
    }

    /// <summary>Un autre l'a réécrit entre-temps : son texte se voit à côté du mien, qui reste.</summary>
    private async Task ComparerAsync(SaisieDeModele? depart)
    {
        var acteur = await acteurCourant.LireAsync();
        _version = await modifier.VersionAsync(acteur, Cle);
        var (par, le) = await modifier.ReecritureAsync(acteur, Cle) is { } reecriture
            ? (reecriture.Par, (DateTimeOffset?)reecriture.Le)
            : (ComparerSaisies.Personne, null);
        _conflit = Conflit<SaisieDeModele>.De(_saisie, await LireLeTexteAsync(), par, le, SaisieDeModele.Champs, depart);
    }

    private Task GarderAsync(Conflit<SaisieDeModele> conflit)
    {
        _depart = conflit.Sienne;
        return EnregistrerAsync();
    }

    private async Task PrendreAsync()
    {
        _retour = null;
        await LireAsync();
    }

    private async Task RetablirAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await modifier.RetablirAsync(await acteurCourant.LireAsync(), Cle, _version),
            "Le texte d'origine est rendu."
        );
        if (_retour.Conflit)
        {
            // What I wanted is the original text: it is what stands beside the other's.
            _saisie = new SaisieDeModele { Objet = _definition!.Objet, Texte = _definition.Texte };
            await ComparerAsync(depart: null);
        }
        else
        {
            await LireAsync();
        }
    }

    private async Task ApercevoirAsync()
    {
        if (RemplirModele.Inconnus(_definition!, _saisie.Objet ?? "", _saisie.Texte ?? "") is { Count: > 0 } inconnus)
        {
            _retour = Retour.Refus(string.Join(" ", inconnus.Select(i => i.Message)));
            return;
        }

        var essai = await composer.EssayerAsync(Cle, _saisie.Objet ?? "", _saisie.Texte ?? "");
        _apercu = essai.Pour(
            "exemple@exemple.invalid",
            DefinitionDeModele.Communs[0].Exemple,
            _definition!.Champs.ToDictionary(c => c.Nom, c => c.Exemple)
        );
    }
}

/// <summary>L'objet et le texte d'un modèle, tels qu'on les saisit.</summary>
public sealed class SaisieDeModele
{
    public string? Objet { get; set; }

    public string? Texte { get; set; }

    internal static IReadOnlyList<ChampCompare<SaisieDeModele>> Champs { get; } =
    [new("Objet", s => s.Objet, (m, s) => m.Objet = s.Objet), new("Texte", s => s.Texte, (m, s) => m.Texte = s.Texte)];
}
