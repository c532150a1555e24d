using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Rouvre un membre seul, ou décide de son silence après la clôture.</summary>
public sealed partial class DecisionsDuCdg(
    RouvrirReponses rouvrir,
    DeciderDOffice decider,
    ActeurCourant acteur,
    Operation operation
)
{
    internal static readonly IReadOnlyList<Option<DecisionDOffice?>> Decisions =
    [
        .. Enum.GetValues<DecisionDOffice>().Select(d => new Option<DecisionDOffice?>(d, d.Libelle())),
    ];

    private DecisionDOffice? _decision;
    private string? _motifDeDecision;
    private string? _motifDeReouverture;
    private DateOnly? _delai;

    [Parameter, EditorRequired]
    public FicheMembre Fiche { get; set; } = null!;

    [Parameter]
    public EventCallback<Retour> OnFait { get; set; }

    private List<ReponseDuMembre> Silencieuses => [.. Fiche.Reponses.Where(r => r.HorsDelai)];

    private List<ReponseDuMembre> ARouvrir => [.. Fiche.Reponses.Where(r => r.HorsDelai || !r.Etat.EstSaisissable())];

    private Task DeciderAsync() =>
        AgirAsync(async () =>
        {
            if (_decision is not { } decision)
            {
                throw new RefusException("Choisissez la décision à prendre. Rien n'a été modifié.");
            }

            var sorts = await decider.ExecuterAsync(
                await acteur.LireAsync(),
                [.. Silencieuses.Select(r => r.Id)],
                decision,
                _motifDeDecision
            );
            return sorts.FirstOrDefault(s => s.Obstacle is not null) is { } refus
                ? throw new RefusException(refus.Obstacle!)
                : $"{decision.Libelle()} : c'est enregistré.";
        });

    private Task RouvrirAsync() =>
        AgirAsync(async () =>
        {
            if (_delai is not { } delai)
            {
                throw new RefusException("Choisissez le nouveau délai. Rien n'a été modifié.");
            }

            await rouvrir.ExecuterAsync(await acteur.LireAsync(), [.. ARouvrir.Select(r => r.Id)], delai, _motifDeReouverture);
            return $"Les réponses {GrammaireDuNom.De(Fiche.Membre)} sont rouvertes jusqu'au {Formats.DateLongue(delai)}.";
        });

    private async Task AgirAsync(Func<Task<string>> geste) => await OnFait.InvokeAsync(await operation.ExecuterAsync(geste));
}
