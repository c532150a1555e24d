using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Les parties d'une convention, page par page, et les actes de celle que l'on date.</summary>
public sealed partial class PartiesDeLaConvention(
    LireConvention lire,
    ModifierConvention modifier,
    ComparerSaisies comparer,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private static readonly IReadOnlyList<Option<string>> Signatures =
    [
        new(LireConvention.NonSignees, "Attendue"),
        new(LireConvention.Signees, "Donnée"),
    ];

    private Liste<PartieDeLaFiche>? _liste;
    private Retour? _retour;
    private PartieDeLaFiche? _partie;
    private ActesSaisis _actes = new();
    private Conflit<ActesSaisis>? _conflit;
    private SuggestionDeCollectivite? _nouvelle;
    private string? _representant;
    private string? _qualite;
    private int _cle;

    [Parameter, EditorRequired]
    public GroupementId Groupement { get; set; }

    /// <summary>La version de la convention à l'écran.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    [Parameter, EditorRequired]
    public Guid Convention { get; set; }

    [Parameter]
    public CollectiviteId Coordonnateur { get; set; }

    /// <summary>Le jour où la convention est entrée en vigueur ; elle ne reçoit plus de partie ensuite (RG1.20).</summary>
    [Parameter]
    public DateOnly? EnVigueurLe { get; set; }

    [Parameter]
    public bool Modifiable { get; set; }

    /// <summary>Une action commence ici : la page retire ce que disait la précédente.</summary>
    [Parameter]
    public EventCallback OnAgir { get; set; }

    /// <summary>Ce qui empêche encore les parties de signer.</summary>
    [Parameter]
    public Verdict PeutSigner { get; set; } = Verdict.Favorable;

    /// <summary>La convention a changé : la page la relit.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    private async Task<PageDe<PartieDeLaFiche>> ChargerAsync(Demande demande) =>
        await lire.PartiesAsync(await acteurCourant.LireAsync(), Groupement, demande);

    private void Editer(PartieDeLaFiche partie) => (_partie, _actes, _conflit) = (partie, ActesSaisis.De(partie), null);

    private async Task DaterAsync()
    {
        var partie = _partie!;
        _conflit = null;
        if (
            await ChangerAsync(
                new ChangementDeConvention.ActesDeLaPartie(partie.Collectivite, _actes.Acte.Lire(), _actes.Signee)
                {
                    Representant = (_actes.Representant, _actes.Qualite),
                },
                $"Les actes {GrammaireDuNom.De(partie.Nom)} sont enregistrés."
            )
        )
        {
            _partie = null;
        }
        else if (_retour is { Conflit: true })
        {
            _conflit = await comparer.ExecuterAsync(
                await acteurCourant.LireAsync(),
                _actes,
                () => RelireAsync(partie),
                ActesSaisis.Champs,
                nameof(ConventionConstitutive),
                Convention,
                ActesSaisis.De(partie)
            );
            _retour = _conflit is null ? _retour : null;
        }
    }

    /// <summary>Les actes de la partie tels qu'un collègue les a laissés ; null si elle n'est plus partie.</summary>
    private async Task<ActesSaisis?> RelireAsync(PartieDeLaFiche partie)
    {
        await OnChange.InvokeAsync();
        var page = await lire.PartiesAsync(
            await acteurCourant.LireAsync(),
            Groupement,
            new Demande(Recherche: partie.Nom, Taille: 200)
        );
        return page.Elements.FirstOrDefault(p => p.Collectivite == partie.Collectivite) is { } relue
            ? ActesSaisis.De(relue)
            : null;
    }

    private async Task GarderAsync(Conflit<ActesSaisis> conflit)
    {
        _actes = conflit.Mienne;
        await DaterAsync();
    }

    private void Prendre(Conflit<ActesSaisis> conflit) => (_actes, _conflit) = (conflit.Sienne, null);

    private async Task AjouterAsync()
    {
        if (_nouvelle is not { } partie)
        {
            _retour = Retour.Refus("Choisissez la collectivité. Rien n'a été modifié.");
            return;
        }

        if (
            await ChangerAsync(
                new ChangementDeConvention.NouvellePartie(partie.Id, _representant, _qualite),
                $"{partie.Nom} est partie à la convention."
            )
        )
        {
            (_nouvelle, _representant, _qualite, _cle) = (null, null, null, _cle + 1);
        }
    }

    private Task<bool> RetirerAsync(PartieDeLaFiche partie) =>
        ChangerAsync(
            new ChangementDeConvention.PartieOtee(partie.Collectivite),
            $"{partie.Nom} n'est plus partie à la convention."
        );

    private async Task<bool> ChangerAsync(ChangementDeConvention changement, string succes)
    {
        await OnAgir.InvokeAsync();
        _retour = await operation.ExecuterAsync(
            async () => await modifier.ExecuterAsync(await acteurCourant.LireAsync(), Groupement, Version, changement),
            succes
        );
        if (_retour.Reussi)
        {
            await OnChange.InvokeAsync();
            await _liste!.RechargerAsync();
        }

        return _retour.Reussi;
    }

    /// <summary>La délibération et la signature d'une partie, telles qu'on les saisit.</summary>
    internal sealed class ActesSaisis
    {
        public SaisieDActe Acte { get; init; } = new();

        public DateOnly? Signee { get; set; }

        public string? Representant { get; set; }

        public string? Qualite { get; set; }

        public static IReadOnlyList<ChampCompare<ActesSaisis>> Champs { get; } =
        [
            new("Représentée par", s => s.Representant, (moi, lui) => moi.Representant = lui.Representant),
            new("En qualité de", s => s.Qualite, (moi, lui) => moi.Qualite = lui.Qualite),
            .. SaisieDActe.ChampsDe<ActesSaisis>(s => s.Acte),
            new("Convention signée le", s => Formats.DateCourte(s.Signee), (moi, lui) => moi.Signee = lui.Signee),
        ];

        public static ActesSaisis De(PartieDeLaFiche partie) =>
            new()
            {
                Acte = SaisieDActe.De(partie.Deliberation),
                Signee = partie.SigneeLe,
                Representant = partie.Representant,
                Qualite = partie.Qualite,
            };
    }
}
