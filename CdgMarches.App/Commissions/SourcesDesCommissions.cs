using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Les séances dans la recherche globale, par référence ou par nom de commission.</summary>
internal sealed class RechercheDesSeances(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeRecherche
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
        var seances = contexte.SeancesVisibles(acteur).AsNoTracking();
        if (ReferenceDeSeance.TryParse(string.Join('-', mots), out var reference))
        {
            seances = seances.Where(s => s.Reference == reference);
        }
        else
        {
            foreach (var mot in mots)
            {
                seances = seances.Where(s => contexte.Commissions.Any(c => c.Id == s.Commission && c.CleDeTri.Contains(mot)));
            }
        }

        var trouvees = await seances
            .OrderByDescending(s => s.Date)
            .ThenBy(s => s.Id)
            .Take(maximum)
            .Select(s => new
            {
                s.Id,
                s.Reference,
                s.Date,
                s.Etat,
                Commission = contexte.Commissions.Where(c => c.Id == s.Commission).Select(c => c.Nom).First(),
            })
            .ToListAsync(annulation);
        return
        [
            .. trouvees.Select(s => new ResultatDeRecherche(
                "Séances de la commission",
                $"Séance du {Formats.DateLongue(s.Date)}",
                $"{s.Reference} · {s.Commission} · {s.Etat.Libelle().ToLower(Francais.Culture)}",
                AdressesDesCommissions.Seance(s.Id)
            )),
        ];
    }
}

/// <summary>Ce que les séances demandent : convocations à envoyer, séances à tenir, procès-verbaux à signer.</summary>
internal sealed class SeancesATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererCommissions))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var ouvertes = await contexte
            .SeancesVisibles(acteur)
            .AsNoTracking()
            .Where(s =>
                s.Etat == EtatDeSeance.Programmee
                || s.Etat == EtatDeSeance.Convoquee
                || ((s.Etat == EtatDeSeance.Levee || s.Etat == EtatDeSeance.SansQuorum) && s.PvSigne == null)
            )
            .OrderBy(s => s.Date)
            .Select(s => new
            {
                s.Etat,
                s.Date,
                s.RectificativeDue,
                JoursFrancs = s.Premiere == null ? s.Regles.JoursFrancs : s.Regles.JoursFrancsALaSeconde,
            })
            .Take(500)
            .ToListAsync(annulation);
        var aConvoquer = ouvertes.FindAll(s => s.Etat is EtatDeSeance.Programmee || s.RectificativeDue);
        var aTenir = ouvertes.FindAll(s => s.Etat is EtatDeSeance.Convoquee && !s.RectificativeDue);
        var aSigner = ouvertes.FindAll(s => s.Etat is EtatDeSeance.Levee or EtatDeSeance.SansQuorum);
        var aAdresser = await (
            from s in contexte.SeancesVisibles(acteur).AsNoTracking()
            where s.Etat == EtatDeSeance.Convoquee && !s.RectificativeDue
            join c in contexte.Convocations on s.Id equals c.Seance
            where c.Numero == s.NumeroDeConvocation && (c.EstRejetee || c.AdresseeLe == null)
            orderby s.Date
            select new { s.Date, JoursFrancs = s.Premiere == null ? s.Regles.JoursFrancs : s.Regles.JoursFrancsALaSeconde }
        )
            .Take(500)
            .ToListAsync(annulation);
        return
        [
            new(
                "Convocations à adresser",
                aAdresser.Count,
                aAdresser.Count(s => Domain.Noyau.Calendrier.JoursFrancs.DernierEnvoi(s.Date, s.JoursFrancs) < jour),
                $"{AdressesDesCommissions.Seances}?etat={nameof(EtatDeSeance.Convoquee)}",
                "Courriers à constater, courriels revenus : sans elles l'appel ne s'ouvre pas",
                22
            ),
            new(
                "Séances à convoquer",
                aConvoquer.Count,
                aConvoquer.Count(s => Domain.Noyau.Calendrier.JoursFrancs.DernierEnvoi(s.Date, s.JoursFrancs) < jour),
                $"{AdressesDesCommissions.Seances}?etat={nameof(EtatDeSeance.Programmee)}",
                aConvoquer.Count == 0
                    ? ""
                    : $"Envoi au plus tard le {Formats.DateCourte(Domain.Noyau.Calendrier.JoursFrancs.DernierEnvoi(aConvoquer[0].Date, aConvoquer[0].JoursFrancs))}",
                20
            ),
            new(
                "Séances à tenir",
                aTenir.Count,
                aTenir.Count(s => s.Date < jour),
                $"{AdressesDesCommissions.Seances}?etat={nameof(EtatDeSeance.Convoquee)}",
                aTenir.Count == 0 ? "" : $"Prochaine le {Formats.DateCourte(aTenir[0].Date)}",
                25
            ),
            new(
                "Procès-verbaux à signer",
                aSigner.Count,
                EnRetard: 0,
                $"{AdressesDesCommissions.Seances}?etat={nameof(EtatDeSeance.Levee)}",
                "À déposer signés ; les documents se ferment alors",
                60
            ),
        ];
    }
}

/// <summary>Les séances, dans la synthèse.</summary>
internal sealed class SyntheseDesSeances(IDbContextFactory<MarchesDbContext> donnees) : ISourceDeSynthese
{
    private const string Rubrique = "Commission";

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
            new(
                Rubrique,
                "Séances tenues dans l'année",
                await CompterAsync(EtatDeSeance.Levee, jour),
                await CompterAsync(EtatDeSeance.Levee, avant),
                EnRetard: false
            ),
            new(
                Rubrique,
                "Séances closes faute de quorum dans l'année",
                await CompterAsync(EtatDeSeance.SansQuorum, jour),
                await CompterAsync(EtatDeSeance.SansQuorum, avant),
                EnRetard: false
            ),
        ];

        async Task<string> CompterAsync(EtatDeSeance etat, DateOnly le)
        {
            var premier = new DateOnly(le.Year, 1, 1);
            return Formats.Nombre(
                (long)
                    await contexte
                        .SeancesVisibles(acteur)
                        .CountAsync(s => s.Etat == etat && s.Date >= premier && s.Date <= le, annulation)
            );
        }
    }
}
