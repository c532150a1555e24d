using CdgMarches.App.Collectivites;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Semences;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CdgMarches.Tests.Semences;

public sealed class DemonstrationTests : IAsyncLifetime
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 22);
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Les noms de personnes que les conventions des exemples portent.</summary>
    private static readonly string[] NomsInterdits = ["DURAND", "VARLET", "DUQUENOY"];

    /// <summary>Ce qui est daté sans être un acte : ce qui expire, ce que l'on attend.</summary>
    private static readonly HashSet<string> SansActe = ["ExpireLe", "RetourAttenduLe", "AttenduLe"];

    private BaseJetable _base = null!;

    public async ValueTask InitializeAsync()
    {
        _base = await BaseJetable.CreerAsync();
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await ChargerCatalogue.ExecuterAsync(contexte, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _base.DisposeAsync();

    [Fact]
    public async Task La_demonstration_cree_ce_qui_est_promis()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);

        var permanent = await contexte.Groupements.SingleAsync(g => g.EstPermanent, annulation);
        Assert.Equal(ContexteDeDemonstration.GroupementPermanent, permanent.Nom);
        Assert.Equal(EtatDuGroupement.Ouvert, permanent.Etat);
        Assert.Equal(6, permanent.Prestations.Count);
        Assert.Equal(7, permanent.Lots.Count);
        Assert.Equal(
            ContexteDeDemonstration.Cdg62,
            await contexte.Collectivites.Where(c => c.Id == permanent.Coordonnateur).Select(c => c.Nom).SingleAsync(annulation)
        );

        var reelles = await (
            from a in contexte.Adhesions.Where(a => a.Groupement == permanent.Id).EnVigueur(Aujourdhui)
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            where contexte.CatalogueNational.Any(r => r.Nom == c.Nom && r.Departement == "62")
            select c.Categorie
        ).ToListAsync(annulation);
        Assert.True(reelles.Count >= 300, $"{reelles.Count} collectivités réelles en vigueur.");
        Assert.Equal(19, reelles.Count(c => c is not CategorieDeCollectivite.Commune));

        var trois = await contexte.Groupements.SingleAsync(g => !g.EstPermanent, annulation);
        Assert.Equal(3, await contexte.Adhesions.CountAsync(a => a.Groupement == trois.Id, annulation));
        Assert.Equal(
            ContexteDeDemonstration.Cdg59,
            await contexte.Collectivites.Where(c => c.Id == trois.Coordonnateur).Select(c => c.Nom).SingleAsync(annulation)
        );

        var procedures = await contexte.Procedures.OrderBy(p => p.Reference).ToListAsync(annulation);
        Assert.Equal(
            [EtatDeProcedure.EnPreparation, EtatDeProcedure.Lancee, EtatDeProcedure.Terminee],
            procedures.Select(p => p.Etat).Order()
        );
        var terminee = procedures.Single(p => p.Etat is EtatDeProcedure.Terminee);
        Assert.True(await contexte.MembresFiges.CountAsync(m => m.Procedure == terminee.Id, annulation) > 500);
    }

    [Fact]
    public async Task Les_chiffres_sont_dits_fictifs_et_les_personnes_inventees()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);

        var collectivites = await contexte.Collectivites.AsSplitQuery().ToListAsync(annulation);
        Assert.All(collectivites, c => Assert.All(c.Effectifs, e => Assert.Equal("Démonstration — chiffre fictif", e.Source)));
        Assert.All(collectivites, c => Assert.True(c.Siret is null || c.Siret.Nic.StartsWith("9990", StringComparison.Ordinal)));
        Assert.All(
            collectivites.SelectMany(c => c.Contacts),
            p => Assert.DoesNotContain(Domain.Noyau.CleDeTri.De(p.Nom), NomsInterdits)
        );
        Assert.All(collectivites, c => Assert.Contains("démonstration", c.Notes, StringComparison.Ordinal));
    }

    /// <summary>Créée un dimanche ou le jour de l'Ascension, la démonstration n'a d'acte daté que d'un jour ouvré.</summary>
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026-05-14")]
    public async Task Aucun_acte_n_y_est_date_d_un_jour_chome(string creeeLe)
    {
        var annulation = TestContext.Current.CancellationToken;
        var jour = DateOnly.ParseExact(creeeLe, "O");
        await Demonstration.CreerAsync(
            _base.Fabrique,
            jour,
            new DateTimeOffset(jour.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero),
            annulation
        );
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);
        List<string> chomes = [];
        foreach (var type in contexte.Model.GetEntityTypes().Where(t => t.GetTableName() is not (null or "Echeances")))
        {
            foreach (var acte in type.GetFlattenedProperties().Where(EstUnActe))
            {
                var table = type.GetTableName()!;
                var colonne = acte.GetColumnName(StoreObjectIdentifier.Table(table));
#pragma warning disable EF1002 // The names come from the model.
                var dates = await contexte
                    .Database.SqlQueryRaw<DateOnly>(
                        $"SELECT DISTINCT \"{colonne}\" AS \"Value\" FROM \"{table}\" WHERE \"{colonne}\" IS NOT NULL"
                    )
                    .ToListAsync(annulation);
#pragma warning restore EF1002
                chomes.AddRange(
                    dates
                        .Where(d => !JoursOuvres.Est(d, ZoneDeJoursFeries.Metropole))
                        .Select(d => $"{table}.{colonne} : {d:ddd dd/MM/yyyy}")
                );
            }
        }

        Assert.True(chomes.Count == 0, string.Join(Environment.NewLine, chomes));

        static bool EstUnActe(IReadOnlyProperty propriete) =>
            (Nullable.GetUnderlyingType(propriete.ClrType) ?? propriete.ClrType) == typeof(DateOnly)
            && (
                propriete.Name.EndsWith("Le", StringComparison.Ordinal)
                || propriete.Name is "Date" or "DateDAppel" or "DateDeTitre" or "Reel"
            )
            && !SansActe.Contains(propriete.Name);
    }

    [Fact]
    public async Task Le_choix_de_la_commission_est_celui_de_la_procedure_et_du_marche()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);

        var marches = await contexte.Marches.ToListAsync(annulation);
        var seances = (await contexte.Seances.ToListAsync(annulation)).Where(s =>
            s.Points.Any(p => p.Procedure is not null && p.Nature is NatureDuPoint.ChoixDuTitulaire)
        );
        var seance = Assert.Single(seances);
        Assert.All(
            seance.Points,
            point =>
            {
                var marche = marches.Single(m => m.Procedure == point.Procedure && m.Lot == point.Lot);
                Assert.Equal(Assert.Single(marche.Titulaires).Nom, point.Attributaire);
                Assert.Equal(seance.Date, marche.AttribueLe);
                Assert.True(seance.Date < marche.SigneLe);
            }
        );
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == seance.Points[0].Procedure, annulation);
        Assert.All(procedure.Lots, l => Assert.Equal(seance.Date, l.IssueLe));
    }

    [Fact]
    public async Task L_avenant_change_tout_ce_que_dit_son_objet_et_chaque_membre_en_est_informe()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);

        var avenant = await contexte.AvenantsDeConvention.SingleAsync(annulation);
        Assert.Contains("siège", avenant.TexteEnVigueur, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("siège", avenant.TexteNouveau, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            await contexte.ApprobationsDAvenant.CountAsync(a => a.Avenant == avenant.Id, annulation),
            await contexte.PreuvesDInformation.CountAsync(p => p.ObjetId == avenant.Id.Valeur, annulation)
        );
    }

    [Fact]
    public async Task Chaque_convention_d_acces_y_a_son_texte()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);

        var textes = await contexte.ConventionsDAcces.Select(c => c.TexteInitial).ToListAsync(annulation);

        Assert.NotEmpty(textes);
        Assert.All(textes, t => Assert.Contains("Article 7 – Annexe", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_creer_deux_fois_ne_change_rien()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        var avant = await CompterAsync(annulation);

        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui.AddDays(40), Maintenant.AddDays(40), annulation);

        Assert.Equal(avant, await CompterAsync(annulation));
    }

    [Fact]
    public async Task Le_texte_de_chaque_convention_est_au_corpus_une_seule_fois()
    {
        var annulation = TestContext.Current.CancellationToken;
        await using var socle = await SocleDEssai.CreerAsync(s =>
            s.AddCollectivites().AddGroupements().AddProcedures().AddDocuments().AddAdressesDEssai()
        );
        await using (var catalogue = await socle.OuvrirAsync())
        {
            await ChargerCatalogue.ExecuterAsync(catalogue, annulation);
        }

        var corpus = new CorpusDeDemonstration(socle.Le<ProduireDocument>(), socle.Le<CatalogueDeDocuments>());
        foreach (var jour in new[] { Aujourdhui, Aujourdhui.AddDays(40) })
        {
            await Demonstration.CreerAsync(socle.Base.Fabrique, jour, Maintenant, [corpus.CreerAsync], annulation);
        }

        await using var contexte = await socle.OuvrirAsync();
        var conventions = await contexte.ConventionsConstitutives.AsNoTracking().ToListAsync(annulation);
        Assert.Equal(2, conventions.Count);
        foreach (var document in conventions.Select(c => Assert.Single(c.Documents)))
        {
            Assert.Equal(GenreDeDocumentOpposable.Convention, document.Genre);
            var piece = await contexte.Pieces.SingleAsync(p => p.Id == document.Piece, annulation);
            Assert.Equal(TypesMime.Docx, piece.TypeMime);
            await using var contenu = socle.Le<MagasinDeFichiers>().Ouvrir(piece);
            Assert.Equal(TypesMime.Docx, ReconnaitreType.De(contenu, piece.Nom, TypesMime.Deposables));
        }
    }

    [Fact]
    public async Task Les_choix_varient_et_personne_ne_reste_sans_prestation()
    {
        var annulation = TestContext.Current.CancellationToken;
        await Demonstration.CreerAsync(_base.Fabrique, Aujourdhui, Maintenant, annulation);
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);
        var permanent = await contexte.Groupements.SingleAsync(g => g.EstPermanent, annulation);

        var parPrestation = await contexte
            .Adhesions.ChoixEnVigueur(permanent.Id, Aujourdhui)
            .GroupBy(c => c.Prestation)
            .Select(g => g.Count())
            .ToListAsync(annulation);

        Assert.Equal(6, parPrestation.Count);
        Assert.True(parPrestation.Max() > 2 * parPrestation.Min());
        Assert.False(await contexte.Adhesions.AnyAsync(a => !a.Choix.Any(), annulation));
        Assert.True(await contexte.Adhesions.AnyAsync(a => a.Sortie != null && a.Sortie < Aujourdhui, annulation));
        Assert.True(await contexte.Adhesions.AnyAsync(a => a.Entree > permanent.Debut, annulation));
    }

    private async Task<(int, int, int, int, int, int)> CompterAsync(CancellationToken annulation)
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(annulation);
        return (
            await contexte.Collectivites.CountAsync(annulation),
            await contexte.Groupements.CountAsync(annulation),
            await contexte.Adhesions.CountAsync(annulation),
            await contexte.Procedures.CountAsync(annulation),
            await contexte.MembresFiges.CountAsync(annulation),
            await contexte.Journal.CountAsync(annulation)
        );
    }
}
