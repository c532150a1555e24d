using System.Globalization;
using System.Net;
using System.Text;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>La page d'accueil du dossier : elle se lit dans un navigateur, hors ligne.</summary>
internal static class PageDuDossier
{
    public static string Ecrire(
        ConduiteLue conduite,
        IReadOnlyList<(string Nom, string Titre, string Empreinte)> entrees,
        DateOnly jour
    )
    {
        var p = conduite.Procedure;
        var texte = new StringBuilder(
            $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{Html(p.Reference.ToString())}</title>"
                + "<style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem;text-align:left}code{font-size:.75em;word-break:break-all}</style></head><body>"
        );
        texte.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{Html(p.Objet)}</h1><p>{Html(p.Reference.ToString())} — {Html(p.Forme?.Libelle() ?? "procédure non choisie")} — dossier du {Formats.DateLongue(jour)}</p>"
        );
        texte.Append("<h2>Étapes</h2><table><tr><th>Étape</th><th>Prévu</th><th>Réel</th></tr>");
        foreach (var j in p.Jalons.OrderBy(j => j.Etape))
        {
            texte.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Html(j.Etape.Libelle())}</td><td>{Formats.DateCourte(j.Prevu)}</td><td>{Formats.DateCourte(j.Reel)}</td></tr>"
            );
        }

        texte.Append("</table><h2>Lots</h2><table><tr><th>Lot</th><th>Intitulé</th><th>État</th><th>Motif</th></tr>");
        foreach (var l in p.Lots.OrderBy(l => l.Numero))
        {
            texte.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{l.Numero}</td><td>{Html(l.Intitule)}</td><td>{Html(l.Statut.Libelle())}</td><td>{Html(l.MotifDeLIssue ?? "")}</td></tr>"
            );
        }

        texte.Append("</table><h2>Pièces</h2><table><tr><th>Fichier</th><th>Empreinte SHA-256</th></tr>");
        foreach (var (nom, titre, empreinte) in entrees)
        {
            texte.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td><a href=\"{Html(Uri.EscapeDataString(nom).Replace("%2F", "/", StringComparison.Ordinal))}\">{Html(titre)}</a></td><td><code>{empreinte}</code></td></tr>"
            );
        }

        return texte.Append("</table></body></html>").ToString();
    }

    private static string Html(string texte) => WebUtility.HtmlEncode(texte);
}
