using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Ce que l'on fait des lignes en erreur ou changées par un autre.</summary>
public enum ModeDImport
{
    /// <summary>Une seule suffit pour que rien ne soit écrit.</summary>
    ToutOuRien,

    /// <summary>Les bonnes lignes sont écrites ; les autres se téléchargent avec leur motif.</summary>
    LignesCorrectes,
}

/// <summary>Ce qui a été fait d'un import.</summary>
/// <param name="Applique">Faux si rien n'a été écrit : des cellules ont changé depuis l'aperçu, qui vient d'être mis à jour.</param>
/// <param name="Lignes">Les lignes écrites.</param>
/// <param name="Ecartees">Les lignes laissées de côté.</param>
/// <param name="Neants">Les prestations déclarées sans besoin.</param>
public sealed record ResultatDImport(bool Applique, int Lignes, int Ecartees, int Neants)
{
    public string Phrase =>
        Applique
            ? $"{Formats.Compter(Lignes, "ligne écrite", "lignes écrites")}{(Neants > 0 ? $", {Formats.Compter(Neants, "besoin néant déclaré", "besoins néant déclarés")}" : "")}{(Ecartees > 0 ? $", {Formats.Compter(Ecartees, "ligne écartée", "lignes écartées")}" : "")}."
            : $"{Formats.Compter(Ecartees, "ligne a changé", "lignes ont changé")} depuis l'aperçu : rien n'a été écrit. L'aperçu est à jour ; relisez-le, puis importez les lignes correctes ou renoncez.";
}

/// <summary>Écrit ce que l'aperçu a montré, et rien d'autre, dans une seule transaction.</summary>
/// <remarks>
/// Mêmes règles que la saisie d'une cellule : droit et délai revérifiés, chaque cellule écrite là seulement où elle a encore
/// la valeur montrée, une ligne d'historique par cellule.
/// </remarks>
public sealed class AppliquerImport(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="RefusException">L'aperçu a des erreurs (en tout ou rien), n'est plus à jour ou est déjà appliqué.</exception>
    /// <exception cref="RegleMetierException">Une réponse a été rendue, ou son délai est écoulé, depuis l'aperçu.</exception>
    public async Task<ResultatDImport> ExecuterAsync(
        Acteur acteur,
        Guid id,
        ModeDImport mode,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.SaisirRecensement);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        try
        {
            return await contexte.EnTransactionAsync(
                jeton => AppliquerAsync(contexte, acteur, id, mode, horloge.Maintenant, jeton),
                annulation
            );
        }
        catch (ConflitsDImportException conflits)
        {
            // The transaction is gone; the preview alone is brought up to date, so that the person sees what moved.
            contexte.ChangeTracker.Clear();
            return await MettreAJourLApercuAsync(contexte, id, conflits.Lignes, annulation);
        }
    }

    private static async Task<ResultatDImport> AppliquerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        ModeDImport mode,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var import = await AccesAuxImports.AChangerAsync(contexte, acteur, id, annulation);
        var apercu = await ExigerAppliquableAsync(contexte, import, mode, annulation);
        var nom = await contexte.Collectivites.Where(c => c.Id == import.Collectivite).Select(c => c.Nom).SingleAsync(annulation);
        var auteur = acteur.AuNomDe(nom);
        var ecriture = new EcrireBesoins(contexte, auteur, import.NomDuFichier, instant);
        List<LigneDeBesoin> lignes = [.. apercu.Lignes];
        List<LigneDeBesoin> conflits = [];
        foreach (var groupe in apercu.Lignes.Where(l => l.AEcrire).GroupBy(l => new ReponseId(l.Reponse)))
        {
            await ecriture.ProlongerLaVersionAsync(groupe.Key, annulation);
            var sorts = await ecriture.EcrireAsync(groupe.Key, [.. groupe], annulation);
            foreach (var ligne in sorts)
            {
                lignes[lignes.FindIndex(l => l.Feuille == ligne.Feuille && l.NumeroExcel == ligne.NumeroExcel)] = ligne;
                if (ligne.Sort is SortDeLigneImportee.Conflit)
                {
                    conflits.Add(ligne);
                }
            }
        }

        if (conflits.Count > 0 && mode is ModeDImport.ToutOuRien)
        {
            throw new ConflitsDImportException(conflits);
        }

        var neants = await ecriture.DeclarerLesNeantsAsync(apercu.Neants, conflits, annulation);
        import.Etat = EtapeDImport.Applique;
        (import.AppliqueLe, import.AppliquePar, import.Refus) = (instant, acteur.Nom, null);
        import.Ecrites = lignes.Count(l => l.Sort is SortDeLigneImportee.Ecrite);
        import.Ecartees = lignes.Count(l => l.Etat is EtatDeLigne.Erreur) + conflits.Count;
        import.Contenu = new ApercuDeBesoins(lignes, neants, apercu.Avis).EnJson();
        ecriture.JournaliserLImport(lignes, import.Collectivite?.Valeur, import.Empreinte ?? "");
        await contexte.EnregistrerAsync(auteur, instant, annulation);
        return new ResultatDImport(true, import.Ecrites, import.Ecartees, neants.Count(n => n.Declare));
    }

    private static async Task<ApercuDeBesoins> ExigerAppliquableAsync(
        MarchesDbContext contexte,
        ImportDeRecensement import,
        ModeDImport mode,
        CancellationToken annulation
    )
    {
        if (import is not { Nature: NatureDImport.Besoins, Etat: EtapeDImport.Apercu })
        {
            throw new RefusException(
                "Cet import est déjà appliqué, annulé ou refusé : il n'a pas été refait. Rechargez la page pour voir où il en est."
            );
        }

        if (import.Contenu is null)
        {
            throw new RefusException(
                "Cet aperçu a plus d'une semaine et n'est plus gardé. Rien n'a été écrit : importez de nouveau le classeur."
            );
        }

        var version = await contexte
            .Campagnes.Where(c => c.Id == import.Campagne)
            .Select(c => c.VersionDuCatalogue)
            .SingleAsync(annulation);
        if (version != import.VersionLue)
        {
            throw new RefusException(
                $"Le catalogue est passé à la version {version} depuis l'aperçu. Rien n'a été écrit : téléchargez un nouveau classeur et recopiez-y vos quantités."
            );
        }

        return import.Erreurs > 0 && mode is ModeDImport.ToutOuRien
            ? throw new RefusException(
                $"{Formats.Compter(import.Erreurs, "ligne est", "lignes sont")} en erreur : rien n'a été écrit. Corrigez le classeur, ou importez les seules lignes correctes."
            )
            : ApercuDeBesoins.DeJson(import.Contenu);
    }

    private static async Task<ResultatDImport> MettreAJourLApercuAsync(
        MarchesDbContext contexte,
        Guid id,
        IReadOnlyList<LigneDeBesoin> conflits,
        CancellationToken annulation
    )
    {
        var import = await contexte.ImportsDeRecensement.SingleAsync(i => i.Id == id, annulation);
        var apercu = ApercuDeBesoins.DeJson(import.Contenu);
        var lignes = apercu
            .Lignes.Select(l =>
                conflits.FirstOrDefault(c => c.Feuille == l.Feuille && c.NumeroExcel == l.NumeroExcel) is { } conflit
                    ? conflit with
                    {
                        Etat = EtatDeLigne.Erreur,
                    }
                    : l
            )
            .ToList();
        import.Contenu = (apercu with { Lignes = lignes }).EnJson();
        import.Nouvelles = lignes.Count(l => l.Etat is EtatDeLigne.Nouvelle);
        import.Modifiees = lignes.Count(l => l.Etat is EtatDeLigne.Modifiee);
        import.Avertissements = lignes.Count(l => l.Etat is EtatDeLigne.Avertissement);
        import.Erreurs = lignes.Count(l => l.Etat is EtatDeLigne.Erreur) + apercu.ErreursDeNeant;
        await contexte.SaveChangesAsync(annulation);
        return new ResultatDImport(false, 0, conflits.Count, 0);
    }

    /// <summary>Des cellules ont changé depuis l'aperçu : la transaction entière est défaite.</summary>
    private sealed class ConflitsDImportException(IReadOnlyList<LigneDeBesoin> lignes) : Exception
    {
        public IReadOnlyList<LigneDeBesoin> Lignes { get; } = lignes;
    }
}
