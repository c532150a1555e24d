using System.Text.Json;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class DepotEnVracTests
{
    [Fact]
    public async Task Cent_classeurs_deposes_ensemble_se_reconnaissent_et_s_importent_avec_un_rapport()
    {
        await using var atelier = await AtelierExcel.CreerAsync(100);
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        var depot = Guid.CreateVersion7();
        var modele = await atelier.ClasseurDuMembreAsync(Agents.Gestionnaire, campagne, 0);
        for (var membre = 0; membre < 100; membre++)
        {
            // Sous un nom qui ne dit rien du membre : seule la feuille masquée le reconnaît.
            var octets = AtelierExcel.Remplir(
                await atelier.ClasseurDuMembreAsync(Agents.Gestionnaire, campagne, membre),
                (1, "Estimé", membre == 41 ? "plein" : membre + 1),
                (3, "Estimé", 2)
            );
            await DeposerAsync(atelier, campagne, depot, octets, $"classeur ({membre:D3}).xlsx");
        }

        await DeposerAsync(atelier, campagne, depot, modele, "zz doublon.xlsx");
        await DeposerAsync(atelier, campagne, depot, "pas un classeur"u8.ToArray(), "notes.txt");

        await new ExaminerLeDepot(atelier.Service<DeposerEnVrac>()).ExecuterAsync(
            Agents.Gestionnaire,
            JsonSerializer.Serialize(new DemandeDeDepot(campagne.Valeur, depot)),
            new Progres(),
            TestContext.Current.CancellationToken
        );
        var examine = (await atelier.Service<LireDepot>().ExecuterAsync(Agents.Gestionnaire, campagne, depot))!;

        Assert.Equal((100, 2), (examine.Nombre(EtapeDImport.Apercu), examine.Nombre(EtapeDImport.Refuse)));
        Assert.Equal("102 fichiers · 99 prêts · 1 fichier avec des erreurs · 2 refusés · 0 importé", examine.Phrase);
        Assert.Equal("Membre 0008", examine.Fichiers.Single(f => f.Import.NomDuFichier == "classeur (007).xlsx").Membre);
        Assert.Contains(
            "deux classeurs de la même réponse",
            examine.Fichiers.Single(f => f.Import.NomDuFichier == "zz doublon.xlsx").Import.Refus!,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await banc.LireAsync(c => c.LignesDeReponse.CountAsync()));

        var progres = new Progres();
        var appliquer = new AppliquerLeDepot(atelier.Service<DeposerEnVrac>(), atelier.Service<LireDepot>());
        var demande = JsonSerializer.Serialize(new DemandeDeDepot(campagne.Valeur, depot));
        var rapport = await appliquer.ExecuterAsync(Agents.Gestionnaire, demande, progres, TestContext.Current.CancellationToken);

        Assert.Equal(100, progres.Dernier!.Total);
        var sommes = await banc.LireAsync(c =>
            c.LignesDeReponse.GroupBy(l => l.Ligne)
                .Select(g => new { g.Key, Somme = g.Sum(l => l.EstimeMilliemes) })
                .ToListAsync()
        );
        Assert.Equal((5050L - 42) * 1000, sommes.Single(s => s.Key == 1).Somme);
        Assert.Equal(99 * 2000L, sommes.Single(s => s.Key == 3).Somme);
        var lignes = AtelierExcel.Lire(await OctetsAsync(rapport!)).Feuille("Fichiers")!.Lignes;
        Assert.Equal(103, lignes.Count);
        Assert.Equal(99, lignes.Count(l => l[3].Texte == "Importé"));
        var remarques = AtelierExcel.Lire(await OctetsAsync(rapport!)).Feuille("Remarques")!.Lignes;
        Assert.Contains(remarques, l => l[4].Texte.Contains("« plein » n'est pas un nombre", StringComparison.Ordinal));

        // Rejoué après une coupure : rien n'est écrit deux fois.
        var journal = await banc.LireAsync(c => c.Journal.CountAsync());
        await appliquer.ExecuterAsync(Agents.Gestionnaire, demande, progres, TestContext.Current.CancellationToken);
        Assert.Equal(journal, await banc.LireAsync(c => c.Journal.CountAsync()));
    }

    [Fact]
    public async Task On_importe_les_seuls_fichiers_choisis_ou_leurs_seules_lignes_correctes()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        var depot = Guid.CreateVersion7();
        for (var membre = 0; membre < 3; membre++)
        {
            var octets = AtelierExcel.Remplir(
                await atelier.ClasseurDuMembreAsync(Agents.Gestionnaire, campagne, membre),
                (1, "Estimé", membre == 1 ? "plein" : 5),
                (2, "Estimé", 7)
            );
            await DeposerAsync(atelier, campagne, depot, octets, $"{membre}.xlsx");
        }

        var deposer = atelier.Service<DeposerEnVrac>();
        await deposer.ExaminerAsync(Agents.Gestionnaire, campagne, depot);
        var imports = await atelier.ImportsAsync();
        await deposer.AppliquerAsync(Agents.Gestionnaire, campagne, depot, [imports[0].Id], ModeDImport.ToutOuRien);
        Assert.Equal(2, await banc.LireAsync(c => c.LignesDeReponse.CountAsync()));

        await deposer.AppliquerAsync(Agents.Gestionnaire, campagne, depot, [imports[1].Id], ModeDImport.LignesCorrectes);

        var second = await banc.ReponseAsync(campagne, 1);
        Assert.Null(await banc.LigneAsync(second.Id, 1));
        Assert.Equal(7000L, (await banc.LigneAsync(second.Id, 2))!.EstimeMilliemes);
        Assert.Equal(EtapeDImport.Apercu, (await atelier.ImportsAsync())[2].Etat);
    }

    [Fact]
    public async Task Une_reponse_validee_entre_temps_n_arrete_pas_les_autres_classeurs()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        var depot = Guid.CreateVersion7();
        for (var membre = 0; membre < 3; membre++)
        {
            var reponse = await banc.ReponseAsync(campagne, membre);
            await banc.SaisirAsync(banc.Membre(membre), reponse.Id, 2, 1, 1, 1);
            var octets = AtelierExcel.Remplir(await atelier.ClasseurAsync(Agents.Gestionnaire, reponse.Id), (1, "Estimé", 5));
            await DeposerAsync(atelier, campagne, depot, octets, $"{membre}.xlsx");
        }

        var deposer = atelier.Service<DeposerEnVrac>();
        await deposer.ExaminerAsync(Agents.Gestionnaire, campagne, depot);
        await banc.ValiderAsync(banc.Membre(1, RoleDeMembre.Signataire), (await banc.ReponseAsync(campagne, 1)).Id);
        await deposer.AppliquerAsync(Agents.Gestionnaire, campagne, depot, null, ModeDImport.ToutOuRien);

        var imports = await atelier.ImportsAsync();
        Assert.Equal([EtapeDImport.Applique, EtapeDImport.Apercu, EtapeDImport.Applique], imports.Select(i => i.Etat));
        Assert.Contains("déjà rendue", imports[1].Refus!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_depot_est_au_gestionnaire_de_la_campagne()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var deposer = atelier.Service<DeposerEnVrac>();

        foreach (var intrus in (Acteur[])[atelier.Banc.Membre(0), Agents.Lecture, Agents.Finances])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                deposer.RecevoirAsync(intrus, campagne, Guid.CreateVersion7(), new MemoryStream([1]), "a.xlsx")
            );
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                atelier.Service<LireDepot>().ExecuterAsync(intrus, campagne, null)
            );
        }
    }

    private static Task DeposerAsync(AtelierExcel atelier, CampagneId campagne, Guid depot, byte[] octets, string nom) =>
        atelier.Service<DeposerEnVrac>().RecevoirAsync(Agents.Gestionnaire, campagne, depot, new MemoryStream(octets), nom);

    private static async Task<byte[]> OctetsAsync(FichierProduit fichier)
    {
        fichier.Contenu.Position = 0;
        using var memoire = new MemoryStream();
        await fichier.Contenu.CopyToAsync(memoire);
        return memoire.ToArray();
    }

    private sealed class Progres : IProgress<Avancement>
    {
        public Avancement? Dernier { get; private set; }

        public void Report(Avancement value) => Dernier = value;
    }
}
