using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Parametres;

/// <summary>La saisie d'une valeur datée.</summary>
public sealed partial class PageNouvelleValeur(
    AjouterValeur ajouter,
    ActeurCourant acteur,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly Lien[] Fil = [.. OngletsDesReglages.Fil, new("Réglages", "/administration/reglages")];

    private static readonly Option<string>[] Codes =
    [
        .. Parametrage
            .Codes.Select(c => new Option<string>(c, Parametrage.Nom(c)))
            .OrderBy(o => o.Libelle, StringComparer.CurrentCulture),
    ];

    private readonly Saisie _saisie = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;

    /// <summary>Le seuil attendu dont vient le lien.</summary>
    [SupplyParameterFromQuery(Name = "code")]
    public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "debut")]
    public string? Debut { get; set; }

    private string Unite => _saisie.Code is { } code ? Parametrage.Unite(code) : "€ HT";

    private bool EstUnTexte => _saisie.Code is { } code && Parametrage.EstUnTexte(code);

    private IReadOnlyList<Option<string>> Choix =>
        _saisie.Code is { } code ? [.. Parametrage.Choix(code).Select(c => new Option<string>(c.Valeur, c.Libelle))] : [];

    protected override void OnInitialized()
    {
        _saisie.Code = Codes.Any(c => c.Valeur == Code) ? Code : null;
        _saisie.Debut = DateOnly.TryParseExact(Debut, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            ? jour
            : null;
    }

    private async Task AjouterAsync()
    {
        _retour = null;
        _erreurs = [.. Verifier()];
        if (_erreurs.Count > 0)
        {
            return;
        }

        var valeur = new NouvelleValeur(
            _saisie.Code!,
            EstUnTexte ? null : _saisie.Nombre,
            _saisie.Debut!.Value,
            _saisie.Fin,
            _saisie.Source!.Trim()
        )
        {
            Texte = EstUnTexte ? _saisie.Texte!.Trim() : null,
        };
        _retour = await operation.ExecuterAsync(
            async () => await ajouter.ExecuterAsync(await acteur.LireAsync(), valeur),
            "La valeur est ajoutée."
        );
        if (_retour.Reussi)
        {
            navigation.NavigateTo("/administration/reglages");
        }
    }

    private IEnumerable<ErreurDeSaisie> Verifier()
    {
        if (_saisie.Code is null)
        {
            yield return new("code", "Choisissez ce que la valeur fixe.");
        }

        if (EstUnTexte)
        {
            if (string.IsNullOrWhiteSpace(_saisie.Texte))
            {
                yield return new("texte", "Donnez la valeur.");
            }
            else if (Choix.Count > 0 && Choix.All(c => c.Valeur != _saisie.Texte))
            {
                yield return new("texte", "Choisissez l'une des valeurs proposées.");
            }
        }
        else if (_saisie.Nombre is not { } nombre)
        {
            yield return new("nombre", "Saisissez la valeur.");
        }
        else if (nombre <= 0)
        {
            yield return new("nombre", "La valeur doit être supérieure à zéro.");
        }
        else if (_saisie.Code is { } code && Parametrage.EstUnPourcentage(code) && nombre > 100)
        {
            yield return new("nombre", "Un pourcentage ne dépasse pas 100.");
        }

        if (_saisie.Debut is not { Year: >= 2000 and <= 2100 })
        {
            yield return new("debut", "Saisissez le premier jour, entre 2000 et 2100.");
        }

        if (_saisie.Fin is { } fin && (fin < _saisie.Debut || fin.Year > 2100))
        {
            yield return new("fin", "Le dernier jour doit suivre le premier, et ne pas dépasser 2100.");
        }

        if (string.IsNullOrWhiteSpace(_saisie.Source))
        {
            yield return new("source", "Citez le texte qui fixe la valeur.");
        }
    }

    private sealed class Saisie
    {
        public string? Code { get; set; }

        public decimal? Nombre { get; set; }

        public string? Texte { get; set; }

        public DateOnly? Debut { get; set; }

        public DateOnly? Fin { get; set; }

        public string? Source { get; set; }
    }
}
