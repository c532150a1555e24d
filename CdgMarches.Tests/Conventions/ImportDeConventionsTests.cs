using CdgMarches.App.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Une liste Excel de conventions : aperçu, application, annulation.</summary>
public sealed class ImportDeConventionsTests : IAsyncLifetime
{
    private static readonly string[] Entetes =
    [
        "Collectivité",
        "Délibération",
        "Signature de la collectivité",
        "Signature du CDG",
        "Date d'effet",
        "Motif d'un effet antérieur",
    ];

    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };
    private readonly Collectivite _arras = Groupements.Exemples.UneCommune("Arras");
    private readonly Collectivite _bethune = Groupements.Exemples.UneCommune("Béthune");
    private readonly Collectivite _calais = Groupements.Exemples.UneCommune("Calais");
    private SocleDEssai _socle = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private ImporterConventions Importer => new(_socle.Base.Fabrique, _socle.Le<LireParametres>(), _socle.Le<HorlogeLegale>());

    private AnnulerImportDeConventions Annuler => new(_socle.Base.Fabrique, _socle.Le<HorlogeLegale>());

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync();
        await _socle.Base.SemerAsync(_arras, _bethune, _calais);
    }

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task L_apercu_n_ecrit_rien_puis_l_import_ouvre_et_date_en_une_fois()
    {
        var existante = EnPreparation(_bethune.Id, numero: 900, jour: Jour("2026-01-05"));
        await _socle.Base.SemerAsync(existante);
        var liste = await LireAsync(
            ["Arras", "2026-01-10", "2026-01-20", "2026-02-01", "2026-02-15"],
            ["Béthune", "2026-01-12", null, null, null]
        );

        Assert.StartsWith("✓ 1 nouvelle · ↻ 1 modifiée", liste.Apercu.Phrase, StringComparison.Ordinal);
        Assert.Equal(1, await CompterAsync());

        var bilan = await Importer.AppliquerAsync(Agent, liste, Annulation);
        Assert.Equal((1, 1, 0), (bilan.Ouvertes, bilan.Datees, bilan.Refus.Count));
        var arras = await DeAsync(_arras);
        Assert.Equal(("CONV-2026-001", Jour("2026-02-15")), (arras.Reference.ToString(), arras.PremierJour!.Value));
        Assert.Equal(Jour("2026-01-12"), (await DeAsync(_bethune)).Actes.DelibereeLe);

        var relue = await LireAsync(
            ["Arras", "2026-01-10", "2026-01-20", "2026-02-01", "2026-02-15"],
            ["Béthune", "2026-01-12", null, null, null]
        );
        Assert.True(relue.Apercu.RienAImporter);
    }

    [Fact]
    public async Task Les_memes_regles_qu_a_l_ecran_refusent_les_lignes_et_disent_toutes_les_raisons()
    {
        await _socle.Base.SemerAsync(EnVigueur(_calais.Id));
        var liste = await LireAsync(
            ["Arras", "2026-02-20", "2026-02-10", "2027-01-01", "2026-03-01"],
            ["Béthune", "2026-01-10", "2026-01-20", "2026-02-01", "2026-01-25"],
            ["Inconnue", "2026-01-10", null, null, null],
            ["Calais", "2026-02-01", null, null, null],
            ["Arras", null, null, null, null]
        );

        Assert.Equal(5, liste.Apercu.Nombre(EtatDeLigne.Erreur));
        var arras = Assert.Single(liste.Apercu.Lignes, l => l.Numero == 2).Messages;
        Assert.Contains(arras, m => m.Contains("avant sa délibération", StringComparison.Ordinal));
        Assert.Contains(arras, m => m.Contains("est un fait", StringComparison.Ordinal));
        Assert.Contains(Messages(liste, 3), m => m.Contains("pour l'avenir", StringComparison.Ordinal));
        Assert.Contains(Messages(liste, 4), m => m.Contains("n'est pas au référentiel", StringComparison.Ordinal));
        Assert.Contains(Messages(liste, 5), m => m.Contains("avant sa délibération", StringComparison.Ordinal));
        Assert.Contains(Messages(liste, 6), m => m.Contains("déjà à la ligne 2", StringComparison.Ordinal));
        Assert.Equal(0, (await Importer.AppliquerAsync(Agent, await LireAsync(["Inconnue"]), Annulation)).Ouvertes);
    }

    [Fact]
    public async Task Un_effet_anterieur_passe_avec_son_motif_qui_reste_a_l_histoire()
    {
        var liste = await LireAsync(["Arras", "2026-01-10", "2026-01-20", "2026-02-01", "2026-01-25", "Accord verbal"]);
        Assert.Equal(1, liste.Apercu.Nombre(EtatDeLigne.Avertissement));
        await Importer.AppliquerAsync(Agent, liste, Annulation);

        await using var contexte = await _socle.OuvrirAsync();
        Assert.True(await contexte.Journal.AnyAsync(l => l.Motif == "Accord verbal", Annulation));
    }

    [Fact]
    public async Task Ce_qui_a_change_depuis_l_apercu_n_est_pas_ecrase()
    {
        var existante = EnPreparation(_bethune.Id, numero: 900, jour: Jour("2026-01-05"));
        await _socle.Base.SemerAsync(existante);
        var liste = await LireAsync(["Béthune", "2026-01-12"], ["Arras", "2026-01-10"]);
        await new AgirSurConvention(
            _socle.Base.Fabrique,
            AnnexesDEssai.SansDossier(_socle.Base.Fabrique),
            _socle.Le<LireParametres>(),
            _socle.Le<HorlogeLegale>()
        ).ExecuterAsync(
            Agent,
            existante.Id,
            1,
            new GesteDeConvention.Dater(new ActesDAcces { DelibereeLe = Jour("2026-01-30") }, null),
            Annulation
        );

        var bilan = await Importer.AppliquerAsync(Agent, liste, Annulation);

        Assert.Equal((1, 0), (bilan.Ouvertes, bilan.Datees));
        Assert.Contains("Ligne 2", Assert.Single(bilan.Refus), StringComparison.Ordinal);
        Assert.Equal(Jour("2026-01-30"), (await DeAsync(_bethune)).Actes.DelibereeLe);
    }

    [Fact]
    public async Task L_annulation_rend_les_actes_d_avant_abandonne_ce_qui_a_ete_ouvert_et_laisse_ce_qui_a_change()
    {
        var existante = EnPreparation(_bethune.Id, numero: 900, jour: Jour("2026-01-05"));
        await _socle.Base.SemerAsync(existante);
        await Importer.AppliquerAsync(
            Agent,
            await LireAsync(
                ["Arras", "2026-01-10", "2026-01-20", "2026-02-01", "2026-02-15"],
                ["Béthune", "2026-01-12"],
                ["Calais", "2026-01-14"]
            ),
            Annulation
        );
        var calais = await DeAsync(_calais);
        await new AgirSurConvention(
            _socle.Base.Fabrique,
            AnnexesDEssai.SansDossier(_socle.Base.Fabrique),
            _socle.Le<LireParametres>(),
            _socle.Le<HorlogeLegale>()
        ).ExecuterAsync(
            Agent,
            calais.Id,
            calais.Version,
            new GesteDeConvention.Dater(new ActesDAcces { DelibereeLe = Jour("2026-01-15") }, null),
            Annulation
        );
        var journal = new LireImportsDeConventions(_socle.Base.Fabrique, _socle.Le<HorlogeLegale>());
        var import = Assert.Single((await journal.ExecuterAsync(Agent, new Demande(), Annulation)).Elements);
        Assert.Equal((2, 1, true), (import.Ouvertes, import.Datees, import.PeutAnnuler));

        var bilan = await Annuler.ExecuterAsync(Agent, import.Id, import.Version, Annulation);

        Assert.Equal((2, 1), (bilan.Defaites, bilan.Gardees));
        Assert.Equal(EtatDeConvention.Abandonnee, (await DeAsync(_arras)).EtatAu(Jour("2026-03-10")));
        Assert.Null((await DeAsync(_bethune)).Actes.DelibereeLe);
        Assert.Equal(Jour("2026-01-15"), (await DeAsync(_calais)).Actes.DelibereeLe);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Annuler.ExecuterAsync(Agent, import.Id, import.Version + 1, Annulation)
        );
        Assert.IsType<ImportAnnulable>(Assert.Single(refus.Obstacles));
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void Un_import_s_annule_dans_les_vingt_quatre_heures(int heures, bool permis)
    {
        var import = ImportDeConventions.Appliquer("liste.xlsx", "00", "Camille", HorlogeFigee.Origine, 0, []);

        Assert.Equal(permis, import.PeutAnnuler(HorlogeFigee.Origine.AddHours(heures)).EstFavorable);
    }

    [Fact]
    public async Task Un_fichier_illisible_et_un_acteur_sans_droit_sont_refuses()
    {
        using var faux = new MemoryStream("Ceci n'est pas un classeur"u8.ToArray());
        await Assert.ThrowsAsync<RefusException>(() => Importer.LireAsync(Agent, faux, "liste.xlsx", Annulation));
        using var bon = new MemoryStream(Classeur(["Arras"]));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Importer.LireAsync(Agents.Membre(_arras.Id), bon, "liste.xlsx", Annulation)
        );
    }

    private static IReadOnlyList<string> Messages(ListeDeConventions liste, int numero) =>
        liste.Apercu.Lignes.Single(l => l.Numero == numero).Messages;

    private async Task<int> CompterAsync()
    {
        await using var contexte = await _socle.OuvrirAsync();
        return await contexte.ConventionsDAcces.CountAsync(Annulation);
    }

    private async Task<ConventionDAcces> DeAsync(Collectivite collectivite)
    {
        await using var contexte = await _socle.OuvrirAsync();
        return await contexte.ConventionsDAcces.SingleAsync(c => c.Collectivite == collectivite.Id, Annulation);
    }

    private async Task<ListeDeConventions> LireAsync(params string?[][] lignes)
    {
        using var flux = new MemoryStream(Classeur(lignes));
        return await Importer.LireAsync(Agent, flux, "conventions.xlsx", Annulation);
    }

    private static byte[] Classeur(params string?[][] lignes)
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Conventions");
        for (var c = 0; c < Entetes.Length; c++)
        {
            feuille.Cell(1, c + 1).SetValue(Entetes[c]);
        }

        foreach (var (l, ligne) in lignes.Index())
        {
            foreach (var (c, texte) in ligne.Index())
            {
                if (
                    DateOnly.TryParseExact(
                        texte,
                        "yyyy-MM-dd",
                        System.Globalization.CultureInfo.InvariantCulture,
                        System.Globalization.DateTimeStyles.None,
                        out var jour
                    )
                )
                {
                    feuille.Cell(l + 2, c + 1).SetValue(jour.ToDateTime(TimeOnly.MinValue));
                }
                else if (texte is not null)
                {
                    feuille.Cell(l + 2, c + 1).SetValue(texte);
                }
            }
        }

        using var flux = new MemoryStream();
        classeur.SaveAs(flux);
        return flux.ToArray();
    }
}
