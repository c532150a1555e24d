using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Les fenêtres d'adhésion d'un groupement et la suite de ses millésimes.</summary>
public sealed partial class PageFenetres(
    LireFenetres lire,
    OuvrirFenetre ouvrir,
    FermerFenetre fermer,
    OuvrirMillesime renouveler
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
    private Courriels.EnvoiDeMasse? _renouvellement;
    private IReadOnlyList<AdmissionRefusee> _ecartees = [];

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

    private async Task ProposerLeMillesimeAsync()
    {
        if (_millesime is null || _debut is null)
        {
            Retour = Retour.Refus("Donnez l'année et le premier jour du millésime. Rien n'a été créé.");
            return;
        }

        await _renouvellement!.OuvrirAsync();
    }

    private Task<BilanDeMillesime> OuvrirLeMillesimeAsync(Acteur acteur) =>
        renouveler.ExecuterAsync(
            acteur,
            Groupement,
            Fiche!.Version,
            _nom,
            _millesime!.Value,
            _debut!.Value,
            _attendu,
            _fenetre,
            _prevenir
        );

    /// <summary>On reste ici : le bilan se lit, et le nouveau millésime est en tête de la liste.</summary>
    private async Task RenouvelerAsync()
    {
        _ecartees = [];
        Retour = await Operation.ExecuterAsync(async () =>
        {
            var dossiers = (await OuvrirLeMillesimeAsync(await ActeurCourant.LireAsync())).Dossiers;
            _ecartees = dossiers.Refuses;
            return $"Le millésime {_millesime} est ouvert : {Formats.Compter(dossiers.Ouverts.Count, "collectivité invitée", "collectivités invitées")}"
                + (_ecartees.Count == 0 ? "." : $", {Formats.Compter(_ecartees.Count, "écartée", "écartées")} : voyez pourquoi.");
        });
        if (Retour is { Reussi: true })
        {
            (_nom, _millesime, _debut, _attendu, _fenetre) = (null, null, null, null, null);
            await RechargerAsync();
            await ApresLectureAsync();
        }
    }
}
