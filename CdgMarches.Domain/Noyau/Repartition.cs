namespace CdgMarches.Domain.Noyau;

/// <summary>Partage un montant au plus fort reste, en centimes : la somme des parts est toujours le tout.</summary>
/// <remarks>
/// RG6.13. Chacun reçoit d'abord sa part entière en centimes ; les centimes qui restent vont aux plus forts restes, et à
/// reste égal aux premiers de la liste. À l'appelant de la donner dans un ordre fixe (par SIREN), pour que le même partage
/// refait donne les mêmes parts. Un montant négatif (une réduction) se partage comme son opposé.
/// </remarks>
public static class Repartition
{
    /// <param name="total">Le montant à partager.</param>
    /// <param name="poids">Le poids de chacun, positif ou nul, non tous nuls (agents, habitants, centimes ou millièmes).</param>
    /// <exception cref="ArgumentException">Un poids est négatif, ou aucun n'est positif.</exception>
    public static IReadOnlyList<MontantHt> Repartir(MontantHt total, IReadOnlyList<long> poids) =>
        [.. Repartir(total.Centimes, poids).Select(MontantHt.DeCentimes)];

    /// <inheritdoc cref="Repartir(MontantHt, IReadOnlyList{long})"/>
    public static IReadOnlyList<MontantTtc> Repartir(MontantTtc total, IReadOnlyList<long> poids) =>
        [.. Repartir(total.Centimes, poids).Select(MontantTtc.DeCentimes)];

    private static long[] Repartir(long centimes, IReadOnlyList<long> poids)
    {
        if (poids.Any(static p => p < 0))
        {
            throw new ArgumentException("Un poids ne peut pas être négatif.", nameof(poids));
        }

        var somme = poids.Aggregate(Int128.Zero, static (total, p) => total + p);
        if (somme == 0)
        {
            throw new ArgumentException(
                "Un poids au moins doit être positif : il n'y a personne à qui attribuer le montant.",
                nameof(poids)
            );
        }

        // Int128 : le produit d'un montant par un poids dépasse 64 bits bien avant que l'un ou l'autre ne soit absurde.
        var signe = Math.Sign(centimes);
        var aPartager = Int128.Abs(centimes);
        var parts = new long[poids.Count];
        var restes = new Int128[poids.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            (var entiere, restes[i]) = Int128.DivRem(aPartager * poids[i], somme);
            parts[i] = (long)entiere;
        }

        var orphelins = (int)(aPartager - parts.Aggregate(Int128.Zero, static (total, p) => total + p));
        foreach (
            var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => restes[i]).ThenBy(static i => i).Take(orphelins)
        )
        {
            parts[i]++;
        }

        return [.. parts.Select(p => signe * p)];
    }
}
