using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les délibérations du CDG que le texte Word des conventions vise.</summary>
public sealed class VisasTests : EssaiDePageDeConvention
{
    [Fact]
    public async Task Le_texte_vise_les_deliberations_citees_et_executoires_par_date_et_elles_seules()
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        await Socle.Base.SemerAsync(
            convention,
            Deliberation("2024-50", "2024-12-10", citee: true),
            Deliberation("2023/21", "2023-05-30", citee: true),
            Deliberation("2025-03", "2025-02-04", citee: false),
            Deliberation("2026-01", "2026-02-04", citee: true, publiee: false)
        );
        var modele = Socle.Le<IEnumerable<IModeleDeDocument>>().OfType<TexteDeLaConventionDAcces>().Single();

        var contenu = Assert.Single(
            await modele.ChargerAsync(Agents.Gestionnaire, convention.Id.Valeur, Xunit.TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            [
                "Vu la délibération du conseil d'administration du centre de gestion n° 2023/21 du 30 mai 2023",
                "Vu la délibération du conseil d'administration du centre de gestion n° 2024-50 du 10 décembre 2024",
            ],
            contenu.Tables["visas"].Select(l => l.Champs["visa"])
        );
    }

    [Fact]
    public async Task Le_texte_nomme_les_parties_avec_leur_article_et_ne_redit_pas_la_qualite_de_qui_signe()
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        convention.Dater(
            ActesDAcces.Aucun with
            {
                SignataireDeLaCollectivite = "Camille Delattre, maire",
            },
            Jour("2026-01-06"),
            [],
            []
        );
        await Socle.Base.SemerAsync(convention);
        var nature = Socle.Le<IEnumerable<IModeleDeDocument>>().OfType<TexteDeLaConventionDAcces>().Single();
        var contenu = Assert.Single(
            await nature.ChargerAsync(Agents.Gestionnaire, convention.Id.Valeur, Xunit.TestContext.Current.CancellationToken)
        );
        contenu
            .Champ("cdg_nom", "Centre de gestion du Pas-de-Calais")
            .Champ("signataire_nom", "Dominique Lefebvre")
            .Champ("signataire_qualite", "Le Président");

        var (modele, _) = new ModelesDOrigine([new OrigineConventionDAcces()]).De(nature);
        var texte = WordDEssai.Lire(FusionDeDocument.Fusionner(modele, contenu)).Replace('\u00a0', ' ');

        Assert.Contains("Le centre de gestion du Pas-de-Calais, dont le siège", texte, StringComparison.Ordinal);
        Assert.Contains("ayant pour représentant Dominique Lefebvre, le Président, ci-après", texte, StringComparison.Ordinal);
        Assert.Contains("La commune d'Arras", texte, StringComparison.Ordinal);
        Assert.Contains("ayant pour représentant Camille Delattre, maire, agissant", texte, StringComparison.Ordinal);
        Assert.Contains("Pour la commune d'Arras", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_convention_signee_ne_vise_que_ce_qui_etait_executoire_a_sa_signature()
    {
        var signee = EnVigueur(Arras.Id);
        var apres = signee.Actes.SigneeParLeCdgLe!.Value.AddDays(1);
        await Socle.Base.SemerAsync(
            signee,
            Deliberation("2023/21", "2023-05-30", citee: true),
            DeliberationDuCdg.Enregistrer(
                new SaisieDeDeliberation("2025/99", apres, "Nouveaux tarifs", apres, apres, EstCitee: true),
                Jour("2026-03-10")
            )
        );
        var modele = Socle.Le<IEnumerable<IModeleDeDocument>>().OfType<TexteDeLaConventionDAcces>().Single();

        var contenu = Assert.Single(
            await modele.ChargerAsync(Agents.Gestionnaire, signee.Id.Valeur, Xunit.TestContext.Current.CancellationToken)
        );

        Assert.Contains("2023/21", Assert.Single(contenu.Tables["visas"]).Champs["visa"], StringComparison.Ordinal);
    }

    private static DeliberationDuCdg Deliberation(string numero, string date, bool citee, bool publiee = true) =>
        DeliberationDuCdg.Enregistrer(
            new SaisieDeDeliberation(
                numero,
                Jour(date),
                "Accès à la plateforme",
                Jour(date),
                publiee ? Jour(date).AddDays(2) : null,
                citee
            ),
            Jour("2026-03-10")
        );
}
