using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Conventions;

/// <summary>Les registres que les conventions citent : délibérations du CDG et assurances.</summary>
public sealed partial class PageRegistres(
    LireRegistres lire,
    EnregistrerDeliberation enregistrerDeliberation,
    EnregistrerAssurance enregistrerAssurance,
    JoindreAttestation joindre,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Conventions", AdressesDesConventions.Liste)];

    private RegistresLus? _lus;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDAssurance = [];
    private LigneDeDeliberation? _deliberation;
    private int _cle;
    private string? _numero;
    private DateOnly? _date;
    private string? _objet;
    private DateOnly? _transmise;
    private DateOnly? _publiee;
    private bool _citee = true;
    private string? _assureur;
    private string? _police;
    private string? _risques;
    private DateOnly? _du;
    private DateOnly? _au;

    protected override Task OnInitializedAsync() => RechargerAsync();

    private async Task RechargerAsync() => _lus = await lire.ExecuterAsync(await acteurCourant.LireAsync());

    private void Reprendre(LigneDeDeliberation d)
    {
        (_deliberation, _numero, _date, _objet) = (d, d.Numero, d.Date, d.Objet);
        (_transmise, _publiee, _citee, _erreurs) = (d.TransmiseLe, d.PublieeLe, d.EstCitee, []);
        _cle++;
    }

    private async Task EnregistrerLaDeliberationAsync()
    {
        _erreurs = _date is null ? [new ErreurDeSaisie("date", "Indiquez la date de la délibération.")] : [];
        if (_erreurs.Count > 0)
        {
            return;
        }

        var saisie = new SaisieDeDeliberation(_numero, _date!.Value, _objet, _transmise, _publiee, _citee);
        if (
            await AgirAsync(
                a => enregistrerDeliberation.ExecuterAsync(a, _deliberation?.Id, _deliberation?.Version ?? 0, saisie),
                "La délibération est enregistrée."
            )
        )
        {
            (_deliberation, _numero, _date, _objet) = (null, null, null, null);
            (_transmise, _publiee, _citee) = (null, null, true);
            _cle++;
        }
        else
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private async Task EnregistrerLAssuranceAsync()
    {
        _erreursDAssurance =
            _du is null || _au is null
                ? [new ErreurDeSaisie(_du is null ? "du" : "au", "Indiquez le premier et le dernier jour couverts.")]
                : [];
        if (_erreursDAssurance.Count > 0)
        {
            return;
        }

        var saisie = new SaisieDAssurance(_assureur, _police, _risques, _du!.Value, _au!.Value);
        if (await AgirAsync(a => enregistrerAssurance.ExecuterAsync(a, null, 0, saisie), "L'assurance est enregistrée."))
        {
            (_assureur, _police, _risques, _du, _au) = (null, null, null, null, null);
            _cle++;
        }
        else
        {
            (_erreursDAssurance, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private Task<bool> JoindreAsync(ContratDAssuranceId id, FichierRecu fichier) =>
        AgirAsync(a => joindre.ExecuterAsync(a, id, fichier), "L'attestation est jointe.");

    private async Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        if (_retour.Reussi)
        {
            await RechargerAsync();
        }

        return _retour.Reussi;
    }
}
