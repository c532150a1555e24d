using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Les procédures dans la recherche globale.</summary>
internal sealed class RechercheDesProcedures(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
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
        var procedures = contexte.Procedures.AsNoTracking().DuPerimetre(acteur);
        if (ReferenceDeProcedure.TryParse(string.Join('-', mots), out var reference))
        {
            procedures = procedures.Where(p => p.Reference == reference);
        }
        else
        {
            foreach (var mot in mots)
            {
                procedures = procedures.Where(p => p.CleDeTri.Contains(mot));
            }
        }

        var trouvees = await procedures
            .OrderBy(p => p.CleDeTri)
            .ThenBy(p => p.Id)
            .Take(maximum)
            .Select(p => new
            {
                p.Id,
                p.Objet,
                p.Reference,
                p.Etat,
                p.Groupement,
            })
            .ToListAsync(annulation);
        return
        [
            .. trouvees.Select(p => new ResultatDeRecherche(
                "Procédures",
                p.Objet,
                $"{p.Reference} · {p.Etat.Libelle().ToLower(Francais.Culture)}",
                AdressesDesProcedures.Fiche(p.Id)
            )
            {
                Dossier = new(nameof(Procedure), p.Id.Valeur, p.Groupement.Valeur),
            }),
        ];
    }
}

/// <summary>Les procédures en préparation et en cours, sur l'accueil du gestionnaire.</summary>
internal sealed class ProceduresATraiter(IDbContextFactory<MarchesDbContext> donnees) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererProcedures))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var parEtat = await contexte
            .Procedures.DuPerimetre(acteur)
            .GroupBy(p => p.Etat)
            .Select(g => new { Etat = g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Etat, g => g.Nombre, annulation);
        return
        [
            Carte(
                "Procédures en préparation",
                EtatDeProcedure.EnPreparation,
                "À lancer quand leurs lots et leurs membres sont prêts",
                50
            ),
            Carte("Procédures lancées", EtatDeProcedure.Lancee, "Aucune adhésion à leur groupement avant leur terme", 55),
        ];

        CarteATraiter Carte(string titre, EtatDeProcedure etat, string detail, int ordre) =>
            new(titre, parEtat.GetValueOrDefault(etat), EnRetard: 0, $"{AdressesDesProcedures.Liste}?etat={etat}", detail, ordre);
    }
}

/// <summary>Les procédures, dans la synthèse.</summary>
internal sealed class SyntheseDesProcedures(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeSynthese
{
    private const string Rubrique = "Procédures";

    public async Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var avant = jour.AddMonths(-1);
        return
        [
            new(Rubrique, "Procédures en cours", await EnCoursAsync(jour), await EnCoursAsync(avant), EnRetard: false),
            new(
                Rubrique,
                "Procédures terminées dans l'année",
                await TermineesAsync(jour),
                await TermineesAsync(avant),
                EnRetard: false
            ),
        ];

        async Task<string> EnCoursAsync(DateOnly le) =>
            Formats.Nombre(
                await contexte
                    .Procedures.DuPerimetre(acteur)
                    .CountAsync(p => p.LanceeLe <= le && (p.TermineeLe == null || p.TermineeLe > le), annulation)
            );

        async Task<string> TermineesAsync(DateOnly le)
        {
            var premier = new DateOnly(le.Year, 1, 1);
            return Formats.Nombre(
                await contexte
                    .Procedures.DuPerimetre(acteur)
                    .CountAsync(p => p.TermineeLe >= premier && p.TermineeLe <= le, annulation)
            );
        }
    }
}
