using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Écrit la matrice membres × prestations telle qu'elle est filtrée et triée à l'écran.</summary>
public sealed class ExporterTableauDeBord(LireCampagne lireCampagne, LireTableauDeBord lire, HorlogeLegale horloge)
{
    private const int Paquet = 200;

    /// <returns>Null si la campagne n'est pas du périmètre.</returns>
    public async Task<FichierARemettre?> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (await lireCampagne.ExecuterAsync(acteur, id, annulation) is not { } fiche)
        {
            return null;
        }

        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Réponses")
            .Entetes(1, [ColonneExcel.Texte("Membre"), .. fiche.Prestations.Select(p => ColonneExcel.Texte(p.Libelle))]);
        var (ecrits, total) = (0, 1);
        for (var page = 1; ecrits < total; page++)
        {
            var lue = await lire.ExecuterAsync(acteur, id, demande with { Page = page, Taille = Paquet }, annulation);
            if (lue.Elements.Count == 0)
            {
                break;
            }

            (ecrits, total) = (ecrits + lue.Elements.Count, lue.Total);
            foreach (var membre in lue.Elements)
            {
                var ligne = feuille.Ligne().Texte(membre.Nom);
                foreach (var prestation in fiche.Prestations)
                {
                    ligne.Texte(membre.De(prestation.Prestation)?.Libelle);
                }
            }
        }

        classeur.LisezMoi(
            "Réponses d'un recensement",
            $"{fiche.Intitule}, {Formats.Compter(ecrits, "membre")}",
            horloge.Aujourdhui,
            "Une ligne par membre, une colonne par prestation ; une cellule vide est une prestation que le membre n'a pas choisie."
        );
        return new FichierARemettre(NomDeFichier.De("recensement", fiche.Intitule, horloge.Aujourdhui), classeur.Enregistrer());
    }
}
