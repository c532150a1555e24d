using CdgMarches.App.Socle;

namespace CdgMarches.App.Echeancier;

/// <summary>L'adresse secrète du calendrier personnel, et les courriels qu'un agent accepte.</summary>
public sealed partial class PageMonCalendrier(
    FluxDeCalendrier flux,
    ReglerMesCourriels regler,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private HashSet<string> _refus = [];
    private DateTimeOffset? _emisLe;
    private string? _adresse;
    private bool _estCdg;
    private Retour? _retour;

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _estCdg = acteur.Perimetre.EstCdg;
        _emisLe = await flux.EmisLeAsync(acteur);
        if (_estCdg)
        {
            _refus = [.. await regler.RefusAsync(acteur)];
        }
    }

    private void Choisir(string evenement, bool recevoir) => _ = recevoir ? _refus.Remove(evenement) : _refus.Add(evenement);

    private async Task EmettreAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => _adresse = await flux.EmettreAsync(await acteurCourant.LireAsync()),
            _emisLe is null ? "Votre adresse est prête." : "Votre adresse est prête ; la précédente ne vaut plus."
        );
        _emisLe = await flux.EmisLeAsync(await acteurCourant.LireAsync());
    }

    private async Task RetirerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await flux.RetirerAsync(await acteurCourant.LireAsync()),
            "Votre adresse est retirée : votre agenda ne recevra plus rien."
        );
        (_adresse, _emisLe) = (null, null);
    }

    private async Task ReglerAsync() =>
        _retour = await operation.ExecuterAsync(
            async () => await regler.ExecuterAsync(await acteurCourant.LireAsync(), _refus),
            "Vos préférences sont enregistrées."
        );
}
