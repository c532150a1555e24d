using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements;

/// <summary>Un membre dans un groupement : ses dates, ses prestations à la carte, son histoire.</summary>
public sealed partial class PageAdhesion(
    LireFicheAdhesion lire,
    FixerSortie fixerSortie,
    CorrigerEntree corriger,
    ModifierChoix modifierChoix,
    HorlogeLegale horloge
) : PageDeGroupement
{
    private FicheAdhesion? _adhesion;
    private DateOnly? _jour = horloge.Aujourdhui;
    private DateOnly? _entree;
    private DateOnly? _sortie;
    private string? _motif;
    private string? _motifDEntree;
    private ExamenDesChoix? _examen;
    private Verdict? _peutSortir;
    private Verdict? _peutEntrer;

    [Parameter]
    public Guid AdhesionId { get; set; }

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    private bool Datable => _examen is { Dates.EstFavorable: true };

    private bool Effacable => _examen is { Effacements.EstFavorable: true };

    private IReadOnlyList<Lien> Etapes => [new("Membres", AdressesDesGroupements.Rubrique(Groupement, "membres"))];

    private IReadOnlyList<Lien> FilDesMembres =>
        [
            new("Accueil", "/"),
            new("Groupements", AdressesDesGroupements.Liste),
            new(Fiche!.Nom, AdressesDesGroupements.Fiche(Groupement)),
            .. Etapes,
        ];

    protected override async Task ApresLectureAsync()
    {
        await LireAdhesionAsync();
        (_entree, _sortie, _motif) = (_adhesion?.Entree, _adhesion?.Sortie, _adhesion?.MotifDeSortie);
        await ExaminerAsync();
    }

    private async Task LireAdhesionAsync() =>
        _adhesion = Fiche is null
            ? null
            : await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement, new AdhesionId(AdhesionId));

    private async Task RelireAsync()
    {
        await LireAdhesionAsync();
        await ExaminerAsync();
        await ExaminerSortieAsync();
        await ExaminerEntreeAsync();
    }

    private async Task ExaminerAsync() =>
        _examen =
            Modifiable && _adhesion is { } lue && _jour is { } jour
                ? await modifierChoix.ExaminerAsync(await ActeurCourant.LireAsync(), lue.Id, jour)
                : null;

    private async Task ExaminerSortieAsync() =>
        _peutSortir =
            Modifiable && _adhesion is { } lue && _sortie != lue.Sortie
                ? await fixerSortie.ExaminerAsync(await ActeurCourant.LireAsync(), lue.Id, _sortie, _motif)
                : null;

    private async Task ExaminerEntreeAsync() =>
        _peutEntrer =
            Modifiable && _adhesion is { } lue && _entree is { } entree && entree != lue.Entree
                ? await corriger.ExaminerAsync(await ActeurCourant.LireAsync(), lue.Id, entree, _motifDEntree)
                : null;

    private Task FixerSortieAsync() =>
        FaireAsync(
            acteur => fixerSortie.ExecuterAsync(acteur, _adhesion!.Id, _adhesion.Version, _sortie, _motif),
            _sortie is { } jour
                ? $"La sortie est fixée au {Formats.DateLongue(jour)}."
                : "Aucune sortie n'est fixée : il reste membre."
        );

    private async Task CorrigerEntreeAsync()
    {
        if (_entree is not { } entree)
        {
            Retour = Retour.Refus("Indiquez la date d'entrée. Rien n'a été modifié.");
            return;
        }

        await FaireAsync(
            acteur => corriger.ExecuterAsync(acteur, _adhesion!.Id, _adhesion.Version, entree, _motifDEntree),
            $"L'entrée est corrigée : {Formats.DateLongue(entree)}."
        );
    }

    private async Task ChangerAsync(ChoixDeLaFiche choix, GesteDeChoix geste)
    {
        if (_jour is not { } jour)
        {
            Retour = Retour.Refus("Indiquez le jour du choix. Rien n'a été modifié.");
            return;
        }

        await FaireAsync(
            acteur => modifierChoix.ExecuterAsync(acteur, _adhesion!.Id, _adhesion.Version, choix.Prestation, geste, jour),
            geste switch
            {
                GesteDeChoix.Choisir => $"« {choix.Libelle} » est choisie à compter du {Formats.DateLongue(jour)}.",
                GesteDeChoix.Quitter => $"« {choix.Libelle} » est quittée au {Formats.DateLongue(jour)}.",
                GesteDeChoix.Effacer => $"Le choix de « {choix.Libelle} » est effacé.",
            }
        );
    }

    private async Task FaireAsync(Func<Acteur, Task> action, string succes)
    {
        await AgirAsync(action, succes);
        await RelireAsync();
    }

    private bool PeutChoisir(ChoixDeLaFiche choix) => choix.Periodes.All(p => p.Fin is { } fin && fin < _jour);

    private static bool EnCours(ChoixDeLaFiche choix) => choix.Periodes is [.., { EstSansFin: true }];

    private static string Dire(Periode periode) =>
        periode.Fin is { } fin
            ? $"du {Formats.DateCourte(periode.Debut)} au {Formats.DateCourte(fin)}"
            : $"depuis le {Formats.DateCourte(periode.Debut)}";
}
