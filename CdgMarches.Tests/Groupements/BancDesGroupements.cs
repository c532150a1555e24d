using CdgMarches.App.Collectivites;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Une base, les services des groupements, un groupement ouvert et trois membres : Arras, Béthune, Calais.</summary>
public sealed class BancDesGroupements : IAsyncDisposable
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements(SocleDEssai socle) => Socle = socle;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public SocleDEssai Socle { get; }

    public DateOnly Jour => Horloges.Jour;

    public Collectivite Cdg { get; } = Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion);

    public Collectivite Arras { get; } = Exemples.UneCommune("Arras");

    public Collectivite Bethune { get; } = Exemples.UneCommune("Béthune");

    public Collectivite Calais { get; } = Exemples.UneCommune("Calais");

    public GroupementId Groupement { get; private set; }

    /// <summary>« Télétransmission des actes », qui a le lot 1.</summary>
    public PrestationId Actes { get; private set; }

    /// <summary>« Certificats », sans lot.</summary>
    public PrestationId Certificats { get; private set; }

    /// <summary>Calais n'est d'abord membre de rien ; Arras et Béthune ont choisi les actes.</summary>
    public static async Task<BancDesGroupements> CreerAsync()
    {
        var banc = new BancDesGroupements(
            await SocleDEssai.CreerAsync(s =>
                s.AddCollectivites().AddGroupements().AddProcedures().AddDocuments().AddAdressesDEssai()
            )
        );
        var groupement = Exemples.UnGroupement(banc.Cdg.Id);
        (banc.Groupement, banc.Actes, banc.Certificats) = (
            groupement.Id,
            groupement.Prestations[0].Id,
            groupement.Prestations[1].Id
        );
        var actes = groupement.Prestations[0];
        Adhesion[] adhesions =
        [
            Exemples.UneAdhesion(groupement, banc.Cdg.Id),
            Exemples.UneAdhesion(groupement, banc.Arras.Id),
            Exemples.UneAdhesion(groupement, banc.Bethune.Id),
        ];
        adhesions[1].Choisir(actes, Exemples.Debut);
        adhesions[2].Choisir(actes, Exemples.Debut);
        await banc.Socle.Base.SemerAsync(banc.Cdg, banc.Arras, banc.Bethune, banc.Calais, groupement);
        await banc.Socle.Base.SemerAsync([.. adhesions]);
        return banc;
    }

    public T Le<T>()
        where T : notnull => Socle.Le<T>();

    public Task<MarchesDbContext> OuvrirAsync() => Socle.OuvrirAsync();

    public async Task<Adhesion> AdhesionDeAsync(Collectivite collectivite)
    {
        await using var contexte = await OuvrirAsync();
        return await contexte.Adhesions.SingleAsync(a => a.Groupement == Groupement && a.Collectivite == collectivite.Id);
    }

    public async Task<FicheGroupement> FicheAsync(Acteur? acteur = null) =>
        (await Le<LireFicheGroupement>().ExecuterAsync(acteur ?? Agents.Gestionnaire, Groupement))!;

    /// <summary>Dépose au dossier de la convention ce qui lui manque pour être signée.</summary>
    public async Task<int> ReunirLeDossierAsync()
    {
        await using var contexte = await OuvrirAsync();
        var convention = await contexte.ConventionsConstitutives.SingleAsync(c => c.Groupement == Groupement);
        return await AnnexesDEssai.ReunirAsync(
            Le<LireDossier>(),
            Le<TenirDossier>(),
            Agents.Gestionnaire with
            {
                Id = Guid.Empty,
            },
            nameof(ConventionConstitutive),
            convention.Id.Valeur
        );
    }

    /// <summary>Un agent du CDG limité à ces groupements.</summary>
    public static Acteur Limite(params GroupementId[] groupements) =>
        Agents.Gestionnaire with
        {
            Perimetre = Perimetre.DuCdg(groupements.ToHashSet()),
        };

    /// <summary>Ouvre la convention du groupement : ses trois membres en sont les parties.</summary>
    public Task OuvrirLaConventionAsync() =>
        Le<OuvrirConvention>()
            .ExecuterAsync(
                Agent,
                Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", "")
            );

    /// <summary>Date la délibération et la signature de chaque partie, puis les formalités : la convention entre en vigueur ce jour.</summary>
    public async Task SignerPartoutAsync()
    {
        await ReunirLeDossierAsync();
        foreach (var partie in (await Le<LireConvention>().PartiesAsync(Agent, Groupement, new Demande())).Elements)
        {
            await ModifierLaConventionAsync(
                new ChangementDeConvention.ActesDeLaPartie(
                    partie.Collectivite,
                    Exemples.Executoire(Jour.AddDays(-9)),
                    Jour.AddDays(-8)
                )
            );
        }

        await ModifierLaConventionAsync(new ChangementDeConvention.Formalites(Jour.AddDays(-5), Jour));
    }

    /// <summary>Une grille de contribution du groupement entre en vigueur.</summary>
    public Task SemerUneGrilleAsync()
    {
        var grille = Grille.Creer(
            GrilleDuCdg62.Definition with
            {
                Portee = PorteeDeGrille.Groupement,
                Groupement = Groupement,
            },
            null
        );
        grille.Adopter(GrilleDuCdg62.Deliberation, GrilleDuCdg62.DelibereeLe, GrilleDuCdg62.Debut, []);
        return Socle.Base.SemerAsync(grille);
    }

    /// <summary>Change la convention telle qu'elle est à cet instant.</summary>
    public async Task ModifierLaConventionAsync(ChangementDeConvention changement) =>
        await Le<ModifierConvention>()
            .ExecuterAsync(Agent, Groupement, (await Le<LireConvention>().ExecuterAsync(Agent, Groupement))!.Version, changement);

    /// <summary>Une procédure d'un lot, prête à être lancée.</summary>
    public async Task<ProcedureId> ProcedurePreteAsync()
    {
        var id = await Le<CreerProcedure>()
            .ExecuterAsync(Agent, Groupement, "Tiers de télétransmission", NatureDAchat.Services, Jour.AddDays(-10), Annulation);
        await using var contexte = await OuvrirAsync();
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
        procedure.AjouterLot(
            new DefinitionDeLotDeProcedure("Actes", Actes),
            await contexte.Groupements.SingleAsync(g => g.Id == Groupement, Annulation)
        );
        await contexte.EnregistrerAsync(Agent, Socle.Horloge.Instant, Annulation);
        return id;
    }

    public async Task LancerAsync(ProcedureId id) =>
        await Le<LancerProcedure>()
            .ExecuterAsync(
                Agent,
                id,
                (await Le<LireFicheProcedure>().ExecuterAsync(Agent, id, Annulation))!.Version,
                Jour,
                "Besoins établis et accord donné par courrier.",
                Annulation
            );

    /// <summary>Un avenant qui allonge la durée, soumis aux membres.</summary>
    public async Task<AvenantDeConventionId> SoumettreUnAvenantAsync()
    {
        var id = await Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Groupement,
                new NouvelAvenant(GenreDAvenant.Modification, "Durée", "Un an.", "Deux ans.", null, null),
                Annulation
            );
        await using var contexte = await OuvrirAsync();
        var version = await contexte.AvenantsDeConvention.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Annulation);
        await Le<ConduireAvenant>().SoumettreAsync(Agent, id, version, Annulation);
        return id;
    }

    /// <summary>Le dossier d'adhésion de Calais, invitée pour les actes, sans courriel.</summary>
    public async Task<DossierDAdhesionId> OuvrirUnDossierAsync() =>
        Assert.Single(
            (
                await Le<App.Groupements.Adhesions.OuvrirDossiers>()
                    .ExecuterAsync(
                        Agent,
                        new App.Groupements.Adhesions.DossiersAOuvrir(
                            Groupement,
                            [Calais.Id],
                            OrigineDAdhesion.Invitation,
                            null,
                            [Actes],
                            Prevenir: false
                        ),
                        Annulation
                    )
            ).Ouverts
        );

    /// <summary>Un dossier d'adhésion tel qu'il est écrit.</summary>
    public async Task<DossierDAdhesion> DossierAsync(DossierDAdhesionId id)
    {
        await using var contexte = await OuvrirAsync();
        return await contexte.DossiersDAdhesion.SingleAsync(d => d.Id == id, Annulation);
    }

    public async Task LancerUneProcedureAsync() => await LancerAsync(await ProcedurePreteAsync());

    public ValueTask DisposeAsync() => Socle.DisposeAsync();
}
