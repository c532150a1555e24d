using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Parametres;

/// <summary>Les seuils, délais et autres valeurs datées, avec leur source, et ceux que l'on attend.</summary>
public sealed partial class PageValeurs(LireReglages lire, AjouterValeur ajouter, ActeurCourant acteur, Operation operation)
{
    private static readonly Option<string>[] Validites =
    [
        new("en-vigueur", "En vigueur"),
        new("a-venir", "À venir"),
        new("passee", "Passées"),
    ];

    private Liste<LigneDeValeur>? _liste;
    private Confirmation? _confirmation;
    private IReadOnlyList<SeuilsAttendus> _attendus = [];
    private LigneDeValeur? _aRetirer;
    private Retour? _retour;

    private string TexteDuRetrait =>
        _aRetirer is { } v
            ? $"« {v.Nom} » n'aura plus de valeur à partir du {Formats.DateCourte(v.Debut)} par cette ligne. La valeur précédente n'est pas rouverte."
            : "";

    protected override async Task OnInitializedAsync() => _attendus = await lire.AttendusAsync(await acteur.LireAsync());

    private async Task<PageDe<LigneDeValeur>> LireAsync(Demande demande) =>
        await lire.ValeursAsync(await acteur.LireAsync(), demande);

    private Task DemanderRetraitAsync(LigneDeValeur valeur)
    {
        _aRetirer = valeur;
        return _confirmation!.OuvrirAsync();
    }

    private async Task RetirerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await ajouter.RetirerAsync(await acteur.LireAsync(), _aRetirer!.Id),
            "La valeur à venir est retirée."
        );
        _attendus = await lire.AttendusAsync(await acteur.LireAsync());
        await _liste!.RechargerAsync();
    }

    private static string Valeur(LigneDeValeur valeur) =>
        valeur.Nombre is not { } nombre
            ? Parametrage.Choix(valeur.Code).FirstOrDefault(c => c.Valeur == valeur.Texte).Libelle
                ?? valeur.Texte
                ?? Formats.Absent
        : Parametrage.EstUnPourcentage(valeur.Code) ? Formats.Pourcentage(nombre / 100)
        : Parametrage.EstUnMontant(valeur.Code) ? Formats.EurosHt(nombre)
        : Parametrage.Unite(valeur.Code) is { Length: > 0 } unite ? $"{Formats.Nombre(nombre)} {unite}"
        : Formats.Nombre(nombre);

    private static string Validite(LigneDeValeur valeur) =>
        valeur.EstEnVigueur ? "En vigueur"
        : valeur.EstAVenir ? "À venir"
        : "Passée";

    private static Ton TonDe(LigneDeValeur valeur) =>
        valeur.EstEnVigueur ? Ton.Positif
        : valeur.EstAVenir ? Ton.Info
        : Ton.Neutre;

    private static string Saisir(string code, DateOnly debut) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/administration/reglages/nouvelle-valeur?code={Uri.EscapeDataString(code)}&debut={debut:O}"
        );
}
