using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Programme une séance d'une commission.</summary>
public sealed partial class PageNouvelleSeance(ProgrammerSeance programmer, HorlogeLegale horloge, NavigationManager navigation)
{
    private readonly SaisieDeSeance _saisie = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private bool _motifDemande;

    private DateOnly AuPlusTot => JoursFrancs.PremiereDateApres(horloge.Aujourdhui, Fiche!.Regles.JoursFrancs);

    private async Task ProgrammerAsync()
    {
        Retour = null;
        if (_saisie.Lire(out _erreurs) is not { } donnees)
        {
            return;
        }

        SeanceId? creee = null;
        var retour = await Operation.ExecuterAsync(
            async () =>
                creee = await programmer.ExecuterAsync(await ActeurCourant.LireAsync(), Commission, donnees, _saisie.Motif),
            succes: "La séance est programmée."
        );
        if (creee is { } seance)
        {
            navigation.NavigateTo(AdressesDesCommissions.Rubrique(seance, "ordre-du-jour"));
            return;
        }

        _motifDemande |= retour.MotifAttendu;
        (_erreurs, Retour) = Saisies.Repartir(retour);
    }
}
