using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Une commande à enregistrer.</summary>
public sealed record CommandeSaisie(
    CollectiviteId Collectivite,
    DateOnly Jour,
    MontantHt Montant,
    EtatDeCommande Etat,
    string? Reference,
    string? Motif
);

/// <summary>Enregistre des commandes : refusées au-delà du maximum si elles sont en préparation, notées en dépassement si elles sont émises (RG4.72).</summary>
/// <remarks>
/// Le cumul est tenu sur le marché, dans la même transaction et sous sa version : deux saisies simultanées ne passent pas
/// ensemble sous un maximum que leur somme dépasse.
/// </remarks>
public sealed class Commander(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        IReadOnlyList<CommandeSaisie> commandes,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        contexte.ExigerVersion(marche, versionLue);
        var membres = commandes.Select(c => c.Collectivite).Distinct().ToList();
        var noms = await contexte
            .Collectivites.Where(c => membres.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
        var figes = await contexte
            .MembresFiges.Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot && membres.Contains(f.Collectivite))
            .Select(f => f.Collectivite)
            .ToHashSetAsync(annulation);
        foreach (var c in commandes)
        {
            contexte.Add(
                marche.Commander(
                    c.Collectivite,
                    noms.GetValueOrDefault(c.Collectivite) ?? "Cette collectivité",
                    figes.Contains(c.Collectivite),
                    c.Jour,
                    c.Montant,
                    c.Etat,
                    c.Reference,
                    c.Motif
                )
            );
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
