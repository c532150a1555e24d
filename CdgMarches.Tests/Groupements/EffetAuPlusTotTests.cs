using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Groupements;

/// <summary>« Au plus tôt » est le premier jour que les règles de l'effet permettent, fenêtres closes et consultations comprises.</summary>
public sealed class EffetAuPlusTotTests
{
    private const int Horizon = 60;
    private static readonly DateOnly Jour = new(2026, 6, 1);

    /// <summary>Un début de 0 à 30 jours, une durée de 0 à 12 ; une durée de 12 jours pour une consultation veut dire « sans terme ».</summary>
    private static readonly FsCheck.Arbitrary<(int Debut, int Duree)[]> Periodes = (
        from debut in Gen.Choose(-5, 30)
        from duree in Gen.Choose(0, 12)
        select (debut, duree)
    )
        .ArrayOf()
        .Where(p => p.Length <= 3)
        .ToArbitrary();

    /// <summary>RG1.17, RG1.21.</summary>
    [Fact]
    public void C_est_le_premier_jour_que_toutes_les_regles_permettent() =>
        Prop.ForAll(
                Periodes,
                Periodes,
                Gen.Elements(true, false).ToArbitrary(),
                (fenetres, consultations, verrou) =>
                {
                    var faits = Faits(fenetres, consultations, verrou);
                    var dossier = DossierDAdhesionTests.Complet();

                    var possible = dossier.EffetAuPlusTot(Jour, faits);

                    DateOnly? attendu = Enumerable
                        .Range(0, Horizon)
                        .Select(n => (DateOnly?)Jour.AddDays(n))
                        .FirstOrDefault(j => dossier.PeutPrendreEffet(j!.Value, faits).EstFavorable);
                    return possible.Le == attendu && possible.Raisons.Count == 0 == (attendu == Jour);
                }
            )
            .Verifier();

    [Fact]
    public void Une_fenetre_close_au_lancement_renvoie_a_la_suivante_et_sans_elle_le_jour_n_est_pas_connu()
    {
        var close = new FenetreFaits(true, null) { Toutes = [new Periode(Jour.AddDays(-20), Jour.AddDays(-1))] };
        var faits = DossierDAdhesionTests.Faits(ProfilDeConvention.GroupementPermanent, null, close);

        var jamais = DossierDAdhesionTests.Complet().EffetAuPlusTot(Jour, faits);

        Assert.Null(jamais.Le);
        Assert.Contains("Aucune autre n'est prévue", Assert.Single(jamais.Raisons).Message, StringComparison.Ordinal);
        var suivante = close with { Toutes = [.. close.Toutes, new Periode(Jour.AddDays(8), Jour.AddDays(20))] };
        var tot = DossierDAdhesionTests.Complet().EffetAuPlusTot(Jour, faits with { Fenetre = suivante });
        Assert.Equal(Jour.AddDays(8), tot.Le);
        Assert.IsType<EffetDansLaFenetre>(Assert.Single(tot.Raisons));
    }

    private static FaitsDEffet Faits((int Debut, int Duree)[] fenetres, (int Debut, int Duree)[] consultations, bool verrou)
    {
        List<Periode> ouvertes = [.. fenetres.Select(f => new Periode(Jour.AddDays(f.Debut), Jour.AddDays(f.Debut + f.Duree)))];
        List<ConsultationDuGroupement> lancees =
        [
            .. consultations.Select(c => new ConsultationDuGroupement(
                "P",
                Jour.AddDays(c.Debut),
                c.Duree == 12 ? null : Jour.AddDays(c.Debut + c.Duree)
            )),
        ];
        var faits = DossierDAdhesionTests.Faits(
            ProfilDeConvention.GroupementPermanent,
            null,
            new FenetreFaits(ouvertes.Count > 0, null) { Toutes = ouvertes },
            lancees
        );
        return faits with { Regles = faits.Regles with { VerrouDAdhesion = verrou } };
    }
}
