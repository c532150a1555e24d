using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>Corrige une procédure en préparation, ou change qui en a la charge.</summary>
public sealed partial class PageModifierProcedure(
    LireAgentsDuCdg lireAgents,
    ModifierProcedure modifier,
    ComparerSaisies comparer,
    NavigationManager navigation
) : PageDeProcedure
{
    private static readonly IReadOnlyList<Option<NatureDAchat>> Natures =
    [
        .. Enum.GetValues<NatureDAchat>().Select(n => new Option<NatureDAchat>(n, n.Libelle())),
    ];

    private SaisieDeProcedure? _modele;
    private IReadOnlyList<Option<Guid?>> _agents = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Conflit<SaisieDeProcedure>? _conflit;

    private bool Figee => Fiche!.Etat is not EtatDeProcedure.EnPreparation;

    protected override async Task ApresLectureAsync()
    {
        _modele = Fiche is null ? null : SaisieDeProcedure.De(Fiche);
        _agents =
        [
            .. (await lireAgents.ExecuterAsync(await ActeurCourant.LireAsync())).Select(a => new Option<Guid?>(a.Id, a.Nom)),
        ];
    }

    private async Task EnregistrerAsync()
    {
        (_conflit, _erreurs, Retour) = (null, [], null);
        var retour = await Operation.ExecuterAsync(
            async () =>
                await modifier.ExecuterAsync(
                    await ActeurCourant.LireAsync(),
                    Procedure,
                    _modele!.Version,
                    _modele.Objet,
                    _modele.Nature,
                    _modele.Responsable,
                    _modele.Suppleant
                ),
            succes: "La procédure est enregistrée."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesProcedures.Fiche(Procedure));
        }
        else if (retour.Conflit)
        {
            await ComparerAsync();
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(retour);
        }
    }

    private async Task ComparerAsync()
    {
        var acteur = await ActeurCourant.LireAsync();
        _conflit = await comparer.ExecuterAsync(
            acteur,
            _modele!.Avec(_modele.Version, _agents),
            async () => await LireFiche.ExecuterAsync(acteur, Procedure) is { } fiche ? SaisieDeProcedure.De(fiche) : null,
            SaisieDeProcedure.Champs,
            nameof(Domain.Procedures.Procedure),
            Id
        );
        await RechargerAsync();
    }

    private async Task GarderAsync(Conflit<SaisieDeProcedure> conflit)
    {
        _modele = _modele!.Avec(conflit.Sienne.Version, _agents);
        await EnregistrerAsync();
    }

    private void Prendre(Conflit<SaisieDeProcedure> conflit) => (_modele, _conflit) = (conflit.Sienne, null);
}
