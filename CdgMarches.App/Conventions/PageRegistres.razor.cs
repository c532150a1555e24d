using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Conventions;

/// <summary>Les registres que les conventions citent : délibérations du CDG et assurances.</summary>
public sealed partial class PageRegistres(
    LireRegistres lire,
    EnregistrerDeliberation enregistrerDeliberation,
    EnregistrerAssurance enregistrerAssurance,
    JoindreAttestation joindre,
    ComparerSaisies comparer,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Conventions", AdressesDesConventions.Liste)];

    private RegistresLus? _lus;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDAssurance = [];
    private FormulaireDeDeliberation _deliberation = new();
    private FormulaireDAssurance _assurance = new();
    private Conflit<FormulaireDeDeliberation>? _conflit;
    private Conflit<FormulaireDAssurance>? _conflitDAssurance;
    private int _cle;
    private int _cleDAssurance;
    private int _auPlus = LireRegistres.Paquet;

    private IReadOnlyList<Option<ContratDAssuranceId?>> Remplacables =>
        [
            .. _lus!
                .Assurances.Where(a => !a.EstRemplacee)
                .Select(a => new Option<ContratDAssuranceId?>(
                    a.Id,
                    $"{a.Assureur}, police {a.Police}, jusqu'au {Formats.DateCourte(a.Au)}"
                )),
        ];

    protected override Task OnInitializedAsync() => RechargerAsync();

    private async Task<RegistresLus> RechargerAsync() =>
        _lus = await lire.ExecuterAsync(await acteurCourant.LireAsync(), _auPlus);

    private async Task MontrerLaSuiteAsync()
    {
        _auPlus += LireRegistres.Paquet;
        await RechargerAsync();
    }

    private void Reprendre(FormulaireDeDeliberation deliberation)
    {
        (_deliberation, _erreurs, _conflit) = (deliberation, [], null);
        _cle++;
    }

    private void Reprendre(FormulaireDAssurance assurance)
    {
        (_assurance, _erreursDAssurance, _conflitDAssurance) = (assurance, [], null);
        _cleDAssurance++;
    }

    private async Task EnregistrerLaDeliberationAsync()
    {
        (_erreurs, _conflit) = (_deliberation.Manques(), null);
        if (_erreurs.Count > 0)
        {
            return;
        }

        if (
            await AgirAsync(
                a => enregistrerDeliberation.ExecuterAsync(a, _deliberation.Id, _deliberation.Version, _deliberation.Lire()),
                "La délibération est enregistrée."
            )
        )
        {
            Reprendre(new FormulaireDeDeliberation());
        }
        else if (_retour!.Conflit)
        {
            _conflit = await comparer.ExecuterAsync(
                await acteurCourant.LireAsync(),
                _deliberation,
                async () =>
                    (await RechargerAsync()).Deliberations.FirstOrDefault(d => d.Id == _deliberation.Id) is { } d
                        ? FormulaireDeDeliberation.De(d)
                        : null,
                FormulaireDeDeliberation.Champs,
                nameof(DeliberationDuCdg),
                _deliberation.Id!.Value.Valeur
            );
        }
        else
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour);
        }
    }

    private Task GarderAsync(Conflit<FormulaireDeDeliberation> conflit)
    {
        _deliberation.Version = conflit.Sienne.Version;
        return EnregistrerLaDeliberationAsync();
    }

    private async Task EnregistrerLAssuranceAsync()
    {
        (_erreursDAssurance, _conflitDAssurance) = (_assurance.Manques(), null);
        if (_erreursDAssurance.Count > 0)
        {
            return;
        }

        if (
            await AgirAsync(
                a =>
                    enregistrerAssurance.ExecuterAsync(
                        a,
                        _assurance.Id,
                        _assurance.Version,
                        _assurance.Lire(),
                        _assurance.Remplace
                    ),
                "L'assurance est enregistrée."
            )
        )
        {
            Reprendre(new FormulaireDAssurance());
        }
        else if (_retour!.Conflit)
        {
            _conflitDAssurance = await comparer.ExecuterAsync(
                await acteurCourant.LireAsync(),
                _assurance,
                async () =>
                    (await RechargerAsync()).Assurances.FirstOrDefault(x => x.Id == _assurance.Id) is { } x
                        ? FormulaireDAssurance.De(x)
                        : null,
                FormulaireDAssurance.Champs,
                nameof(ContratDAssurance),
                _assurance.Id!.Value.Valeur
            );
        }
        else
        {
            (_erreursDAssurance, _retour) = Saisies.Repartir(_retour);
        }
    }

    private Task GarderAsync(Conflit<FormulaireDAssurance> conflit)
    {
        _assurance.Version = conflit.Sienne.Version;
        return EnregistrerLAssuranceAsync();
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
