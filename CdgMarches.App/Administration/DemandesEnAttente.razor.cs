using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Administration;

/// <summary>Les demandes de compte que la personne connectée décide.</summary>
public sealed partial class DemandesEnAttente(
    LireDemandes lire,
    AccepterDemande accepter,
    RefuserDemande refuser,
    ActeurCourant acteurCourant,
    HorlogeLegale horloge,
    Operation operation
)
{
    private Confirmation _refus = null!;
    private IReadOnlyList<LigneDeDemande>? _demandes;
    private LigneDeDemande? _choisie;
    private string? _motif;
    private Retour? _retour;

    protected override Task OnInitializedAsync() => LireAsync();

    private async Task LireAsync() => _demandes = await lire.ExecuterAsync(await acteurCourant.LireAsync());

    private Task AccepterAsync(LigneDeDemande demande, RoleDeMembre role) =>
        AgirAsync(
            acteur => accepter.ExecuterAsync(acteur, demande.Id, demande.Version, role),
            $"Le compte {GrammaireDuNom.De(demande.Nom)} est ouvert ; l'invitation est partie."
        );

    private Task DemanderMotifAsync(LigneDeDemande demande)
    {
        (_choisie, _motif) = (demande, null);
        return _refus.OuvrirAsync();
    }

    private async Task RefuserAsync()
    {
        if (_choisie is { } demande)
        {
            await AgirAsync(
                acteur => refuser.ExecuterAsync(acteur, demande.Id, demande.Version, _motif),
                $"La demande {GrammaireDuNom.De(demande.Nom)} est refusée ; le motif lui est envoyé."
            );
        }
    }

    private async Task AgirAsync(Func<Acteur, Task> action, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await action(await acteurCourant.LireAsync()), succes);
        await LireAsync();
    }
}
