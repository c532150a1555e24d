using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Un champ que l'on remplit en cherchant : la saisie propose, le choix remplit.</summary>
public sealed partial class ChampDeRecherche<T> : IDisposable
{
    /// <summary>Une frappe plus rapide que cela n'interroge pas à chaque lettre.</summary>
    private static readonly TimeSpan Repos = TimeSpan.FromMilliseconds(200);

    private IReadOnlyList<T> _propositions = [];
    private CancellationTokenSource? _enCours;
    private string _texte = "";
    private string _annonce = "";
    private T? _montree;
    private bool _ouverte;
    private bool _dedans;
    private int _rang = -1;

    /// <summary>La lecture, déjà liée à l'acteur.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<T>>> Chercher { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<T, string> LibelleDe { get; set; } = null!;

    /// <summary>De quoi distinguer deux propositions de même nom.</summary>
    [Parameter]
    public Func<T, string?>? DetailDe { get; set; }

    [Parameter]
    public string Invite { get; set; } = "Nom, code ou numéro";

    private string IdListe => $"{IdDuChamp}-propositions";

    public void Dispose()
    {
        _enCours?.Cancel();
        _enCours?.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (!EqualityComparer<T>.Default.Equals(_montree, Valeur))
        {
            _montree = Valeur;
            _texte = Valeur is null ? "" : LibelleDe(Valeur);
        }
    }

    private string IdOption(int rang) => $"{IdDuChamp}-option-{rang}";

    private async Task TaperAsync(ChangeEventArgs saisie)
    {
        _texte = saisie.Value as string ?? "";
        _enCours?.Cancel();
        _enCours?.Dispose();
        _enCours = new CancellationTokenSource();
        var jeton = _enCours.Token;
        try
        {
            await Task.Delay(Repos, jeton);
            var trouvees = _texte.Trim().Length < 2 ? [] : await Chercher(_texte, jeton);
            if (!jeton.IsCancellationRequested)
            {
                Proposer(trouvees);
            }
        }
        catch (OperationCanceledException)
        {
            // Une frappe plus récente a pris la suite.
        }
    }

    private void Proposer(IReadOnlyList<T> trouvees)
    {
        (_propositions, _ouverte, _rang) = (trouvees, true, trouvees.Count > 0 ? 0 : -1);
        _annonce = (_texte.Trim().Length, trouvees.Count) switch
        {
            (< 2, _) => "Tapez au moins deux caractères.",
            (_, 0) => "Aucun résultat.",
            (_, 1) => "1 proposition ; flèches pour parcourir, Entrée pour choisir.",
            (_, var n) => $"{n} propositions ; flèches pour parcourir, Entrée pour choisir.",
        };
    }

    private async Task ToucheAsync(KeyboardEventArgs touche)
    {
        switch (touche.Key)
        {
            case "ArrowDown" when _propositions.Count > 0:
                (_ouverte, _rang) = (true, (_rang + 1) % _propositions.Count);
                break;
            case "ArrowUp" when _propositions.Count > 0:
                (_ouverte, _rang) = (true, (_rang <= 0 ? _propositions.Count : _rang) - 1);
                break;
            case "Enter" when _ouverte && _rang >= 0 && _rang < _propositions.Count:
                await ChoisirAsync(_propositions[_rang]);
                break;
            case "Escape":
                Fermer();
                break;
            default:
                break;
        }
    }

    private async Task ChoisirAsync(T proposition)
    {
        _enCours?.Cancel();
        (_montree, _texte) = (proposition, LibelleDe(proposition));
        Fermer();
        _annonce = $"Choisi : {_texte}.";
        await ChangerAsync(proposition);
        if (Valeur is null)
        {
            // A page that takes the choice without keeping it is not rendered again here; one that keeps it gives it back.
            (_montree, _texte) = (default, "");
        }
    }

    private async Task EffacerAsync()
    {
        (_montree, _texte, _propositions) = (default, "", []);
        Fermer();
        _annonce = "";
        await ChangerAsync(default);
    }

    private void Fermer() => (_ouverte, _rang) = (false, -1);

    private void Revenir() => _dedans = true;

    /// <summary>En quittant la zone, le texte redevient celui du choix : un texte non choisi ne vaut rien.</summary>
    private async Task QuitterAsync()
    {
        _dedans = false;

        // A click on a proposal moves the focus before it clicks: wait for it.
        await Task.Delay(Repos);
        if (_dedans || !_ouverte && _texte == (Valeur is null ? "" : LibelleDe(Valeur)))
        {
            return;
        }

        Fermer();
        if (Valeur is not null)
        {
            _texte = LibelleDe(Valeur);
        }
        else if (_texte.Trim().Length > 0)
        {
            _annonce = "Rien n'est choisi : prenez une proposition dans la liste.";
        }
    }
}
