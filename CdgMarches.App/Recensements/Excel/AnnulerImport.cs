using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Défait un import dans les 24 heures : chaque ligne que personne n'a changée depuis reprend ses valeurs d'avant.</summary>
public sealed class AnnulerImport(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public static readonly TimeSpan Delai = TimeSpan.FromHours(24);

    /// <summary>Ce qui a été défait, en une phrase.</summary>
    public static string Phrase((int Retablies, int Gardees) fait) =>
        $"L'import est annulé : {Formats.Compter(fait.Retablies, "ligne rétablie", "lignes rétablies")}{(fait.Gardees > 0 ? $", {Formats.Compter(fait.Gardees, "ligne gardée", "lignes gardées")} car changées depuis" : "")}.";

    /// <returns>Les lignes rétablies, et celles gardées parce que changées depuis.</returns>
    /// <exception cref="RefusException">Il est trop tard, ou toutes les lignes ont changé : rien n'est défait.</exception>
    /// <exception cref="RegleMetierException">La réponse est validée, ou son délai est écoulé.</exception>
    public async Task<(int Retablies, int Gardees)> ExecuterAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.SaisirRecensement);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            jeton => DefaireAsync(contexte, acteur, id, horloge.Maintenant, jeton),
            annulation
        );
    }

    private static async Task<(int Retablies, int Gardees)> DefaireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var import = await AccesAuxImports.AChangerAsync(contexte, acteur, id, annulation);
        ExigerAnnulable(import, instant);
        var nom = await contexte.Collectivites.Where(c => c.Id == import.Collectivite).Select(c => c.Nom).SingleAsync(annulation);
        var auteur = acteur.AuNomDe(nom);
        var apercu = ApercuDeBesoins.DeJson(import.Contenu);
        await ReprendreLesNeantsAsync(contexte, auteur, apercu, import.AppliqueLe!.Value, instant, annulation);

        var ecriture = new EcrireBesoins(contexte, auteur, import.NomDuFichier, instant);
        List<LigneDeBesoin> sorts = [.. apercu.Lignes.Where(l => l.Sort is not SortDeLigneImportee.Ecrite)];
        var (retablies, gardees) = (0, 0);
        foreach (
            var groupe in apercu.Lignes.Where(l => l.Sort is SortDeLigneImportee.Ecrite).GroupBy(l => new ReponseId(l.Reponse))
        )
        {
            await ecriture.ProlongerLaVersionAsync(groupe.Key, annulation);
            var faites = await ecriture.RetablirAsync(groupe.Key, [.. groupe], annulation);
            sorts.AddRange(faites);
            var gardeesIci = faites.Count(l => l.Sort is SortDeLigneImportee.Gardee);
            (retablies, gardees) = (retablies + faites.Count - gardeesIci, gardees + gardeesIci);
            ecriture.Journaliser(
                groupe.Key,
                new ImportDeClasseurAnnule(
                    import.Collectivite?.Valeur,
                    import.NomDuFichier,
                    faites.Count - gardeesIci,
                    gardeesIci
                )
            );
        }

        if (retablies == 0 && gardees > 0)
        {
            throw new RefusException(
                "Toutes les lignes de cet import ont été changées depuis : rien n'a été défait. Corrigez-les dans la réponse."
            );
        }

        (import.Etat, import.AnnuleLe) = (EtapeDImport.Annule, instant);
        import.Contenu = (apercu with { Lignes = sorts }).EnJson();
        await contexte.EnregistrerAsync(auteur, instant, annulation);
        return (retablies, gardees);
    }

    private static void ExigerAnnulable(ImportDeRecensement import, DateTimeOffset instant)
    {
        if (import is not { Nature: NatureDImport.Besoins, Etat: EtapeDImport.Applique, AppliqueLe: { } le })
        {
            throw new RefusException("Cet import n'est pas appliqué : il n'y a rien à annuler. Rechargez la page.");
        }

        if (instant - le > Delai || import.Contenu is null)
        {
            throw new RefusException(
                "Un import s'annule dans les 24 heures, et celui-ci est plus ancien. Rien n'a été changé : corrigez les lignes dans la réponse."
            );
        }
    }

    /// <summary>Un néant que l'import a déclaré, et que rien n'a suivi, redevient un brouillon.</summary>
    private static async Task ReprendreLesNeantsAsync(
        MarchesDbContext contexte,
        Acteur auteur,
        ApercuDeBesoins apercu,
        DateTimeOffset appliqueLe,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var ids = apercu.Neants.Where(n => n.Declare).Select(n => new ReponseId(n.Reponse)).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var reponses = await contexte.Reponses.Where(r => ids.Contains(r.Id)).ToListAsync(annulation);
        foreach (var reponse in reponses.Where(r => r.Etat is EtatDeReponse.Neant && r.RepondueLe == appliqueLe))
        {
            reponse.Reprendre(instant);
        }

        await contexte.EnregistrerAsync(auteur, instant, annulation);
        reponses.ForEach(r => contexte.Entry(r).State = EntityState.Detached);
    }
}
