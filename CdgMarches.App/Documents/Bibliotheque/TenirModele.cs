using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Reprend une ancienne version, renomme, archive, rétablit.</summary>
public sealed class TenirModele(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public Task RestaurerAsync(Acteur acteur, ModeleId id, int versionLue, int numero, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (modele, _) =>
            {
                modele.Restaurer(numero, horloge.Maintenant, acteur.Nom);
                return Task.CompletedTask;
            },
            annulation
        );

    public Task RenommerAsync(Acteur acteur, ModeleId id, int versionLue, string? nom, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (modele, _) =>
            {
                modele.Renommer(nom);
                return Task.CompletedTask;
            },
            annulation
        );

    public Task ArchiverAsync(Acteur acteur, ModeleId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (modele, contexte) =>
                modele.Archiver(await contexte.ModelesParDefaut.AnyAsync(d => d.Modele == id, annulation), horloge.Maintenant),
            annulation
        );

    public Task RetablirAsync(Acteur acteur, ModeleId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (modele, _) =>
            {
                modele.Retablir();
                return Task.CompletedTask;
            },
            annulation
        );

    private async Task AgirAsync(
        Acteur acteur,
        ModeleId id,
        int versionLue,
        Func<Modele, MarchesDbContext, Task> intention,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = await contexte.ModeleAsync(acteur, id, annulation);
        contexte.ExigerVersion(modele, versionLue);

        await intention(modele, contexte);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Désigne le modèle par défaut d'une nature, pour un groupement ou pour tous, ou revient à celui d'origine.</summary>
public sealed class DesignerModele(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Désigne le modèle dans sa propre portée ; celui qui l'était ne l'est plus.</summary>
    public async Task ExecuterAsync(Acteur acteur, ModeleId id, int versionLue, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var modele = await contexte.ModeleAsync(acteur, id, jeton);
                contexte.ExigerVersion(modele, versionLue);

                modele.Designer();

                var portee = ModeleParDefaut.De(modele.Groupement);
                if (await EnPlaceAsync(contexte, modele.Nature, portee, jeton) is { } enPlace)
                {
                    if (enPlace.Modele != id)
                    {
                        (await contexte.Modeles.SingleAsync(m => m.Id == enPlace.Modele, jeton)).Quitter(modele.Nom);
                        enPlace.Modele = id;
                    }
                }
                else
                {
                    contexte.Add(
                        new ModeleParDefaut
                        {
                            Nature = modele.Nature,
                            Portee = portee,
                            Modele = id,
                        }
                    );
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>N'a plus de modèle désigné : celui d'origine sert de nouveau (ou celui de tous, pour un groupement).</summary>
    public async Task RevenirAsync(Acteur acteur, string nature, GroupementId? groupement, CancellationToken annulation = default)
    {
        acteur.ExigerModeles(groupement);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await EnPlaceAsync(contexte, nature, ModeleParDefaut.De(groupement), annulation) is { } enPlace)
        {
            (await contexte.Modeles.SingleAsync(m => m.Id == enPlace.Modele, annulation)).Quitter(ChoisirModele.NomDOrigine);
            contexte.Remove(enPlace);
            await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        }
    }

    private static Task<ModeleParDefaut?> EnPlaceAsync(
        MarchesDbContext contexte,
        string nature,
        Guid portee,
        CancellationToken annulation
    ) => contexte.ModelesParDefaut.SingleOrDefaultAsync(d => d.Nature == nature && d.Portee == portee, annulation);
}
