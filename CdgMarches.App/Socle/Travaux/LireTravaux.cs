using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Un travail, tel que son auteur le suit.</summary>
public sealed record TravailSuivi(
    Guid Id,
    string Libelle,
    EtatDeTravail Etat,
    int Fait,
    int Total,
    string? Etape,
    string? Erreur,
    DateTimeOffset CreeLe,
    DateTimeOffset? TermineLe,
    DateTimeOffset? ExpireLe,
    string? NomDuFichier,
    long? Taille
)
{
    public bool EstFini => Etat is EtatDeTravail.Termine or EtatDeTravail.Echoue or EtatDeTravail.Annule;

    /// <summary>L'adresse du fichier, s'il y en a un.</summary>
    public string? Telechargement => NomDuFichier is null ? null : $"/travaux/{Id}/fichier";
}

/// <summary>Lit les travaux d'un utilisateur : jamais ceux d'un autre.</summary>
public sealed class LireTravaux(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>Null s'il n'existe pas, a expiré ou n'est pas à cet acteur.</returns>
    public async Task<TravailSuivi?> UnAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await Suivis(contexte, contexte.Travaux.Where(t => t.Id == id && t.AuteurId == acteur.Id))
            .SingleOrDefaultAsync(annulation);
    }

    public async Task<PageDe<TravailSuivi>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var miens = contexte.Travaux.Where(t => t.AuteurId == acteur.Id);
        var lignes = await Suivis(
                contexte,
                miens.OrderByDescending(t => t.CreeLe).ThenByDescending(t => t.Id).Skip(demande.Ignorer).Take(demande.Prendre)
            )
            .ToListAsync(annulation);
        return new PageDe<TravailSuivi>(
            [.. lignes.OrderByDescending(t => t.CreeLe).ThenByDescending(t => t.Id)],
            await miens.CountAsync(annulation)
        );
    }

    /// <summary>Le fichier d'un travail, si l'acteur en est l'auteur et a encore le droit qu'il demandait.</summary>
    public async Task<PieceStockee?> PieceAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouve = await (
            from travail in contexte.Travaux
            join piece in contexte.Pieces on travail.PieceId equals piece.Id
            where travail.Id == id && travail.AuteurId == acteur.Id
            select new { travail.Droit, Piece = piece }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(annulation);
        if (trouve is not null)
        {
            acteur.Exiger(trouve.Droit);
        }

        return trouve?.Piece;
    }

    private static IQueryable<TravailSuivi> Suivis(MarchesDbContext contexte, IQueryable<Travail> travaux) =>
        from travail in travaux
        join piece in contexte.Pieces on travail.PieceId equals piece.Id into pieces
        from piece in pieces.DefaultIfEmpty()
        select new TravailSuivi(
            travail.Id,
            travail.Libelle,
            travail.Etat,
            travail.Fait,
            travail.Total,
            travail.Etape,
            travail.Erreur,
            travail.CreeLe,
            travail.TermineLe,
            travail.ExpireLe,
            piece == null ? null : piece.Nom,
            piece == null ? null : piece.Taille
        );
}
