using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Conventions;

/// <summary>Le texte d'une convention et ses avenants, chacun comparé au texte qu'il remplace.</summary>
public sealed partial class PageAvenants(LireTextesDeConvention lireTextes, ComparerSaisies comparer) : PageDeConvention
{
    private TextesDeConvention? _textes;
    private Confirmation? _dater;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private SaisieDeRegles _regles = new();
    private SaisieDeTexte _initial = new();
    private string? _departDuTexte;
    private Conflit<SaisieDeTexte>? _conflit;
    private string? _objet;
    private string? _texte;
    private bool _changeLesRegles;
    private int _cle;
    private int _numero;
    private AvenantLu? _reprise;
    private DateOnly? _collectivite;
    private DateOnly? _cdg;
    private DateOnly? _effet;
    private string? _motifDeLAvenant;
    private bool _corrige;

    /// <summary>Ce que le texte de l'avenant que l'on date ne dit pas.</summary>
    private IReadOnlyList<IRegle> ADire =>
        _textes?.Avenants.FirstOrDefault(a => a.Numero == _numero)?.Contenu.Avertissements ?? [];

    protected override async Task ApresLectureAsync()
    {
        _textes = await lireTextes.ExecuterAsync(await ActeurCourant.LireAsync(), Convention);
        (_initial, _departDuTexte, _conflit) = (new SaisieDeTexte { Texte = _textes.Initial }, _textes.Initial, null);
        Vider();
    }

    /// <summary>Un avenant neuf : il part du texte et des règles en vigueur.</summary>
    private void Vider()
    {
        (_objet, _changeLesRegles, _reprise, _erreurs) = (null, false, null, []);
        _texte = _textes!.Dernier;
        _regles = SaisieDeRegles.De(_textes.Regles);
        _cle++;
    }

    /// <summary>Remet au formulaire un avenant que personne n'a signé.</summary>
    private void Reprendre(AvenantLu avenant)
    {
        (_reprise, _objet, _erreurs) = (avenant, avenant.Objet, []);
        _texte = avenant.Texte ?? avenant.TexteDAvant;
        _changeLesRegles = avenant.Regles is not null;
        _regles = SaisieDeRegles.De(avenant.Regles ?? _textes!.Regles);
        _cle++;
    }

    private async Task DeposerAsync()
    {
        _conflit = null;
        await FaireAsync(
            new GesteDeConvention.DeposerLeTexte(_initial.Texte),
            "Le texte est enregistré.",
            async () =>
                _conflit = await comparer.ExecuterAsync(
                    await ActeurCourant.LireAsync(),
                    _initial,
                    async () => await RelireLesTextesAsync() is { } lus ? new SaisieDeTexte { Texte = lus.Initial } : null,
                    SaisieDeTexte.Champs,
                    nameof(ConventionDAcces),
                    Id,
                    new SaisieDeTexte { Texte = _departDuTexte }
                )
        );
    }

    private Task GarderAsync(Conflit<SaisieDeTexte> conflit)
    {
        _departDuTexte = conflit.Sienne.Texte;
        return DeposerAsync();
    }

    private async Task PrendreAsync()
    {
        Retour = null;
        await ApresLectureAsync();
    }

    /// <summary>Relit la fiche et les textes, sans toucher à ce qui est saisi.</summary>
    private async Task<TextesDeConvention?> RelireLesTextesAsync()
    {
        if (await RelireAsync() is not null)
        {
            _textes = await lireTextes.ExecuterAsync(await ActeurCourant.LireAsync(), Convention);
        }

        return _textes;
    }

    private async Task PreparerAsync()
    {
        _erreurs = _changeLesRegles ? _regles.Manques() : [];
        if (_erreurs.Count > 0)
        {
            return;
        }

        var texte = _texte == (_reprise is null ? _textes!.Dernier : _reprise.TexteDAvant) ? null : _texte;
        var regles = _changeLesRegles ? _regles.Lire() : null;
        if (
            await FaireAsync(
                _reprise is null
                    ? new GesteDeConvention.PreparerUnAvenant(_objet, texte, regles)
                    : new GesteDeConvention.RedigerLAvenant(_reprise.Numero, _objet, texte, regles),
                _reprise is null
                    ? "L'avenant est préparé : datez les signatures quand elles sont là."
                    : "L'avenant est corrigé : datez les signatures quand elles sont là.",
                RelireLesTextesAsync
            )
        )
        {
            Vider();
        }
        else if (!Retour!.Conflit)
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour);
        }
    }

    private async Task OuvrirAsync(AvenantLu avenant)
    {
        (_numero, _collectivite, _cdg, _effet) = (avenant.Numero, avenant.Collectivite, avenant.Cdg, avenant.Effet);
        (_corrige, _motifDeLAvenant) = (avenant.EstConclu, null);
        await _dater!.OuvrirAsync();
    }

    private Task<bool> DaterAsync() =>
        FaireAsync(
            new GesteDeConvention.DaterLAvenant(_numero, _collectivite, _cdg, _effet, _motifDeLAvenant),
            "Les dates de l'avenant sont enregistrées."
        );
}
