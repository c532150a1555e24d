using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Recensements;

/// <summary>Met en file un courriel à chaque personne que des membres ont pour les recensements (<see cref="LireDestinataires"/>).</summary>
/// <remarks>Une personne qui répond pour plusieurs membres n'en reçoit qu'un.</remarks>
internal static class PrevenirLesMembres
{
    public static async Task DeposerAsync(
        MarchesDbContext contexte,
        IReadOnlyList<CollectiviteId> membres,
        string objet,
        string texte,
        string objetType,
        Guid objetId,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var destinataires = await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
        foreach (var personne in destinataires.Personnes.DistinctBy(p => (p.Adresse.ToUpperInvariant(), p.Nom)))
        {
            FileDeCourriels.Deposer(
                contexte,
                new Courriel(personne.Adresse, personne.Nom, objet, $"Bonjour {personne.Nom},\n\n{texte}\n", objetType, objetId),
                horloge.Maintenant
            );
        }
    }
}
