using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.App.Socle.Import;

/// <summary>Écrit les fichiers qui reviendront : l'export au format de l'import, et les lignes refusées à corriger.</summary>
public static class EchangeExcel
{
    /// <summary>Ajoute au classeur la feuille du plan, remplie ; sans ligne, c'est le modèle à remplir.</summary>
    public static FeuilleExcel Ecrire<TExistant>(
        ClasseurExcel classeur,
        PlanDImport plan,
        Champs<TExistant> champs,
        IEnumerable<TExistant> lignes
    )
    {
        var feuille = classeur.Feuille(plan.Feuille).Entetes([.. plan.Colonnes.Select(c => c.PourExcel())]);
        var lecteurs = plan.Colonnes.Select(champs.Lecteur).ToArray();
        foreach (var ligne in lignes)
        {
            feuille.Ligne();
            for (var i = 0; i < lecteurs.Length; i++)
            {
                plan.Colonnes[i].EcrireObjet(feuille, lecteurs[i]?.Invoke(ligne));
            }
        }

        return feuille;
    }

    /// <summary>
    /// Les lignes en erreur, telles que reçues, dans un fichier identique au modèle plus une colonne « Motif ». La feuille
    /// masquée est recopiée : le fichier corrigé sera reconnu comme l'original. Une colonne que le fichier n'avait pas n'y est
    /// pas ajoutée, sans quoi ses cellules vides effaceraient les valeurs en base.
    /// </summary>
    public static byte[] EcrireLesRefus(ApercuDImport apercu)
    {
        var presentes = apercu.Lecture.Colonnes.Presentes;
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille(apercu.Lecture.Plan.Feuille)
            .Entetes([
                .. presentes.Select(c => c.Colonne.PourExcel()),
                ColonneExcel.Texte(PlanDImport.ColonneMotif) with
                {
                    LargeurMaximale = 100,
                },
            ]);
        foreach (var ligne in apercu.Lignes.Where(l => l.Etat is EtatDeLigne.Erreur))
        {
            feuille.Ligne();
            foreach (var (colonne, _) in presentes)
            {
                feuille.Reprise(ligne.Source.Cellule(colonne));
            }

            feuille.Texte(string.Join("\n", ligne.Messages));
        }

        if (apercu.Lecture.Tableur.Meta.Count > 0)
        {
            classeur.Meta(apercu.Lecture.Tableur.Meta);
        }

        return classeur.Enregistrer();
    }
}
