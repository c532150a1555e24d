using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Change l'identité d'un groupement, et ceux qui en ont la charge au CDG.</summary>
public sealed class ModifierGroupement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        IdentiteDeGroupement identite,
        Guid? responsable,
        Guid? suppleant,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        contexte.ExigerVersion(groupement, versionLue);

        groupement.Modifier(
            identite,
            await contexte.EstMembreAsync(id, identite.Coordonnateur, groupement.JourUtile(horloge.Aujourdhui), annulation)
        );
        groupement.Confier(responsable, suppleant);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
