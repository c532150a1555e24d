using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Le tableau des adhésions d'un groupement : par état, en retard, et les relances en nombre.</summary>
public sealed partial class PageAdhesions(LireDossiers lire, RelancerDossiers relancer) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        .. Enum.GetValues<EtatDAdhesion>().Select(e => new Option<string>(e.ToString(), e.Libelle())),
        new(LireDossiers.EnRetard, "En retard"),
    ];

    private Liste<LigneDeDossier>? _liste;
    private EnvoiDeMasse? _confirmation;
    private SelectionDeListe _selection = SelectionDeListe.Aucune;
    private TableauDesAdhesions? _tableau;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override async Task ApresLectureAsync()
    {
        if (Fiche is not null)
        {
            _tableau = await lire.CompterAsync(await ActeurCourant.LireAsync(), Groupement);
        }
    }

    private async Task<PageDe<LigneDeDossier>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement, demande);

    private async Task<IReadOnlyCollection<DossierDAdhesionId>> ChoisiesAsync(Acteur acteur) =>
        _selection.Tous
            ? await lire.TousAsync(acteur, Groupement, _liste!.Demande)
            : [.. _selection.Cles.Select(c => new DossierDAdhesionId(Guid.Parse(c)))];

    private async Task RelancerAsync()
    {
        Retour = await Operation.ExecuterAsync(async () =>
        {
            var acteur = await ActeurCourant.LireAsync();
            var choisies = await ChoisiesAsync(acteur);
            var (relancees, sansAdresse) = await relancer.ExecuterAsync(acteur, Groupement, choisies);
            var laissees = choisies.Count - relancees;
            return $"{Formats.Compter(relancees, "collectivité est relancée", "collectivités sont relancées")}"
                + (
                    laissees == 0
                        ? ""
                        : $" ; {Formats.Compter(laissees, "laissée, son dossier est clos ou n'attend plus rien d'elle", "laissées, leur dossier est clos ou n'attend plus rien d'elles")}"
                )
                + (
                    sansAdresse == 0
                        ? "."
                        : $" ; {Formats.Compter(sansAdresse, "n'a aucune adresse", "n'ont aucune adresse")}, voyez leur fiche."
                );
        });
        _selection = SelectionDeListe.Aucune;
        await _liste!.RechargerAsync();
    }
}

/// <summary>Les adresses des dossiers d'adhésion, et le ton de leurs états.</summary>
public static class AdressesDesDossiers
{
    public static string Fiche(GroupementId groupement, DossierDAdhesionId dossier) =>
        $"{AdressesDesGroupements.Rubrique(groupement, "adhesions")}/{dossier.Valeur}";

    /// <summary>Le même dossier, vu de la collectivité.</summary>
    public static string PourLeMembre(DossierDAdhesionId dossier) => $"/espace/adhesions/{dossier.Valeur}";

    internal static Ton Ton(this EtatDAdhesion etat) =>
        etat switch
        {
            EtatDAdhesion.Invitee => Socle.Composants.Ton.Info,
            EtatDAdhesion.EnCours => Socle.Composants.Ton.Attention,
            EtatDAdhesion.Effective => Socle.Composants.Ton.Positif,
            EtatDAdhesion.Declinee or EtatDAdhesion.Abandonnee => Socle.Composants.Ton.Neutre,
        };

    internal static Ton Ton(this EtatDePiece etat) =>
        etat switch
        {
            EtatDePiece.Attendue => Socle.Composants.Ton.Info,
            EtatDePiece.Recue => Socle.Composants.Ton.Attention,
            EtatDePiece.ACorriger => Socle.Composants.Ton.Alerte,
            EtatDePiece.Validee => Socle.Composants.Ton.Positif,
            EtatDePiece.SansObjet => Socle.Composants.Ton.Neutre,
        };
}
