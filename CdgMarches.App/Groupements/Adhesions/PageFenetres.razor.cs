using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Les fenêtres d'adhésion d'un groupement et la suite de ses millésimes.</summary>
public sealed partial class PageFenetres(
    LireFenetres lire,
    OuvrirFenetre ouvrir,
    FermerFenetre fermer,
    OuvrirMillesime renouveler,
    NavigationManager navigation
) : PageDeGroupement
{
    private IReadOnlyList<LigneDeFenetre> _fenetres = [];
    private IReadOnlyList<LigneDeMillesime> _millesimes = [];
    private string? _objet;
    private DateOnly? _ouverture;
    private DateOnly? _fermeture;
    private string? _nom;
    private int? _millesime;
    private DateOnly? _debut;
    private DateOnly? _attendu;
    private DateOnly? _fenetre;
    private bool _prevenir = true;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override async Task ApresLectureAsync()
    {
        if (Fiche is not null)
        {
            (_fenetres, _millesimes) = await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement);
        }
    }

    private async Task OuvrirAsync()
    {
        if (_ouverture is not { } du || _fermeture is not { } au)
        {
            Retour = Retour.Refus("Donnez le premier et le dernier jour de la fenêtre. Rien n'a été modifié.");
            return;
        }

        await AgirAsync(
            acteur => ouvrir.ExecuterAsync(acteur, Groupement, _objet, du, au),
            $"La fenêtre est ouverte du {Formats.DateLongue(du)} au {Formats.DateLongue(au)}."
        );
        await ApresLectureAsync();
    }

    private async Task FermerAsync(LigneDeFenetre fenetre)
    {
        if (_fermeture is not { } au)
        {
            Retour = Retour.Refus("Indiquez le dernier jour voulu dans le formulaire, puis fermez. Rien n'a été modifié.");
            return;
        }

        await AgirAsync(
            acteur => fermer.ExecuterAsync(acteur, fenetre.Id, fenetre.Version, au),
            $"La fenêtre ferme le {Formats.DateLongue(au)}."
        );
        await ApresLectureAsync();
    }

    private async Task RenouvelerAsync()
    {
        if (_millesime is not { } millesime || _debut is not { } debut)
        {
            Retour = Retour.Refus("Donnez l'année et le premier jour du millésime. Rien n'a été créé.");
            return;
        }

        GroupementId? nouveau = null;
        Retour = await Operation.ExecuterAsync(async () =>
        {
            (var id, var invites) = await renouveler.ExecuterAsync(
                await ActeurCourant.LireAsync(),
                Groupement,
                Fiche!.Version,
                _nom,
                millesime,
                debut,
                _attendu,
                _fenetre,
                _prevenir
            );
            nouveau = id;
            return $"Le millésime {millesime} est ouvert : {Formats.Compter(invites, "collectivité invitée", "collectivités invitées")}.";
        });
        if (nouveau is { } ouvert)
        {
            navigation.NavigateTo(AdressesDesGroupements.Fiche(ouvert));
        }
    }
}
