using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Toutes les réponses d'un membre à une campagne : où elles en sont, et ce que l'on peut en faire.</summary>
public sealed partial class PageMembre(
    LireMembre lire,
    DeclarerNeant neant,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
)
{
    private FicheMembre? _fiche;
    private Retour? _retour;
    private bool _introuvable;
    private string? _motif;
    private Confirmation? _neant;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid Collectivite { get; set; }

    private string Adresse => $"/recensements/{Id}/membres/{Collectivite}";

    private string Titre => _fiche!.Pouvoirs.AuNomDe || _fiche.Pouvoirs.Gerer ? _fiche.Membre : $"{_fiche.Membre} : nos besoins";

    private string LibelleDuNeant => _fiche!.Saisissables.Count() == 1 ? "Besoin néant" : "Besoin néant pour toute la campagne";

    private string TexteDuNeant =>
        $"{_fiche!.Membre} dit ne rien commander pour : {string.Join(", ", _fiche.Saisissables.Select(r => r.Libelle))}. "
        + "Ce qui est saisi est gardé mais ne compte pas ; on peut revenir dessus jusqu'à la clôture.";

    private IReadOnlyList<Lien> Fil =>
        _fiche!.Pouvoirs.AuNomDe || _fiche.Pouvoirs.Gerer
            ? [new("Recensements", "/recensements"), new(_fiche.ReferenceDeCampagne, $"/recensements/{Id}")]
            : [new("Mon espace", "/espace"), new("Mes recensements", "/espace/recensements")];

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private async Task ChargerAsync()
    {
        _fiche = await lire.ExecuterAsync(await acteur.LireAsync(), new CampagneId(Id), new CollectiviteId(Collectivite));
        _introuvable = _fiche is null;
    }

    private async Task DeclarerNeantAsync()
    {
        List<ReponseId> declarees = [.. _fiche!.Saisissables.Select(r => r.Id)];
        await FaitAsync(
            await operation.ExecuterAsync(
                async () => await neant.ExecuterAsync(await acteur.LireAsync(), declarees, _motif),
                "Le besoin néant est déclaré."
            )
        );
        _retour = _retour!.Annulable(this, () => RevenirAsync(declarees));
    }

    private async Task RevenirAsync(List<ReponseId> declarees) =>
        await FaitAsync(
            await operation.ExecuterAsync(
                async () => await neant.RevenirAsync(await acteur.LireAsync(), declarees),
                "Les réponses sont de nouveau en brouillon."
            )
        );

    private async Task FaitAsync(Retour retour)
    {
        _retour = retour;
        await ChargerAsync();
    }
}
