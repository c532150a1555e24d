using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Domain.Collectivites;
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

    /// <summary>Le plus de personnes proposées à l'aperçu.</summary>
    private const int PersonnesProposees = 50;

    private static readonly string[] Lettres = [Documents.Courriels.LettreDeTransmission.Nature];

    private FicheDeTransmission? _fiche;
    private DestinatairesDesMembres? _destinataires;
    private Courriel? _exemple;
    private Confirmation? _envoi;
    private Confirmation? _abandon;
    private Retour? _retour;
    private string? _motif;
    private SelectionDeListe _selection = SelectionDeListe.Aucune;
    private PersonneDuMembre? _apercue;
    private bool _gere;
    private bool _lu;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Ceux des membres concernés que l'agent garde : tous, tant qu'il n'en écarte pas.</summary>
    private DestinatairesDesMembres Choisis =>
        (_destinataires ?? DestinatairesDesMembres.Aucun).Parmi(
            _selection.Tous ? null : _selection.Cles.Select(c => new CollectiviteId(Guid.Parse(c))).ToHashSet()
        );

    private string? RaisonDeNePasTransmettre =>
        _destinataires is { Membres: 0 } ? "Cette transmission ne concerne aucun membre, ou seulement le coordonnateur."
        : Choisis.Membres == 0 ? "Cochez au moins un membre."
        : null;

    private IReadOnlyList<Option<PersonneDuMembre>> Personnes =>
        [.. Choisis.Personnes.Take(PersonnesProposees).Select(p => new Option<PersonneDuMembre>(p, $"{p.Nom}, {p.Membre}"))];

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
            _destinataires = await transmettre.DestinatairesAsync(acteur, new TransmissionId(Id));
            await ChoisirAsync(
                new SelectionDeListe(_destinataires.ParCollectivite.Select(m => m.Cle).ToHashSet(StringComparer.Ordinal))
            );
        }

        _lu = true;
    }

    /// <summary>L'aperçu suit le choix : il montre le courriel de quelqu'un qui le recevra.</summary>
    private async Task ChoisirAsync(SelectionDeListe selection)
    {
        _selection = selection;
        var personnes = Choisis.Personnes;
        if (_apercue is null || !personnes.Contains(_apercue))
        {
            await ApercevoirAsync(personnes.Count > 0 ? personnes[0] : null);
        }
    }

    private async Task ApercevoirAsync(PersonneDuMembre? personne)
    {
        (_apercue, _exemple) = (personne, null);
        if (personne is not null)
        {
            // Without a public address no link can be written: the button says so when it is pressed.
            await operation.ExecuterAsync(
                async () =>
                    _exemple = await transmettre.ApercuAsync(await acteurCourant.LireAsync(), new TransmissionId(Id), personne),
                ""
            );
        }
    }

    private Task<PageDe<MembreDestinataire>> DestinatairesAsync(Demande demande)
    {
        var trouves = _destinataires!
            .ParCollectivite.Where(m =>
                CleDeTri.Mots(demande.Recherche).All(mot => CleDeTri.De(m.Membre).Contains(mot, StringComparison.Ordinal))
            )
            .ToList();
        return Task.FromResult(
            new PageDe<MembreDestinataire>([.. trouves.Skip(demande.Ignorer).Take(demande.Prendre)], trouves.Count)
        );
    }

    private async Task<PageDe<LigneDeMembreInforme>> MembresAsync(Demande demande) =>
        await lire.MembresAsync(await acteurCourant.LireAsync(), new TransmissionId(Id), demande);

    private Task TransmettreAsync() =>
        AgirAsync(
            acteur =>
                transmettre.ExecuterAsync(
                    acteur,
                    new TransmissionId(Id),
                    _fiche!.Version,
                    Choisis.ParCollectivite.Select(m => m.Collectivite).ToHashSet()
                ),
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
