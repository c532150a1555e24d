using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

/// <summary>Ce qu'un import annulé rend, et ce qu'il laisse.</summary>
public sealed class AnnulationDImportTests : EssaiDImport
{
    [Fact]
    public async Task L_annulation_rend_les_valeurs_d_avant_et_retire_les_creations()
    {
        var lens = await Referentiel.SemerAsync(
            ReferentielDEssai.Commune("Lens", SirenDeLens) with
            {
                Telephone = "03 21 69 86 86",
            },
            c => c.DeclarerEffectif(new DeclarationDEffectif(2026, 800, Source: "Mairie"))
        );
        var import = await ImporterAsync(
            Classeur(
                ["SIREN", "Nom", "Catégorie", "Téléphone", "Année de l'effectif", "Agents", "SIREN de rattachement"],
                [SirenDeLens, "Lens", "Commune", null, 2026, 812, null],
                [SirenDeLievin, "CCAS de Lens", "CCAS", "03 21 00 00 00", 2026, 40, SirenDeLens]
            )
        );
        Assert.Null((await Referentiel.RelireAsync(lens.Id)).Telephone);

        Referentiel.Heure.Instant += TimeSpan.FromHours(24);
        var applique = await LireAsync(import.Id);
        var bilan = await Referentiel.Annuler.ExecuterAsync(Agents.Gestionnaire, import.Id, applique.Version);

        Assert.Equal((2, 0), (bilan.Defaites, bilan.Gardees));
        var relue = await Referentiel.RelireAsync(lens.Id);
        Assert.Equal(
            ("03 21 69 86 86", 800, "Mairie"),
            (relue.Telephone, relue.EffectifDe(2026)?.Agents, relue.EffectifDe(2026)?.Source)
        );
        Assert.Equal(1, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task Passe_vingt_quatre_heures_un_import_ne_s_annule_plus()
    {
        var import = await ImporterAsync(Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"]));
        Referentiel.Heure.Instant += TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);
        var applique = await LireAsync(import.Id);

        Assert.False(applique.PeutAnnuler.EstFavorable);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Referentiel.Annuler.ExecuterAsync(Agents.Gestionnaire, import.Id, applique.Version)
        );
        Assert.Equal(1, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task L_annulation_laisse_ce_qui_a_change_depuis_et_ce_qui_sert_deja()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        var import = await ImporterAsync(
            Classeur(
                ["SIREN", "Nom", "Catégorie", "Téléphone"],
                [SirenDeLens, "Lens", "Commune", "03 21 00 00 00"],
                [SirenDeLievin, "Liévin", "Commune", null]
            )
        );
        await Referentiel.Tenir.DeclarerEffectifAsync(
            Agents.Gestionnaire,
            lens.Id,
            (await Referentiel.RelireAsync(lens.Id)).Version,
            new DeclarationDEffectif(2026, 5)
        );
        await using (var contexte = await Referentiel.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var lievin = await contexte.Collectivites.SingleAsync(c => c.Nom == "Liévin", TestContext.Current.CancellationToken);
            contexte.Rattachements.Add(
                new Rattachement(Guid.CreateVersion7(), lievin.Id, RoleDeMembre.Referent, false, Horloges.Jour)
            );
            await contexte.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var bilan = await Referentiel.Annuler.ExecuterAsync(Agents.Gestionnaire, import.Id, (await LireAsync(import.Id)).Version);

        Assert.Equal((0, 2), (bilan.Defaites, bilan.Gardees));
        Assert.Equal("03 21 00 00 00", (await Referentiel.RelireAsync(lens.Id)).Telephone);
        Assert.Equal(2, await Referentiel.CompterAsync());
        Assert.All(await LignesAsync(await LireAsync(import.Id)), l => Assert.Equal(SortDeLigne.Gardee, l.Sort));
    }
}
