using CdgMarches.App.Courriels;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Parametres;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Recensements;

/// <summary>Un groupement, ses membres et une campagne sur une base à soi, avec les vrais cas d'usage.</summary>
public sealed class BancDeRecensement : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _baseSienne;

    private BancDeRecensement(BaseJetable donnees, HorlogeFigee horloge, bool estSienne)
    {
        (Base, _baseSienne) = (donnees, estSienne);
        Horloge = horloge;
        var reglages = new Reglages(
            Fournisseur.Sqlite,
            donnees.Connexion,
            Path.GetTempPath(),
            Path.GetTempPath(),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")
        );
        _services = new ServiceCollection()
            .AddLogging()
            .AddMemoryCache()
            .AddSingleton<TimeProvider>(Horloge)
            .AddSingleton(reglages)
            .AddSingleton<HorlogeLegale>()
            .AddSingleton(donnees.Fabrique)
            .AddParametres()
            .AddSingleton<ComposerCourriel>()
            .AddAdressesDEssai()
            .AddRecensements()
            .BuildServiceProvider();
    }

    public BaseJetable Base { get; }

    public HorlogeFigee Horloge { get; }

    public Groupement Groupement { get; private set; } = null!;

    public IReadOnlyList<Collectivite> Membres { get; private set; } = [];

    public PrestationId Fournitures => Groupement.Prestations[0].Id;

    public PrestationId Parapheur => Groupement.Prestations[1].Id;

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static DateOnly Jour(int annee, int mois, int jour) => new(annee, mois, jour);

    /// <summary>Le lundi 10 mars 2026 : trois membres, deux prestations, deux lots pour la première.</summary>
    public static async Task<BancDeRecensement> CreerAsync(int membres = 3) =>
        await PeuplerAsync(
            new BancDeRecensement(await BaseJetable.CreerAsync(), new HorlogeFigee(HorlogeFigee.Origine), estSienne: true),
            membres
        );

    /// <summary>Les mêmes membres, sur la base et l'horloge d'une application en marche, qui les garde.</summary>
    public static Task<BancDeRecensement> SurAsync(ApplicationEnMarche application, int membres = 3) =>
        PeuplerAsync(new BancDeRecensement(application.Base, application.Horloge, estSienne: false), membres);

    private static async Task<BancDeRecensement> PeuplerAsync(BancDeRecensement banc, int membres)
    {
        var collectivites = Enumerable
            .Range(1, membres)
            .Select(i =>
                Collectivite.Creer(
                    new IdentiteDeCollectivite { Nom = $"Membre {i:D4}", Categorie = CategorieDeCollectivite.Commune }
                )
            )
            .ToList();
        foreach (var (rang, membre) in collectivites.Index())
        {
            membre.RenseignerPopulation(new DeclarationDePopulation(2026, 1500 + rang % 10, null, "INSEE"));
        }

        var groupement = Groupement.Creer(
            new ReferenceDeGroupement(2026, 1),
            new IdentiteDeGroupement(
                "Fournitures de bureau",
                "Acheter ensemble",
                collectivites[0].Id,
                Jour(2026, 1, 1),
                estPermanent: true
            )
        );
        var fournitures = groupement.AjouterPrestation(
            new DefinitionDePrestation("FOURN", "Fournitures", NatureDAchat.Fournitures)
        );
        var parapheur = groupement.AjouterPrestation(new DefinitionDePrestation("PARAPH", "Parapheur", NatureDAchat.Services));
        groupement.AjouterLot(new DefinitionDeLot(1, fournitures, "Papier", NatureDAchat.Fournitures));
        groupement.AjouterLot(new DefinitionDeLot(2, fournitures, "Petites fournitures", NatureDAchat.Fournitures));
        groupement.AjouterLot(new DefinitionDeLot(3, parapheur, "Parapheur", NatureDAchat.Services));
        var faits = new FaitsDEntree(groupement.Etat, groupement.Debut, null, null, []);
        var adhesions = collectivites
            .Select(c =>
            {
                var adhesion = Adhesion.Entrer(groupement.Id, c.Id, Jour(2026, 1, 1), faits);
                adhesion.Choisir(groupement.PrestationDe(fournitures), Jour(2026, 1, 1));
                adhesion.Choisir(groupement.PrestationDe(parapheur), Jour(2026, 1, 1));
                return adhesion;
            })
            .ToList();
        var agent = new Utilisateur
        {
            Id = Agents.Gestionnaire.Id,
            Nom = Agents.Gestionnaire.Nom,
            UserName = "gestionnaire",
            PhoneNumber = "03 21 00 00 00",
        };
        await banc.Base.SemerAsync([agent, .. collectivites, groupement, .. adhesions]);
        (banc.Groupement, banc.Membres) = (groupement, collectivites);
        return banc;
    }

    public static ParametresDeCampagne Parametres(DateOnly? cloture = null, int duree = 4) =>
        new(
            "Recensement 2027",
            "Répondez ligne par ligne.",
            Jour(2026, 3, 10),
            cloture ?? Jour(2026, 3, 31),
            DureeEnAnnees: duree
        );

    public DescriptionDeLigne Ligne(
        string designation,
        PrestationId? prestation = null,
        int lot = 1,
        string unite = "rame",
        decimal? prix = 4m,
        ChampDeReponse demandes = ChampDeReponse.Minimum | ChampDeReponse.Estime | ChampDeReponse.Maximum,
        int? n1 = null
    ) => new(prestation ?? Fournitures, lot, 1, designation, unite, prix, demandes, n1);

    /// <summary>Une campagne en préparation, avec les lignes données et une pour le parapheur.</summary>
    public async Task<CampagneId> PreparerAsync(
        IReadOnlyList<DescriptionDeLigne>? lignes = null,
        CampagneId? precedente = null,
        DateOnly? cloture = null
    )
    {
        var id = await Service<CreerCampagne>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                new NouvelleCampagne(Groupement.Id, 2027, Parametres(cloture), [Fournitures, Parapheur], precedente)
            );
        if (precedente is null)
        {
            IReadOnlyList<DescriptionDeLigne> toutes =
            [
                .. lignes ?? [Ligne("Papier A4"), Ligne("Stylo", lot: 2, unite: "unité", prix: 0.5m)],
                Ligne("Parapheur", Parapheur, 3, "licence", 100m, ChampDeReponse.Estime | ChampDeReponse.MontantHt),
            ];
            await Service<ModifierCatalogue>()
                .ExecuterAsync(
                    Agents.Gestionnaire,
                    id,
                    await VersionAsync(id),
                    [.. toutes.Select(ModificationDeCatalogue.Ajout)]
                );
        }

        return id;
    }

    public async Task<CampagneId> OuvrirAsync(
        IReadOnlyList<DescriptionDeLigne>? lignes = null,
        CampagneId? precedente = null,
        DateOnly? cloture = null
    )
    {
        var id = await PreparerAsync(lignes, precedente, cloture);
        await Service<OuvrirCampagne>().ExecuterAsync(Agents.Gestionnaire, id, await VersionAsync(id));
        return id;
    }

    public async Task<int> VersionAsync(CampagneId id) =>
        await LireAsync(c => c.Campagnes.Where(x => x.Id == id).Select(x => x.Version).SingleAsync());

    public async Task<Reponse> ReponseAsync(CampagneId campagne, int membre, PrestationId? prestation = null)
    {
        var (collectivite, choisie) = (Membres[membre].Id, prestation ?? Fournitures);
        return await LireAsync(c =>
            c.Reponses.AsNoTracking()
                .SingleAsync(r => r.Campagne == campagne && r.Collectivite == collectivite && r.Prestation == choisie)
        );
    }

    public async Task<LigneDeReponse?> LigneAsync(ReponseId reponse, int ligne) =>
        await LireAsync(c =>
            c.LignesDeReponse.AsNoTracking().SingleOrDefaultAsync(l => l.Reponse == reponse && l.Ligne == ligne)
        );

    public async Task<T> LireAsync<T>(Func<MarchesDbContext, Task<T>> lire)
    {
        await using var contexte = await Base.Fabrique.CreateDbContextAsync();
        return await lire(contexte);
    }

    public Acteur Membre(int rang, RoleDeMembre role = RoleDeMembre.Referent) => Agents.Membre(Membres[rang].Id, role);

    /// <summary>Saisit des quantités (unités entières) dans une ligne vierge.</summary>
    public Task<ResultatDeSaisie> SaisirAsync(
        Acteur acteur,
        ReponseId reponse,
        int ligne,
        int? minimum = null,
        int? estime = null,
        int? maximum = null
    )
    {
        List<Cellule> cellules = [];
        Ajouter(ChampDeReponse.Minimum, minimum);
        Ajouter(ChampDeReponse.Estime, estime);
        Ajouter(ChampDeReponse.Maximum, maximum);
        return Service<SaisirCellules>().ExecuterAsync(acteur, reponse, cellules);

        void Ajouter(ChampDeReponse champ, int? valeur)
        {
            if (valeur is { } v)
            {
                cellules.Add(new Cellule(ligne, champ, ValeurDeCellule.Vide, ValeurDeCellule.DeNombre(v * 1000L)));
            }
        }
    }

    public async Task<string> ValiderAsync(
        Acteur acteur,
        ReponseId id,
        ModeDeValidation mode = ModeDeValidation.Compte,
        string? motif = null
    )
    {
        var version = await LireAsync(c => c.Reponses.Where(r => r.Id == id).Select(r => r.Version).SingleAsync());
        return await Service<ValiderReponses>()
            .ExecuterAsync(
                acteur,
                [new ReponseAValider(id, version)],
                new SignatureDeReponse(mode, "Sacha Membre", "Maire", motif)
            );
    }

    public void Avancer(TimeSpan duree) => Horloge.Instant += duree;

    /// <summary>Passe au lendemain de la clôture du 31 mars 2026.</summary>
    public async Task CloreAsync()
    {
        Horloge.Instant = new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
        await Service<CloreCampagne>().CloreLesEchuesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_baseSienne)
        {
            await Base.DisposeAsync();
        }
    }
}
