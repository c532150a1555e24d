using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Une ancienneté d'impayés.</summary>
/// <param name="Code">Le filtre de la liste des appels qui la montre.</param>
/// <param name="Libelle">Ce que la balance en dit.</param>
/// <param name="Nombre">Les appels en retard d'autant.</param>
/// <param name="Centimes">Ce qui en reste dû.</param>
public sealed record Anciennete(string Code, string Libelle, int Nombre, long Centimes)
{
    /// <summary>La liste des appels de cette ancienneté.</summary>
    public string Adresse(int exercice) => $"{AdressesDesContributions.AppelsDe(exercice)}&retard={Code}";
}

/// <summary>Un type de facturation, comparé à l'exercice précédent.</summary>
public sealed record LigneDeComparaison(string Type, int Nombre, long Centimes, int NombrePrecedent, long CentimesPrecedents)
{
    public long Ecart => Centimes - CentimesPrecedents;
}

/// <summary>Le rapport de clôture d'un exercice, et ce que le suivi en montre.</summary>
/// <remarks>Appelé + compléments + réductions et annulations − payé + trop-perçu = reste dû.</remarks>
public sealed record SuiviDExercice(
    int Exercice,
    DateOnly? ClosLe,
    int Appeles,
    long AppeleCentimes,
    int Complements,
    long ComplementsCentimes,
    long CorrectionsCentimes,
    long PayeCentimes,
    long ResteCentimes,
    int TropPercus,
    long TropPercuCentimes,
    int SansAppel,
    int Reportes,
    long ReportesCentimes,
    int SansTitre,
    long SansTitreCentimes,
    int MisEnDemeure,
    IReadOnlyList<Anciennete> Anciennetes,
    IReadOnlyList<LigneDeComparaison> Comparaison,
    int RelancesDues,
    Verdict PeutClore
);

/// <summary>Balance âgée, clôture, comparaison, appelé et non titré.</summary>
public sealed class LireSuivi(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<SuiviDExercice> ExecuterAsync(Acteur acteur, int exercice, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appels = contexte.Appels.AsNoTracking().DuPerimetre(acteur);
        var totaux = await TotauxAsync(appels, exercice, annulation);
        var avant = await TotauxAsync(appels, exercice - 1, annulation);
        var impayes = await appels
            .Where(a => a.Exercice == exercice && a.Etat == EtatDAppel.Emis && a.Numero != null)
            .Select(a => new
            {
                a.DateDAppel,
                a.DateDeTitre,
                a.DerniereRelanceLe,
                a.DelaiDePaiement,
                a.EcartEntreRelances,
                Reste = a.Ttc.Centimes + a.Corrections.Centimes - a.Paye.Centimes,
                a.MiseEnDemeureLe,
            })
            .ToListAsync(annulation);
        var complements = await appels
            .Where(a => a.Exercice == exercice && a.Numero != null && a.Nature == NatureDAppel.Complement)
            .GroupBy(_ => 1)
            .Select(g => new { Nombre = g.Count(), Centimes = g.Sum(a => a.Ttc.Centimes) })
            .FirstOrDefaultAsync(annulation);
        var tropPercus = await appels
            .QuiSePaient()
            .Where(a => a.Exercice == exercice && a.Ttc.Centimes + a.Corrections.Centimes < a.Paye.Centimes)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Nombre = g.Count(),
                Centimes = g.Sum(a => a.Paye.Centimes - a.Ttc.Centimes - a.Corrections.Centimes),
            })
            .FirstOrDefaultAsync(annulation);
        var dernier = new DateOnly(exercice, 12, 31);
        var sansTitre = await appels
            .Where(a => a.Exercice == exercice && a.Numero != null && (a.NumeroDeTitre == null || a.DateDeTitre > dernier))
            .GroupBy(_ => 1)
            .Select(g => new { Nombre = g.Count(), Centimes = g.Sum(a => a.Ttc.Centimes) })
            .FirstOrDefaultAsync(annulation);
        var reports = await appels
            .Where(a => a.Exercice == exercice && a.Etat == EtatDAppel.Reporte)
            .GroupBy(_ => 1)
            .Select(g => new { Nombre = g.Count(), Centimes = g.Sum(a => a.Propre.Centimes) })
            .FirstOrDefaultAsync(annulation);
        var libelles = await contexte.LibellesDesTypesAsync(annulation);
        var jour = horloge.Aujourdhui;
        var retards = impayes.ConvertAll(i =>
            (Jours: jour.DayNumber - (i.DateDeTitre ?? i.DateDAppel).AddDays(i.DelaiDePaiement).DayNumber, i.Reste)
        );
        var closLe = await contexte.ClotureAsync(exercice, annulation);
        return new SuiviDExercice(
            exercice,
            closLe,
            totaux.Sum(t => t.Nombre),
            totaux.Sum(t => t.Centimes),
            complements?.Nombre ?? 0,
            complements?.Centimes ?? 0,
            await appels.Where(a => a.Exercice == exercice && a.Rang == 0).SumAsync(a => a.Corrections.Centimes, annulation),
            await appels.Where(a => a.Exercice == exercice).SumAsync(a => a.Paye.Centimes, annulation),
            impayes.Sum(i => i.Reste),
            tropPercus?.Nombre ?? 0,
            tropPercus?.Centimes ?? 0,
            await appels.CountAsync(a => a.Exercice == exercice && a.Etat == EtatDAppel.SansAppel, annulation),
            reports?.Nombre ?? 0,
            reports?.Centimes ?? 0,
            sansTitre?.Nombre ?? 0,
            sansTitre?.Centimes ?? 0,
            impayes.Count(i => i.MiseEnDemeureLe is not null),
            [
                .. TrancheDeRetard.Toutes.Select(t =>
                {
                    var dans = retards.FindAll(r => t.Contient(r.Jours));
                    return new Anciennete(t.Code, t.Libelle, dans.Count, dans.Sum(r => r.Reste));
                }),
            ],
            [
                .. totaux
                    .Select(t => t.Type)
                    .Union(avant.Select(t => t.Type))
                    .Order(StringComparer.Ordinal)
                    .Select(type =>
                    {
                        var (n, p) = (totaux.Find(t => t.Type == type), avant.Find(t => t.Type == type));
                        return new LigneDeComparaison(
                            libelles.GetValueOrDefault(type, type),
                            n?.Nombre ?? 0,
                            n?.Centimes ?? 0,
                            p?.Nombre ?? 0,
                            p?.Centimes ?? 0
                        );
                    }),
            ],
            impayes.Count(i =>
                AppelDeContribution.RelanceAttendueLe(
                    (i.DateDeTitre ?? i.DateDAppel).AddDays(i.DelaiDePaiement),
                    i.DerniereRelanceLe,
                    i.EcartEntreRelances
                ) <= jour
            ),
            ExerciceDAppel.PeutClore(exercice, closLe, jour, await contexte.EmissionEnCoursAsync(exercice, annulation))
        );
    }

    private static Task<List<Total>> TotauxAsync(
        IQueryable<AppelDeContribution> appels,
        int exercice,
        CancellationToken annulation
    ) =>
        appels
            .Where(a => a.Exercice == exercice && a.Numero != null && a.Rang == 0)
            .GroupBy(a => a.Type)
            .Select(g => new Total(g.Key, g.Count(), g.Sum(a => a.Ttc.Centimes)))
            .ToListAsync(annulation);

    private sealed record Total(string Type, int Nombre, long Centimes);
}
