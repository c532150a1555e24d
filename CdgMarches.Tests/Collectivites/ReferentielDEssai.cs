using CdgMarches.App.Collectivites;
using CdgMarches.App.Collectivites.Echanges;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

/// <summary>Un référentiel sur sa propre base, avec les vrais cas d'usage et une horloge que le test avance.</summary>
public sealed class ReferentielDEssai : IAsyncDisposable
{
    /// <summary>Des SIREN et SIRET justes, du Pas-de-Calais et d'ailleurs.</summary>
    public const string SirenDArras = "216200410";

    private ReferentielDEssai(BaseJetable donnees)
    {
        Base = donnees;
        Heure = new HorlogeFigee(HorlogeFigee.Origine);
        Horloge = new HorlogeLegale(
            Heure,
            new Reglages(Fournisseur.Sqlite, "", "", "", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"))
        );
    }

    public BaseJetable Base { get; }

    public HorlogeFigee Heure { get; }

    public HorlogeLegale Horloge { get; }

    public IDbContextFactory<MarchesDbContext> Fabrique => Base.Fabrique;

    public CreerCollectivite Creer => new(Fabrique, Horloge);

    public ModifierCollectivite Modifier => new(Fabrique, Horloge);

    public TenirCollectivite Tenir => new(Fabrique, Horloge);

    public LireFicheDeCollectivite LireFiche => new(Fabrique, Horloge);

    public LireCollectivites Lister => new(Fabrique, Horloge);

    public ChercherCollectivites Chercher => new(Fabrique);

    public ChercherAuCatalogue ChercherAuCatalogue => new(Fabrique);

    public ChercherDoublons Doublons => new(Fabrique);

    public FusionnerCollectivites Fusionner => new(Fabrique, Horloge, []);

    public LireHistoriqueDeCollectivite Historique => new(Fabrique, new LireHistorique(Fabrique));

    public PreparerImport Preparer => new(Fabrique, Horloge);

    public AppliquerImport Appliquer => new(Fabrique, Horloge);

    public AnnulerImport Annuler => new(Fabrique, Horloge);

    public LireImports Imports => new(Fabrique, Horloge);

    public ExporterCollectivites Exporter => new(Fabrique, Horloge);

    public static async Task<ReferentielDEssai> CreerAsync() => new(await BaseJetable.CreerAsync());

    public static IdentiteDeCollectivite Commune(string nom, string? siren = null) =>
        new()
        {
            Nom = nom,
            Categorie = CategorieDeCollectivite.Commune,
            Siren = siren is null ? null : Siren.Parse(siren),
            Departement = "62",
        };

    /// <summary>Un SIRET juste de ce SIREN, fictif.</summary>
    public static string SiretDe(string siren, int etablissement = 1)
    {
        for (var cle = 0; cle < 10; cle++)
        {
            var essai = $"{siren}{etablissement:D4}{cle}";
            if (Siret.TryParse(essai, out _))
            {
                return essai;
            }
        }

        throw new InvalidOperationException("Aucune clé ne convient.");
    }

    /// <summary>Un SIREN juste, fictif, d'organisme public.</summary>
    public static string SirenFictif(int rang)
    {
        for (var cle = 0; cle < 10; cle++)
        {
            var essai = $"2999{rang:D4}{cle}";
            if (Siren.TryParse(essai, out _))
            {
                return essai;
            }
        }

        throw new InvalidOperationException("Aucune clé ne convient.");
    }

    public async Task<Collectivite> SemerAsync(IdentiteDeCollectivite identite, Action<Collectivite>? ajuster = null)
    {
        var collectivite = Collectivite.Creer(identite);
        ajuster?.Invoke(collectivite);
        await Base.SemerAsync(collectivite);
        return collectivite;
    }

    public async Task<Collectivite> RelireAsync(CollectiviteId id)
    {
        await using var contexte = await Fabrique.CreateDbContextAsync();
        return await contexte.Collectivites.AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == id);
    }

    public async Task<int> CompterAsync()
    {
        await using var contexte = await Fabrique.CreateDbContextAsync();
        return await contexte.Collectivites.CountAsync();
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}
