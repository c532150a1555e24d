using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>La synthèse d'une convention : ses dates, ses actes, ses durées.</summary>
public sealed partial class PageConvention(LireAgentsDuCdg lireAgents, ComparerSaisies comparer) : PageDeConvention
{
    private const string TermeExamine = "Il est pris acte de la reconduction : l'échéance est accomplie.";

    private Confirmation? _abandon;
    private SaisieDActes _saisie = new();
    private SaisieDActes _depart = new();
    private SaisieDeRegles _regles = new();
    private SaisieDeRegles _departDesRegles = new();
    private Conflit<SaisieDActes>? _conflit;
    private Conflit<SaisieDeRegles>? _conflitDeRegles;
    private Guid? _responsable;
    private IReadOnlyList<Option<Guid?>> _agents = [];
    private string? _motif;
    private int _cle;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDeRegles = [];

    private IReadOnlyList<(string Libelle, DateOnly? Jour, string? Precision, string Article)> Frise =>
        [
            (
                "Délibération de la collectivité",
                Fiche!.Actes.DelibereeLe,
                Fiche.Actes.NumeroDeDeliberation,
                ArticlesDAcces.Deliberation
            ),
            (
                "Signature de la collectivité",
                Fiche.Actes.SigneeParLaCollectiviteLe,
                Fiche.Actes.SignataireDeLaCollectivite,
                ArticlesDAcces.SignatureDeLaCollectivite
            ),
            ("Signature du CDG", Fiche.Actes.SigneeParLeCdgLe, Fiche.Actes.SignataireDuCdg, ArticlesDAcces.SignatureDuCdg),
            ("Date d'effet", Fiche.Actes.Effet, null, ArticlesDAcces.Effet),
        ];

    protected override async Task ApresLectureAsync()
    {
        (_saisie, _depart) = (SaisieDActes.De(Fiche!.Actes), SaisieDActes.De(Fiche.Actes));
        (_regles, _departDesRegles) = (SaisieDeRegles.De(Fiche.Regles), SaisieDeRegles.De(Fiche.Regles));
        (_conflit, _conflitDeRegles, _responsable) = (null, null, Fiche.Responsable);
        if (Fiche.PeutGerer)
        {
            _agents =
            [
                .. (await lireAgents.ExecuterAsync(await ActeurCourant.LireAsync())).Select(a => new Option<Guid?>(a.Id, a.Nom)),
            ];
        }

        _cle++;
    }

    private async Task EnregistrerAsync()
    {
        (_erreurs, _conflit) = ([], null);
        var geste = new GesteDeConvention.Dater(_saisie.Lire(), _saisie.Motif);
        if (!await FaireAsync(geste, "Les actes sont enregistrés.", ComparerLesActesAsync) && !Retour!.Conflit)
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour);
        }
    }

    private async Task ComparerLesActesAsync() =>
        _conflit = await comparer.ExecuterAsync(
            await ActeurCourant.LireAsync(),
            _saisie,
            async () => await RelireAsync() is { } fiche ? SaisieDActes.De(fiche.Actes) : null,
            SaisieDActes.Champs,
            nameof(ConventionDAcces),
            Id,
            _depart
        );

    private async Task EnregistrerLesReglesAsync()
    {
        (_erreursDeRegles, _conflitDeRegles) = (_regles.Manques(), null);
        if (_erreursDeRegles.Count > 0)
        {
            return;
        }

        var geste = new GesteDeConvention.ChangerLesRegles(_regles.Lire());
        if (!await FaireAsync(geste, "La durée et les délais sont enregistrés.", ComparerLesReglesAsync) && !Retour!.Conflit)
        {
            (_erreursDeRegles, Retour) = Saisies.Repartir(Retour);
        }
    }

    private async Task ComparerLesReglesAsync() =>
        _conflitDeRegles = await comparer.ExecuterAsync(
            await ActeurCourant.LireAsync(),
            _regles,
            async () => await RelireAsync() is { } fiche ? SaisieDeRegles.De(fiche.Regles) : null,
            SaisieDeRegles.Champs,
            nameof(ConventionDAcces),
            Id,
            _departDesRegles
        );

    /// <summary>L'agent a choisi ses valeurs, champ par champ ou toutes : la version relue est celle de l'autre.</summary>
    private Task GarderAsync(Conflit<SaisieDActes> conflit)
    {
        _depart = conflit.Sienne;
        return EnregistrerAsync();
    }

    private Task GarderLesReglesAsync(Conflit<SaisieDeRegles> conflit)
    {
        _departDesRegles = conflit.Sienne;
        return EnregistrerLesReglesAsync();
    }

    private async Task PrendreAsync()
    {
        Retour = null;
        await ApresLectureAsync();
    }

    private Task<bool> ConfierAsync() =>
        FaireAsync(new GesteDeConvention.Confier(_responsable), "L'agent responsable est enregistré.");

    private Task<bool> AbandonnerAsync() => FaireAsync(new GesteDeConvention.Abandonner(_motif), "La convention est abandonnée.");
}
