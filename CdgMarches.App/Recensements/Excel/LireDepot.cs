using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Un fichier d'un dépôt.</summary>
public sealed record FichierDeDepot(ImportLu Import, string? Membre)
{
    /// <summary>Il changerait quelque chose et rien ne s'y oppose.</summary>
    public bool EstApplicable => Import.Etat is EtapeDImport.Apercu;

    public string Etat =>
        Import.Etat switch
        {
            EtapeDImport.Recu => "En attente de lecture",
            EtapeDImport.Refuse => "Refusé",
            EtapeDImport.Apercu when Import.Erreurs > 0 => "Des lignes en erreur",
            EtapeDImport.Apercu when Import.Nouvelles + Import.Modifiees + Import.Avertissements == 0 && Import.Neants == 0 =>
                "Rien ne change",
            EtapeDImport.Apercu => "Prêt",
            EtapeDImport.Applique => "Importé",
            EtapeDImport.Annule => "Annulé",
        };
}

/// <summary>Un dépôt en vrac et sa campagne.</summary>
public sealed record DepotLu(string Intitule, IReadOnlyList<FichierDeDepot> Fichiers)
{
    public int Nombre(EtapeDImport etat) => Fichiers.Count(f => f.Import.Etat == etat);

    /// <summary>« 98 prêts · 1 refusé · 1 avec des erreurs ».</summary>
    public string Phrase
    {
        get
        {
            var enErreur = Fichiers.Count(f => f.EstApplicable && f.Import.Erreurs > 0);
            return string.Join(
                " · ",
                Formats.Compter(Fichiers.Count, "fichier"),
                Formats.Compter(Fichiers.Count(f => f.EstApplicable) - enErreur, "prêt"),
                Formats.Compter(enErreur, "fichier avec des erreurs", "fichiers avec des erreurs"),
                Formats.Compter(Nombre(EtapeDImport.Refuse), "refusé"),
                Formats.Compter(Nombre(EtapeDImport.Applique), "importé")
                    + (Nombre(EtapeDImport.Annule) is > 0 and var annules ? " · " + Formats.Compter(annules, "annulé") : "")
            );
        }
    }
}

/// <summary>Lit un dépôt en vrac, et en écrit le rapport.</summary>
public sealed class LireDepot(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>Null si la campagne n'est pas du périmètre.</returns>
    public async Task<DepotLu?> ExecuterAsync(Acteur acteur, CampagneId id, Guid? depot, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var intitule = await contexte
            .CampagnesVisibles(acteur)
            .Where(c => c.Id == id)
            .Select(c => c.Intitule)
            .SingleOrDefaultAsync(annulation);
        if (intitule is null)
        {
            return null;
        }

        if (depot is null)
        {
            return new DepotLu(intitule, []);
        }

        var imports = await LireImports
            .EnLus(
                contexte
                    .ImportsDeRecensement.Where(i => i.Campagne == id && i.Depot == depot)
                    .OrderBy(i => i.NomDuFichier)
                    .ThenBy(i => i.Id),
                avecContenu: false
            )
            .ToListAsync(annulation);
        var membres = imports.Select(i => i.Collectivite).OfType<CollectiviteId>().Distinct().ToList();
        var noms = await contexte
            .Collectivites.Where(c => membres.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
        return new DepotLu(
            intitule,
            [.. imports.Select(i => new FichierDeDepot(i, i.Collectivite is { } m ? noms.GetValueOrDefault(m) : null))]
        );
    }

    /// <summary>Le rapport d'un dépôt : une feuille par fichier, une pour chaque remarque.</summary>
    /// <returns>Null si le dépôt n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FichierARemettre?> RapportAsync(
        Acteur acteur,
        CampagneId id,
        Guid depot,
        CancellationToken annulation = default
    ) =>
        await ExecuterAsync(acteur, id, depot, annulation) is { Fichiers.Count: > 0 } lu
            ? new FichierARemettre(
                NomDeFichier.De("depot-en-vrac", lu.Intitule, horloge.Aujourdhui),
                await EcrireAsync(lu, depot, annulation)
            )
            : null;

    private async Task<byte[]> EcrireAsync(DepotLu depot, Guid id, CancellationToken annulation)
    {
        using var classeur = ClasseurExcel.Creer();
        var fichiers = classeur
            .Feuille("Fichiers")
            .Entetes(
                1,
                ColonneExcel.Texte("Fichier"),
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("État"),
                ColonneExcel.Entier("Nouvelles"),
                ColonneExcel.Entier("Modifiées"),
                ColonneExcel.Entier("Inchangées"),
                ColonneExcel.Entier("Avertissements"),
                ColonneExcel.Entier("Erreurs"),
                ColonneExcel.Entier("Lignes écrites"),
                ColonneExcel.Entier("Lignes écartées"),
                ColonneExcel.Texte("Motif") with
                {
                    LargeurMaximale = 100,
                }
            );
        foreach (var (import, membre) in depot.Fichiers.Select(f => (f.Import, f.Membre)))
        {
            fichiers
                .Ligne()
                .Texte(import.NomDuFichier)
                .Texte(membre)
                .Texte(new FichierDeDepot(import, membre).Etat)
                .Entier(import.Nouvelles)
                .Entier(import.Modifiees)
                .Entier(import.Inchangees)
                .Entier(import.Avertissements)
                .Entier(import.Erreurs)
                .Entier(import.Ecrites)
                .Entier(import.Ecartees)
                .Texte(import.Refus);
        }

        var remarques = classeur
            .Feuille("Remarques")
            .Entetes(
                1,
                ColonneExcel.Texte("Fichier"),
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("Gravité"),
                ColonneExcel.Texte("Remarque") with
                {
                    LargeurMaximale = 120,
                }
            );
        var membres = depot.Fichiers.ToDictionary(f => f.Import.Id, f => f.Membre);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var contenus = contexte
            .ImportsDeRecensement.AsNoTracking()
            .Where(i => i.Depot == id && i.Contenu != null && (i.Erreurs > 0 || i.Avertissements > 0 || i.Ecartees > 0))
            .OrderBy(i => i.NomDuFichier)
            .ThenBy(i => i.Id)
            .Select(i => new
            {
                i.Id,
                i.NomDuFichier,
                i.Contenu,
            })
            .AsAsyncEnumerable();
        await foreach (var lu in contenus.WithCancellation(annulation))
        {
            EcrireLesRemarques(remarques, lu.NomDuFichier, membres.GetValueOrDefault(lu.Id), ApercuDeBesoins.DeJson(lu.Contenu));
        }

        classeur.LisezMoi(
            "Rapport d'un dépôt en vrac",
            depot.Intitule,
            horloge.Aujourdhui,
            "Feuille « Fichiers » : ce qui a été fait de chaque classeur déposé.",
            "Feuille « Remarques » : toutes les erreurs et tous les avertissements, avec la feuille, la ligne et la colonne du classeur.",
            "Un fichier refusé ou en erreur n'a rien changé, sauf si « Lignes écrites » dit le contraire."
        );
        return classeur.Enregistrer();
    }

    private static void EcrireLesRemarques(FeuilleExcel feuille, string fichier, string? membre, ApercuDeBesoins apercu)
    {
        foreach (var ligne in apercu.Lignes)
        {
            var gravite =
                ligne.Etat is EtatDeLigne.Erreur || ligne.Sort is SortDeLigneImportee.Conflit ? "Erreur" : "Avertissement";
            foreach (var message in ligne.Messages)
            {
                feuille.Ligne().Texte(fichier).Texte(membre).Texte(gravite).Texte(message);
            }
        }

        foreach (var neant in apercu.Neants.Where(n => n.Erreur is not null))
        {
            feuille
                .Ligne()
                .Texte(fichier)
                .Texte(membre)
                .Texte("Erreur")
                .Texte($"Feuille {PlanDesPrestations.Feuille}, ligne {neant.NumeroExcel} : {neant.Erreur}");
        }
    }
}
