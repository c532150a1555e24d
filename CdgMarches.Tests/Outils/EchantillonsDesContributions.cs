using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.Tests.Outils;

/// <summary>Une grille, une campagne, un appel et une refacturation du groupement réservé.</summary>
internal sealed record EchantillonsDesContributions(
    Grille Grille,
    CampagneDAppel Campagne,
    AppelDeContribution Appel,
    Refacturation Refacturation
)
{
    public object[] Tous => [Grille, Campagne, Appel, Refacturation];

    public static EchantillonsDesContributions De(Groupement groupement, Collectivite membre, int exercice)
    {
        var grille = Grille.Creer(
            GrilleDuCdg62.Definition with
            {
                Intitule = $"Grille {Echantillons.MarqueDuGroupement}",
                Portee = PorteeDeGrille.Groupement,
                Groupement = groupement.Id,
            },
            null
        );
        grille.Adopter(GrilleDuCdg62.Deliberation, GrilleDuCdg62.DelibereeLe, GrilleDuCdg62.Debut, []);
        return new EchantillonsDesContributions(
            grille,
            CampagneDAppel.Ouvrir(
                OrigineDeCampagne.Grille,
                grille.Lignee,
                groupement.Id,
                exercice,
                "2026",
                $"Appel {Echantillons.MarqueDuGroupement}",
                new DateOnly(exercice, 1, 5)
            ),
            Contributions.Exemples.UnAppel(
                collectivite: membre.Id,
                groupement: groupement.Id,
                nom: $"Débiteur {Echantillons.MarqueDuGroupement}"
            ),
            Refacturation.Creer(
                groupement.Id,
                exercice,
                new DefinitionDeRefacturation
                {
                    Intitule = $"Frais {Echantillons.MarqueDuGroupement}",
                    Occurrence = "2026",
                    Fondement = "Convention",
                    Type = new TypeDeFacturation("TYPE1", "Frais", Declencheur.Annuel, NatureDeLaDette.Frais),
                },
                null
            )
        );
    }
}
