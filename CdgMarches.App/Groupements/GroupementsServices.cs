using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements;

internal static class GroupementsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des groupements, et ce qu'ils apportent aux autres capacités.</summary>
    public static IServiceCollection AddGroupements(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel([.. CourrielsDeGroupement.Tous])
            .AddSingleton<InformerLesMembres>()
            .AddSingleton<LireGroupements>()
            .AddSingleton<LireFicheGroupement>()
            .AddSingleton<LireMembres>()
            .AddSingleton<LireFicheAdhesion>()
            .AddSingleton<LireCandidats>()
            .AddSingleton<LireGroupementsDeCollectivite>()
            .AddSingleton<CreerGroupement>()
            .AddSingleton<ModifierGroupement>()
            .AddSingleton<OuvrirGroupement>()
            .AddSingleton<CloreGroupement>()
            .AddSingleton<ModifierCarte>()
            .AddSingleton<AdmettreMembres>()
            .AddSingleton<CorrigerEntree>()
            .AddSingleton<FixerSortie>()
            .AddSingleton<ModifierChoix>()
            .AddSingleton<LirePreuves>()
            .AddSingleton<ConstaterRemise>()
            .AddSingleton<LireConvention>()
            .AddSingleton<LireCorpus>()
            .AddSingleton<OuvrirConvention>()
            .AddSingleton<ModifierConvention>()
            .AddSingleton<AjouterDocumentOpposable>()
            .AddSingleton<FixerRegles>()
            .AddSingleton<LireDossiers>()
            .AddSingleton<LireDossier>()
            .AddSingleton<OuvrirDossiers>()
            .AddSingleton<ModifierDossier>()
            .AddSingleton<DeposerPiece>()
            .AddSingleton<RelancerDossiers>()
            .AddSingleton<DonnerEffet>()
            .AddSingleton<ProduirePourLeDossier>()
            .AddSingleton<DemanderParLien>()
            .AddSingleton<RepondreParLien>()
            .AddSingleton<DemanderDeSonEspace>()
            .AddSingleton<LirePrixAvantAdhesion>()
            .AddSingleton<ImporterAdhesions>()
            .AddSingleton<LireFenetres>()
            .AddSingleton<OuvrirFenetre>()
            .AddSingleton<FermerFenetre>()
            .AddSingleton<OuvrirMillesime>()
            .AddSingleton<LireAvenants>()
            .AddSingleton<PreparerAvenant>()
            .AddSingleton<ConduireAvenant>()
            .AddSingleton<RepondreAUnAvenant>()
            .AddSingleton<LireAvenantsDuMembre>()
            .AddSingleton<ApprouverDeSonEspace>()
            .AddSingleton<LireRetraits>()
            .AddSingleton<AnnoncerRetrait>()
            .AddSingleton<ConduireRetrait>()
            .AddSingleton<DeposerDeliberationDeRetrait>()
            .AddSingleton<ConduireDissolution>()
            .AddSingleton<IFinsDeMarche, FinsDesMarches>()
            .AddSingleton<ISuitesDeRetrait, SuitesDesMarches>()
            .AddSingleton<ISuitesDeRetrait, SuitesDesListesFigees>()
            .AddSingleton<ISuitesDeRetrait, SuitesDeLaCommission>()
            .AddSingleton<ISuitesDeRetrait, SuitesDesContributions>()
            .AddSingleton<ITachePlanifiee, TacheDesRetraitsCaducs>()
            .AddSingleton<ITachePlanifiee, TacheDesPreavis>()
            .AddSingleton<LireReunions>()
            .AddSingleton<PrevoirReunion>()
            .AddSingleton<MessagesDuComite>()
            .AddSingleton<TenirReunion>()
            .AddSingleton<LireLitiges>()
            .AddSingleton<LireLitigesDuMembre>()
            .AddSingleton<DeclarerLitige>()
            .AddSingleton<ConduireLitige>()
            .AddSingleton<ISourceATraiter, AdhesionsATraiter>()
            .AddSingleton<ISourceATraiter, AvenantsATraiter>()
            .AddSingleton<ISourceATraiter, RetraitsATraiter>()
            .AddSingleton<ISourceATraiter, LitigesATraiter>()
            .AddSingleton<ISourceATraiter, ActionsDuComiteATraiter>()
            .AddSingleton<IAuRetourDUnCourriel, RetourDUnePreuve>()
            .AddModeleDeDocument<ModeleDeDeliberation>()
            .AddModeleDOrigine<DeliberationDOrigine>()
            .AddModeleDeDocument<ModeleDeFicheDeRenseignements>()
            .AddModeleDOrigine<FicheDeRenseignementsDOrigine>()
            .AddSingleton<ISourceDeRecherche, RechercheDesGroupements>()
            .AddSingleton<ISourceDeRecherche, RechercheDesRetraits>()
            .AddSingleton<ISourceATraiter, GroupementsEnPreparation>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesGroupements>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesAdhesions>()
            .AddSingleton<IReferenceDeCollectivite, FusionSansToucherAuxListesFigees>()
            .AddSingleton(new OngletDeCollectivite("Groupements", "groupements", 40))
            .AddObjetsDuGroupement();

    /// <summary>Les objets qui se lisent sous la fiche de leur groupement.</summary>
    private static IServiceCollection AddObjetsDuGroupement(this IServiceCollection services) =>
        services
            .AddObjet(nameof(Adhesion), "Adhésion", (g, id) => AdressesDesGroupements.Adhesion(g, new AdhesionId(id)))
            .AddObjet(nameof(ConventionConstitutive), "Convention constitutive", (g, _) => Rubrique(g, "convention"))
            .AddObjet(nameof(DossierDAdhesion), "Dossier d'adhésion", (g, id) => Rubrique(g, $"adhesions/{id}"))
            .AddObjet(nameof(FenetreDAdhesion), "Fenêtre d'adhésion", (g, _) => Rubrique(g, "adhesions/fenetres"))
            .AddObjet(nameof(AvenantDeConvention), "Avenant", (g, id) => Rubrique(g, $"avenants/{id}"))
            .AddObjet(nameof(DossierDeRetrait), "Retrait", (g, id) => Rubrique(g, $"retraits/{id}"))
            .AddObjet(nameof(Dissolution), "Dissolution", (g, _) => Rubrique(g, "dissolution"))
            .AddObjet(
                nameof(ReunionDeComite),
                "Réunion du comité de suivi",
                (g, id) => AdressesDuSuivi.Reunion(g, new ReunionDeComiteId(id))
            )
            .AddObjet(nameof(Litige), "Litige", (g, id) => AdressesDuSuivi.Litige(g, new LitigeId(id)));

    private static IServiceCollection AddObjet(
        this IServiceCollection services,
        string type,
        string nom,
        Func<GroupementId, Guid, string> adresse
    ) =>
        services.AddSingleton(
            new AdresseDObjet(type, nom, De: null)
            {
                DansLeGroupement = (groupement, id) => adresse(new GroupementId(groupement), id),
            }
        );

    private static string Rubrique(GroupementId groupement, string rubrique) =>
        AdressesDesGroupements.Rubrique(groupement, rubrique);
}
