using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Espace;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Un membre propose de changer sa fiche ; rien n'y change tant que le CDG n'a pas accepté.</summary>
public sealed class ProposerChangement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public Task ContactAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        Guid? contact,
        CoordonneesDeContact coordonnees,
        RoleDeContact? role,
        CancellationToken annulation = default
    ) =>
        ProposerAsync(
            acteur,
            collectivite,
            fiche => Proposition.DeContact(fiche, contact, coordonnees, role, acteur.Nom, horloge.Maintenant, horloge.Aujourdhui),
            annulation
        );

    public Task FinDeMandatAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        Guid contact,
        Guid mandat,
        DateOnly fin,
        CancellationToken annulation = default
    ) =>
        ProposerAsync(
            acteur,
            collectivite,
            fiche => Proposition.DeFinDeMandat(fiche, contact, mandat, fin, acteur.Nom, horloge.Maintenant),
            annulation
        );

    private async Task ProposerAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        Func<Collectivite, Proposition> proposer,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var fiche = await contexte.ChargerCollectiviteAsync(collectivite, annulation);
        contexte.Add(proposer(fiche));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Le CDG accepte une proposition, et la fiche la prend ; ou la refuse en disant pourquoi.</summary>
public sealed class DeciderProposition(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui décide.</param>
    /// <param name="id">La proposition.</param>
    /// <param name="versionLue">La version qu'il avait sous les yeux.</param>
    /// <param name="accepter">Vrai pour accepter.</param>
    /// <param name="motif">Pourquoi elle est refusée.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        PropositionId id,
        int versionLue,
        bool accepter,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var proposition =
            await contexte.Propositions.SingleOrDefaultAsync(p => p.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererCollectivites);
        contexte.ExigerVersion(proposition, versionLue);
        if (accepter)
        {
            var fiche = await contexte.ChargerCollectiviteAsync(proposition.Collectivite, annulation);
            proposition.Accepter(fiche, horloge.Maintenant);
        }
        else
        {
            proposition.Refuser(motif, horloge.Maintenant);
        }

        await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Une proposition, pour qui la relit ou l'a faite.</summary>
public sealed record LigneDeProposition(
    PropositionId Id,
    int Version,
    CollectiviteId Collectivite,
    string Nom,
    ObjetDeProposition Objet,
    EtatDeProposition Etat,
    string? Avant,
    string Apres,
    string ProposeePar,
    DateTimeOffset ProposeeLe,
    string? Motif
);

/// <summary>Les propositions du périmètre : à relire d'abord pour le CDG, les siennes pour un membre.</summary>
public sealed class LirePropositions(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeProposition>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var propositions = contexte.Propositions.AsNoTracking();
        if (!acteur.Perimetre.EstCdg)
        {
            var siennes = acteur.Perimetre.Collectivites;
            propositions = propositions.Where(p => siennes.Contains(p.Collectivite));
        }

        if (Enum.TryParse<EtatDeProposition>(demande.Filtre("etat"), out var etat))
        {
            propositions = propositions.Where(p => p.Etat == etat);
        }

        var total = await propositions.CountAsync(annulation);
        var page = await propositions
            .OrderBy(p => p.Etat == EtatDeProposition.EnAttente ? 0 : 1)
            .ThenByDescending(p => p.ProposeeLe)
            .ThenBy(p => p.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(p => new LigneDeProposition(
                p.Id,
                p.Version,
                p.Collectivite,
                contexte.Collectivites.Where(c => c.Id == p.Collectivite).Select(c => c.Nom).First(),
                p.Objet,
                p.Etat,
                p.Avant,
                p.Apres,
                p.ProposeePar,
                p.ProposeeLe,
                p.Motif
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeProposition>(page, total);
    }
}
