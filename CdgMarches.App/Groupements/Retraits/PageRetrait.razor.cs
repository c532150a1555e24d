using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Un retrait : ses actes, ses modalités financières, ses suites, la copie à chaque membre.</summary>
public sealed partial class PageRetrait(LireRetraits lire, ConduireRetrait conduire, DeposerDeliberationDeRetrait deposer)
    : PageDeGroupement
{
    private FicheDeRetrait? _retrait;
    private SaisieDeRetrait _s = new();
    private SaisieDeRetrait _lue = new();
    private Conflit<SaisieDeRetrait>? _conflit;
    private DateOnly? _informe;
    private string? _motif;

    [Parameter]
    public Guid RetraitId { get; set; }

    private DossierDeRetrait D => _retrait!.Dossier;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos } && D.Etat is EtatDeRetrait.Annonce;

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        await RelireLaFicheAsync();
        if (_retrait is not null)
        {
            Reprendre();
        }
    }

    /// <summary>Relit le dossier et ses suites, sans toucher à ce qui est en cours de saisie.</summary>
    private async Task RelireLaFicheAsync()
    {
        _retrait = Fiche is null
            ? null
            : await lire.FicheAsync(await ActeurCourant.LireAsync(), Groupement, new DossierDeRetraitId(RetraitId));
        _informe = _retrait?.Dossier.InformeLe ?? _informe;
    }

    private void Reprendre() => (_s, _lue, _conflit) = (SaisieDeRetrait.De(D), SaisieDeRetrait.De(D), null);

    private async Task InformerAsync()
    {
        if (_informe is not { } le)
        {
            Retour = Retour.Refus("Donnez le jour où le coordonnateur a été informé. Rien n'a été modifié.");
            return;
        }

        await ChangerAsync(new ChangementDeRetrait.Information(le), "Le préavis est enregistré : la sortie s'en déduit.");
    }

    private async Task DelibererAsync()
    {
        _conflit = null;
        if (_s.Lire() is not { } deliberation)
        {
            Retour = Retour.Refus("Chaque somme a un montant et un jour où elle est due. Rien n'a été modifié.");
            return;
        }

        var version = D.Version;
        _conflit = await EnregistrerAsync(
            acteur => conduire.ExecuterAsync(acteur, D.Id, version, deliberation),
            "La délibération de retrait est enregistrée.",
            new Comparaison<SaisieDeRetrait>(
                _s,
                _lue,
                RelireLaSaisieAsync,
                SaisieDeRetrait.Champs,
                nameof(DossierDeRetrait),
                RetraitId
            )
        );
        if (Retour is { Reussi: true })
        {
            await RelireAsync();
        }
    }

    private async Task<SaisieDeRetrait?> RelireLaSaisieAsync()
    {
        await RelireLaFicheAsync();
        return _retrait is null ? null : SaisieDeRetrait.De(D);
    }

    private Task GarderAsync(Conflit<SaisieDeRetrait> conflit)
    {
        (_s, _lue) = (conflit.Mienne, conflit.Sienne);
        return DelibererAsync();
    }

    private Task<bool> ConstaterAsync() =>
        ChangerAsync(
            new ChangementDeRetrait.Constat(_motif),
            (_retrait!.DissoutLeGroupement, D.Mode) switch
            {
                (true, _) => "Le retrait est constaté, et le dossier de dissolution est ouvert : chaque membre en est informé.",
                (false, ModeDeRetrait.DeliberationDatee) =>
                    "Le retrait est constaté : la sortie est fixée, la copie part à chaque membre.",
                (false, ModeDeRetrait.PreavisAnnuel) => "Le retrait est constaté : la sortie est fixée.",
            }
        );

    private Task<bool> CaduquerAsync() =>
        ChangerAsync(new ChangementDeRetrait.Caducite(), "Le préavis est caduc : le membre reste dans le groupement.");

    private Task<bool> AbandonnerAsync() =>
        ChangerAsync(new ChangementDeRetrait.Abandon(_motif), "Le retrait est abandonné : le membre reste.");

    private Task<bool> DeposerAsync(FichierRecu fichier) =>
        FaireAsync(
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await deposer.ExecuterAsync(acteur, D.Id, D.Version, contenu, fichier.Nom);
            },
            $"« {fichier.Nom} » est au dossier."
        );

    private Task<bool> ChangerAsync(ChangementDeRetrait changement, string succes) =>
        FaireAsync(acteur => conduire.ExecuterAsync(acteur, D.Id, D.Version, changement), succes);

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireLaFicheAsync();
        }

        return fait;
    }
}
