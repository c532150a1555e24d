using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Crée un groupement et y fait entrer son coordonnateur, qui doit en être membre (RG1.03).</summary>
public sealed class CreerGroupement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="RefusException">L'agent est limité à quelques groupements : il ne verrait pas celui qu'il crée.</exception>
    public async Task<GroupementId> ExecuterAsync(
        Acteur acteur,
        IdentiteDeGroupement identite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        if (AccesAuxGroupements.Limite(acteur) is not null)
        {
            throw new RefusException(
                "Vous êtes limité à certains groupements : vous ne verriez pas celui que vous créez. Rien n'a été créé ; demandez à un collègue sans limite de le faire."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var annee = horloge.Aujourdhui.Year;
                Groupement.PeutAvoir(identite).Exiger();
                var numero = await contexte.NumeroterAsync(ReferenceDeGroupement.Serie(annee), jeton);
                var groupement = Groupement.Creer(new ReferenceDeGroupement(annee, numero), identite);
                groupement.Confier(acteur.Id == Guid.Empty ? null : acteur.Id, null);
                contexte.Add(groupement);
                contexte.Add(
                    Adhesion.Entrer(
                        groupement.Id,
                        identite.Coordonnateur,
                        identite.Debut,
                        new FaitsDEntree(
                            groupement.Etat,
                            groupement.Debut,
                            groupement.Fin,
                            AutreAdhesion: null,
                            Consultations: []
                        )
                    )
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return groupement.Id;
            },
            annulation
        );
    }
}
