using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Conventions;

/// <summary>Le texte d'une convention et ses avenants, chacun comparé au texte qu'il remplace.</summary>
public sealed partial class PageAvenants(LireTextesDeConvention lireTextes) : PageDeConvention
{
    private TextesDeConvention? _textes;
    private Confirmation? _dater;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private SaisieDeRegles _regles = new();
    private string? _texteInitial;
    private string? _objet;
    private string? _texte;
    private bool _changeLesRegles;
    private int _cle;
    private int _numero;
    private DateOnly? _collectivite;
    private DateOnly? _cdg;
    private DateOnly? _effet;

    protected override async Task ApresLectureAsync()
    {
        _textes = await lireTextes.ExecuterAsync(await ActeurCourant.LireAsync(), Convention);
        (_texteInitial, _texte) = (_textes.Initial, _textes.Dernier);
        _regles = SaisieDeRegles.De(_textes.Regles);
        _cle++;
    }

    private Task<bool> DeposerAsync() =>
        FaireAsync(new GesteDeConvention.DeposerLeTexte(_texteInitial), "Le texte est enregistré.");

    private async Task PreparerAsync()
    {
        _erreurs = _changeLesRegles ? _regles.Manques() : [];
        if (_erreurs.Count > 0)
        {
            return;
        }

        var texte = _texte == _textes!.Dernier ? null : _texte;
        if (
            await FaireAsync(
                new GesteDeConvention.PreparerUnAvenant(_objet, texte, _changeLesRegles ? _regles.Lire() : null),
                "L'avenant est préparé : datez les signatures quand elles sont là."
            )
        )
        {
            (_objet, _changeLesRegles) = (null, false);
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private async Task OuvrirAsync(AvenantLu avenant)
    {
        (_numero, _collectivite, _cdg, _effet) = (avenant.Numero, avenant.Collectivite, avenant.Cdg, avenant.Effet);
        await _dater!.OuvrirAsync();
    }

    private Task<bool> DaterAsync() =>
        FaireAsync(
            new GesteDeConvention.DaterLAvenant(_numero, _collectivite, _cdg, _effet),
            "Les dates de l'avenant sont enregistrées."
        );
}
