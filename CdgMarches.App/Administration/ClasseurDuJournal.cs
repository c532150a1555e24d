using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.App.Administration;

/// <summary>Écrit le journal filtré dans un classeur.</summary>
internal static class ClasseurDuJournal
{
    private static readonly ColonneExcel[] Colonnes =
    [
        ColonneExcel.Texte("Date et heure"),
        ColonneExcel.Texte("Par"),
        ColonneExcel.Texte("Pour"),
        ColonneExcel.Texte("Objet"),
        ColonneExcel.Texte("Clé de l'objet"),
        ColonneExcel.Texte("Fait"),
        ColonneExcel.Texte("Avant"),
        ColonneExcel.Texte("Après"),
        ColonneExcel.Texte("Motif"),
        ColonneExcel.Texte("Adresse"),
    ];

    public static byte[] Ecrire(PageDe<LigneDuJournal> lignes, HorlogeLegale horloge)
    {
        using var classeur = ClasseurExcel.Creer();
        classeur.LisezMoi(
            "Journal",
            lignes.Total > lignes.Elements.Count
                ? $"Les {Formats.Nombre(lignes.Elements.Count)} lignes les plus récentes sur {Formats.Nombre(lignes.Total)} : resserrez la période pour avoir les autres."
                : Formats.Compter(lignes.Total, "ligne"),
            horloge.Aujourdhui,
            "Ce que l'écran montrait, avec ses filtres. Les heures sont celles du centre de gestion."
        );
        var feuille = classeur.Feuille("Journal");
        feuille.Entetes(1, Colonnes);
        foreach (var l in lignes.Elements)
        {
            feuille
                .Ligne()
                .Texte(horloge.Local(l.Instant).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture))
                .Texte(l.Acteur)
                .Texte(l.Pour)
                .Texte(NomsDObjets.De(l.ObjetType))
                .Texte(l.ObjetId.ToString())
                .Texte(l.Libelle)
                .Texte(l.Avant)
                .Texte(l.Apres)
                .Texte(l.Motif)
                .Texte(l.Adresse);
        }

        return classeur.Enregistrer();
    }
}
