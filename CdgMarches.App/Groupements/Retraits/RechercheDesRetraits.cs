using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Les retraits, dans la recherche globale : par le nom du membre qui part, ou de son groupement.</summary>
internal sealed class RechercheDesRetraits(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
{
    public async Task<IReadOnlyList<ResultatDeRecherche>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> mots,
        int maximum,
        CancellationToken annulation = default
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var retraits =
            from r in contexte.DossiersDeRetrait.AsNoTracking()
            join g in contexte.Groupements.DuPerimetre(acteur) on r.Groupement equals g.Id
            join m in contexte.Collectivites on r.Collectivite equals m.Id
            select new
            {
                r.Id,
                r.AnnonceLe,
                r.Etat,
                r.Groupement,
                NomDuGroupement = g.Nom,
                Membre = m.Nom,
                Cle = m.CleDeRecherche + " " + g.CleDeTri,
                m.CleDeTri,
            };
        foreach (var mot in mots)
        {
            retraits = retraits.Where(r => r.Cle.Contains(mot));
        }

        var trouves = await retraits.OrderBy(r => r.CleDeTri).ThenBy(r => r.Id).Take(maximum).ToListAsync(annulation);
        return
        [
            .. trouves.Select(r => new ResultatDeRecherche(
                "Retraits",
                $"Retrait {GrammaireDuNom.De(r.Membre)}",
                $"{r.NomDuGroupement} · annoncé le {Formats.DateCourte(r.AnnonceLe)}, {r.Etat.Libelle().ToLower(Francais.Culture)}",
                AdressesDesGroupements.Rubrique(r.Groupement, $"retraits/{r.Id.Valeur}")
            )
            {
                Dossier = new(nameof(DossierDeRetrait), r.Id.Valeur, r.Groupement.Valeur),
            }),
        ];
    }
}
