using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>Les sièges d'une commission, ceux qui les occupent, ce qui manque pour se réunir.</summary>
public sealed partial class PageCommission
{
    private static readonly IReadOnlyList<Option<QualiteEnSeance>> Rangs =
    [
        new(QualiteEnSeance.Titulaire, QualiteEnSeance.Titulaire.Libelle()),
        new(QualiteEnSeance.Suppleant, QualiteEnSeance.Suppleant.Libelle()),
    ];

    private SiegePourvu? _siege;
    private Guid? _corrigee;
    private QualiteEnSeance _rang;
    private string? _nom;
    private string? _fonction;
    private string? _courriel;
    private string? _adresse;
    private DateOnly? _du;
    private DateOnly? _au;
    private string? _deliberation;
    private DateOnly? _dateDeDeliberation;
    private bool _elu;
    private int _cle;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    private static (string Libelle, Ton Ton) EtatDe(SiegePourvu siege) =>
        siege switch
        {
            { EstEchu: true } => ("Mandat échu", Ton.Alerte),
            { EstVacant: true } => ("Vacant", Ton.Attention),
            { Suppleant: null } => ("Sans suppléant", Ton.Attention),
            _ => ("Pourvu", Ton.Positif),
        };

    private Task<bool> AccorderAsync() =>
        ChangerAsync(new ChangementDeCommission.SiegesAccordes(), "Chaque membre du groupement a son siège.");

    private void Designer(SiegePourvu siege, Designation? corrigee)
    {
        (_siege, _corrigee, _erreurs, Retour) = (siege, corrigee?.Id, [], null);
        _rang = corrigee?.Rang ?? (siege.Titulaire is null ? QualiteEnSeance.Titulaire : QualiteEnSeance.Suppleant);
        (_nom, _fonction, _courriel, _adresse) = (corrigee?.Nom, corrigee?.Fonction, corrigee?.Courriel, corrigee?.Adresse);
        (_du, _au, _deliberation) = (corrigee?.Du ?? Fiche!.Composition.Jour, corrigee?.Au, corrigee?.Deliberation);
        (_dateDeDeliberation, _elu) = (corrigee?.DateDeLaDeliberation, corrigee?.EluParmiSaCao ?? false);
        _cle++;
    }

    private void Fermer() => _siege = null;

    private async Task EnregistrerAsync()
    {
        if (_du is not { } du)
        {
            _erreurs = [new ErreurDeSaisie("du", "Indiquez le premier jour du mandat.")];
            return;
        }

        var donnees = new DonneesDeDesignation(
            _rang,
            _nom,
            _fonction,
            _courriel,
            _adresse,
            du,
            _au,
            _deliberation,
            _dateDeDeliberation,
            _elu
        );
        ChangementDeCommission changement = _corrigee is { } corrigee
            ? new ChangementDeCommission.Corrige(corrigee, donnees)
            : new ChangementDeCommission.Designe(_siege!.Siege.Id, donnees);
        if (await ChangerAsync(changement, $"{donnees.Nom} est enregistré pour {_siege!.Siege.Nom}."))
        {
            Fermer();
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }
}
