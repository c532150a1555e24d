using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements;

/// <summary>Fait entrer une collectivité, ou toute une sélection du référentiel.</summary>
public sealed partial class PageAjouterMembres(LireCandidats lire, AdmettreMembres admettre, HorlogeLegale horloge)
    : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<string>> Categories =
    [
        .. Categorie.Toutes.Select(c => new Option<string>(c.Code.ToString(), c.Libelle)),
    ];

    private readonly HashSet<PrestationId> _prestations = [];
    private Liste<Candidat>? _liste;
    private Confirmation? _confirmation;
    private SelectionDeListe _selection = SelectionDeListe.Aucune;
    private SuggestionDeCollectivite? _une;
    private DateOnly? _entree = horloge.Aujourdhui;
    private string? _motif;
    private IReadOnlyList<AdmissionRefusee> _refusees = [];

    private IReadOnlyList<Lien> Etapes => [new("Membres", AdressesDesGroupements.Rubrique(Groupement, "membres"))];

    protected override Task ApresLectureAsync()
    {
        if (Fiche is { } fiche && fiche.Identite.Debut > horloge.Aujourdhui)
        {
            _entree = fiche.Identite.Debut;
        }

        return Task.CompletedTask;
    }

    private async Task<PageDe<Candidat>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement, demande);

    private void Cocher(PrestationId prestation, bool cochee) =>
        _ = cochee ? _prestations.Add(prestation) : _prestations.Remove(prestation);

    private async Task AjouterUneAsync()
    {
        if (_une is not { } une)
        {
            Retour = Retour.Refus("Choisissez la collectivité à faire entrer. Rien n'a été modifié.");
            return;
        }

        await AdmettreAsync(
            async (acteur, entree) =>
            {
                await admettre.ExecuterAsync(acteur, Groupement, une.Id, entree, _prestations, _motif);
                return $"{une.Nom} est membre à compter du {Formats.DateLongue(entree)}.";
            },
            apres: () => _une = null
        );
    }

    private Task AjouterLaSelectionAsync() =>
        AdmettreAsync(
            async (acteur, entree) =>
            {
                IReadOnlyList<CollectiviteId> choisies = _selection.Tous
                    ? await lire.TousAsync(acteur, Groupement, _liste!.Demande)
                    : [.. _selection.Cles.Select(c => new CollectiviteId(Guid.Parse(c)))];
                var bilan = await admettre.ExecuterAsync(acteur, Groupement, choisies, entree, _prestations, _motif);
                _refusees = bilan.Refusees;
                return $"{Formats.Compter(bilan.Admises, "collectivité est entrée", "collectivités sont entrées")} dans le groupement"
                    + (
                        bilan.Refusees.Count == 0
                            ? "."
                            : $" ; {Formats.Compter(bilan.Refusees.Count, "écartée")}, voyez pourquoi."
                    );
            },
            apres: () => _selection = SelectionDeListe.Aucune
        );

    private async Task AdmettreAsync(Func<Acteur, DateOnly, Task<string>> admission, Action apres)
    {
        _refusees = [];
        if (_entree is not { } entree)
        {
            Retour = Retour.Refus("Indiquez la date d'entrée. Rien n'a été modifié.");
            return;
        }

        Retour = await Operation.ExecuterAsync(async () => await admission(await ActeurCourant.LireAsync(), entree));
        if (Retour.Reussi)
        {
            apres();
            await RechargerAsync();
            await _liste!.RechargerAsync();
        }
    }
}
