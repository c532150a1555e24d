using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Espace;

/// <summary>Les contacts et les mandats d'un membre, qu'il propose de changer.</summary>
public sealed partial class PageContactsDuMembre(
    LireFicheDeCollectivite lireFiche,
    LirePropositions lirePropositions,
    ProposerChangement proposer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<RoleDeContact?>> Roles =
    [
        .. Enum.GetValues<RoleDeContact>().Select(r => new Option<RoleDeContact?>(r, r.Libelle())),
    ];

    private List<FicheDeCollectivite>? _fiches;
    private IReadOnlyList<LigneDeProposition> _propositions = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Confirmation? _fin;
    private Retour? _retour;
    private CollectiviteId _sur;
    private Guid? _contact;
    private Guid _mandat;
    private Guid _titulaire;
    private Civilite? _civilite;
    private string? _nom;
    private string? _prenom;
    private string? _courriel;
    private string? _telephone;
    private RoleDeContact? _role;
    private DateOnly? _jour = horloge.Aujourdhui;
    private int _cle;

    protected override Task OnInitializedAsync() => RechargerAsync();

    private async Task RechargerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        List<FicheDeCollectivite> fiches = [];
        foreach (var id in acteur.Perimetre.Collectivites)
        {
            if (await lireFiche.ExecuterAsync(acteur, id) is { } fiche)
            {
                fiches.Add(fiche);
            }
        }

        _sur = fiches.Exists(f => f.Id == _sur) || fiches.Count == 0 ? _sur : fiches[0].Id;
        (_fiches, _propositions) = (fiches, (await lirePropositions.ExecuterAsync(acteur, new Demande(Taille: 50))).Elements);
    }

    private void Corriger(CollectiviteId fiche, ContactDeFiche contact)
    {
        var c = contact.Coordonnees;
        (_sur, _contact, _civilite, _nom, _prenom) = (fiche, contact.Id, c.Civilite, c.Nom, c.Prenom);
        (_courriel, _telephone, _erreurs) = (c.Courriel, c.Telephone, []);
        _cle++;
    }

    /// <summary>Les collectivités au nom desquelles proposer.</summary>
    private IReadOnlyList<Option<CollectiviteId>> Siennes => [.. _fiches!.Select(f => new Option<CollectiviteId>(f.Id, f.Nom))];

    private string? NomDe(CollectiviteId id) => _fiches!.Find(f => f.Id == id)?.Nom;

    private void Recommencer()
    {
        (_contact, _civilite, _nom, _prenom, _courriel, _telephone, _role) = (null, null, null, null, null, null, null);
        (_erreurs, _retour) = ([], null);
        _cle++;
    }

    private async Task ProposerAsync()
    {
        var (fiche, vise) = (_sur, _contact);
        var coordonnees = new CoordonneesDeContact(vise is null ? null : _civilite, _nom ?? "", _prenom, _courriel, _telephone);
        if (!await AgirAsync(acteur => proposer.ContactAsync(acteur, fiche, vise, coordonnees, vise is null ? _role : null)))
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private async Task OuvrirFinAsync(CollectiviteId fiche, Guid contact, Guid mandat)
    {
        (_sur, _titulaire, _mandat) = (fiche, contact, mandat);
        await _fin!.OuvrirAsync();
    }

    private Task<bool> ProposerLaFinAsync() =>
        AgirAsync(acteur => proposer.FinDeMandatAsync(acteur, _sur, _titulaire, _mandat, _jour ?? horloge.Aujourdhui));

    private async Task<bool> AgirAsync(Func<Acteur, Task> casDUsage)
    {
        _retour = await operation.ExecuterAsync(
            async () => await casDUsage(await acteurCourant.LireAsync()),
            "La proposition est partie : le centre de gestion la relit. Rien d'autre à faire."
        );
        if (_retour.Reussi)
        {
            (_contact, _civilite, _nom, _prenom, _courriel, _telephone, _role) = (null, null, null, null, null, null, null);
            _erreurs = [];
            _cle++;
            await RechargerAsync();
        }

        return _retour.Reussi;
    }
}
