using Bunit;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Un membre approuve un avenant de son espace : le texte nommé, la délibération déposée, une fois (RG1.34).</summary>
public sealed class AvenantsDuMembreTests : EssaiDePageDeGroupement
{
    private static readonly Acteur Gestionnaire = Agents.Gestionnaire with { Id = Guid.Empty };

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private ActeDeliberatif Deliberation =>
        new()
        {
            Numero = "12",
            AdopteeLe = Banc.Jour,
            PublieeLe = Banc.Jour,
            TransmiseLe = Banc.Jour,
        };

    [Fact]
    public async Task L_approbation_deposee_de_l_espace_compte_et_l_agent_lit_la_deliberation()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var arras = await ReponseAsync(avenant, Banc.Arras);

        await ApprouverAsync(Agents.Membre(Banc.Arras.Id), arras, (await AvenantAsync(avenant)).Empreinte);

        var fiche = (await Banc.Le<LireAvenants>().FicheAsync(Gestionnaire, Banc.Groupement, avenant, Annulation))!;
        Assert.Equal((1, 1), (fiche.Decompte.Comptees, fiche.Decompte.Executoires));
        var relue = await ReponseAsync(avenant, Banc.Arras);
        Assert.Equal((SensDApprobation.Approuve, Banc.Jour), (relue.Sens, relue.EnregistreeLe!.Value));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            "deliberation.pdf",
            (await contexte.Pieces.SingleAsync(p => p.Id == relue.Deliberation.Piece, Annulation)).Nom
        );
        var page = Render<PageAvenant>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.AvenantId, avenant.Valeur));
        page.WaitForAssertion(() =>
            Assert.Contains($"documents/{relue.Deliberation.Piece}", page.Markup, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task La_deliberation_deposee_se_relit_par_sa_collectivite_et_par_elle_seule()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await ApprouverAsync(
            Agents.Membre(Banc.Arras.Id),
            await ReponseAsync(avenant, Banc.Arras),
            (await AvenantAsync(avenant)).Empreinte
        );
        var piece = (await ReponseAsync(avenant, Banc.Arras)).Deliberation.Piece!.Value;
        Agent = Agents.Membre(Banc.Arras.Id);

        Render<PageAvenantsDuMembre>().WaitForElement($"a[href='/espace/pieces/{piece}']");
        (await AfficherAsync(avenant, Banc.Arras)).WaitForElement($"a[href='/espace/pieces/{piece}']");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(await PieceDeposee.EstUneSienneAsync(contexte, Agent, piece, Annulation));
        Assert.False(await PieceDeposee.EstUneSienneAsync(contexte, Agents.Membre(Banc.Bethune.Id), piece, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            PieceDeposee.EstUneSienneAsync(contexte, Gestionnaire, piece, Annulation)
        );
    }

    [Fact]
    public async Task Une_seule_reponse_par_texte_et_une_nouvelle_version_la_redemande()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var membre = Agents.Membre(Banc.Arras.Id);
        var lue = (await AvenantAsync(avenant)).Empreinte;
        await ApprouverAsync(membre, await ReponseAsync(avenant, Banc.Arras), lue);
        Assert.IsType<ReponseEncoreAttendue>(Assert.Single(await RefusAsync(membre, avenant, lue)));

        var version = (await AvenantAsync(avenant)).Version;
        await Banc.Le<ConduireAvenant>().ReviserAsync(Gestionnaire, avenant, version, "Trois ans.", Annulation);

        Assert.IsType<TexteDeLaDerniereVersion>(Assert.Single(await RefusAsync(membre, avenant, lue)));
        Assert.Equal(1, await CompterLesPiecesAsync());
        await ApprouverAsync(membre, await ReponseAsync(avenant, Banc.Arras), (await AvenantAsync(avenant)).Empreinte);
        Assert.Equal(1, (await FicheAsync(avenant)).Decompte.Comptees);
    }

    [Fact]
    public async Task Un_membre_ne_repond_ni_pour_un_autre_ni_sans_deliberation_adoptee()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var empreinte = (await AvenantAsync(avenant)).Empreinte;
        var bethune = await ReponseAsync(avenant, Banc.Bethune);

        await Assert.ThrowsAsync<DroitManquantException>(() => ApprouverAsync(Agents.Membre(Banc.Arras.Id), bethune, empreinte));
        await Assert.ThrowsAsync<DroitManquantException>(() => ApprouverAsync(Gestionnaire, bethune, empreinte));
        var sansDate = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ApprouverAsync(Agents.Membre(Banc.Bethune.Id), bethune, empreinte, new ActeDeliberatif())
        );
        Assert.IsType<DeliberationAdoptee>(Assert.Single(sansDate.Obstacles));
        Assert.Equal(0, await CompterLesPiecesAsync());
        var calais = Agents.Membre(Banc.Calais.Id);
        Assert.Equal(0, (await Banc.Le<LireAvenantsDuMembre>().ExecuterAsync(calais, new Demande(), Annulation)).Total);
        Assert.Null(await Banc.Le<LireAvenantsDuMembre>().UnAsync(calais, bethune.Id, Annulation));
    }

    [Fact]
    public async Task Un_agent_d_un_autre_groupement_ne_repond_pas_pour_un_membre()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var reponse = await ReponseAsync(avenant, Banc.Arras);
        var limite = BancDesGroupements.Limite(GroupementId.Nouveau());

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<RepondreAUnAvenant>().ExecuterAsync(limite, reponse.Id, 1, null, Deliberation, annulation: Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<ConduireAvenant>().ReviserAsync(limite, avenant, 1, "Autre", Annulation)
        );
    }

    [Fact]
    public async Task La_page_montre_le_texte_son_empreinte_et_enregistre_l_approbation()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        Agent = Agents.Membre(Banc.Arras.Id);
        var page = await AfficherAsync(avenant, Banc.Arras);
        page.WaitForAssertion(() =>
            Assert.Contains("approbation attendue", page.Find("[data-test=avenant]").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal((await AvenantAsync(avenant)).Empreinte, page.Find("[data-test=empreinte]").TextContent);

        await CliquerAsync(page, "Notre assemblée a approuvé ce texte");
        Assert.Empty(page.FindComponents<InputFile>());
        await page.Find("#adoptee").ChangeAsync(new() { Value = "2026-03-10" });
        await page.Find("#cite").ChangeAsync(new() { Value = true });
        page.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromText("%PDF-1.7\ndélibération\n%%EOF", "deliberation.pdf"));

        page.WaitForAssertion(
            () => Assert.Contains("Arras : l'approbation est enregistrée", page.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );
        Assert.Contains("1 approbation sur 3", page.Find("[data-test=avenant]").TextContent, StringComparison.Ordinal);
        Assert.Equal(SensDApprobation.Approuve, (await ReponseAsync(avenant, Banc.Arras)).Sens);
        Agent = Agents.Membre(Banc.Calais.Id);
        var vide = Render<PageAvenantsDuMembre>();
        vide.WaitForAssertion(() => Assert.Contains("Aucun avenant", vide.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_liste_se_lit_page_par_page_sans_rien_taire_et_se_filtre_sur_ce_qui_attend()
    {
        var premier = await Banc.SoumettreUnAvenantAsync();
        await ApprouverAsync(
            Agents.Membre(Banc.Arras.Id),
            await ReponseAsync(premier, Banc.Arras),
            (await AvenantAsync(premier)).Empreinte
        );
        // One more than a page: what a convention of many years ends up with.
        await Banc.Socle.Base.SemerAsync([
            .. Enumerable
                .Range(2, 25)
                .SelectMany(n =>
                {
                    var avenant = AvenantDeConvention.Preparer(
                        Banc.Groupement,
                        n,
                        GenreDAvenant.Modification,
                        $"Objet {n}",
                        "",
                        $"Texte {n}.",
                        null
                    );
                    return new object[] { avenant, ApprobationDAvenant.Attendre(avenant.Id, Banc.Arras.Id) };
                }),
        ]);
        var lire = Banc.Le<LireAvenantsDuMembre>();
        var arras = Agents.Membre(Banc.Arras.Id);

        var seconde = await lire.ExecuterAsync(arras, new Demande(Page: 2), Annulation);
        Assert.Equal((26, 1), (seconde.Total, seconde.Elements.Count));
        Agent = arras;
        var page = Render<PageAvenantsDuMembre>();
        page.WaitForElement("nav.pagination");
        Assert.Contains("1–25 sur 26", page.Find("nav.pagination").TextContent, StringComparison.Ordinal);

        var attendus = new Demande(
            Filtres: new Dictionary<string, string> { [LireAvenantsDuMembre.FiltreReponse] = LireAvenantsDuMembre.AApprouver }
        );
        Assert.Equal(0, (await lire.ExecuterAsync(arras, attendus, Annulation)).Total);
        await Banc.Le<ConduireAvenant>()
            .ReviserAsync(Gestionnaire, premier, (await AvenantAsync(premier)).Version, "Trois ans.", Annulation);
        var aRefaire = Assert.Single((await lire.ExecuterAsync(arras, attendus, Annulation)).Elements);
        Assert.Equal("texte changé depuis notre approbation, à approuver de nouveau", aRefaire.EnClair);
        Assert.Equal(aRefaire.Reponse, (await ReponseAsync(premier, Banc.Arras)).Id);
    }

    [Fact]
    public async Task L_histoire_dit_qu_une_approbation_d_un_autre_texte_ne_compte_pas()
    {
        var id = await Banc.SoumettreUnAvenantAsync();
        var proposee = (await AvenantAsync(id)).Empreinte;
        await RepondreAsync(Banc.Arras, new string('a', 64));
        await RepondreAsync(Banc.Bethune, proposee);

        await using var contexte = await Banc.OuvrirAsync();
        var dits = await contexte
            .Journal.Where(j => j.ObjetId == id.Valeur && j.Evenement == nameof(ReponseALAvenant))
            .Select(j => j.Libelle)
            .ToListAsync(Annulation);
        Assert.Equal(2, dits.Count);
        Assert.Contains(
            dits,
            d => d.StartsWith("Arras : approbation d'un autre texte, qui ne compte pas", StringComparison.Ordinal)
        );
        Assert.Contains(dits, d => d.StartsWith("Béthune : approuvé, délibération", StringComparison.Ordinal));

        async Task RepondreAsync(Collectivite membre, string empreinte)
        {
            var reponse = await ReponseAsync(id, membre);
            await Banc.Le<RepondreAUnAvenant>()
                .ExecuterAsync(Gestionnaire, reponse.Id, reponse.Version, empreinte, Deliberation, annulation: Annulation);
        }
    }

    private async Task<IRenderedComponent<PageAvenantDuMembre>> AfficherAsync(AvenantDeConventionId id, Collectivite membre)
    {
        var reponse = await ReponseAsync(id, membre);
        return Render<PageAvenantDuMembre>(p => p.Add(x => x.ReponseId, reponse.Id.Valeur));
    }

    private async Task ApprouverAsync(
        Acteur acteur,
        ApprobationDAvenant reponse,
        string empreinte,
        ActeDeliberatif? deliberation = null
    )
    {
        using var pdf = new MemoryStream("%PDF-1.7\nd\u00e9lib\u00e9ration\n%%EOF"u8.ToArray());
        await Banc.Le<ApprouverDeSonEspace>()
            .ExecuterAsync(
                acteur,
                reponse.Id,
                reponse.Version,
                empreinte,
                deliberation ?? Deliberation,
                pdf,
                "deliberation.pdf",
                Annulation
            );
    }

    private async Task<IReadOnlyList<IRegle>> RefusAsync(Acteur acteur, AvenantDeConventionId avenant, string empreinte) =>
        (
            await Assert.ThrowsAsync<RegleMetierException>(async () =>
                await ApprouverAsync(acteur, await ReponseAsync(avenant, Banc.Arras), empreinte)
            )
        ).Obstacles;

    private async Task<FicheDAvenant> FicheAsync(AvenantDeConventionId id) =>
        (await Banc.Le<LireAvenants>().FicheAsync(Gestionnaire, Banc.Groupement, id, Annulation))!;

    private async Task<AvenantDeConvention> AvenantAsync(AvenantDeConventionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.AvenantsDeConvention.SingleAsync(a => a.Id == id, Annulation);
    }

    private async Task<ApprobationDAvenant> ReponseAsync(AvenantDeConventionId id, Collectivite membre)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.ApprobationsDAvenant.SingleAsync(a => a.Avenant == id && a.Collectivite == membre.Id, Annulation);
    }

    private async Task<int> CompterLesPiecesAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.Pieces.CountAsync(Annulation);
    }
}
