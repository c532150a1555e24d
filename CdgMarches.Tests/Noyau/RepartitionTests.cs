using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau;

public sealed class RepartitionTests
{
    [Theory]
    [InlineData("1000.00", new long[] { 1, 1, 1 }, "333.34 333.33 333.33")]
    [InlineData("100.01", new long[] { 1, 1 }, "50.01 50.00")]
    [InlineData("-100.01", new long[] { 1, 1 }, "-50.01 -50.00")]
    [InlineData("0.02", new long[] { 1, 1, 1 }, "0.01 0.01 0.00")]
    [InlineData("10.00", new long[] { 0, 5, 0 }, "0.00 10.00 0.00")]
    [InlineData("1.00", new long[] { 1, 1, 4 }, "0.17 0.17 0.66")] // trois restes égaux : l'ordre tranche
    [InlineData("0.00", new long[] { 3, 2 }, "0.00 0.00")]
    public void Les_centimes_qui_restent_vont_aux_plus_forts_restes(string total, long[] poids, string parts) =>
        Assert.Equal(parts, string.Join(' ', Repartition.Repartir(Montant(total), poids)));

    [Fact]
    public void Sans_poids_positif_il_n_y_a_personne_a_qui_attribuer()
    {
        Assert.Throws<ArgumentException>(() => Repartition.Repartir(Montant("10"), []));
        Assert.Throws<ArgumentException>(() => Repartition.Repartir(Montant("10"), [0, 0]));
        Assert.Throws<ArgumentException>(() => Repartition.Repartir(Montant("10"), [3, -1]));
    }

    [Fact]
    public void De_tres_grands_poids_ne_debordent_pas()
    {
        var total = MontantTtc.DeCentimes(long.MaxValue);

        var parts = Repartition.Repartir(total, [long.MaxValue, long.MaxValue, 1]);

        Assert.Equal(total, MontantTtc.Somme(parts));
    }

    [Fact]
    public void La_somme_des_parts_est_le_tout_et_chaque_part_a_moins_d_un_centime_de_la_sienne() =>
        Prop.ForAll(
                Generateurs.Entiers(-1000, 1000),
                Gen.Choose(0, 7).ListOf(5).Where(p => p.Any(x => x > 0)).ToArbitrary(),
                (centimes, liste) =>
                {
                    long[] poids = [.. liste.Select(p => (long)p)];
                    var somme = poids.Sum();
                    var parts = Repartition.Repartir(MontantHt.DeCentimes(centimes), poids);
                    return MontantHt.Somme(parts).Centimes == centimes
                        && parts.Zip(poids).All(p => Math.Abs((p.First.Centimes * somme) - (centimes * p.Second)) < somme)
                        && parts.Zip(poids).All(p => p.Second > 0 || p.First == MontantHt.Zero);
                }
            )
            .Verifier();

    [Fact]
    public void A_poids_egal_les_premiers_recoivent_le_centime_de_plus() =>
        Prop.ForAll(
                Generateurs.Entiers(0, 500),
                Generateurs.Entiers(1, 12),
                (centimes, nombre) =>
                {
                    var parts = Repartition.Repartir(MontantHt.DeCentimes(centimes), [.. Enumerable.Repeat(1L, nombre)]);
                    return parts.Zip(parts.Skip(1)).All(p => p.First >= p.Second) && parts[0].Centimes - parts[^1].Centimes <= 1;
                }
            )
            .Verifier();

    private static MontantHt Montant(string euros) =>
        MontantHt.TryParse(euros, out var montant) ? montant : throw new ArgumentException(euros);
}
