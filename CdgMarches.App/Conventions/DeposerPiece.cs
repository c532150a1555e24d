using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Joint à une convention le scan du reçu de restitution signé.</summary>
public sealed class JoindreLeRecu(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, HorlogeLegale horloge)
{
    /// <exception cref="RefusException">Le fichier est vide, trop gros ou d'un type refusé : rien n'est gardé.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        int versionLue,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convention = await contexte.ConventionAsync(acteur, id, annulation);
        contexte.ExigerVersion(convention, versionLue);
        convention.PeutJoindreLeRecu().Exiger();
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, TypesMime.PapiersSignes, annulation);
        convention.JoindreLeRecu(piece.Id);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Dépose un document attendu pour une convention : un membre pour la sienne, un agent pour toutes.</summary>
public sealed class DeposerPiece(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, HorlogeLegale horloge)
{
    /// <exception cref="RefusException">Le fichier est vide, trop gros ou d'un type refusé : rien n'est gardé.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        NatureDePiece nature,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererConventions : Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convention = await contexte.ConventionAsync(acteur, id, annulation);
        convention.PeutDeposerUnePiece().Exiger();
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, TypesMime.Actes, annulation);
        convention.DeposerUnePiece(nature, piece.Id, horloge.Maintenant);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
