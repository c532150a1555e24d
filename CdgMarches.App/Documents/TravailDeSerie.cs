using System.IO.Compression;
using System.Text.Json;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Produit la série, en fond : chaque document gardé, puis le fichier remis avec son rapport.</summary>
internal sealed class TravailDeSerie(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ChoisirModele choisir,
    PapierAEntete papier,
    ProduireDocument produire,
    HorlogeLegale horloge
) : ITravail
{
    private const int ParLot = 50;

    public async Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var demande = JsonSerializer.Deserialize<DemandeDeSerie>(parametres)!;
        var nature = catalogue.De(demande.Nature);
        auteur.Exiger(nature.Droit);
        var serie = await ReunirAsync(auteur, nature, demande, progres, annulation);
        var prets = serie.FindAll(d => d.Manquants.Count == 0);
        if (prets.Count == 0)
        {
            throw new RefusException($"Aucun document n'a été produit : {Bilan(serie)}. Complétez les fiches, puis recommencez.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var choisis = new Dictionary<Guid, ModeleChoisi>();
        foreach (var document in prets)
        {
            var groupement = document.Donnees.Groupement;
            var cle = groupement?.Valeur ?? Guid.Empty;
            if (!choisis.TryGetValue(cle, out var choisi))
            {
                var modele = demande.Modele is { } m ? new ModeleId(m) : (ModeleId?)null;
                choisi = await choisir.ExecuterAsync(contexte, nature, groupement, modele, demande.DOrigine, annulation);
                choisis.Add(cle, choisi);
            }

            document.Modele = choisi;
        }

        await GarderAsync(auteur, nature, demande, prets, progres, annulation);
        await RendreCompteAsync(auteur, nature, demande, serie, annulation);
        progres.Report(new Avancement(prets.Count, prets.Count, "Écriture du fichier"));
        return demande.Remise is RemiseDeSerie.Archive ? Archive(demande, prets, serie) : UnSeul(demande, nature, prets, serie);
    }

    /// <summary>« 162 produits, 3 en erreur : Commune de Wailly, adresse manquante ; … ».</summary>
    private static string Bilan(List<DocumentDeSerie> serie)
    {
        var erreurs = serie.FindAll(d => d.Manquants.Count > 0);
        var produits = Formats.Compter(serie.Count - erreurs.Count, "produit");
        return erreurs.Count == 0
            ? produits
            : $"{produits}, {Formats.Nombre((long)erreurs.Count)} en erreur : {string.Join(" ; ", erreurs.Take(5).Select(e => e.Erreur))}{(erreurs.Count > 5 ? " ; …" : "")}";
    }

    private async Task<List<DocumentDeSerie>> ReunirAsync(
        Acteur auteur,
        IModeleDeDocument nature,
        DemandeDeSerie demande,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var entete = await papier.LireAsync(annulation);
        List<DocumentDeSerie> serie = [];
        foreach (var (rang, objet) in demande.Objets.Index())
        {
            progres.Report(new Avancement(rang, demande.Objets.Count, "Lecture des données"));
            foreach (var charge in await nature.ChargerAsync(auteur, objet, annulation))
            {
                entete.Poser(charge, auteur);
                serie.Add(new DocumentDeSerie(objet, charge, Manquants.De(nature, charge)));
            }
        }

        return serie;
    }

    /// <summary>Chaque document dans sa ligne, par lots ; ceux qu'un essai précédent a déjà gardés ne le sont pas deux fois.</summary>
    private async Task GarderAsync(
        Acteur auteur,
        IModeleDeDocument nature,
        DemandeDeSerie demande,
        List<DocumentDeSerie> prets,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        await using var lecture = await donnees.CreateDbContextAsync(annulation);
        var deja = (
            await lecture
                .DocumentsProduits.Where(d => d.Serie == demande.Serie)
                .Select(d => new { d.ObjetId, d.Destinataire })
                .ToListAsync(annulation)
        )
            .Select(d => (d.ObjetId, d.Destinataire))
            .ToHashSet();
        var aGarder = prets.FindAll(d => !deja.Contains((d.Objet, d.Donnees.Destinataire?.Id)));
        var faits = prets.Count - aGarder.Count;
        foreach (var lot in aGarder.Chunk(ParLot))
        {
            await using var contexte = await donnees.CreateDbContextAsync(annulation);
            foreach (var document in lot)
            {
                annulation.ThrowIfCancellationRequested();
                await produire.RangerAsync(
                    contexte,
                    auteur,
                    nature,
                    document.Objet,
                    document.Donnees,
                    document.Modele!,
                    demande.Serie,
                    annulation
                );
                progres.Report(new Avancement(++faits, prets.Count, "Production"));
            }

            Journaliser(contexte, auteur, nature, lot);
            await contexte.EnregistrerAsync(auteur, horloge.Maintenant, annulation);
        }
    }

    private async Task RendreCompteAsync(
        Acteur auteur,
        IModeleDeDocument nature,
        DemandeDeSerie demande,
        List<DocumentDeSerie> serie,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await contexte.SeriesDeDocuments.AnyAsync(s => s.Id == demande.Serie, annulation))
        {
            return;
        }

        var erreurs = serie.FindAll(d => d.Manquants.Count > 0);
        contexte.Add(
            new SerieDeDocuments
            {
                Id = demande.Serie,
                Nature = nature.Code,
                Titre = demande.Titre.Length > 0 ? demande.Titre : nature.Titre,
                Produits = serie.Count - erreurs.Count,
                EnErreur = erreurs.Count,
                Rapport = string.Join('\n', erreurs.Select(e => e.Erreur)),
                ProduiteLe = horloge.Maintenant,
                ActeurId = auteur.Id,
                ActeurNom = auteur.Nom,
            }
        );
        await contexte.SaveChangesAsync(annulation);
    }

    private void Journaliser(MarchesDbContext contexte, Acteur auteur, IModeleDeDocument nature, DocumentDeSerie[] lot)
    {
        foreach (var parObjet in lot.GroupBy(d => d.Objet))
        {
            IEvenementMetier fait =
                parObjet.Count() == 1
                    ? new DocumentEstProduit(parObjet.First().Donnees.Titre, parObjet.First().Modele!.Nom)
                    : new SerieEstProduite(nature.Titre, parObjet.Count());
            contexte.Journaliser(LigneDeJournal.De(nature.ObjetType, parObjet.Key, fait, auteur, horloge.Maintenant));
        }
    }

    /// <summary>Tous à la suite ; une suite par modèle quand les groupements n'ont pas le même.</summary>
    private FichierProduit UnSeul(
        DemandeDeSerie demande,
        IModeleDeDocument nature,
        List<DocumentDeSerie> prets,
        List<DocumentDeSerie> serie
    )
    {
        var titre = demande.Titre.Length > 0 ? demande.Titre : nature.Titre;
        // A template carries its own styles, headers and margins: two of them cannot share one Word file.
        var suites = prets.GroupBy(p => p.Modele!.Sha256).Select(g => (g.First().Modele!.Nom, Fusionner(g, titre))).ToList();
        return suites is [var seule]
            ? FichierProduit.De(NomDeFichier.De(titre, null, horloge.Aujourdhui, "docx"), TypesMime.Docx, seule.Item2)
            : Zip(titre, [.. suites.Select(s => ($"{titre} — {s.Nom}", s.Item2))], serie);
    }

    private static byte[] Fusionner(IGrouping<string, DocumentDeSerie> suite, string titre) =>
        FusionEnUn.Fusionner(suite.First().Modele!.Compile, [.. suite.Select(p => p.Donnees)], titre);

    private FichierProduit Archive(DemandeDeSerie demande, List<DocumentDeSerie> prets, List<DocumentDeSerie> serie) =>
        Zip(
            demande.Titre.Length > 0 ? demande.Titre : "Documents",
            prets.Select(p => (p.Donnees.Titre, p.Modele!.Compile.Fusionner(p.Donnees))),
            serie
        );

    private FichierProduit Zip(string titre, IEnumerable<(string Titre, byte[] Contenu)> documents, List<DocumentDeSerie> serie)
    {
        var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            var noms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (nomme, contenu) in documents)
            {
                var nom = NomDeFichier.De(nomme, null, horloge.Aujourdhui, "docx");
                for (var n = 2; !noms.Add(nom); n++)
                {
                    nom = NomDeFichier.De(nomme, Formats.Nombre((long)n), horloge.Aujourdhui, "docx");
                }

                using var ecriture = archive.CreateEntry(nom, CompressionLevel.NoCompression).Open();
                ecriture.Write(contenu);
            }

            using var rapport = new StreamWriter(archive.CreateEntry("Rapport.txt").Open());
            rapport.WriteLine(Bilan(serie));
            foreach (var erreur in serie.Where(d => d.Manquants.Count > 0))
            {
                rapport.WriteLine($"- {erreur.Erreur}");
            }
        }

        flux.Position = 0;
        return new FichierProduit(NomDeFichier.De(titre, null, horloge.Aujourdhui, "zip"), TypesMime.Zip, flux);
    }

    private sealed record DocumentDeSerie(Guid Objet, DonneesDeFusion Donnees, IReadOnlyList<string> Manquants)
    {
        public ModeleChoisi? Modele { get; set; }

        public string Erreur => $"{Donnees.Destinataire?.Nom ?? Donnees.Titre}, {Documents.Manquants.Phrase(Manquants)}";
    }
}
