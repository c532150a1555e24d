using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

internal static class ConventionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des conventions d'accès, et ce qu'elles apportent aux autres capacités.</summary>
    public static IServiceCollection AddConventions(this IServiceCollection services) =>
        services
            .AddSingleton<LireConventions>()
            .AddSingleton<LireFicheConvention>()
            .AddSingleton<LireLettresDeConvention>()
            .AddSingleton<LireReglesUsuelles>()
            .AddSingleton<LireCandidatesALaConvention>()
            .AddSingleton<PreparerConventions>()
            .AddSingleton<AgirSurConvention>()
            .AddSingleton<LireDettes>()
            .AddSingleton<ImporterConventions>()
            .AddSingleton<AnnulerImportDeConventions>()
            .AddSingleton<LireImportsDeConventions>()
            .AddSingleton<DeposerPiece>()
            .AddSingleton<JoindreLeRecu>()
            .AddSingleton<LireTextesDeConvention>()
            .AddSingleton<LireRegistres>()
            .AddSingleton<EnregistrerDeliberation>()
            .AddSingleton<EnregistrerAssurance>()
            .AddSingleton<JoindreAttestation>()
            .AddSingleton<LireComptesDePlateforme>()
            .AddSingleton<OuvrirCompteDePlateforme>()
            .AddSingleton<FermerComptesDePlateforme>()
            .AddSingleton<LireAssistances>()
            .AddSingleton<LireAssistance>()
            .AddModelesDeCourriel(CourrielsDesConventions.Litige)
            .AddSingleton<AvertirDUnLitige>()
            .AddSingleton<DeclarerLitigeDAcces>()
            .AddSingleton<ConduireLitigeDAcces>()
            .AddSingleton<LireLitigesDAcces>()
            .AddSingleton<LireBilanDAssistance>()
            .AddSingleton<DemanderAssistance>()
            .AddSingleton<TraiterAssistance>()
            .AddSingleton<JoindreLeReglement>()
            .AddSingleton<ISourceATraiter, RegistresATraiter>()
            .AddSingleton<ISourceDeRecherche, RechercheDesConventions>()
            .AddSingleton<ISourceATraiter, ConventionsATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesConventions>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesConventions>()
            .AddSingleton(new OngletDeCollectivite("Conventions", "conventions", 45))
            .AddSingleton(new OngletDeConvention("Synthèse", "", 10))
            .AddSingleton(new OngletDeConvention("Texte et avenants", "avenants", 20))
            .AddSingleton(new OngletDeConvention("Comptes de plateforme", "comptes", 30))
            .AddSingleton(new OngletDeConvention("Assistance", "assistance", 35))
            .AddSingleton(new OngletDeConvention("Dénonciation", "denonciation", 40))
            .AddSingleton(new OngletDeConvention("Litiges", "litiges", 45))
            .AddSingleton(new OngletDeConvention("Historique", "historique", 90))
            .AddSingleton(
                new AdresseDObjet(
                    nameof(ConventionDAcces),
                    "Convention d'accès",
                    id => AdressesDesConventions.Fiche(new ConventionDAccesId(id))
                )
            )
            .AddSingleton(
                new AdresseDObjet(
                    nameof(LitigeDAcces),
                    "Litige d'accès",
                    id => AdressesDesConventions.Litige(new LitigeDAccesId(id))
                )
            )
            .AddSingleton(new AdresseDObjet(nameof(ContratDAssurance), "Contrat d'assurance", _ => "/conventions/registres"))
            .AddSingleton(
                new AdresseDObjet(nameof(DemandeDAssistance), "Demande d'assistance", id => $"/conventions/assistance/{id}")
            );
}
