using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

/// <summary>Met en file un courriel à chaque personne que des membres ont pour les recensements (<see cref="LireDestinataires"/>).</summary>
/// <remarks>Une personne qui répond pour plusieurs membres n'en reçoit qu'un, qui les nomme.</remarks>
public sealed class PrevenirLesMembres(ComposerCourriel composer, AdressesPubliques adresses, HorlogeLegale horloge)
{
    /// <returns>Combien de membres n'ont aucune adresse : une lettre leur est due.</returns>
    internal async Task<int> DeposerAsync(
        MarchesDbContext contexte,
        IReadOnlyList<CollectiviteId> membres,
        DefinitionDeModele definition,
        CampagneId campagne,
        IReadOnlyDictionary<string, string> valeurs,
        CancellationToken annulation
    )
    {
        var destinataires = await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
        var modele = await composer.LireAsync(definition.Cle, annulation);
        foreach (var personne in destinataires.Personnes.GroupBy(p => (Adresse: p.Adresse.ToUpperInvariant(), p.Nom)))
        {
            var siennes = personne.ToList();
            FileDeCourriels.Deposer(
                contexte,
                modele.Pour(
                    siennes[0].Adresse,
                    siennes[0].Nom,
                    new Dictionary<string, string>(valeurs)
                    {
                        ["collectivites"] = string.Join(", ", siennes.Select(p => p.Membre)),
                        ["lien"] = adresses.De("/espace"),
                    }
                ) with
                {
                    ObjetType = nameof(Campagne),
                    ObjetId = campagne.Valeur,
                    Collectivite = siennes.Count == 1 ? siennes[0].Collectivite.Valeur : null,
                },
                horloge.Maintenant
            );
        }

        return destinataires.SansAdresse.Count;
    }
}
