using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Une ligne que l'on décrit : neuve, ou reprise pour la corriger.</summary>
public sealed record EditionEnCours(int? Numero, DescriptionDeLigne? Depart);

/// <summary>Le catalogue d'une campagne. Les changements s'accumulent à l'écran et se publient ensemble.</summary>
public sealed partial class PageCatalogue(
    LireCampagne lire,
    LireCatalogue catalogue,
    LireCampagnes campagnes,
    ModifierCatalogue modifier,
    ActeurCourant acteur,
    Operation operation
)
{
    private readonly List<ModificationDeCatalogue> _enAttente = [];
    private FicheCampagne? _fiche;
    private IReadOnlyList<LigneDeCatalogueLue>? _lignes;
    private IReadOnlyList<Option<CampagneId?>> _sources = [];
    private CampagneId? _source;
    private EditionEnCours? _edition;
    private Retour? _retour;
    private bool _introuvable;
    private Confirmation? _publication;

    [Parameter]
    public Guid Id { get; set; }

    private bool PeutModifier => _fiche is { PeutGerer: true, Etat: EtatDeCampagne.EnPreparation or EtatDeCampagne.Ouverte };

    private string LibelleDePublication =>
        _fiche!.Etat is EtatDeCampagne.Ouverte
            ? $"Publier la version {_fiche.VersionDuCatalogue + 1}"
            : $"Enregistrer {Formats.Compter(_enAttente.Count, "changement")}";

    private string TexteDePublication =>
        _fiche!.Etat is EtatDeCampagne.Ouverte
            ? "Les réponses concernées reviendront « à revoir » et seuls ces membres seront prévenus. Rien de ce qui est saisi n'est perdu."
            : "Les lignes seront modifiées. La campagne n'est pas encore ouverte : aucun membre n'est prévenu.";

    protected override async Task OnParametersSetAsync()
    {
        await ChargerAsync();
        if (PeutModifier)
        {
            var groupements = await campagnes.GroupementsAsync(await acteur.LireAsync());
            _sources =
            [
                .. groupements
                    .Where(g => g.Id == _fiche!.Groupement)
                    .SelectMany(g => g.Campagnes)
                    .Where(c => c.Id != _fiche!.Id)
                    .Select(c => new Option<CampagneId?>(c.Id, c.Libelle)),
            ];
        }
    }

    private async Task ChargerAsync()
    {
        var lecteur = await acteur.LireAsync();
        _fiche = await lire.ExecuterAsync(lecteur, new CampagneId(Id));
        _introuvable = _fiche is null;
        _lignes = _fiche is null ? null : await catalogue.ExecuterAsync(lecteur, _fiche.Id);
    }

    /// <summary>Un seul changement par ligne : le dernier remplace le précédent.</summary>
    private void Retenir(ModificationDeCatalogue modification)
    {
        if (modification.Numero is { } numero)
        {
            _enAttente.RemoveAll(m => m.Numero == numero);
        }

        _enAttente.Add(modification);
        _edition = null;
    }

    private async Task PublierAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            var publie = await modifier.ExecuterAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version, _enAttente);
            return Succes(publie);
        });
        if (_retour.Reussi)
        {
            _enAttente.Clear();
        }

        await ChargerAsync();
    }

    private async Task CopierAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
            Succes(await modifier.CopierAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version, _source!.Value))
        );
        await ChargerAsync();
    }

    private string Succes(CataloguePublie publie) =>
        _fiche!.Etat is EtatDeCampagne.Ouverte
            ? $"Version {publie.Version} publiée : {Formats.Compter(publie.ReponsesARevoir, "réponse")} à revoir, {Formats.Compter(publie.MembresPrevenus, "membre prévenu", "membres prévenus")}."
            : "Le catalogue est enregistré.";

    private string EnClair(ModificationDeCatalogue modification) =>
        modification switch
        {
            { Numero: null } => $"ajout de « {modification.Description!.Designation} »",
            { Description: null } => $"retrait de la ligne {modification.Numero}, « {Designation(modification.Numero.Value)} »",
            _ => $"correction de la ligne {modification.Numero}, « {modification.Description.Designation} »",
        };

    private string Designation(int numero) => _lignes!.FirstOrDefault(l => l.Numero == numero)?.Description.Designation ?? "";

    private static string Demandes(ChampDeReponse demandes) =>
        string.Join(
            ", ",
            ChampsDeReponse.Tous.Where(c => demandes.HasFlag(c)).Select(c => c.Libelle().ToLower(Domain.Noyau.Francais.Culture))
        );
}
