using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Reçoit le classeur d'un membre, le range, et garde son aperçu : rien n'est encore écrit dans la réponse.</summary>
public sealed class PreparerImport(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    ExaminerClasseur examiner,
    HorlogeLegale horloge
)
{
    /// <summary>Un aperçu que personne n'a appliqué n'est plus gardé au-delà ; le fichier, lui, reste.</summary>
    private static readonly TimeSpan ApercuGarde = TimeSpan.FromDays(7);

    /// <param name="acteur">Le membre, ou l'agent qui importe en son nom.</param>
    /// <param name="reponse">Une réponse du membre : elle dit la campagne et le membre.</param>
    /// <param name="fichier">Le fichier reçu, où l'on peut se déplacer.</param>
    /// <param name="nom">Son nom.</param>
    /// <param name="annulation">Abandonne l'examen.</param>
    /// <returns>L'identifiant de l'import, dont l'aperçu se lit par <see cref="LireImports"/>.</returns>
    /// <exception cref="RefusException">Le fichier n'est pas lisible, ou pas le bon : rien n'est gardé.</exception>
    public async Task<Guid> ExecuterAsync(
        Acteur acteur,
        ReponseId reponse,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.SaisirRecensement);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var cible =
            await contexte
                .ReponsesVisibles(acteur)
                .Where(r => r.Id == reponse)
                .Select(r => new { r.Campagne, r.Collectivite })
                .SingleOrDefaultAsync(annulation)
            ?? throw new DroitManquantException(Droits.SaisirRecensement);
        var (examen, empreinte) = await LireAsync(contexte, acteur, fichier, nom, cible.Campagne, cible.Collectivite, annulation);
        fichier.Position = 0;
        var piece = await magasin.DeposerAsync(contexte, fichier, nom, acteur, [TypesMime.Xlsx], annulation);
        var import = new ImportDeRecensement
        {
            Nature = NatureDImport.Besoins,
            Campagne = cible.Campagne,
            PieceId = piece.Id,
            NomDuFichier = piece.Nom,
            ActeurId = acteur.Id,
            ActeurNom = acteur.Nom,
            CreeLe = horloge.Maintenant,
        };
        Retenir(import, examen, empreinte);
        contexte.ImportsDeRecensement.Add(import);
        await contexte.SaveChangesAsync(annulation);
        await OublierLesVieuxAsync(contexte, annulation);
        return import.Id;
    }

    /// <summary>Lit et examine un classeur ; les refus du lecteur deviennent des phrases à montrer.</summary>
    internal async Task<(ExamenDeClasseur Examen, string Empreinte)> LireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Stream fichier,
        string nom,
        CampagneId campagne,
        CollectiviteId? membre,
        CancellationToken annulation
    )
    {
        try
        {
            var tableur = LecteurDeTableur.Lire(fichier, nom);
            return (await examiner.ExecuterAsync(contexte, acteur, tableur, campagne, membre, annulation), tableur.Empreinte);
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }
    }

    /// <summary>Inscrit dans l'import ce que l'examen a donné.</summary>
    internal static void Retenir(ImportDeRecensement import, ExamenDeClasseur examen, string empreinte)
    {
        import.Etat = EtapeDImport.Apercu;
        import.Collectivite = examen.Membre;
        import.Empreinte = empreinte;
        import.VersionLue = examen.VersionDuCatalogue;
        import.Contenu = examen.Apercu.EnJson();
        import.Inchangees = examen.Inchangees + examen.Nombre(EtatDeLigne.Inchangee);
        import.Nouvelles = examen.Nombre(EtatDeLigne.Nouvelle);
        import.Modifiees = examen.Nombre(EtatDeLigne.Modifiee);
        import.Avertissements = examen.Nombre(EtatDeLigne.Avertissement);
        import.Erreurs = examen.Nombre(EtatDeLigne.Erreur) + examen.Apercu.ErreursDeNeant;
        import.Neants = examen.Apercu.Neants.Count;
    }

    /// <summary>Efface le détail des aperçus abandonnés et des imports que l'on ne peut plus annuler.</summary>
    private async Task OublierLesVieuxAsync(MarchesDbContext contexte, CancellationToken annulation)
    {
        var (abandonnes, appliques) = (horloge.Maintenant - ApercuGarde, horloge.Maintenant - AnnulerImport.Delai - ApercuGarde);
        await contexte
            .ImportsDeRecensement.Where(i =>
                i.Contenu != null
                && (
                    (i.Etat == EtapeDImport.Apercu && i.CreeLe < abandonnes) || (i.AppliqueLe != null && i.AppliqueLe < appliques)
                )
            )
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Contenu, (string?)null), annulation);
    }
}
