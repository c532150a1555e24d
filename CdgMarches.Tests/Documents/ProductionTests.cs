using System.IO.Compression;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Documents;

/// <summary>Du modèle déposé au document gardé, sur une vraie base et un vrai dossier.</summary>
public sealed class ProductionTests : IAsyncLifetime
{
    private const string Code = "essai.lettre";
    private static readonly Guid Objet = Guid.CreateVersion7();
    private readonly List<DonneesDeFusion> _donnees = [];
    private SocleDEssai _socle = null!;

    public async ValueTask InitializeAsync() =>
        _socle = await SocleDEssai.CreerAsync(s =>
            s.AddDocuments()
                .AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
                    new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()
                )
                .AddSingleton<IModeleDeDocument>(new NatureDEssai { Charger = _ => [.. _donnees] })
        );

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Un_document_est_garde_avec_ses_donnees_la_version_du_modele_et_une_ligne_d_histoire()
    {
        _donnees.Add(Lettre("Arras", "62000"));

        var id = await _socle.Le<ProduireDocument>().ExecuterAsync(Agents.Gestionnaire, new DemandeDeDocument(Code, Objet));

        await using var contexte = await _socle.OuvrirAsync();
        var produit = await contexte.DocumentsProduits.SingleAsync(d => d.Id == id);
        Assert.Equal((ChoisirModele.NomDOrigine, null), (produit.NomDuModele, produit.VersionDuModele));
        Assert.Contains("\"objet\":\"Papier\"", produit.Donnees, StringComparison.Ordinal);
        Assert.Contains("62000 ARRAS", await TexteAsync(id), StringComparison.Ordinal);
        Assert.Equal("Document produit : Lettre à Arras.", (await contexte.Journal.SingleAsync()).Libelle);
    }

    [Fact]
    public async Task Une_donnee_manquante_est_dite_avant_et_rien_n_est_produit()
    {
        _donnees.AddRange([Lettre("Arras", "62000"), Lettre("Wailly", null), Lettre("Lens", "62300", objet: "")]);

        var prets = await _socle.Le<PreparerProduction>().ExecuterAsync(Agents.Gestionnaire, Code, [Objet]);

        Assert.Equal([0, 1, 1], prets.Select(p => p.Manquants.Count));
        Assert.Equal("adresse manquante", Manquants.Phrase(prets[1].Manquants));
        Assert.Equal("il manque : objet de la lettre", Manquants.Phrase(prets[2].Manquants));
        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            _socle
                .Le<ProduireDocument>()
                .ExecuterAsync(Agents.Gestionnaire, new DemandeDeDocument(Code, Objet) { Destinataire = prets[1].Destinataire })
        );
        Assert.Contains("adresse manquante", refus.Message, StringComparison.Ordinal);
        await using var contexte = await _socle.OuvrirAsync();
        Assert.False(await contexte.DocumentsProduits.AnyAsync());
    }

    [Theory]
    [InlineData(RemiseDeSerie.Archive)]
    [InlineData(RemiseDeSerie.UnSeulDocument)]
    public async Task Une_serie_garde_chaque_document_et_rend_compte_de_ceux_qui_manquent(RemiseDeSerie remise)
    {
        var agent = await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire);
        _donnees.AddRange(Enumerable.Range(1, 120).Select(i => Lettre($"Commune {i}", i % 40 == 0 ? null : $"62{i:000}")));

        await _socle.Le<ProduireEnSerie>().ExecuterAsync(agent, new DemandeDeSerie(Code, [Objet], remise));
        Assert.True(await _socle.Le<ExecuterTravaux>().ExecuterUnAsync());

        await using var contexte = await _socle.OuvrirAsync();
        var serie = await contexte.SeriesDeDocuments.SingleAsync();
        Assert.Equal((117, 3), (serie.Produits, serie.EnErreur));
        Assert.Contains("Commune 40, adresse manquante", serie.Rapport, StringComparison.Ordinal);
        Assert.Equal(117, await contexte.DocumentsProduits.CountAsync(d => d.Serie == serie.Id));
        var lire = new LireSeries(_socle.Base.Fabrique);
        var lue = Assert.Single((await lire.ExecuterAsync(agent, new Demande())).Elements);
        Assert.Equal(("117 documents produits, 3 non produits.", Objet), (lue.Compte, lue.ObjetId));
        Assert.NotNull(lue.Modele);
        Assert.StartsWith("/travaux/", lue.Telechargement, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await lire.ExecuterAsync(Agents.Lecture, new Demande())).Elements).Telechargement);
        var piece = await contexte.Pieces.SingleAsync(p => contexte.Travaux.Any(t => t.PieceId == p.Id));
        await using var contenu = _socle.Le<MagasinDeFichiers>().Ouvrir(piece);
        if (remise is RemiseDeSerie.Archive)
        {
            using var archive = new ZipArchive(contenu);
            Assert.Equal(118, archive.Entries.Count);
            using var rapport = new StreamReader(archive.GetEntry("Rapport.txt")!.Open());
            Assert.StartsWith(
                "117 produits, 3 en erreur : Commune 40, adresse manquante",
                await rapport.ReadToEndAsync(),
                StringComparison.Ordinal
            );
        }
        else
        {
            using var copie = new MemoryStream();
            await contenu.CopyToAsync(copie);
            VerifierLeToutEnUn(copie.ToArray());
        }
    }

    /// <summary>Chaque groupement a son modèle : chacun reçoit le sien, et rien ne se mêle dans un même fichier Word.</summary>
    [Theory]
    [InlineData(RemiseDeSerie.Archive)]
    [InlineData(RemiseDeSerie.UnSeulDocument)]
    public async Task Une_serie_sur_deux_groupements_suit_le_modele_de_chacun(RemiseDeSerie remise)
    {
        var agent = await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire);
        var un = await GroupementDEssai.SemerAsync(_socle.Base, 1);
        var deux = await GroupementDEssai.SemerAsync(_socle.Base, 1);
        await DesignerPourAsync(un.Id, "Premier modèle : {{objet}}");
        await DesignerPourAsync(deux.Id, "Second modèle : {{objet}}");
        _donnees.AddRange([Lettre("Arras", "62000", groupement: un.Id), Lettre("Lens", "62300", groupement: deux.Id)]);
        _donnees.Add(Lettre("Liévin", "62800", groupement: un.Id));

        await _socle.Le<ProduireEnSerie>().ExecuterAsync(agent, new DemandeDeSerie(Code, [Objet], remise) { Titre = "Lettres" });
        Assert.True(await _socle.Le<ExecuterTravaux>().ExecuterUnAsync());

        await using var contexte = await _socle.OuvrirAsync();
        var piece = await contexte.Pieces.SingleAsync(p => contexte.Travaux.Any(t => t.PieceId == p.Id));
        await using var contenu = _socle.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var archive = new ZipArchive(contenu);
        var textes = new List<string>();
        foreach (var entree in archive.Entries.Where(e => e.Name.EndsWith(".docx", StringComparison.Ordinal)))
        {
            using var copie = new MemoryStream();
            await using var flux = await entree.OpenAsync(TestContext.Current.CancellationToken);
            await flux.CopyToAsync(copie, TestContext.Current.CancellationToken);
            textes.Add(WordDEssai.Lire(copie.ToArray()));
        }

        Assert.Equal(remise is RemiseDeSerie.Archive ? 3 : 2, textes.Count);
        Assert.Equal(remise is RemiseDeSerie.Archive ? 2 : 1, Combien("Premier modèle"));
        Assert.Equal(1, Combien("Second modèle"));
        Assert.Equal(2, textes.Sum(t => t.Split("Premier modèle").Length - 1));
        Assert.NotNull(archive.GetEntry("Rapport.txt"));

        int Combien(string modele) => textes.Count(t => t.Contains(modele, StringComparison.Ordinal));
    }

    /// <summary>Rejouée après une coupure, une série ne garde pas deux fois le même document.</summary>
    [Fact]
    public async Task Une_serie_rejouee_ne_double_rien()
    {
        var agent = await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire);
        _donnees.AddRange(Enumerable.Range(1, 7).Select(i => Lettre($"Commune {i}", "62000")));
        var demande = new DemandeDeSerie(Code, [Objet], RemiseDeSerie.Archive);

        for (var fois = 0; fois < 2; fois++)
        {
            await _socle.Le<ProduireEnSerie>().ExecuterAsync(agent, demande);
            Assert.True(await _socle.Le<ExecuterTravaux>().ExecuterUnAsync());
        }

        await using var contexte = await _socle.OuvrirAsync();
        Assert.Equal(7, await contexte.DocumentsProduits.CountAsync());
    }

    [Fact]
    public async Task Le_modele_designe_sert_puis_une_nouvelle_version_puis_l_ancienne_reprise()
    {
        _donnees.Add(Lettre("Arras", "62000"));
        var deposer = _socle.Le<DeposerModele>();
        var id = await deposer.CreerAsync(Agents.Gestionnaire, Code, null, "Lettre du CDG", Propose("Un : {{objet}}"));
        await _socle.Le<DesignerModele>().ExecuterAsync(Agents.Gestionnaire, id, await VersionAsync(id));
        Assert.Equal("Un : Papier", await ProduireAsync("Lettre du CDG, version 1"));

        await deposer.NouvelleVersionAsync(
            Agents.Gestionnaire,
            id,
            await VersionAsync(id),
            "Plus court",
            Propose("Deux : {{objet}}")
        );
        Assert.Equal("Deux : Papier", await ProduireAsync("Lettre du CDG, version 2"));

        await _socle.Le<TenirModele>().RestaurerAsync(Agents.Gestionnaire, id, await VersionAsync(id), 1);
        Assert.Equal("Un : Papier", await ProduireAsync("Lettre du CDG, version 3"));

        await _socle.Le<DesignerModele>().RevenirAsync(Agents.Gestionnaire, Code, null);
        Assert.StartsWith("Commune", await ProduireAsync(ChoisirModele.NomDOrigine), StringComparison.Ordinal);
        await using var contexte = await _socle.OuvrirAsync();
        Assert.Equal(3, (await contexte.Modeles.SingleAsync()).Versions.Count);
    }

    [Fact]
    public async Task Deux_agents_sur_un_meme_modele_le_second_est_arrete()
    {
        var deposer = _socle.Le<DeposerModele>();
        var id = await deposer.CreerAsync(Agents.Gestionnaire, Code, null, "Lettre", Propose("{{objet}}"));
        var lue = await VersionAsync(id);
        await _socle.Le<TenirModele>().RenommerAsync(Agents.Gestionnaire, id, lue, "Lettre brève");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            deposer.NouvelleVersionAsync(Agents.Gestionnaire, id, lue, null, Propose("Autre {{objet}}"))
        );

        await using var contexte = await _socle.OuvrirAsync();
        Assert.Single((await contexte.Modeles.SingleAsync()).Versions);
    }

    [Fact]
    public async Task Un_modele_fautif_n_entre_pas_et_ne_laisse_rien_dans_le_magasin()
    {
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _socle.Le<DeposerModele>().CreerAsync(Agents.Gestionnaire, Code, null, " ", Propose("{{objett}} {{#lots}}"))
        );

        Assert.Equal(3, refus.Obstacles.Count);
        Assert.False(
            Directory.Exists(_socle.Dossier) && Directory.EnumerateFiles(_socle.Dossier, "*", SearchOption.AllDirectories).Any()
        );
    }

    [Fact]
    public async Task Le_modele_par_defaut_ne_s_archive_pas_et_un_lecteur_ne_touche_a_rien()
    {
        var id = await _socle.Le<DeposerModele>().CreerAsync(Agents.Gestionnaire, Code, null, "Lettre", Propose("{{objet}}"));
        await _socle.Le<DesignerModele>().ExecuterAsync(Agents.Gestionnaire, id, await VersionAsync(id));
        var version = await VersionAsync(id);

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _socle.Le<TenirModele>().ArchiverAsync(Agents.Gestionnaire, id, version)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _socle.Le<TenirModele>().RenommerAsync(Agents.Lecture, id, version, "x")
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _socle.Le<ProduireDocument>().ExecuterAsync(Agents.Lecture, new DemandeDeDocument(Code, Objet))
        );
    }

    private static void VerifierLeToutEnUn(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var corps = document.MainDocumentPart!.Document!.Body!;
        var sections = corps.Descendants<SectionProperties>().ToList();
        Assert.Equal(117, sections.Count);
        Assert.All(sections, s => Assert.Equal(1, s.GetFirstChild<PageNumberType>()!.Start!.Value));
        Assert.Contains("Commune 119", corps.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", corps.InnerText, StringComparison.Ordinal);
        // The letterhead is the same for all: four parts, not four hundred.
        Assert.Equal(4, document.MainDocumentPart.HeaderParts.Count() + document.MainDocumentPart.FooterParts.Count());
        Assert.All(
            document.MainDocumentPart.FooterParts,
            p => Assert.Contains("SECTIONPAGES", p.Footer!.OuterXml, StringComparison.Ordinal)
        );
    }

    private async Task DesignerPourAsync(GroupementId groupement, string texte)
    {
        var id = await _socle.Le<DeposerModele>().CreerAsync(Agents.Gestionnaire, Code, groupement, texte[..6], Propose(texte));
        await _socle.Le<DesignerModele>().ExecuterAsync(Agents.Gestionnaire, id, await VersionAsync(id));
    }

    private async Task<string> ProduireAsync(string modeleAttendu)
    {
        var id = await _socle.Le<ProduireDocument>().ExecuterAsync(Agents.Gestionnaire, new DemandeDeDocument(Code, Objet));
        await using var contexte = await _socle.OuvrirAsync();
        Assert.Equal(
            modeleAttendu,
            await contexte.DocumentsProduits.Where(d => d.Id == id).Select(d => d.NomDuModele).SingleAsync()
        );
        return await TexteAsync(id);
    }

    private async Task<string> TexteAsync(Guid id)
    {
        var (_, piece) = (await _socle.Le<LireDocumentsProduits>().UnAsync(Agents.Lecture, id))!.Value;
        await using var contenu = _socle.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var copie = new MemoryStream();
        await contenu.CopyToAsync(copie);
        return WordDEssai.Lire(copie.ToArray());
    }

    private ModelePropose Propose(string texte) =>
        _socle
            .Le<DeposerModele>()
            .Lire(Agents.Gestionnaire, Code, "lettre.docx", WordDEssai.Document(WordDEssai.Paragraphe(texte)));

    private async Task<int> VersionAsync(ModeleId id)
    {
        await using var contexte = await _socle.OuvrirAsync();
        return await contexte.Modeles.Where(m => m.Id == id).Select(m => m.Version).SingleAsync();
    }

    private static DonneesDeFusion Lettre(
        string ville,
        string? codePostal,
        string objet = "Papier",
        GroupementId? groupement = null
    )
    {
        var donnees = new DonneesDeFusion($"Lettre à {ville}")
        {
            Groupement = groupement,
            Destinataire = DestinataireDeDocument.De(
                Guid.CreateVersion7(),
                $"Commune {(ville.StartsWith("Commune", StringComparison.Ordinal) ? ville[8..] : $"de {ville}")}",
                null,
                codePostal is null ? Domain.Collectivites.Adresse.Vide : new("1 place", null, codePostal, ville)
            ),
        };
        donnees.Champ("objet", objet).Champ("date_seance", "16 mars 2026");
        return donnees;
    }
}
