using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Les numéros de titre portés par les appels des exercices d'un fichier, et ceux que le fichier y ajoute.</summary>
/// <remarks>Un mandat, sur exercice clos, a sa propre suite.</remarks>
internal sealed class TitresConnus
{
    private readonly Dictionary<(int Exercice, bool Clos, string Numero), ReferenceDAppel> _porteurs = [];
    private readonly Dictionary<AppelDeContributionId, string> _duFichier = [];

    private TitresConnus() { }

    public static async Task<TitresConnus> LireAsync(
        MarchesDbContext contexte,
        IEnumerable<AppelDeContribution> appels,
        CancellationToken annulation
    )
    {
        var titres = new TitresConnus();
        var exercices = appels.Select(a => a.Exercice).Distinct().ToList();
        var portes = await contexte
            .Appels.AsNoTracking()
            .Where(a => exercices.Contains(a.Exercice) && a.NumeroDeTitre != null && a.Numero != null)
            .Select(a => new
            {
                a.Exercice,
                a.SurExerciceClos,
                a.NumeroDeTitre,
                a.Numero,
            })
            .ToListAsync(annulation);
        foreach (var p in portes)
        {
            titres._porteurs.TryAdd(
                (p.Exercice, p.SurExerciceClos, p.NumeroDeTitre!),
                new ReferenceDAppel(p.Exercice, p.Numero!.Value)
            );
        }

        return titres;
    }

    /// <summary>Un autre appel qui porte ce numéro, dans la base ou plus haut dans le fichier.</summary>
    public ReferenceDAppel? Autre(AppelDeContribution appel, string numero) =>
        _porteurs.GetValueOrDefault((appel.Exercice, appel.SurExerciceClos, numero)) is { } porteur && porteur != appel.Reference
            ? porteur
            : null;

    /// <summary>Le fichier donne ce numéro à cet appel.</summary>
    /// <returns>Faux s'il lui en a déjà donné un autre.</returns>
    public bool Retenir(AppelDeContribution appel, string numero)
    {
        _porteurs[(appel.Exercice, appel.SurExerciceClos, numero)] = appel.Reference!;
        return _duFichier.TryAdd(appel.Id, numero) || _duFichier[appel.Id] == numero;
    }
}
