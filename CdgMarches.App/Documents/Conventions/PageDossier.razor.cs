using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Le dossier d'une convention : texte, annexes, signataires, mise à la signature.</summary>
public sealed partial class PageDossier(LireDossier lire, TenirDossier tenir, ActeurCourant acteurCourant, Operation operation)
{
    private FicheDeDossier? _fiche;
    private Confirmation? _signature;
    private string? _annexe;
    private Retour? _retour;
    private bool _charge;
    private Guid? _lu;

    [Parameter]
    public string ObjetType { get; set; } = "";

    [Parameter]
    public Guid Objet { get; set; }

    private IReadOnlyList<Lien> Fil => [.. OngletsDesDocuments.Fil, new Lien(_fiche!.Faits.Titre, _fiche.Faits.Adresse)];

    /// <summary>Les annexes que l'on peut déposer ou remplacer, celles qui manquent d'abord.</summary>
    private IReadOnlyList<Option<string>> ADeposer =>
        [
            .. _fiche!
                .Annexes.Where(a => !a.DansLeTexte)
                .OrderBy(a => a.EstReunie)
                .Take(200)
                .Select(a => new Option<string>(a.Code, a.EstReunie ? $"{a.Libelle} (remplacer)" : a.Libelle)),
            .. ManqueLExemplaireSigne
                ? [new Option<string>(DossierDeConvention.ExemplaireSigne, "Exemplaire signé")]
                : Array.Empty<Option<string>>(),
        ];

    private bool ManqueLExemplaireSigne =>
        _fiche!.Faits.Parties.Any(p => p.SigneeLe is not null)
        && _fiche.Annexes.All(a => a.Code != DossierDeConvention.ExemplaireSigne);

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Objet)
        {
            (_lu, _charge, _retour) = (Objet, false, null);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync()
    {
        (_fiche, _charge) = (await lire.ExecuterAsync(await acteurCourant.LireAsync(), ObjetType, Objet), true);
        _annexe = _fiche is null || ADeposer.Count == 0 ? null : ADeposer[0].Valeur;
    }

    private Task ProduireAsync() =>
        AgirAsync(a => tenir.ProduireTexteAsync(a, ObjetType, Objet), "Le texte est produit et retenu pour ce dossier.");

    private Task SignerAsync() =>
        AgirAsync(a => tenir.MettreALaSignatureAsync(a, ObjetType, Objet), "Le dossier est à la signature.");

    private Task ReprendreAsync() =>
        AgirAsync(a => tenir.ReprendreAsync(a, ObjetType, Objet), "Le dossier est repris : il peut changer.");

    private Task DeposerAsync(FichierRecu fichier) =>
        AgirAsync(
            async a =>
            {
                await using var flux = File.OpenRead(fichier.Chemin);
                await tenir.DeposerAsync(a, ObjetType, Objet, _annexe!, fichier.Nom, flux);
            },
            "L'annexe est déposée."
        );

    private async Task AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        await RechargerAsync();
    }
}
