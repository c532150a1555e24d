using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Conventions;

/// <summary>Le règlement de la consultation se joint à la demande qui en demande la conformité, et se relit.</summary>
public sealed class ReglementJointTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private static byte[] Pdf => [.. "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8];

    [Fact]
    public void Le_reglement_ne_se_joint_qu_a_une_demande_de_conformite_sans_reponse()
    {
        var technique = UneDemande(NatureDAssistance.Technique);
        var refus = Assert.Throws<RegleMetierException>(() => technique.JoindreLeReglement(Guid.NewGuid()));
        Assert.IsType<ReglementDUneDemandeJuridique>(Assert.Single(refus.Obstacles));

        var juridique = UneDemande(NatureDAssistance.ReglementDeConsultation);
        var fichier = Guid.NewGuid();
        juridique.JoindreLeReglement(fichier);
        Assert.Equal(fichier, juridique.Reglement);
        juridique.Repondre("Conforme.", null, HorlogeFigee.Origine);
        var apres = Assert.Throws<RegleMetierException>(() => juridique.JoindreLeReglement(Guid.NewGuid()));
        Assert.IsType<DemandeNonRepondue>(Assert.Single(apres.Obstacles));
        Assert.Equal(fichier, juridique.Reglement);
    }

    [Fact]
    public async Task Un_membre_joint_le_sien_et_pas_celui_d_un_autre()
    {
        var demande = UneDemande(NatureDAssistance.ReglementDeConsultation);
        await Socle.Base.SemerAsync(demande);

        await Assert.ThrowsAsync<DroitManquantException>(() => JoindreAsync(demande.Id, Agents.Membre(Bethune.Id)));
        await Assert.ThrowsAsync<DroitManquantException>(() => JoindreAsync(demande.Id, Agents.Lecture));
        await using (var contexte = await Socle.OuvrirAsync())
        {
            Assert.False(await contexte.Pieces.AnyAsync(Annulation));
        }

        await JoindreAsync(demande.Id, Agents.Membre(Arras.Id));
        await JoindreAsync(demande.Id, Agent);

        await using var relu = await Socle.OuvrirAsync();
        var lue = await relu.DemandesDAssistance.SingleAsync(Annulation);
        Assert.True(await relu.Pieces.AnyAsync(p => p.Id == lue.Reglement, Annulation));
        Assert.Equal(
            1,
            await relu.Journal.CountAsync(l => l.Libelle.StartsWith("Règlement de la consultation joint"), Annulation)
        );
        Assert.Equal(
            1,
            await relu.Journal.CountAsync(l => l.Libelle.StartsWith("Règlement de la consultation remplacé"), Annulation)
        );
    }

    [Fact]
    public async Task Un_fichier_refuse_ne_laisse_rien()
    {
        var demande = UneDemande(NatureDAssistance.ReglementDeConsultation);
        await Socle.Base.SemerAsync(demande);

        await Assert.ThrowsAsync<RefusException>(() => JoindreAsync(demande.Id, Agent, "MZ\0\0"u8.ToArray()));

        await using var contexte = await Socle.OuvrirAsync();
        Assert.Null((await contexte.DemandesDAssistance.SingleAsync(Annulation)).Reglement);
    }

    [Fact]
    public async Task La_fiche_le_demande_le_recoit_puis_le_donne_a_lire()
    {
        var demande = UneDemande(NatureDAssistance.ReglementDeConsultation);
        await Socle.Base.SemerAsync(demande);
        var page = Render<PageAssistance>(p => p.Add(x => x.Id, demande.Id.Valeur));
        page.WaitForElement("[data-test=reglement-absent]");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Pdf, "reglement.pdf"));

        page.WaitForAssertion(
            () =>
                Assert.Equal(
                    $"/conventions/assistance/{demande.Id.Valeur}/reglement",
                    page.Find("[data-test=reglement]").GetAttribute("href")
                ),
            TimeSpan.FromSeconds(10)
        );
        Assert.Empty(page.FindAll("[data-test=reglement-absent]"));
    }

    [Fact]
    public async Task Le_membre_le_joint_de_la_liste_de_ses_demandes()
    {
        await Socle.Base.SemerAsync(
            UneDemande(NatureDAssistance.ReglementDeConsultation),
            UneDemande(NatureDAssistance.Technique)
        );
        Services.AddSingleton<LireCollectivitesDuMembre>();
        Agent = Agents.Membre(Arras.Id);
        var page = Render<PageAssistanceDuMembre>();
        page.WaitForElement("[data-test=reglement-absent]");

        Assert.Single(page.FindComponents<InputFile>()).UploadFiles(InputFileContent.CreateFromBinary(Pdf, "reglement.pdf"));

        page.WaitForElement("[data-test=reglement]", TimeSpan.FromSeconds(10));
    }

    private DemandeDAssistance UneDemande(NatureDAssistance nature) =>
        DemandeDAssistance.Recevoir(
            Arras.Id,
            new NouvelleDemandeDAssistance(nature, "Règlement des fournitures", null, null),
            HorlogeFigee.Origine
        );

    private async Task JoindreAsync(DemandeDAssistanceId id, Acteur acteur, byte[]? contenu = null)
    {
        var chemin = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(chemin, contenu ?? Pdf, Annulation);
            await Socle
                .Le<JoindreLeReglement>()
                .ExecuterAsync(
                    acteur,
                    id,
                    new FichierRecu("reglement.pdf", chemin, (contenu ?? Pdf).Length, "application/pdf"),
                    Annulation
                );
        }
        finally
        {
            File.Delete(chemin);
        }
    }
}
