using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>La dissolution d'un groupement, conduite comme un dossier.</summary>
public sealed partial class PageDissolution(ConduireDissolution conduire) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<CauseDeDissolution>> Causes =
    [
        .. Enum.GetValues<CauseDeDissolution>().Select(c => new Option<CauseDeDissolution>(c, c.Libelle())),
    ];

    private (Dissolution Dossier, Verdict PeutPrononcer)? _dossier;
    private Confirmation? _confirmation;
    private CauseDeDissolution _cause;
    private string? _motif;
    private DateOnly? _dernierJour;
    private DateOnly? _facturation;
    private DateOnly? _archives;
    private string? _lieu;

    private bool Modifiable => Fiche is { PeutGerer: true } && _dossier?.Dossier.PrononceeLe is null;

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        _dossier = Fiche is null ? null : await conduire.LireAsync(await ActeurCourant.LireAsync(), Groupement);
        (_facturation, _archives, _lieu) = (
            _dossier?.Dossier.DerniereFacturationLe,
            _dossier?.Dossier.ArchivesVerseesLe,
            _dossier?.Dossier.LieuDesArchives
        );
    }

    private async Task OuvrirAsync()
    {
        if (_dernierJour is not { } dernier)
        {
            Retour = Retour.Refus("Indiquez le dernier jour du groupement. Rien n'a été modifié.");
            return;
        }

        await FaireAsync(
            acteur => conduire.OuvrirAsync(acteur, Groupement, _cause, _motif, dernier),
            "La dissolution est ouverte : chaque membre est informé."
        );
    }

    private Task<bool> ReglerAsync() =>
        FaireAsync(
            acteur => conduire.ReglerAsync(acteur, Groupement, _dossier!.Value.Dossier.Version, _facturation, _archives, _lieu),
            "Les étapes sont enregistrées."
        );

    private Task<bool> PrononcerAsync() =>
        FaireAsync(
            acteur => conduire.PrononcerAsync(acteur, Groupement, _dossier!.Value.Dossier.Version),
            "La dissolution est prononcée : le groupement ne se modifie plus."
        );

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }
}
