using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Une base, les services des contributions, la grille du CDG 62, un comptable, et des communes sous convention.</summary>
public sealed class BancDesContributions : IAsyncDisposable
{
    private BancDesContributions(SocleDEssai socle) => Socle = socle;

    public SocleDEssai Socle { get; }

    public Grille Grille { get; } = Exemples.UneGrille();

    public List<Collectivite> Communes { get; } = [];

    public List<ConventionDAcces> Conventions { get; } = [];

    /// <summary>Agents et consultations N-1 de chaque commune, dans l'ordre des noms.</summary>
    public static async Task<BancDesContributions> CreerAsync(params (int? Agents, int? Consultations)[] chiffres)
    {
        var banc = new BancDesContributions(
            await SocleDEssai.CreerAsync(s =>
                s.AddCollectivites().AddGroupements().AddProcedures().AddDocuments().AddCourriels().AddContributions()
            )
        );
        await new Database.Reference.ChargerReference(
            banc.Socle.Base.Fabrique,
            [new Database.Reference.ChargementDesContributions()],
            banc.Socle.Horloge
        ).ExecuterAsync();
        List<object> semes = [banc.Grille, Exemples.UnComptable()];
        List<object> declarations = [];
        foreach (var (rang, (agents, consultations)) in chiffres.Index())
        {
            var commune = UneCommune(rang);
            if (agents is { } a)
            {
                commune.DeclarerEffectif(new DeclarationDEffectif(2026, a));
            }

            banc.Communes.Add(commune);
            var convention = Tests.Conventions.Exemples.EnVigueur(commune.Id, rang + 1);
            banc.Conventions.Add(convention);
            if (consultations is { } c)
            {
                declarations.Add(ConsultationsDeclarees.Declarer(commune.Id, 2025, c, null, OrigineDesConsultations.Saisie));
            }
        }

        await banc.Socle.Base.SemerAsync([.. semes, .. banc.Communes]);
        await banc.Socle.Base.SemerAsync([.. banc.Conventions, .. declarations]);
        return banc;
    }

    public T Le<T>()
        where T : notnull => Socle.Le<T>();

    internal SyntheseDesContributions Synthese() => new(Socle.Base.Fabrique);

    public Task<MarchesDbContext> OuvrirAsync() => Socle.OuvrirAsync();

    public async Task<CampagneDAppelId> OuvrirCampagneAsync() =>
        await Le<OuvrirCampagneDAppel>().SurGrilleAsync(Agents.Gestionnaire, Grille.Lignee, 2026, null);

    /// <summary>Ouvre, propose et valide par deux personnes.</summary>
    public async Task<CampagneDAppelId> ValiderAsync()
    {
        var id = await OuvrirCampagneAsync();
        var valider = Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await VersionAsync(id));
        await valider.ValiderAsync(Agents.Finances, id, await VersionAsync(id));
        return id;
    }

    public void Avancer(int jours) => Socle.Horloge.Instant += TimeSpan.FromDays(jours);

    /// <summary>Valide par deux personnes, puis émet.</summary>
    public async Task<CampagneDAppelId> EmettreAsync()
    {
        var id = await ValiderAsync();
        await Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id);
        return id;
    }

    /// <summary>Donne à une commune son courriel et son adresse, ou les lui retire.</summary>
    public Task AdresserAsync(int rang, string? courriel, bool adresse = true) =>
        ModifierAsync(
            rang,
            i =>
                i with
                {
                    Courriel = courriel,
                    Siege = adresse ? new Adresse("1 place de la Mairie", null, "62000", "Arras") : Adresse.Vide,
                }
        );

    /// <summary>Change la fiche d'une commune.</summary>
    public async Task ModifierAsync(int rang, Func<IdentiteDeCollectivite, IdentiteDeCollectivite> changement)
    {
        await using var contexte = await OuvrirAsync();
        var commune = await contexte.Collectivites.SingleAsync(c => c.Id == Communes[rang].Id);
        commune.Modifier(changement(commune.Identite));
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
    }

    public async Task<int> VersionAsync(CampagneDAppelId id)
    {
        await using var contexte = await OuvrirAsync();
        return await contexte.CampagnesDAppel.Where(c => c.Id == id).Select(c => c.Version).SingleAsync();
    }

    public ValueTask DisposeAsync() => Socle.DisposeAsync();

    private static Collectivite UneCommune(int rang) =>
        Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = $"Commune {rang:D4}",
                Categorie = CategorieDeCollectivite.Commune,
                Departement = "62",
                Siret = Domain.Noyau.Siret.Parse(
                    Collectivites.ReferentielDEssai.SiretDe(Collectivites.ReferentielDEssai.SirenFictif(rang + 1))
                ),
            }
        );
}
