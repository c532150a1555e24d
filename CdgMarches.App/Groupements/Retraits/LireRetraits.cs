using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Un retrait dans la liste d'un groupement.</summary>
public sealed record LigneDeRetrait(
    DossierDeRetraitId Id,
    string Membre,
    ModeDeRetrait Mode,
    EtatDeRetrait Etat,
    DateOnly AnnonceLe,
    DateOnly? SortieLe,
    int Informes,
    int AInformer
)
{
    /// <summary>Un retrait constaté est incomplet tant que chaque membre n'a pas la copie (RG1.30).</summary>
    public bool EstIncomplet => Etat is EtatDeRetrait.Constate && Informes < AInformer;
}

/// <summary>La fiche d'un retrait.</summary>
public sealed record FicheDeRetrait(
    DossierDeRetrait Dossier,
    string Membre,
    DateOnly? DernierJourUtile,
    Verdict PeutConstater,
    bool EstCaduc,
    int NonInformes,
    bool DissoutLeGroupement,
    IReadOnlyList<SuiteDeRetrait> Suites,
    LettreDuPreavis? Lettre
);

/// <summary>Les retraits d'un groupement, page par page, et un retrait avec ses suites.</summary>
public sealed class LireRetraits(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<ISuitesDeRetrait> suites
)
{
    public async Task<PageDe<LigneDeRetrait>> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var duPerimetre = acteur.Perimetre.Comprend(id);
        var dossiers =
            from d in contexte.DossiersDeRetrait.AsNoTracking()
            join c in contexte.Collectivites on d.Collectivite equals c.Id
            where d.Groupement == id && duPerimetre
            select new { Dossier = d, Membre = c };
        var total = await dossiers.CountAsync(annulation);
        var lus = await dossiers
            .OrderByDescending(d => d.Dossier.AnnonceLe)
            .ThenBy(d => d.Membre.CleDeTri)
            .ThenBy(d => d.Dossier.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(d => new
            {
                d.Dossier.Id,
                d.Membre.Nom,
                d.Dossier.Mode,
                d.Dossier.Etat,
                d.Dossier.AnnonceLe,
                d.Dossier.SortieLe,
            })
            .ToListAsync(annulation);
        var cles = lus.Select(d => d.Id.Valeur).ToList();
        var preuves = contexte.PreuvesDInformation.Where(p =>
            p.ObjetType == nameof(DossierDeRetrait) && cles.Contains(p.ObjetId)
        );
        var attendues = await preuves
            .GroupBy(p => p.ObjetId)
            .Select(g => new { g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
        var faites = await preuves
            .Faites(contexte)
            .GroupBy(p => p.ObjetId)
            .Select(g => new { g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
        return new PageDe<LigneDeRetrait>(
            [
                .. lus.Select(d => new LigneDeRetrait(
                    d.Id,
                    d.Nom,
                    d.Mode,
                    d.Etat,
                    d.AnnonceLe,
                    d.SortieLe,
                    faites.GetValueOrDefault(d.Id.Valeur),
                    attendues.GetValueOrDefault(d.Id.Valeur)
                )),
            ],
            total
        );
    }

    public async Task<FicheDeRetrait?> FicheAsync(
        Acteur acteur,
        GroupementId id,
        DossierDeRetraitId dossierId,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte
            .DossiersDeRetrait.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == dossierId && d.Groupement == id, annulation);
        if (dossier is null || !acteur.Perimetre.Comprend(id))
        {
            return null;
        }

        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == id, annulation);
        var faits = await contexte.FaitsAsync(dossier, groupement, horloge.Aujourdhui, annulation);
        List<SuiteDeRetrait> lues = [];
        foreach (var source in suites)
        {
            lues.AddRange(await source.LireAsync(contexte, dossier, annulation));
        }

        return new FicheDeRetrait(
            dossier,
            faits.Membre,
            dossier.Mode is ModeDeRetrait.PreavisAnnuel ? groupement.Regles.DernierJourDuPreavis(horloge.Aujourdhui.Year) : null,
            dossier.PeutConstater(faits),
            dossier.EstCaduc(horloge.Aujourdhui),
            await contexte.NonInformesAsync(nameof(DossierDeRetrait), dossier.Id.Valeur, annulation),
            faits.DissoutLeGroupement,
            lues,
            await contexte.LettreDuPreavisAsync(dossier, groupement, annulation)
        );
    }
}
