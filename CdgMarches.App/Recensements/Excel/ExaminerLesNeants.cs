using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Lit la colonne « Besoin néant » de la feuille « Prestations ».</summary>
internal static class ExaminerLesNeants
{
    public static async Task<List<NeantDansLeFichier>> ExecuterAsync(
        MarchesDbContext contexte,
        TableurLu tableur,
        CampagneId campagne,
        List<Reponse> reponses,
        List<LigneDeBesoin> lignes,
        Dictionary<ReponseId, List<LigneDuClasseur>> connues,
        DateTimeOffset maintenant,
        CancellationToken annulation
    )
    {
        if (tableur.Feuille(PlanDesPrestations.Feuille) is null)
        {
            return [];
        }

        var plan = PlanDesPrestations.Unique;
        var prestations = await contexte
            .Campagnes.Where(c => c.Id == campagne)
            .SelectMany(c => c.Prestations)
            .AsNoTracking()
            .ToDictionaryAsync(p => p.Code, annulation);
        List<NeantDansLeFichier> neants = [];
        foreach (var ligne in plan.Plan.Lire(tableur).Lignes)
        {
            var prestation = prestations.GetValueOrDefault(ligne.Lire(plan.Code) ?? "");
            if (prestation is null || reponses.Find(r => r.Prestation == prestation.Prestation) is not { } reponse)
            {
                continue;
            }

            if (ligne.EstEnErreur)
            {
                var messages = ligne.Remarques.Select(r => r.Remarque.Message);
                neants.Add(new(reponse.Id.Valeur, prestation.Libelle, ligne.Numero, string.Join(" ", messages)));
            }
            else if (ligne.Lire(plan.Neant) is true && reponse.Etat is not EtatDeReponse.Neant)
            {
                neants.Add(
                    new(
                        reponse.Id.Valeur,
                        prestation.Libelle,
                        ligne.Numero,
                        Obstacle(reponse, lignes, connues[reponse.Id], maintenant)
                    )
                );
            }
        }

        return neants;
    }

    private static string? Obstacle(
        Reponse reponse,
        List<LigneDeBesoin> lignes,
        List<LigneDuClasseur> connues,
        DateTimeOffset maintenant
    )
    {
        if (reponse.PeutSaisir(maintenant) is { EstFavorable: false } verdict)
        {
            return string.Join(" ", verdict.Obstacles.Select(o => o.Message));
        }

        var changees = lignes.Where(l => l.Reponse == reponse.Id.Valeur).ToDictionary(l => l.NumeroExcel);
        if (changees.Values.Any(l => l.Etat is EtatDeLigne.Erreur))
        {
            return "des lignes de cette prestation sont en erreur : corrigez-les d'abord.";
        }

        var restantes = connues.Count(l => DiraUnBesoin(l, changees.Values.FirstOrDefault(c => c.Ligne == l.Ligne.Numero)));
        return restantes == 0
            ? null
            : $"« Besoin néant » est à Oui alors que {Formats.Compter(restantes, "ligne dit un besoin : videz-la", "lignes disent un besoin : videz-les")}, ou choisissez Non.";
    }

    /// <summary>Ce que la ligne dira une fois le fichier importé.</summary>
    private static bool DiraUnBesoin(LigneDuClasseur connue, LigneDeBesoin? changee) =>
        ChampsDeReponse
            .Tous.Where(c => c.EstNombre())
            .Any(champ =>
            {
                var valeur =
                    changee?.Cellules.FirstOrDefault(c => c.Champ == champ)?.Nouvelle
                    ?? connue.Saisie?.Valeur(champ)
                    ?? ValeurDeCellule.Vide;
                return !valeur.EstVide && valeur.Nombre != 0;
            });
}
