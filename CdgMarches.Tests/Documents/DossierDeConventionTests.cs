using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Documents;

public sealed class DossierDeConventionTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);
    private static readonly PartieSignataire[] Parties = [new("CDG 62", "Dominique Lefebvre"), new("Arras", "Mme Aude Vasseur")];

    private static DossierDeConvention UnDossier(bool avecTexte = true)
    {
        var dossier = DossierDeConvention.Ouvrir("ConventionDAcces", Guid.CreateVersion7());
        if (avecTexte)
        {
            dossier.ChoisirTexte(Guid.CreateVersion7(), "Convention");
        }

        return dossier;
    }

    [Fact]
    public void Tous_les_obstacles_sont_dits_a_la_fois()
    {
        var verdict = UnDossier(avecTexte: false)
            .PeutMettreALaSignature(
                [new("grille", "Grille", false), new("d", "Délibération d'Arras", false)],
                [new PartieSignataire("Arras", null)],
                texteAJour: true
            );

        Assert.Equal(
            [typeof(TexteDeConventionProduit), typeof(DeuxPartiesAuMoins), typeof(AnnexesReunies), typeof(PartiesRepresentees)],
            verdict.Obstacles.Select(o => o.GetType())
        );
        Assert.Contains(
            "2 annexes manquent : Grille ; Délibération d'Arras. Déposez-les.",
            verdict.Obstacles.Select(o => o.Message)
        );
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(7, false)]
    public void Une_seule_annexe_manquante_suffit_a_retenir_la_convention(int manquantes, bool permis)
    {
        AnnexeAttendue[] annexes =
        [
            .. Enumerable.Range(0, 8).Select(i => new AnnexeAttendue($"a{i}", $"Annexe {i}", i >= manquantes)),
        ];

        Assert.Equal(permis, UnDossier().PeutMettreALaSignature(annexes, Parties, texteAJour: true).EstFavorable);
    }

    [Fact]
    public void A_la_signature_plus_rien_ne_change_jusqu_a_la_reprise()
    {
        var dossier = UnDossier();
        dossier.Deposer("d", "Délibération", Guid.CreateVersion7());
        dossier.MettreALaSignature(Jour, [new AnnexeAttendue("d", "Délibération", true)], Parties, texteAJour: true);

        Assert.Throws<RegleMetierException>(() => dossier.Deposer("d", "Autre", Guid.CreateVersion7()));
        Assert.Throws<RegleMetierException>(() => dossier.ChoisirTexte(Guid.CreateVersion7(), "Autre"));
        dossier.Reprendre(Parties);
        dossier.Deposer("d", "Autre", Guid.CreateVersion7());
        Assert.Equal("Autre", Assert.Single(dossier.Annexes).Libelle);
        Assert.Throws<RegleMetierException>(() => dossier.Reprendre(Parties));
    }

    [Fact]
    public void Un_texte_perime_retient_le_dossier_jusqu_a_ce_qu_on_le_refasse()
    {
        var refus = Assert.Throws<RegleMetierException>(() =>
            UnDossier().MettreALaSignature(Jour, [], Parties, texteAJour: false)
        );

        Assert.IsType<TexteDeConventionAJour>(Assert.Single(refus.Obstacles));
        Assert.Contains("produisez-le de nouveau", refus.Obstacles[0].Message, StringComparison.Ordinal);
        var sansTexte = UnDossier(avecTexte: false).PeutMettreALaSignature([], Parties, texteAJour: false);
        Assert.IsType<TexteDeConventionProduit>(Assert.Single(sansTexte.Obstacles));
    }

    [Fact]
    public void Une_convention_deja_signee_ne_part_pas_a_la_signature()
    {
        PartieSignataire[] parties = [new("Centre de gestion du Nord", "Dominique Lefebvre", Jour.AddYears(-3)), Parties[1]];

        var refus = Assert.Throws<RegleMetierException>(() =>
            UnDossier().MettreALaSignature(Jour, [], parties, texteAJour: true)
        );

        Assert.IsType<ConventionPasDejaSignee>(Assert.Single(refus.Obstacles));
        Assert.StartsWith(
            "La convention est déjà signée par le centre de gestion du Nord : ",
            refus.Obstacles[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Un_dossier_qu_une_partie_a_signe_ne_se_reprend_plus()
    {
        var dossier = UnDossier();
        dossier.MettreALaSignature(Jour, [], Parties, texteAJour: true);

        var refus = Assert.Throws<RegleMetierException>(() =>
            dossier.Reprendre([Parties[0], Parties[1] with { SigneeLe = Jour }])
        );

        Assert.IsType<AucunePartieNASigne>(Assert.Single(refus.Obstacles));
        Assert.Contains("signée par Arras", refus.Obstacles[0].Message, StringComparison.Ordinal);
        Assert.Equal(Jour, dossier.ALaSignatureLe);
    }
}
