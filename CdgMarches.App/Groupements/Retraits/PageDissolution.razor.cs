using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>La dissolution d'un groupement, conduite comme un dossier.</summary>
public sealed partial class PageDissolution(ConduireDissolution conduire, LireRetraits lireRetraits) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<CauseDeDissolution>> Causes =
    [
        .. Enum.GetValues<CauseDeDissolution>().Select(c => new Option<CauseDeDissolution>(c, c.Libelle())),
    ];

    private (Dissolution Dossier, Verdict PeutPrononcer)? _dossier;
    private Confirmation? _confirmation;
    private CauseDeDissolution _cause;
    private string? _motif;
    private DateOnly? _dernierJour;
    private EtapesSaisies _etapes = new();
    private EtapesSaisies _etapesLues = new();
    private Conflit<EtapesSaisies>? _conflit;

    /// <summary>Le retrait qui mène à la dissolution : la cause, le motif et le dernier jour en viennent.</summary>
    [SupplyParameterFromQuery(Name = "retrait")]
    public Guid? Retrait { get; set; }

    private bool Modifiable => Fiche is { PeutGerer: true } && _dossier?.Dossier.PrononceeLe is null;

    protected override async Task ApresLectureAsync()
    {
        await RelireAsync();
        if (
            _dossier is null
            && Fiche is not null
            && Retrait is { } cle
            && await lireRetraits.FicheAsync(await ActeurCourant.LireAsync(), Groupement, new DossierDeRetraitId(cle))
                is { } retrait
        )
        {
            _cause =
                retrait.Dossier.Collectivite == Fiche.Identite.Coordonnateur
                    ? CauseDeDissolution.DepartDuCoordonnateur
                    : CauseDeDissolution.UnSeulMembre;
            (_motif, _dernierJour) = ($"{retrait.Membre} se retire du groupement.", retrait.Dossier.SortieLe);
        }
    }

    private async Task RelireAsync()
    {
        _dossier = Fiche is null ? null : await conduire.LireAsync(await ActeurCourant.LireAsync(), Groupement);
        Reprendre();
    }

    private void Reprendre() =>
        (_etapes, _etapesLues, _conflit) = (EtapesSaisies.De(_dossier?.Dossier), EtapesSaisies.De(_dossier?.Dossier), null);

    private async Task OuvrirAsync()
    {
        if (_dernierJour is not { } dernier)
        {
            Retour = Retour.Refus("Indiquez le dernier jour du groupement. Rien n'a été modifié.");
            return;
        }

        await FaireAsync(
            acteur => conduire.OuvrirAsync(acteur, Groupement, _cause, _motif, dernier),
            "La dissolution est ouverte : chaque membre est informé."
        );
    }

    private async Task ReglerAsync()
    {
        var (version, saisie) = (_dossier!.Value.Dossier.Version, _etapes);
        _conflit = await EnregistrerAsync(
            acteur => conduire.ReglerAsync(acteur, Groupement, version, saisie.Facturation, saisie.Archives, saisie.Lieu),
            "Les étapes sont enregistrées.",
            new Comparaison<EtapesSaisies>(
                saisie,
                _etapesLues,
                RelireLesEtapesAsync,
                EtapesSaisies.Champs,
                nameof(Dissolution),
                _dossier.Value.Dossier.Cle
            )
        );
        if (Retour is { Reussi: true })
        {
            await RelireAsync();
        }
    }

    private async Task<EtapesSaisies?> RelireLesEtapesAsync()
    {
        _dossier = await conduire.LireAsync(await ActeurCourant.LireAsync(), Groupement);
        return _dossier is { } lu ? EtapesSaisies.De(lu.Dossier) : null;
    }

    private Task GarderAsync(Conflit<EtapesSaisies> conflit)
    {
        (_etapes, _etapesLues) = (conflit.Mienne, conflit.Sienne);
        return ReglerAsync();
    }

    private Task<bool> PrononcerAsync() =>
        FaireAsync(
            acteur => conduire.PrononcerAsync(acteur, Groupement, _dossier!.Value.Dossier.Version),
            "La dissolution est prononcée : le groupement ne se modifie plus."
        );

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }

    /// <summary>Les étapes d'une dissolution, telles qu'on les date.</summary>
    internal sealed class EtapesSaisies
    {
        public DateOnly? Facturation { get; set; }

        public DateOnly? Archives { get; set; }

        public string? Lieu { get; set; }

        public static IReadOnlyList<ChampCompare<EtapesSaisies>> Champs { get; } =
        [
            new(
                "Dernière facturation le",
                s => Formats.DateCourte(s.Facturation),
                (moi, lui) => moi.Facturation = lui.Facturation
            ),
            new("Archives versées le", s => Formats.DateCourte(s.Archives), (moi, lui) => moi.Archives = lui.Archives),
            new("Lieu des archives", s => s.Lieu, (moi, lui) => moi.Lieu = lui.Lieu),
        ];

        public static EtapesSaisies De(Dissolution? dossier) =>
            new()
            {
                Facturation = dossier?.DerniereFacturationLe,
                Archives = dossier?.ArchivesVerseesLe,
                Lieu = dossier?.LieuDesArchives,
            };
    }
}
