using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Écrit le classeur des collectivités filtrées, au format que l'import relit.</summary>
public sealed class ExporterCollectivites(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<byte[]> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var filtrees = contexte.Collectivites.AsNoTracking().DuPerimetre(acteur).Filtrer(demande, jour);
        var fiches = await filtrees.Trier(demande, jour.Year).AsSplitQuery().ToListAsync(annulation);
        var sirens = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Siren != null)
            .Select(c => new { c.Id, c.Siren })
            .ToDictionaryAsync(c => c.Id, c => c.Siren!.Valeur, annulation);
        return Ecrire(
            fiches.Select(c =>
                FicheEchangee.De(
                    c,
                    c.Parent is { } parent ? sirens.GetValueOrDefault(parent) : null,
                    Annee(c.Effectifs.Select(e => e.Annee), jour.Year),
                    Annee(c.Populations.Select(p => p.Annee), jour.Year)
                )
            ),
            jour,
            $"{fiches.Count} collectivités"
        );
    }

    /// <summary>Le classeur vide à remplir.</summary>
    public byte[] Modele(Acteur acteur)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        return Ecrire([], horloge.Aujourdhui, "Modèle à remplir");
    }

    public string NomDuFichier(string objet) => NomDeFichier.De(objet, null, horloge.Aujourdhui);

    private static byte[] Ecrire(IEnumerable<FicheEchangee> fiches, DateOnly jour, string perimetre)
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, FormatDesCollectivites.Plan, FormatDesCollectivites.Champs, fiches);
        classeur.LisezMoi(
            "Collectivités",
            perimetre,
            jour,
            "Ce classeur se réimporte tel quel : modifiez les cellules, puis déposez-le dans Collectivités, Importer.",
            "Une ligne se rattache à sa fiche par l'identifiant, sinon par le SIRET, sinon par le SIREN, sinon par le code INSEE d'une commune.",
            "Une colonne retirée du fichier ne change rien. Une cellule vidée efface les adresses, coordonnées et notes ; elle laisse en place les numéros, le nom, la catégorie, les effectifs et les populations.",
            "L'effectif et la population sont ceux de l'année inscrite sur la ligne. Les strates se lisent sur la population totale (CGCT, art. R2151-2).",
            $"Communes et EPCI du catalogue national : {ChargerCatalogue.Attribution}"
        );
        return classeur.Enregistrer();
    }

    /// <summary>L'année en cours si elle est renseignée, sinon la dernière qui l'est.</summary>
    private static int? Annee(IEnumerable<int> annees, int enCours)
    {
        int[] connues = [.. annees];
        return connues.Length == 0 ? null
            : connues.Contains(enCours) ? enCours
            : connues.Max();
    }
}
