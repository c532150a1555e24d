using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Ce que la liste montre et les gestes de l'agent.</summary>
public sealed partial class Liste<T>
{
    private IEnumerable<Colonne<T>> Visibles => _colonnes.Where(c => !_masquees.Contains(c.Cle));

    private bool EstFiltree => _demande.Recherche is not null || _demande.Filtres is { Count: > 0 };

    private string Compte =>
        _resultat?.Total switch
        {
            null => "",
            0 => "Aucun résultat",
            1 => "1 résultat",
            { } total => $"{Formats.Nombre((long)total)} résultats",
        };

    private string SansFiltre => new Uri(navigation.Uri).AbsolutePath;

    private bool PageChoisie =>
        Cle is not null && _resultat is { Elements.Count: > 0 } r && r.Elements.All(e => EstChoisie(Cle(e)));

    private void ChercherAsync() =>
        navigation.NavigateTo(
            navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?> { [AdresseDeListe.Recherche] = Nul(_recherche), [AdresseDeListe.Page] = null }
            )
        );

    private void MasquerAsync(IReadOnlySet<string> masquees) =>
        navigation.NavigateTo(
            navigation.GetUriWithQueryParameter(AdresseDeListe.Masquees, Nul(string.Join(',', masquees.Order()))),
            replace: true
        );

    private string AdresseDuTri(Colonne<T> colonne) =>
        navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?>
            {
                [AdresseDeListe.Tri] = colonne.Tri,
                [AdresseDeListe.Sens] = EstTriee(colonne) && !_demande.Decroissant ? "desc" : null,
                [AdresseDeListe.Page] = null,
            }
        );

    private bool EstTriee(Colonne<T> colonne) => colonne.Tri is not null && colonne.Tri == _demande.Tri;

    private string? SensDe(Colonne<T> colonne) =>
        colonne.Tri is null ? null
        : !EstTriee(colonne) ? "none"
        : _demande.Decroissant ? "descending"
        : "ascending";

    private string Fleche(Colonne<T> colonne) =>
        !EstTriee(colonne) ? " ↕"
        : _demande.Decroissant ? " ↓"
        : " ↑";

    private bool EstChoisie(string cle) => Selection.Tous || Selection.Cles.Contains(cle);

    private Task ChoisirAsync(SelectionDeListe selection) => SelectionChanged.InvokeAsync(selection);

    private Task ChoisirLigneAsync(string cle, bool choisie) =>
        ChoisirAsync(
            new SelectionDeListe(
                (choisie ? DejaChoisies().Append(cle) : DejaChoisies().Where(c => c != cle)).ToHashSet(StringComparer.Ordinal)
            )
        );

    private Task ChoisirPageAsync(bool choisie)
    {
        var page = _resultat!.Elements.Select(e => Cle!(e));
        return ChoisirAsync(
            new SelectionDeListe(
                (choisie ? DejaChoisies().Union(page) : DejaChoisies().Except(page)).ToHashSet(StringComparer.Ordinal)
            )
        );
    }

    /// <summary>Quitter « tous les résultats » garde la page affichée, seule dont les clés soient connues.</summary>
    private IEnumerable<string> DejaChoisies() => Selection.Tous ? _resultat!.Elements.Select(e => Cle!(e)) : Selection.Cles;

    private static string? Nul(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}

/// <summary>Ce que l'agent a coché dans une liste, d'une page à l'autre.</summary>
/// <param name="Cles">Les clés des lignes cochées.</param>
/// <param name="Tous">Vrai quand il a choisi tous les résultats de la demande : la page relit alors sans pagination.</param>
public sealed record SelectionDeListe(IReadOnlySet<string> Cles, bool Tous = false)
{
    public static SelectionDeListe Aucune { get; } = new(new HashSet<string>());

    public int Nombre => Cles.Count;

    public string Libelle(int total) =>
        (Tous ? total : Nombre) switch
        {
            1 => "1 ligne sélectionnée",
            var n => $"{Formats.Nombre((long)n)} lignes sélectionnées",
        };
}
