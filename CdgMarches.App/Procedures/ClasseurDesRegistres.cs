using System.Globalization;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Les registres d'une procédure en un classeur.</summary>
internal static class ClasseurDesRegistres
{
    public static byte[] Ecrire(Procedure procedure, Registre registre, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var plis = classeur
            .Feuille("Dépôts")
            .Entetes(
                ColonneExcel.Texte("Entreprise"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Date("Date de dépôt"),
                ColonneExcel.Texte("Heure"),
                ColonneExcel.Texte("Lots"),
                ColonneExcel.Texte("Observations"),
                ColonneExcel.Texte("Candidature"),
                ColonneExcel.Texte("Motif de la candidature")
            );
        foreach (var p in registre.Plis.OrderBy(p => p.DeposeLe))
        {
            plis.Ligne()
                .Texte(p.Entreprise)
                .Texte(p.Siret)
                .Date(DateOnly.FromDateTime(p.DeposeLe))
                .Texte(p.DeposeLe.ToString("HH:mm", CultureInfo.InvariantCulture))
                .Texte(p.LotsEnTexte)
                .Texte(
                    p.EstTardif ? "Hors délai : éliminé"
                    : p.RemplacePar is { } n ? $"Remplacé par le pli {n}"
                    : ""
                )
                .Texte(p.Candidature.Libelle())
                .Texte(p.Motif);
        }

        var questions = classeur
            .Feuille("Questions")
            .Entetes(
                ColonneExcel.Date("Reçue le"),
                ColonneExcel.Texte("Question"),
                ColonneExcel.Date("Réponse le"),
                ColonneExcel.Texte("Réponse")
            );
        foreach (var q in registre.Questions.OrderBy(q => q.Numero))
        {
            questions.Ligne().Date(q.RecueLe).Texte(q.Texte).Date(q.ReponduLe).Texte(q.Reponse);
        }

        var retraits = classeur
            .Feuille("Retraits")
            .Entetes(ColonneExcel.Texte("Entreprise"), ColonneExcel.Texte("Courriel"), ColonneExcel.Date("Retrait le"));
        foreach (var r in registre.Retraits.OrderBy(r => r.Numero))
        {
            retraits.Ligne().Texte(r.Entreprise).Texte(r.Courriel).Date(DateOnly.FromDateTime(r.Le));
        }

        var avis = classeur
            .Feuille("Avis")
            .Entetes(
                ColonneExcel.Texte("Support"),
                ColonneExcel.Texte("Objet"),
                ColonneExcel.Date("Envoyé le"),
                ColonneExcel.Texte("Preuve"),
                ColonneExcel.Date("Paru le")
            );
        foreach (var a in procedure.Avis.OrderBy(a => a.Numero))
        {
            avis.Ligne().Texte(a.Support.Libelle()).Texte(a.Objet).Date(a.EnvoyeLe).Texte(a.Reference).Date(a.PublieLe);
        }

        var deports = classeur
            .Feuille("Déports")
            .Entetes(ColonneExcel.Texte("Personne"), ColonneExcel.Entier("Lot"), ColonneExcel.Date("Le"));
        foreach (var d in registre.Deports.OrderBy(d => d.Numero))
        {
            deports.Ligne().Texte(d.Personne).Entier(d.Lot).Date(d.Le);
        }

        classeur.LisezMoi($"Registres — {procedure.Objet}", procedure.Reference.ToString(), jour);
        return classeur.Enregistrer();
    }
}
