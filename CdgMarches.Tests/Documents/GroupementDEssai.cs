using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Documents;

/// <summary>Un groupement ouvert et ses membres, dont certains n'ont pas d'adresse.</summary>
internal static class GroupementDEssai
{
    private static int _numero = 500;

    public static async Task<Groupement> SemerAsync(BaseJetable donnees, int membres, int sansAdresse = 0)
    {
        var communes = Enumerable
            .Range(1, membres)
            .Select(rang =>
                Collectivite.Creer(
                    new IdentiteDeCollectivite
                    {
                        Nom = $"Essai-sur-Scarpe {rang:000}",
                        Categorie = CategorieDeCollectivite.Commune,
                        Departement = "62",
                        Siege =
                            rang <= sansAdresse
                                ? Adresse.Vide
                                : new Adresse($"{rang} place de la Mairie", null, "62000", "Essai"),
                    }
                )
            )
            .ToList();
        var jour = new DateOnly(2026, 1, 1);
        var numero = Interlocked.Increment(ref _numero);
        var groupement = Groupement.Creer(
            new ReferenceDeGroupement(2026, numero),
            new IdentiteDeGroupement(
                $"Groupement des lettres {numero}",
                "Écrire ensemble.",
                communes[^1].Id,
                jour,
                estPermanent: true
            )
        );
        groupement.AjouterPrestation(new DefinitionDePrestation("PAPIER", "Papier A4", NatureDAchat.Fournitures));
        groupement.Ouvrir(coordonnateurMembre: true);
        var adhesions = communes.ConvertAll(c =>
        {
            var adhesion = Adhesion.Entrer(
                groupement.Id,
                c.Id,
                jour,
                new FaitsDEntree(groupement.Etat, groupement.Debut, null, null, [])
            );
            adhesion.Choisir(groupement.Prestations[0], jour);
            return adhesion;
        });
        await donnees.SemerAsync([.. communes, groupement, .. adhesions]);
        return groupement;
    }
}
