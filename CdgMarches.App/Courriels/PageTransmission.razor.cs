using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>Une transmission : ce qui partirait, à qui, puis qui l'a lue.</summary>
public sealed partial class PageTransmission(
    LireTransmissions lire,
    TransmettreAuxMembres transmettre,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly Lien[] Fil = [.. OngletsDesCourriels.Fil, new("Transmissions", "/transmissions")];
    private static readonly Option<string>[] Lectures = [new("lue", "Lue"), new("non-lue", "Pas encore lue")];

    private static readonly string[] Lettres = [Documents.Courriels.LettreDeTransmission.Nature];

    private FicheDeTransmission? _fiche;
    private DestinatairesDesMembres? _destinataires;
    private Courriel? _exemple;
    private Confirmation? _envoi;
    private Confirmation? _abandon;
    private Retour? _retour;
    private string? _motif;
    private int _nombre;
    private bool _gere;
    private bool _lu;

    [Parameter]
    public Guid Id { get; set; }

    private bool EnAttente => _fiche is { Ligne: { TransmiseLe: null, EstAbandonnee: false } };

    protected override async Task OnParametersSetAsync()
    {
        _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererGroupements);
        await LireAsync();
    }

    private async Task LireAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _fiche = await lire.FicheAsync(acteur, new TransmissionId(Id));
        if (EnAttente && _gere)
        {
            // Without a public address no link can be written: the button says so when it is pressed.
            await operation.ExecuterAsync(
                async () => (_destinataires, _exemple) = await transmettre.ApercuAsync(acteur, new TransmissionId(Id)),
                ""
            );
            _nombre = _destinataires is null
                ? 0
                : _destinataires.Personnes.Select(p => p.Collectivite).Distinct().Count() + _destinataires.SansAdresse.Count;
        }

        _lu = true;
    }

    private async Task<PageDe<LigneDeMembreInforme>> MembresAsync(Demande demande) =>
        await lire.MembresAsync(await acteurCourant.LireAsync(), new TransmissionId(Id), demande);

    private Task TransmettreAsync() =>
        AgirAsync(
            acteur => transmettre.ExecuterAsync(acteur, new TransmissionId(Id), _fiche!.Version),
            "La transmission est faite : les courriels sont en file."
        );

    private Task AbandonnerAsync() =>
        AgirAsync(
            acteur => transmettre.AbandonnerAsync(acteur, new TransmissionId(Id), _fiche!.Version, _motif),
            "La transmission est abandonnée."
        );

    private async Task AgirAsync(Func<Acteur, Task> action, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await action(await acteurCourant.LireAsync()), succes);
        await LireAsync();
    }
}
