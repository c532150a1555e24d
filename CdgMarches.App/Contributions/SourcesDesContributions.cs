using CdgMarches.App.Accueil;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions;

/// <summary>Les appels dans la recherche globale, par leur numéro ou leur débiteur.</summary>
internal sealed class RechercheDesAppels(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
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
        var appels = contexte.Appels.AsNoTracking().DuPerimetre(acteur).Where(a => a.Numero != null);
        if (ReferenceDAppel.TryParse(string.Join('-', mots), out var reference))
        {
            appels = appels.Where(a => a.Exercice == reference!.Exercice && a.Numero == reference.Numero);
        }
        else
        {
            foreach (var mot in mots)
            {
                appels = appels.Where(a =>
                    contexte.Collectivites.Any(c => c.Id == a.Collectivite && c.CleDeRecherche.Contains(mot))
                );
            }
        }

        var trouves = await appels
            .OrderByDescending(a => a.Exercice)
            .ThenBy(a => a.Numero)
            .Take(maximum)
            .Select(a => new
            {
                a.Id,
                a.Exercice,
                a.Numero,
                a.Debiteur.Nom,
                a.Ttc.Centimes,
                a.Groupement,
            })
            .ToListAsync(annulation);
        return
        [
            .. trouves.Select(a => new ResultatDeRecherche(
                "Appels de contribution",
                $"{new ReferenceDAppel(a.Exercice, a.Numero!.Value)} — {a.Nom}",
                Formats.Centimes(a.Centimes),
                AdressesDesContributions.Appel(a.Id)
            )
            {
                Dossier = new(nameof(AppelDeContribution), a.Id.Valeur, a.Groupement?.Valeur),
            }),
        ];
    }
}

/// <summary>L'appel à lancer dès le 2 janvier, ce qui attend une validation, les impayés à relancer.</summary>
internal sealed class ContributionsATraiter(
    IDbContextFactory<MarchesDbContext> donnees,
    LireCampagnesDAppel lire,
    HorlogeLegale horloge
) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.PreparerContributions))
        {
            return [];
        }

        var dus = (await lire.ALancerAsync(acteur, annulation)).Where(a => a.EstDu).ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagnes = contexte.CampagnesDAppel.DuPerimetre(acteur);
        var aValider = acteur.Peut(Droits.ValiderContributions)
            ? await campagnes.CountAsync(c => c.Etat == EtatDeCampagneDAppel.Proposee && c.Auteur != acteur.Id, annulation)
            : 0;
        var aEmettre = acteur.Peut(Droits.ValiderContributions)
            ? await campagnes.CountAsync(c => c.Etat == EtatDeCampagneDAppel.Validee, annulation)
            : 0;
        var impayes = await contexte
            .Appels.DuPerimetre(acteur)
            .CountAsync(
                a => a.Etat == EtatDAppel.Emis && a.Numero != null && a.DateDAppel < horloge.Aujourdhui.AddDays(-60),
                annulation
            );
        return
        [
            new(
                dus.Count == 1 ? $"Appel {dus[0].Exercice} à lancer" : "Appels à lancer",
                dus.Count,
                dus.Count,
                AdressesDesContributions.Accueil,
                dus.Count > 0 ? $"Depuis le {Formats.DateLongue(dus[0].APartirDu)}" : "",
                60
            ),
            new("Appels à valider", aValider, 0, AdressesDesContributions.Accueil, "Proposés par un autre agent", 61),
            new("Appels à émettre", aEmettre, 0, AdressesDesContributions.Accueil, "Validés, pas encore émis", 62),
            new(
                "Contributions impayées",
                impayes,
                impayes,
                $"{AdressesDesContributions.Appels}?etat=impayes",
                "Appelées depuis plus de deux mois",
                63
            ),
        ];
    }
}

/// <summary>Les contributions de l'exercice, dans la synthèse.</summary>
internal sealed class SyntheseDesContributions(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeSynthese
{
    private const string Rubrique = "Contributions";

    public async Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appels = contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .QuiSePaient()
            .Where(a => a.Exercice == jour.Year && a.Numero != null && a.DateDAppel <= jour);
        var appele = await appels.SumAsync(a => a.Ttc.Centimes + a.Corrections.Centimes, annulation);
        // What a debtor has overpaid is owed to him: it does not lower what the others owe.
        var reste = await appels
            .Where(a => a.Etat == EtatDAppel.Emis)
            .SumAsync(a => a.Ttc.Centimes + a.Corrections.Centimes - a.Paye.Centimes, annulation);
        return
        [
            new(Rubrique, "Appelé dans l'exercice", Formats.Centimes(appele), null, EnRetard: false),
            new(Rubrique, "Reste dû", Formats.Centimes(reste), null, EnRetard: reste > 0),
        ];
    }
}
