using CdgMarches.App.Accueil;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Contributions.Membre;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Contributions.Refacturer;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions;

internal static class ContributionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des contributions, et ce qu'elles apportent aux autres capacités.</summary>
    public static IServiceCollection AddContributions(this IServiceCollection services) =>
        services
            .AddSingleton<IChargementDeReference, ChargementDesContributions>()
            .AddSingleton<LireMentions>()
            .AddSingleton<Simuler>()
            .AddSingleton<LireGrilles>()
            .AddSingleton<ModifierGrille>()
            .AddSingleton<AdopterGrille>()
            .AddSingleton<ComparerGrille>()
            .AddSingleton<ArreterGrille>()
            .AddSingleton<AppliquerGrille>()
            .AddModeleDeDocument<AvenantDeGrille>()
            .AddModeleDOrigine<AvenantDeGrilleDOrigine>()
            .AddModeleDeDocument<NotificationDeGrille>()
            .AddModeleDOrigine<NotificationDeGrilleDOrigine>()
            .AddSingleton<LireCampagnesDAppel>()
            .AddSingleton<OuvrirCampagneDAppel>()
            .AddSingleton<PreparerCampagneDAppel>()
            .AddSingleton<ValiderCampagneDAppel>()
            .AddSingleton<ApprecierEmission>()
            .AddSingleton<EmettreAppels>()
            .AddSingleton<LireAppels>()
            .AddSingleton<LireFicheDAppel>()
            .AddSingleton<Recalculer>()
            .AddSingleton<SuivreAppel>()
            .AddRecouvrement()
            .AddSingleton<RectifierAppel>()
            .AddSingleton<LaisserLEcart>()
            .AddSingleton<TenirRefacturations>()
            .AddSingleton<CorrigerRefacturation>()
            .AddSingleton<LireOriginesDeFrais>()
            .AddModeleDeDocument<DecompteDuMembre>()
            .AddModeleDOrigine<DecompteDuMembreDOrigine>()
            .AddSingleton<ISourceDuMembre, ContributionsAFaire>()
            .AddSingleton<LireContributionsDuMembre>()
            .AddSingleton<LettreDuMembre>()
            .AddDonneesDesContributions()
            .AddFinances();

    private static IServiceCollection AddDonneesDesContributions(this IServiceCollection services) =>
        services
            .AddSingleton<TenirComptables>()
            .AddSingleton<DeclarerConsultations>()
            .AddSingleton<ConfirmerEffectif>()
            .AddSingleton<ImporterDonnees>()
            .AddSingleton<IImportDeContributions, ImportDeConsultations>()
            .AddSingleton<IImportDeContributions, ImportDeCodesTiers>()
            .AddSingleton<IImportDeContributions, ImportDeTitres>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesConsultations>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesCodesTiers>();

    private static IServiceCollection AddRecouvrement(this IServiceCollection services) =>
        services
            .AddSingleton<RelancerDebiteurs>()
            .AddSingleton<RelancerLesRetards>()
            .AddSingleton<MettreEnDemeure>()
            .AddModelesDeCourriel(RelancerDebiteurs.Definition)
            .AddModeleDeDocument<Recouvrement.LettreDeRelance>()
            .AddModeleDOrigine<LettreDeRelanceDOrigine>()
            .AddModeleDeDocument<LettreDeMiseEnDemeure>()
            .AddModeleDOrigine<LettreDeMiseEnDemeureDOrigine>()
            .AddTravail<TravailDeRelance>(RelancerLesRetards.Type)
            .AddSingleton(
                new AdresseDObjet(
                    nameof(AppelDeContribution),
                    "Appel de contribution",
                    id => AdressesDesContributions.Appel(new AppelDeContributionId(id))
                )
            )
            .AddSingleton(
                new AdresseDObjet(
                    nameof(Grille),
                    "Grille de contributions",
                    id => AdressesDesContributions.Grille(new GrilleId(id))
                )
            )
            .AddSingleton(
                new AdresseDObjet(
                    nameof(CampagneDAppel),
                    "Campagne d'appel",
                    id => AdressesDesContributions.Campagne(new CampagneDAppelId(id))
                )
            )
            .AddSingleton(
                new AdresseDObjet(nameof(ExerciceDAppel), "Exercice de contributions", _ => AdressesDesContributions.Suivi)
            );

    private static IServiceCollection AddFinances(this IServiceCollection services) =>
        services
            .AddSingleton<TenirProfils>()
            .AddSingleton<ExporterTitres>()
            .AddSingleton<ProduirePieces>()
            .AddSingleton<LireSuivi>()
            .AddSingleton<CloreExercice>()
            .AddSingleton<Prevoir>()
            .AddModeleDeDocument<LettreDAppel>()
            .AddModeleDOrigine<LettreDAppelDOrigine>()
            .AddTravail<TravailDePieces>(ProduirePieces.Type)
            .AddSingleton<ISourceDeRecherche, RechercheDesAppels>()
            .AddSingleton<ISourceATraiter, ContributionsATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesContributions>();
}
