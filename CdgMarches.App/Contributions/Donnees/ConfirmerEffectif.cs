using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Un membre confirme le nombre d'agents que l'appel comptera.</summary>
public sealed class ConfirmerEffectif(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>La source que porte un effectif confirmé ; le corriger la remplace.</summary>
    public const string SourceDuMembre = "confirmé par le membre";

    /// <exception cref="RefusException">Aucun effectif n'est déclaré pour cette année.</exception>
    public async Task ExecuterAsync(Acteur acteur, CollectiviteId collectivite, int annee, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var fiche = await contexte.Collectivites.SingleAsync(c => c.Id == collectivite, annulation);
        var effectif =
            fiche.EffectifDe(annee)
            ?? throw new RefusException("Aucun effectif n'est déclaré pour cette année : il n'y a rien à confirmer.");
        fiche.DeclarerEffectif(
            new DeclarationDEffectif(annee, effectif.Agents, effectif.Definition, SourceDuMembre, horloge.Aujourdhui)
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
