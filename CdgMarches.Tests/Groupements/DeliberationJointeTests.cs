using Bunit;
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

/// <summary>Un agent répond pour un membre : la délibération reçue sur papier se joint à la réponse, et se relit (RG1.34).</summary>
public sealed class DeliberationJointeTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task L_agent_joint_la_deliberation_a_la_reponse_enregistree_et_le_membre_la_relit()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await RepondreAsync(await ReponseAsync(avenant, Banc.Arras), refus: false);
        var page = Render<PageAvenant>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.AvenantId, avenant.Valeur));
        page.WaitForAssertion(() => Bouton(page, "Joindre la délibération d'Arras"));
        Assert.DoesNotContain(
            page.FindAll("button"),
            b => b.TextContent.Contains("délibération de Béthune", StringComparison.Ordinal)
        );

        await CliquerAsync(page, "Joindre la délibération d'Arras");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("%PDF-1.7\npapier\n%%EOF", "papier.pdf"));

        page.Dit("« papier.pdf » est joint à la réponse d'Arras.");
        page.WaitForAssertion(() => Bouton(page, "Remplacer la délibération d'Arras"));
        page.Dit("Délibération d'Arras jointe à sa réponse : papier.pdf.");
        var reponse = await ReponseAsync(avenant, Banc.Arras);
        Assert.Equal((SensDApprobation.Approuve, "12"), (reponse.Sens, reponse.Deliberation.Numero));
        var arras = Agents.Membre(Banc.Arras.Id);
        var ligne = Assert.Single(
            (await Banc.Le<LireAvenantsDuMembre>().ExecuterAsync(arras, new Demande(), Annulation)).Elements
        );
        Assert.Equal(reponse.Deliberation.Piece, ligne.Piece);
        Assert.NotNull(ligne.Piece);
    }

    [Fact]
    public async Task Le_refus_garde_sa_deliberation_meme_une_fois_l_avenant_rejete()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await RepondreAsync(await ReponseAsync(avenant, Banc.Arras), refus: true);

        await JoindreAsync(Agent, await ReponseAsync(avenant, Banc.Arras));

        var reponse = await ReponseAsync(avenant, Banc.Arras);
        Assert.Equal(SensDApprobation.Refuse, reponse.Sens);
        Assert.NotNull(reponse.Deliberation.Piece);
    }

    [Fact]
    public async Task Rien_ne_se_joint_avant_la_reponse_ni_par_un_autre_ni_sur_une_version_passee()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var attendue = await ReponseAsync(avenant, Banc.Arras);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => JoindreAsync(Agent, attendue));
        Assert.IsType<ReponseDejaEnregistree>(Assert.Single(refus.Obstacles));
        await RepondreAsync(attendue, refus: false);
        var donnee = await ReponseAsync(avenant, Banc.Arras);
        await Assert.ThrowsAsync<DroitManquantException>(() => JoindreAsync(Agents.Membre(Banc.Arras.Id), donnee));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            JoindreAsync(BancDesGroupements.Limite(GroupementId.Nouveau()), donnee)
        );
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => JoindreAsync(Agent, attendue));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Pieces.AnyAsync(Annulation));
    }

    private async Task JoindreAsync(Acteur acteur, ApprobationDAvenant reponse)
    {
        using var pdf = new MemoryStream("%PDF-1.7\npapier\n%%EOF"u8.ToArray());
        await Banc.Le<RepondreAUnAvenant>().JoindreAsync(acteur, reponse.Id, reponse.Version, pdf, "papier.pdf", Annulation);
    }

    private async Task RepondreAsync(ApprobationDAvenant reponse, bool refus)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var avenant = await contexte.AvenantsDeConvention.SingleAsync(a => a.Id == reponse.Avenant, Annulation);
        await Banc.Le<RepondreAUnAvenant>()
            .ExecuterAsync(
                Agent,
                reponse.Id,
                reponse.Version,
                refus ? null : avenant.Empreinte,
                new ActeDeliberatif { Numero = "12", AdopteeLe = Banc.Jour },
                annulation: Annulation
            );
    }

    private async Task<ApprobationDAvenant> ReponseAsync(AvenantDeConventionId avenant, Collectivite membre)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.ApprobationsDAvenant.SingleAsync(
            r => r.Avenant == avenant && r.Collectivite == membre.Id,
            Annulation
        );
    }
}
