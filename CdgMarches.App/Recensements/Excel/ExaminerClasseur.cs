using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Ce que l'examen d'un classeur donne : rien n'est écrit, tout est dit.</summary>
public sealed record ExamenDeClasseur(
    CollectiviteId Membre,
    IReadOnlyList<ReponseId> Reponses,
    int VersionDuCatalogue,
    int Inchangees,
    ApercuDeBesoins Apercu
)
{
    public int Nombre(EtatDeLigne etat) => Apercu.Lignes.Count(l => l.Etat == etat);
}

/// <summary>Reconnaît un classeur de membre et le compare à la base, cellule par cellule.</summary>
public sealed class ExaminerClasseur(SceauDeClasseur sceau, HorlogeLegale horloge)
{
    private const string Sauf = "Rien n'a été importé, les réponses sont intactes.";

    /// <param name="contexte">Un contexte de lecture.</param>
    /// <param name="acteur">Celui qui importe : il ne peut reconnaître que ce qu'il voit.</param>
    /// <param name="tableur">Le fichier lu.</param>
    /// <param name="campagne">La campagne où l'on importe.</param>
    /// <param name="membre">Le membre pour qui l'on importe ; null pour un dépôt en vrac, où le fichier le dit.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <exception cref="RefusException">Le classeur n'est pas le bon, ou ne peut plus être importé : la phrase dit pourquoi.</exception>
    /// <exception cref="FichierRefuseException">Une feuille n'a plus ses colonnes.</exception>
    public async Task<ExamenDeClasseur> ExecuterAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        CampagneId campagne,
        CollectiviteId? membre,
        CancellationToken annulation
    )
    {
        var identite = Identifier(tableur, campagne, membre);
        var reponses = await LireReponsesAsync(contexte, acteur, tableur, identite, annulation);
        var lectures = await LireLignesAsync(contexte, reponses, annulation);
        List<LigneDeBesoin> lignes = [];
        List<string> avis = [.. tableur.Avis];
        var inchangees = 0;
        foreach (var (reponse, feuille) in reponses)
        {
            if (tableur.Feuille(feuille) is null)
            {
                avis.Add($"La feuille « {feuille} » n'est pas dans le classeur : cette réponse ne change pas.");
                continue;
            }

            var examen = new ExamenDeFeuille(reponse, feuille, lectures[reponse.Id], identite.GenereLe, horloge);
            inchangees += examen.Comparer(tableur, lignes, avis);
        }

        var neants = await ExaminerLesNeants.ExecuterAsync(
            contexte,
            tableur,
            campagne,
            [.. reponses.Select(r => r.Reponse)],
            lignes,
            lectures,
            horloge.Maintenant,
            annulation
        );
        return new ExamenDeClasseur(
            identite.Membre,
            [.. reponses.Select(r => r.Reponse.Id)],
            identite.VersionDuCatalogue,
            inchangees,
            new ApercuDeBesoins(lignes, neants, avis)
        );
    }

    private IdentiteDeClasseur Identifier(TableurLu tableur, CampagneId campagne, CollectiviteId? membre)
    {
        var fichier = $"« {tableur.NomDeFichier} »";
        if (!IdentiteDeClasseur.EnEstUne(tableur.Meta))
        {
            throw new RefusException(
                $"{fichier} n'est pas un classeur de recensement remis par CdgMarches, ou sa feuille masquée a été supprimée. {Sauf} Téléchargez le classeur de la réponse et recopiez-y vos quantités."
            );
        }

        if (IdentiteDeClasseur.EstDUnAutreFormat(tableur.Meta))
        {
            throw new RefusException(
                $"{fichier} a été fait par une autre version de CdgMarches, que celle-ci ne sait pas lire. {Sauf} Téléchargez un nouveau classeur : vos valeurs enregistrées y seront."
            );
        }

        if (!sceau.EstIntact(tableur.Meta) || IdentiteDeClasseur.DeMeta(tableur.Meta) is not { } identite)
        {
            throw new RefusException(
                $"La feuille masquée de {fichier} a été modifiée : on ne peut plus dire de qui est ce classeur. {Sauf} Téléchargez-en un nouveau et recopiez-y vos quantités."
            );
        }

        if (identite.Campagne != campagne)
        {
            throw new RefusException(
                $"{fichier} est le classeur d'une autre campagne ({identite.NomDuMembre}, préparé le {Formats.Instant(identite.GenereLe, horloge.Fuseau)}). {Sauf} Téléchargez le classeur de cette campagne-ci."
            );
        }

        return membre is { } attendu && identite.Membre != attendu
            ? throw new RefusException(
                $"{fichier} est le classeur d'un autre membre : {identite.NomDuMembre}. {Sauf} Vérifiez le fichier, ou importez-le depuis la réponse de ce membre."
            )
            : identite;
    }

    private async Task<List<(Reponse Reponse, string Feuille)>> LireReponsesAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        IdentiteDeClasseur identite,
        CancellationToken annulation
    )
    {
        var ids = identite.Feuilles.Select(f => f.Reponse).ToList();
        var visibles = await contexte
            .ReponsesVisibles(acteur)
            .AsNoTracking()
            .Where(r => r.Campagne == identite.Campagne && r.Collectivite == identite.Membre && ids.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, annulation);
        if (visibles.Count == 0)
        {
            throw new RefusException(
                $"« {tableur.NomDeFichier} » est le classeur {GrammaireDuNom.De(identite.NomDuMembre)}, dont vous ne pouvez pas saisir les réponses. {Sauf}"
            );
        }

        var version = await contexte
            .Campagnes.Where(c => c.Id == identite.Campagne)
            .Select(c => c.VersionDuCatalogue)
            .SingleAsync(annulation);
        if (identite.VersionDuCatalogue != version)
        {
            throw new RefusException(
                $"« {tableur.NomDeFichier} » porte la version {identite.VersionDuCatalogue} du catalogue, qui en est à la version {version}. {Sauf} Téléchargez un nouveau classeur et recopiez-y vos quantités : celles déjà enregistrées y seront."
            );
        }

        var maintenant = horloge.Maintenant;
        if (visibles.Values.All(r => !r.PeutSaisir(maintenant).EstFavorable))
        {
            var obstacles = visibles.Values.First().PeutSaisir(maintenant).Obstacles.Select(o => o.Message);
            throw new RefusException($"« {tableur.NomDeFichier} » n'est pas importé. {string.Join(" ", obstacles)}");
        }

        return
        [
            .. identite
                .Feuilles.Where(f => visibles.ContainsKey(f.Reponse))
                .Select(f => (Reponse: visibles[f.Reponse], Feuille: f.Nom)),
        ];
    }

    /// <summary>Les lignes du catalogue de chaque réponse, avec ce que la base en sait.</summary>
    private static async Task<Dictionary<ReponseId, List<LigneDuClasseur>>> LireLignesAsync(
        MarchesDbContext contexte,
        List<(Reponse Reponse, string Feuille)> reponses,
        CancellationToken annulation
    )
    {
        var campagne = reponses[0].Reponse.Campagne;
        var prestations = reponses.Select(r => r.Reponse.Prestation).ToList();
        var ids = reponses.Select(r => r.Reponse.Id).ToList();
        var catalogue = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == campagne && l.RetireeALaVersion == null && prestations.Contains(l.Prestation))
            .ToListAsync(annulation);
        var saisies = (
            await contexte.LignesDeReponse.AsNoTracking().Where(l => ids.Contains(l.Reponse)).ToListAsync(annulation)
        ).ToDictionary(l => (l.Reponse, l.Ligne));
        return reponses.ToDictionary(
            r => r.Reponse.Id,
            r =>
                catalogue
                    .Where(l => l.Prestation == r.Reponse.Prestation)
                    .Select(l => new LigneDuClasseur(l, "", saisies.GetValueOrDefault((r.Reponse.Id, l.Numero))))
                    .ToList()
        );
    }
}
