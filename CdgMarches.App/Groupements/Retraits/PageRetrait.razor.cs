using CdgMarches.App.Collectivites;
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
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDuPreavis = [];
    private DateOnly? _informe;
    private string? _preuve;
    private string? _motif;
    private string? _motifDAbandon;
    private Courriels.EnvoiDeMasse? _constat;
    private Courriels.EnvoiDeMasse? _caducite;
    private Confirmation? _constatSansCourriel;
    private Confirmation? _abandon;

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
        _erreursDuPreavis = [];
        if (
            !await ChangerAsync(
                new ChangementDeRetrait.Information(_informe, _preuve),
                "Le préavis est enregistré : la sortie s'en déduit."
            )
        )
        {
            (_erreursDuPreavis, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private Task<bool> ReprendreLeRegistreAsync() =>
        ChangerAsync(
            new ChangementDeRetrait.InformationDuRegistre(),
            "La réception du registre est reprise : la sortie s'en déduit."
        );

    private void Retirer(SaisieDeSomme somme)
    {
        _s.Sommes.Remove(somme);
        _erreurs = [];
    }

    private async Task DelibererAsync()
    {
        (_conflit, _erreurs) = (null, []);
        var (version, deliberation) = (D.Version, _s.Lire());
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
        else if (Retour is { } refus)
        {
            (_erreurs, Retour) = Saisies.Repartir(refus);
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

    private ChangementDeRetrait.Constat Constat => new(_motif);

    /// <summary>Ce qui fait partir des courriels montre d'abord le sien ; au préavis, la sortie se confirme sans en envoyer.</summary>
    private Task DemanderLeConstatAsync() =>
        _retrait!.DissoutLeGroupement || D.Mode is ModeDeRetrait.DeliberationDatee
            ? _constat!.OuvrirAsync()
            : _constatSansCourriel!.OuvrirAsync();

    private Task<bool> ConstaterAsync() =>
        ChangerAsync(
            Constat,
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
        ChangerAsync(new ChangementDeRetrait.Abandon(_motifDAbandon), "Le retrait est abandonné : le membre reste.");

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
