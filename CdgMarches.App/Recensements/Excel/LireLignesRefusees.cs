using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>
/// Les lignes laissées de côté, telles que reçues, dans un classeur identique au modèle plus une colonne « Motif » : corrigé,
/// il se réimporte comme l'original (K3).
/// </summary>
public sealed class LireLignesRefusees(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <returns>Null si l'import n'est pas du périmètre, ou n'a laissé aucune ligne de côté.</returns>
    public async Task<FichierARemettre?> ExecuterAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var import = await contexte
            .ImportsVisibles(acteur)
            .AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == id && i.Contenu != null && i.PieceId != null, annulation);
        if (import is null)
        {
            return null;
        }

        var piece = await contexte.Pieces.AsNoTracking().SingleAsync(p => p.Id == import.PieceId, annulation);
        await using var fichier = magasin.Ouvrir(piece);
        var tableur = LecteurDeTableur.Lire(fichier, import.NomDuFichier);
        var contenu =
            import.Nature is NatureDImport.Catalogue
                ? ImportDeCatalogue.EcrireLesRefus(
                    tableur,
                    ApercuDeCatalogue.DeJson(import.Contenu),
                    await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == import.Campagne, annulation)
                )
                : await EcrireAsync(contexte, import, tableur, annulation);
        return contenu is null
            ? null
            : new FichierARemettre(
                NomDeFichier.De("lignes-a-corriger", Path.GetFileNameWithoutExtension(import.NomDuFichier), horloge.Aujourdhui),
                contenu
            );
    }

    private static async Task<byte[]?> EcrireAsync(
        MarchesDbContext contexte,
        ImportDeRecensement import,
        TableurLu tableur,
        CancellationToken annulation
    )
    {
        var apercu = ApercuDeBesoins.DeJson(import.Contenu);
        var fautives = apercu.Lignes.Where(l => l.Etat is EtatDeLigne.Erreur || l.Sort is SortDeLigneImportee.Conflit).ToList();
        var neants = apercu.Neants.Where(n => n.Erreur is not null).ToDictionary(n => n.NumeroExcel);
        if (fautives.Count == 0 && neants.Count == 0)
        {
            return null;
        }

        using var classeur = ClasseurExcel.Creer();
        if (neants.Count > 0)
        {
            var lecture = PlanDesPrestations.Unique.Plan.Lire(tableur);
            Recopier(
                classeur,
                lecture,
                lecture.Lignes.Where(l => neants.ContainsKey(l.Numero)).Select(l => (l, neants[l.Numero].Erreur!))
            );
        }

        foreach (var groupe in fautives.GroupBy(l => (l.Reponse, l.Feuille)))
        {
            var motifs = groupe.ToDictionary(l => l.NumeroExcel, l => string.Join("\n", l.Messages));
            var lignes = await LignesAsync(contexte, new ReponseId(groupe.Key.Reponse), annulation);
            var lecture = PlanDeReponse.De(groupe.Key.Feuille, lignes).Plan.Lire(tableur);
            Recopier(
                classeur,
                lecture,
                lecture.Lignes.Where(l => motifs.ContainsKey(l.Numero)).Select(l => (l, motifs[l.Numero]))
            );
        }

        classeur.Meta(tableur.Meta);
        return classeur.Enregistrer();
    }

    /// <summary>Recopie des lignes comme elles ont été reçues, chacune avec son motif.</summary>
    internal static void Recopier(
        ClasseurExcel classeur,
        LectureDImport lecture,
        IEnumerable<(LigneDImport Ligne, string Motif)> lignes
    )
    {
        var presentes = lecture.Colonnes.Presentes;
        var feuille = classeur
            .Feuille(lecture.Feuille)
            .Entetes([
                .. presentes.Select(c => c.Colonne.PourExcel() with { Totalisee = false }),
                ColonneExcel.Texte(PlanDImport.ColonneMotif) with
                {
                    LargeurMaximale = 100,
                },
            ]);
        foreach (var (ligne, motif) in lignes)
        {
            feuille.Ligne();
            foreach (var (colonne, _) in presentes)
            {
                feuille.Reprise(ligne.Cellule(colonne));
            }

            feuille.Texte(motif);
        }
    }

    private static async Task<List<LigneDeCatalogue>> LignesAsync(
        MarchesDbContext contexte,
        ReponseId reponse,
        CancellationToken annulation
    ) =>
        await (
            from r in contexte.Reponses
            join l in contexte.LignesDeCatalogue on new { r.Campagne, r.Prestation } equals new { l.Campagne, l.Prestation }
            where r.Id == reponse && l.RetireeALaVersion == null
            select l
        )
            .AsNoTracking()
            .ToListAsync(annulation);
}
