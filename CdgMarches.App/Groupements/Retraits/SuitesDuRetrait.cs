using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Les marchés en cours que le partant laisse, ses commandes, et le minimum garanti dont il garde sa part (RG1.32).</summary>
internal sealed class SuitesDesMarches : ISuitesDeRetrait
{
    public async Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    )
    {
        var (apres, membre) = (dossier.SortieLe ?? dossier.AnnonceLe, dossier.Collectivite);
        var marches = await (
            from m in contexte.Marches.AsNoTracking()
            where m.Groupement == dossier.Groupement && m.ResilieLe == null && m.Fin >= apres
            where contexte.MembresFiges.Any(f => f.Procedure == m.Procedure && f.Lot == m.Lot && f.Collectivite == membre)
            orderby m.Reference
            select new
            {
                m.Reference,
                m.Objet,
                m.Fin,
                m.MinimumCentimes,
                Acheteurs = contexte.MembresFiges.Count(f => f.Procedure == m.Procedure && f.Lot == m.Lot),
                Total = contexte.Commandes.Where(c => c.Marche == m.Id).Sum(c => (long?)c.MontantCentimes) ?? 0,
                Siennes = contexte.Commandes.Count(c => c.Marche == m.Id && c.Collectivite == membre),
                SonTotal = contexte
                    .Commandes.Where(c => c.Marche == m.Id && c.Collectivite == membre)
                    .Sum(c => (long?)c.MontantCentimes)
                    ?? 0,
                EnPreparation = contexte.Commandes.Count(c =>
                    c.Marche == m.Id && c.Collectivite == membre && c.Etat == EtatDeCommande.EnPreparation
                ),
            }
        ).ToListAsync(annulation);
        return
        [
            .. marches.Select(m => new SuiteDeRetrait(
                $"Marché en cours {m.Reference}",
                $"{m.Objet}, jusqu'au {Formats.DateLongue(m.Fin!.Value)}. "
                    + (
                        m.Siennes == 0
                            ? "Aucune commande de sa part. "
                            : $"{Formats.Compter(m.Siennes, "commande")} de sa part, {Formats.CentimesHt(m.SonTotal)}"
                                + (
                                    m.EnPreparation == 0
                                        ? ". "
                                        : $", dont {m.EnPreparation.ToString(Francais.Culture)} en préparation. "
                                )
                    )
                    + DireLeMinimum(m.MinimumCentimes, m.Total, m.Acheteurs)
            )),
        ];
    }

    private static string DireLeMinimum(long? minimum, long commande, int acheteurs) =>
        minimum is not ({ } garanti and > 0) ? "Sans minimum garanti."
        : commande >= garanti ? $"Minimum garanti de {Formats.CentimesHt(garanti)} déjà atteint."
        : $"Minimum garanti de {Formats.CentimesHt(garanti)} : il manque {Formats.CentimesHt(garanti - commande)} de commandes des {Formats.Compter(acheteurs, "acheteur")}, il en garde sa part.";
}

/// <summary>Les consultations où le membre est figé : il reste tenu de ses commandes et de sa part de minimum (RG1.32).</summary>
internal sealed class SuitesDesListesFigees : ISuitesDeRetrait
{
    public async Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    )
    {
        var procedures = await (
            from m in contexte.MembresFiges
            join p in contexte.Procedures on m.Procedure equals p.Id
            where p.Groupement == dossier.Groupement && m.Collectivite == dossier.Collectivite
            group m by new { p.Id, p.Objet } into g
            select new { g.Key.Objet, Lots = g.Count() }
        ).ToListAsync(annulation);
        return
        [
            .. procedures.Select(p => new SuiteDeRetrait(
                "Liste figée d'acheteurs",
                $"{p.Objet} : {Formats.Compter(p.Lots, "lot")}. Il reste tenu de ses commandes et de sa part d'un minimum garanti."
            )),
        ];
    }
}

/// <summary>Son siège à la commission du groupement : qui l'occupe, ce que son départ fait des voix, les séances qui le suivent.</summary>
internal sealed class SuitesDeLaCommission : ISuitesDeRetrait
{
    private const string Sujet = "Commission d'appel d'offres";

    public async Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    )
    {
        var regime = await contexte
            .Groupements.Where(g => g.Id == dossier.Groupement)
            .Select(g => g.Regles.RegimeDeCao)
            .SingleAsync(annulation);
        if (regime is RegimeDeCao.Coordonnateur)
        {
            return [new SuiteDeRetrait(Sujet, "Aucune suite : la commission est celle du coordonnateur.")];
        }

        var commission = await contexte
            .Commissions.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Groupement == dossier.Groupement, annulation);
        if (commission?.Sieges.FirstOrDefault(s => s.Collectivite == dossier.Collectivite.Valeur) is not { } siege)
        {
            return [new SuiteDeRetrait(Sujet, "Aucun siège n'y est encore tenu pour ce membre.")];
        }

        var apres = dossier.SortieLe ?? dossier.AnnonceLe;
        var personnes = commission
            .Designations.Where(d => d.Siege == siege.Id && d.Du <= apres && (d.Au is not { } au || au >= apres))
            .OrderBy(d => d.Rang)
            .Select(d => $"{d.Nom} ({d.Rang.Libelle().ToLower(Francais.Culture)})")
            .ToList();
        var seances = await contexte
            .Seances.Where(s => s.Commission == commission.Id && s.Date > apres)
            .Where(s => s.Etat == EtatDeSeance.Programmee || s.Etat == EtatDeSeance.Convoquee)
            .OrderBy(s => s.Date)
            .Select(s => s.Date)
            .ToListAsync(annulation);
        var (avant, ensuite) = (commission.Sieges.Count, commission.Sieges.Count - 1);
        return
        [
            new SuiteDeRetrait(
                Sujet,
                "Son siège prend fin avec l'adhésion"
                    + (personnes.Count == 0 ? "" : $", et le mandat de {string.Join(", ", personnes)}")
                    + $" : {Formats.Compter(avant, "voix", "voix")} avant, {Formats.Compter(ensuite, "voix", "voix")} ensuite, et le quorum suit."
                    + (
                        seances.Count == 0
                            ? ""
                            : $" Séances déjà prévues sans lui : {string.Join(", ", seances.Select(s => Formats.DateCourte(s)))}."
                    )
            ),
        ];
    }
}

/// <summary>Les contributions appelées et non soldées, et ce que la délibération de retrait fixe.</summary>
internal sealed class SuitesDesContributions : ISuitesDeRetrait
{
    private const string Sujet = "Contributions";

    public async Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    )
    {
        var dus = await contexte
            .Appels.AsNoTracking()
            .Where(a => a.Groupement == dossier.Groupement && a.Collectivite == dossier.Collectivite)
            .Where(a => a.Etat == EtatDAppel.Emis || a.Etat == EtatDAppel.Reporte)
            .OrderBy(a => a.Exercice)
            .Select(a => new { a.Exercice, Reste = a.Ttc.Centimes + a.Corrections.Centimes - a.Paye.Centimes })
            .ToListAsync(annulation);
        return
        [
            new SuiteDeRetrait(
                Sujet,
                dus.Count == 0
                    ? "Aucun appel n'attend de paiement ; ceux de l'exercice en cours restent appelés jusqu'à la sortie."
                    : $"{Formats.Compter(dus.Count, "appel")} à solder ({string.Join(", ", dus.Select(d => d.Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)).Distinct())}) : {Formats.EurosTtc(dus.Sum(d => d.Reste) / 100m)}."
            ),
            new SuiteDeRetrait(
                "Sommes du retrait",
                dossier.Sommes.Count == 0
                    ? "La délibération n'en fixe aucune."
                    : $"{Formats.Compter(dossier.Sommes.Count, "somme")} à recouvrer selon la délibération : {Formats.EurosTtc(dossier.Sommes.Sum(s => s.Centimes) / 100m)}."
            ),
        ];
    }
}
