using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
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
    private string? _objet;
    private string? _texte;
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
            var modele = await composer.LireAsync(Cle);
            (_objet, _texte) = (modele.Objet, modele.Texte);
            _version = await modifier.VersionAsync(await acteurCourant.LireAsync(), Cle);
            _cle++;
        }
    }

    private async Task EnregistrerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await modifier.ExecuterAsync(await acteurCourant.LireAsync(), Cle, _version, _objet, _texte),
            "Le modèle est enregistré : les prochains courriels le suivront."
        );
        if (_retour.Reussi)
        {
            await LireAsync();
        }
    }

    private async Task RetablirAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await modifier.RetablirAsync(await acteurCourant.LireAsync(), Cle),
            "Le texte d'origine est rendu."
        );
        await LireAsync();
    }

    private async Task ApercevoirAsync()
    {
        if (RemplirModele.Inconnus(_definition!, _objet ?? "", _texte ?? "") is { Count: > 0 } inconnus)
        {
            _retour = Retour.Refus(string.Join(" ", inconnus.Select(i => i.Message)));
            return;
        }

        var essai = await composer.EssayerAsync(Cle, _objet ?? "", _texte ?? "");
        _apercu = essai.Pour(
            "exemple@exemple.invalid",
            DefinitionDeModele.Communs[0].Exemple,
            _definition!.Champs.ToDictionary(c => c.Nom, c => c.Exemple)
        );
    }
}
