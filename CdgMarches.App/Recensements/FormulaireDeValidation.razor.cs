using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Valide d'un geste les réponses prêtes d'un membre, par la voie que l'acteur peut prendre.</summary>
public sealed partial class FormulaireDeValidation(
    ValiderReponses valider,
    ValiderParLien lien,
    DeposerEtatSigne deposer,
    ActeurCourant acteur,
    Operation operation
)
{
    private string? _nom;
    private string? _qualite;
    private string? _motif;
    private string? _destinataire;
    private string? _courriel;
    private string? _signataire;
    private string? _qualiteDuSignataire;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    [Parameter, EditorRequired]
    public FicheMembre Fiche { get; set; } = null!;

    [Parameter]
    public EventCallback<Retour> OnFait { get; set; }

    private ModeDeValidation? ModeDirect =>
        Fiche.Pouvoirs switch
        {
            { Signer: true } => ModeDeValidation.Compte,
            { ParDelegation: true } => ModeDeValidation.Delegation,
            { AuNomDe: true } => ModeDeValidation.Gestionnaire,
            _ => null,
        };

    private string LibelleDirect =>
        ModeDirect is ModeDeValidation.Gestionnaire ? "Valider au nom du membre" : "Valider définitivement";

    private IReadOnlyList<ReponseAValider> AValider => [.. Fiche.Validables.Select(r => new ReponseAValider(r.Id, r.Version))];

    protected override void OnInitialized() => _nom = Fiche.Pouvoirs.AuNomDe ? null : Fiche.NomDeLActeur;

    private async Task ValiderAsync(ModeDeValidation mode)
    {
        _erreurs =
        [
            .. string.IsNullOrWhiteSpace(_nom) ? [new ErreurDeSaisie("nom", "Tapez le nom de la personne qui valide.")] : Aucune,
            .. string.IsNullOrWhiteSpace(_qualite)
                ? [new ErreurDeSaisie("qualite", "Tapez sa qualité : maire, présidente…")]
                : Aucune,
        ];
        if (_erreurs.Count == 0)
        {
            await AgirAsync(async () =>
            {
                var recu = await valider.ExecuterAsync(
                    await acteur.LireAsync(),
                    AValider,
                    new SignatureDeReponse(mode, _nom!, _qualite!, _motif)
                );
                return $"Les besoins sont validés. Reçu {recu}.";
            });
        }
    }

    private Task EnvoyerAsync() =>
        AgirAsync(async () =>
        {
            await lien.EnvoyerAsync(await acteur.LireAsync(), Fiche.Campagne, Fiche.Collectivite, _destinataire, _courriel);
            return $"Le lien part à {_courriel}. Les liens envoyés avant pour ce membre ne valent plus.";
        });

    private Task DeposerAsync(FichierRecu fichier) =>
        AgirAsync(async () =>
        {
            await using var contenu = File.OpenRead(fichier.Chemin);
            var recu = await deposer.ExecuterAsync(
                await acteur.LireAsync(),
                AValider,
                _signataire,
                _qualiteDuSignataire,
                fichier.Nom,
                contenu
            );
            return $"L'état signé est déposé et les besoins sont validés. Reçu {recu}.";
        });

    private async Task AgirAsync(Func<Task<string>> geste) => await OnFait.InvokeAsync(await operation.ExecuterAsync(geste));

    private static ErreurDeSaisie[] Aucune => [];
}
