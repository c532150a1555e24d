using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Une procédure dans la liste.</summary>
public sealed record LigneDeProcedure(
    ProcedureId Id,
    ReferenceDeProcedure Reference,
    string Objet,
    NatureDAchat Nature,
    EtatDeProcedure Etat,
    GroupementId Groupement,
    string NomDuGroupement,
    DateOnly? LanceeLe,
    DateOnly? TermineeLe,
    int Lots,
    FormeDeProcedure? Forme,
    EtapeDeProcedure? ProchaineEtape,
    DateOnly? ProchaineEcheance
);

/// <summary>Les procédures du périmètre, ou celles d'un groupement.</summary>
public sealed class LireProcedures(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeProcedure>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        GroupementId? groupement = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var filtrees = Filtrer(contexte.Procedures.AsNoTracking().DuPerimetre(acteur), demande, groupement);
        var total = await filtrees.CountAsync(annulation);
        var lignes = await Trier(filtrees, demande)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(p => new LigneDeProcedure(
                p.Id,
                p.Reference,
                p.Objet,
                p.Nature,
                p.Etat,
                p.Groupement,
                contexte.Groupements.Where(g => g.Id == p.Groupement).Select(g => g.Nom).First(),
                p.LanceeLe,
                p.TermineeLe,
                p.Lots.Count,
                p.Forme,
                p.ProchaineEtape,
                p.ProchaineEcheance
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeProcedure>(lignes, total);
    }

    private static IQueryable<Procedure> Filtrer(IQueryable<Procedure> procedures, Demande demande, GroupementId? groupement)
    {
        if (groupement is { } g)
        {
            procedures = procedures.Where(p => p.Groupement == g);
        }

        if (ReferenceDeProcedure.TryParse(demande.Recherche, out var reference))
        {
            procedures = procedures.Where(p => p.Reference == reference);
        }
        else
        {
            foreach (var mot in CleDeTri.Mots(demande.Recherche))
            {
                procedures = procedures.Where(p => p.CleDeTri.Contains(mot));
            }
        }

        if (Enum.TryParse<EtatDeProcedure>(demande.Filtre("etat"), out var etat))
        {
            procedures = procedures.Where(p => p.Etat == etat);
        }

        return procedures;
    }

    private static IOrderedQueryable<Procedure> Trier(IQueryable<Procedure> procedures, Demande demande) =>
        (demande.Tri, demande.Decroissant) switch
        {
            ("echeance", false) => procedures
                .OrderBy(p => p.ProchaineEcheance == null)
                .ThenBy(p => p.ProchaineEcheance)
                .ThenBy(p => p.Id),
            ("echeance", true) => procedures.OrderByDescending(p => p.ProchaineEcheance).ThenBy(p => p.Id),
            ("objet", false) => procedures.OrderBy(p => p.CleDeTri).ThenBy(p => p.Id),
            ("objet", true) => procedures.OrderByDescending(p => p.CleDeTri).ThenBy(p => p.Id),
            ("lancement", false) => procedures.OrderBy(p => p.LanceeLe).ThenBy(p => p.Id),
            ("lancement", true) => procedures.OrderByDescending(p => p.LanceeLe).ThenBy(p => p.Id),
            ("reference", false) => procedures.OrderBy(p => p.Reference),
            _ => procedures.OrderByDescending(p => p.Reference),
        };
}
