using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Courriels;

/// <summary>Les relances : ce qui partirait, à qui, le vrai courriel, puis la décision.</summary>
public sealed partial class PageRelances(
    RelancerRecensements relancer,
    ActiverRelances activer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    /// <summary>Combien de jours l'essai à blanc regarde.</summary>
    private const int JoursMontres = 7;

    private PlanDeRelances? _plan;
    private List<PlanDeRelances> _jours = [];
    private Confirmation? _activation;
    private EnvoiDeMasse? _envoi;
    private Retour? _retour;
    private bool _actives;
    private bool _peutRegler;
    private bool _peutRediger;

    private string LibelleDeLEnvoi =>
        (_plan?.Personnes.Count ?? 0, _plan?.Lettres.Count ?? 0) switch
        {
            (0, var lettres) => $"Préparer {Formats.Compter(lettres, "lettre")}",
            (var courriels, 0) => $"Mettre en file {Formats.Compter(courriels, "courriel")}",
            var (courriels, lettres) =>
                $"Mettre en file {Formats.Compter(courriels, "courriel")} et préparer {Formats.Compter(lettres, "lettre")}",
        };

    protected override async Task OnInitializedAsync() => await LireAsync();

    private async Task LireAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        (_peutRegler, _peutRediger) = (acteur.Peut(Droits.ReglerLesRelances), acteur.Peut(Droits.RedigerCourriels));
        _actives = await activer.SontActivesAsync();
        List<PlanDeRelances> jours = [];
        for (var i = 0; i < JoursMontres; i++)
        {
            jours.Add(await relancer.PlanAsync(acteur, horloge.Aujourdhui.AddDays(i)));
        }

        _jours = jours;
        _plan = await relancer.PlanImmediatAsync(acteur);
    }

    private async Task ReglerAsync(bool actives)
    {
        _retour = await operation.ExecuterAsync(
            async () => await activer.ExecuterAsync(await acteurCourant.LireAsync(), actives),
            actives ? "Les relances partiront d'elles-mêmes." : "Les relances automatiques sont arrêtées."
        );
        await LireAsync();
    }

    private async Task RelancerAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            var faites = await relancer.ExecuterAsync(await acteurCourant.LireAsync(), maintenant: true);
            return $"{Formats.Compter(faites.Personnes.Count, "courriel mis en file", "courriels mis en file")}, {Formats.Compter(faites.Lettres.Count, "lettre à imprimer", "lettres à imprimer")}.";
        });
        await LireAsync();
    }
}
