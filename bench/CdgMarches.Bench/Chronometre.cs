using System.Diagnostics;

namespace CdgMarches.Bench;

/// <summary>Mesure le produit et son plancher par exécutions alternées, pour que la charge de la machine pèse sur les deux.</summary>
internal static class Chronometre
{
    private const int Courtes = 300;
    private const int Moyennes = 31;
    private const int Longues = 5;

    /// <summary>Pour ce qui dure quelques millisecondes : 300 échauffements, puis la médiane de 300.</summary>
    /// <returns>La médiane du produit rapportée à celle du plancher.</returns>
    public static Task<double> CourtAsync(string nom, Func<Task> produit, Func<Task> plancher) =>
        MesurerAsync(nom, produit, plancher, Courtes, Courtes, entre: null);

    /// <summary>Pour une fraction de seconde : la médiane de 31, que la charge de la machine ne déplace pas.</summary>
    public static Task<double> MoyenAsync(string nom, Func<Task> produit, Func<Task> plancher) =>
        MesurerAsync(nom, produit, plancher, Longues, Moyennes, entre: null);

    /// <summary>Pour ce qui dure : cinq échauffements, puis la médiane de 5, le tas nettoyé avant chaque exécution.</summary>
    /// <param name="nom">Ce qui est mesuré.</param>
    /// <param name="produit">Le produit.</param>
    /// <param name="plancher">Le même travail, fait à la main.</param>
    /// <param name="entre">Ce qui remet les choses en état entre deux exécutions, hors du temps mesuré.</param>
    public static Task<double> LongAsync(string nom, Func<Task> produit, Func<Task> plancher, Func<Task>? entre = null) =>
        MesurerAsync(
            nom,
            produit,
            plancher,
            Longues,
            Longues,
            async () =>
            {
                if (entre is not null)
                {
                    await entre();
                }

                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
            }
        );

    private static async Task<double> MesurerAsync(
        string nom,
        Func<Task> produit,
        Func<Task> plancher,
        int echauffements,
        int mesures,
        Func<Task>? entre
    )
    {
        var (duProduit, duPlancher) = (new double[mesures], new double[mesures]);
        for (var i = -echauffements; i < mesures; i++)
        {
            var a = await UneAsync(produit, entre);
            var b = await UneAsync(plancher, entre);
            if (i >= 0)
            {
                (duProduit[i], duPlancher[i]) = (a, b);
            }
        }

        if (mesures == Longues)
        {
            Rapport.Dire(
                $"   produit {string.Join(" ", duProduit.Select(d => $"{d:N0}"))} ; plancher {string.Join(" ", duPlancher.Select(d => $"{d:N0}"))}"
            );
        }

        var (x, y) = (Mediane(duProduit), Mediane(duPlancher));
        Rapport.Dire($"   {nom} : produit {x:N2} ms, plancher {y:N2} ms (médianes de {mesures})");
        return x / y;
    }

    private static async Task<double> UneAsync(Func<Task> travail, Func<Task>? avant)
    {
        if (avant is not null)
        {
            await avant();
        }

        var debut = Stopwatch.GetTimestamp();
        await travail();
        return Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
    }

    private static double Mediane(double[] valeurs)
    {
        Array.Sort(valeurs);
        var milieu = valeurs.Length / 2;
        return valeurs.Length % 2 == 1 ? valeurs[milieu] : (valeurs[milieu - 1] + valeurs[milieu]) / 2;
    }
}
