using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Ouvre, règle et prononce la dissolution d'un groupement.</summary>
public sealed class ConduireDissolution(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge,
    IEnumerable<IFinsDeMarche> marches
)
{
    /// <summary>Ouvre le dossier et informe chaque membre, preuve gardée.</summary>
    public async Task OuvrirAsync(
        Acteur acteur,
        GroupementId id,
        CauseDeDissolution cause,
        string? motif,
        DateOnly dernierJour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                await OuvrirAsync(contexte, groupement, cause, motif, dernierJour, informer, horloge, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Ouvre le dossier dans l'unité de travail de l'appelant, qui tient le verrou du groupement et enregistre.</summary>
    internal static async Task OuvrirAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        CauseDeDissolution cause,
        string? motif,
        DateOnly dernierJour,
        InformerLesMembres informer,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var dissolution = Dissolution.Ouvrir(
            groupement.Id,
            groupement.Etat,
            cause,
            motif,
            horloge.Aujourdhui,
            dernierJour,
            groupement.Debut,
            await DejaOuverteLeAsync(contexte, groupement.Id, annulation)
        );
        contexte.Add(dissolution);
        await informer.DeposerAsync(
            contexte,
            await InformerLesMembres.MembresAsync(contexte, groupement.Id, horloge.Aujourdhui, sauf: null, annulation),
            new Information(
                groupement.Id,
                nameof(Dissolution),
                dissolution.Id.Valeur,
                CourrielsDeGroupement.Dissolution,
                new Dictionary<string, string>
                {
                    ["groupement"] = groupement.Nom,
                    ["cause"] = cause.Libelle().ToLower(Francais.Culture),
                    ["dernier_jour"] = Formats.DateLongue(dernierJour),
                    ["motif"] = dissolution.Motif,
                }
            ),
            annulation
        );
    }

    /// <summary>Le jour où une dissolution a déjà été ouverte, s'il y en a une.</summary>
    internal static Task<DateOnly?> DejaOuverteLeAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        contexte
            .Dissolutions.Where(d => d.Groupement == groupement)
            .Select(d => (DateOnly?)d.OuverteLe)
            .SingleOrDefaultAsync(annulation);

    public async Task ReglerAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        DateOnly? facturation,
        DateOnly? archives,
        string? lieu,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dissolution = await DissolutionAsync(contexte, acteur, id, annulation);
        contexte.ExigerVersion(dissolution, versionLue);
        dissolution.Regler(facturation, archives, lieu, horloge.Aujourdhui);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Prononce la dissolution : le groupement est clos au dernier jour et ne se modifie plus.</summary>
    public async Task PrononcerAsync(Acteur acteur, GroupementId id, int versionLue, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var dissolution = await DissolutionAsync(contexte, acteur, id, jeton);
                contexte.ExigerVersion(dissolution, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                dissolution.Prononcer(await FaitsAsync(contexte, dissolution, jeton), horloge.Aujourdhui);
                groupement.Clore(dissolution.DernierJour, await contexte.ProcedureEnCoursAsync(id, jeton));
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <returns>Le dossier et ce qui empêche de le prononcer ; null s'il n'y en a pas.</returns>
    public async Task<(Dissolution Dossier, Verdict PeutPrononcer)?> LireAsync(
        Acteur acteur,
        GroupementId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dissolution = acteur.Perimetre.Comprend(id)
            ? await contexte.Dissolutions.AsNoTracking().SingleOrDefaultAsync(d => d.Groupement == id, annulation)
            : null;
        return dissolution is null
            ? null
            : (dissolution, dissolution.PeutPrononcer(await FaitsAsync(contexte, dissolution, annulation), horloge.Aujourdhui));
    }

    private async Task<FaitsDeDissolution> FaitsAsync(
        MarchesDbContext contexte,
        Dissolution dissolution,
        CancellationToken annulation
    )
    {
        List<FinDeMarche> fins = [];
        foreach (var source in marches)
        {
            fins.AddRange(await source.LireAsync(contexte, dissolution.Groupement, annulation));
        }

        return new FaitsDeDissolution(
            await contexte.NonInformesAsync(nameof(Dissolution), dissolution.Id.Valeur, annulation),
            await contexte.ProcedureEnCoursAsync(dissolution.Groupement, annulation),
            [.. fins.Where(f => f.Fin > dissolution.DernierJour).Select(f => f.Reference)]
        );
    }

    private static async Task<Dissolution> DissolutionAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId id,
        CancellationToken annulation
    )
    {
        AccesAuxConventions.ExigerPerimetre(acteur, id);
        return await contexte.Dissolutions.SingleOrDefaultAsync(d => d.Groupement == id, annulation)
            ?? throw new RefusException("Aucun dossier de dissolution n'est ouvert. Rien n'a été modifié.");
    }
}
