using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>La grille d'une réponse, en HTML qui ne change plus.</summary>
public sealed partial class GrilleDeSaisie
{
    private const ChampDeReponse Quantites = ChampDeReponse.Minimum | ChampDeReponse.Estime | ChampDeReponse.Maximum;

    private static readonly HtmlEncoder Encodeur = HtmlEncoder.Create(UnicodeRanges.All);

    private IReadOnlyList<ChampDeReponse> _colonnes = [];

    [Parameter, EditorRequired]
    public GrilleDeReponse Grille { get; set; } = null!;

    /// <summary>La dernière colonne de besoin : l'écart avec N-1 la suit.</summary>
    private ChampDeReponse ApresQuoi => _colonnes.LastOrDefault(c => c.EstNombre());

    private int NombreDeColonnes => _colonnes.Count + (Grille.AvecN1 ? 4 : 2);

    protected override void OnParametersSet() =>
        _colonnes = [.. ChampsDeReponse.Tous.Where(c => c is ChampDeReponse.Justification || Grille.Champs.HasFlag(c))];

    private string? Titre(int lot) =>
        lot == 0
            ? (Grille.Lots.Count > 0 ? "Hors lot" : null)
            : $"Lot {lot} — {Grille.Lots.FirstOrDefault(l => l.Numero == lot)?.Intitule}";

    /// <summary>Une ligne du tableau ; tout ce qui vient d'une personne est encodé.</summary>
    private MarkupString EnHtml(LigneDeGrille ligne)
    {
        var html = new StringBuilder(1024);
        var designation = Encodeur.Encode(ligne.Designation);
        var courte = Encodeur.Encode(ligne.Designation.Length > 60 ? ligne.Designation[..60] : ligne.Designation);
        html.Append(CultureInfo.InvariantCulture, $"<tr id=\"ligne-{ligne.Numero}\" data-ligne=\"{ligne.Numero}\"");
        if (ligne.N1 is { } n1)
        {
            html.Append(CultureInfo.InvariantCulture, $" data-n1=\"{n1}\"");
        }

        html.Append(CultureInfo.InvariantCulture, $"><th scope=\"row\" id=\"d{ligne.Numero}\">{designation}");
        if (ligne.EstNouvelle)
        {
            html.Append(" <span class=\"statut ton-attention\">À revoir</span>");
        }

        html.Append("</th><td>").Append(Encodeur.Encode(ligne.Unite)).Append("</td>");
        if (Grille.AvecN1)
        {
            html.Append("<td class=\"num\">").Append(ligne.N1 is { } avant ? EnClair(ligne, avant) : null).Append("</td>");
        }

        foreach (var champ in _colonnes)
        {
            html.Append(champ.EstNombre() ? "<td class=\"num\">" : "<td>");
            if (ligne.Demandes.Accepte(champ))
            {
                Case(html, ligne, champ, courte);
            }

            html.Append("</td>");
            if (champ == ApresQuoi && Grille.AvecN1)
            {
                html.Append("<td class=\"num ecart\"></td>");
            }
        }

        return new MarkupString(html.Append("</tr>").ToString());
    }

    private void Case(StringBuilder html, LigneDeGrille ligne, ChampDeReponse champ, string designation)
    {
        html.Append(CultureInfo.InvariantCulture, $"<input data-c=\"{(int)champ}\"")
            .Append(champ.EstNombre() ? " class=\"num\" inputmode=\"decimal\"" : null)
            .Append(CultureInfo.InvariantCulture, $" maxlength=\"{champ.LongueurMax()}\" autocomplete=\"off\"")
            .Append(" aria-label=\"")
            .Append(Encodeur.Encode(champ.Libelle()))
            .Append(", ")
            .Append(designation)
            .Append("\" value=\"")
            .Append(Encodeur.Encode(ligne.Saisie?.Valeur(champ).EnTexte(champ) ?? ""))
            .Append(Grille.Ouverte ? "\" />" : "\" readonly />");
    }

    private static string EnClair(LigneDeGrille ligne, long n1) =>
        (ligne.Demandes & Quantites) == 0 ? Formats.Centimes(n1) : Formats.Milliemes(n1);
}
