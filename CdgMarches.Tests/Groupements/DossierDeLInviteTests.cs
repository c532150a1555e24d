using Bunit;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Marches;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qu'une collectivité invitée lit avant d'adhérer : la fiche à remplir, les prix du groupement, ce qu'elle a déposé.</summary>
public sealed class DossierDeLInviteTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task La_fiche_de_renseignements_se_telecharge_remplie_de_ce_que_l_on_sait()
    {
        var id = await InviterAsync();
        var modele = new ModeleDeFicheDeRenseignements(Banc.Socle.Base.Fabrique, Banc.Le<HorlogeLegale>());

        var fiche = Assert.Single(await modele.ChargerAsync(Agents.Membre(Banc.Calais.Id), id.Valeur, Annulation));

        Assert.Equal(
            ("Calais", "Dématérialisation", "Commune"),
            (fiche.Champs["membre"], fiche.Champs["groupement"], fiche.Champs["categorie"])
        );
        Assert.StartsWith("....", fiche.Champs["courriel"], StringComparison.Ordinal);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            modele.ChargerAsync(Agents.Membre(Banc.Arras.Id), id.Valeur, Annulation)
        );
        var page = Afficher(id);
        Assert.Equal($"/espace/adhesions/{id.Valeur}/fiche.docx", page.WaitForElement("[data-test=fiche]").GetAttribute("href"));
    }

    [Fact]
    public async Task La_fiche_de_renseignements_reprend_agents_habitants_signataire_et_referent()
    {
        var id = await InviterAsync();
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var calais = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Calais.Id, Annulation);
            calais.DeclarerEffectif(new(2024, 1500));
            calais.DeclarerEffectif(new(2025, 1612));
            calais.RenseignerPopulation(new(2025, 67_544, 66_000));
            var maire = calais.AjouterContact(new(Civilite.Madame, "Bouchart", "Natacha"));
            calais.OuvrirMandat(maire.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 7, 4), "Maire"));
            var referent = calais.AjouterContact(new(null, "Delattre", "Paul", "paul@calais.example", "03 21 00 00 01"));
            calais.OuvrirMandat(referent.Id, new DonneesDeMandat(RoleDeContact.ReferentMarches, new DateOnly(2022, 1, 1)));
            await contexte.SaveChangesAsync(Annulation);
        }

        var modele = new ModeleDeFicheDeRenseignements(Banc.Socle.Base.Fabrique, Banc.Le<HorlogeLegale>());
        var fiche = Assert.Single(await modele.ChargerAsync(Agents.Membre(Banc.Calais.Id), id.Valeur, Annulation));

        Assert.Equal("1\u202f612 (2025)", fiche.Champs["agents"]);
        Assert.Equal("67\u202f544 (2025)", fiche.Champs["habitants"]);
        Assert.Equal("Mme Natacha Bouchart, Maire", fiche.Champs["signataire"]);
        Assert.Equal(
            ("Paul Delattre", "paul@calais.example", "03 21 00 00 01"),
            (fiche.Champs["referent"], fiche.Champs["referent_courriel"], fiche.Champs["referent_telephone"])
        );
    }

    [Fact]
    public async Task Les_prix_des_marches_en_cours_se_lisent_avant_d_adherer_et_de_nul_autre()
    {
        var id = await InviterAsync();
        var calais = Agents.Membre(Banc.Calais.Id);
        var marche = await MarcheAuxPrixPubliesAsync();
        var (lire, lireBpu) = (Banc.Le<LirePrixAvantAdhesion>(), Banc.Le<LireBpu>());

        Assert.Equal(marche, Assert.Single(await lire.ExecuterAsync(calais, id, Annulation)).Id);
        Assert.Equal(12.5m, Assert.Single((await lireBpu.ExecuterAsync(calais, marche, null, Annulation))!.Prix).Prix);
        var etrangere = Agents.Membre(CollectiviteId.Nouveau());
        Assert.Empty(await lire.ExecuterAsync(etrangere, id, Annulation));
        Assert.Null(await lireBpu.ExecuterAsync(etrangere, marche, null, Annulation));

        var page = Afficher(id);
        Assert.Equal(
            $"/espace/adhesions/{id.Valeur}/prix/{marche.Valeur}",
            page.WaitForElement("[data-test=prix-du-groupement] a").GetAttribute("href")
        );
        Agent = calais;
        var prix = Render<PagePrixAvantAdhesion>(p => p.Add(x => x.DossierId, id.Valeur).Add(x => x.MarcheId, marche.Valeur));
        prix.WaitForAssertion(() =>
            Assert.Contains("Certificat", prix.Find("[data-test=bpu]").TextContent, StringComparison.Ordinal)
        );

        await FermerAsync(id);
        Assert.Empty(await lire.ExecuterAsync(calais, id, Annulation));
        Assert.Null(await lireBpu.ExecuterAsync(calais, marche, null, Annulation));
    }

    [Fact]
    public async Task Sans_prix_publie_la_page_le_dit()
    {
        var id = await InviterAsync();

        var page = Afficher(id);

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Aucun marché en cours n'a de prix publiés",
                Texte(page, "[data-test=prix-du-groupement]"),
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task La_deliberation_deposee_se_relit_la_ou_on_l_a_deposee()
    {
        var id = await InviterAsync();
        Assert.Empty(Afficher(id).FindAll("[data-test=deliberation-deposee]"));
        using var pdf = Exemples.Pdf();
        var lu = await LireAsync(id);
        await Banc.Le<DeposerPiece>()
            .ExecuterAsync(
                Agents.Membre(Banc.Calais.Id),
                id,
                lu.Version,
                lu.Pieces.Single(p => p.Nature is NatureDePiece.Deliberation).Id,
                pdf,
                "deliberation.pdf",
                Annulation
            );

        var page = Afficher(id);

        var fichier = (await LireAsync(id)).Pieces.Single(p => p.Nature is NatureDePiece.Deliberation).Fichier;
        Assert.Equal($"/espace/pieces/{fichier}", page.WaitForElement("[data-test=deliberation-deposee]").GetAttribute("href"));
    }

    private IRenderedComponent<PageDossierDuMembre> Afficher(DossierDAdhesionId id)
    {
        Agent = Agents.Membre(Banc.Calais.Id);
        var page = Render<PageDossierDuMembre>(p => p.Add(x => x.DossierId, id.Valeur));
        page.WaitForElement("#pieces");
        return page;
    }

    private async Task<DossierDAdhesion> LireAsync(DossierDAdhesionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDAdhesion.AsNoTracking().SingleAsync(d => d.Id == id, Annulation);
    }

    private async Task FermerAsync(DossierDAdhesionId id) =>
        await Banc.Le<ModifierDossier>()
            .ExecuterAsync(
                Agents.Membre(Banc.Calais.Id),
                id,
                (await LireAsync(id)).Version,
                new ChangementDeDossier.Fermeture(Decline: true, "Non."),
                Annulation
            );

    private async Task<DossierDAdhesionId> InviterAsync()
    {
        var bilan = await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agents.Gestionnaire with
                {
                    Id = Guid.Empty,
                },
                new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Invitation, null, [], Prevenir: false),
                Annulation
            );
        return Assert.Single(bilan.Ouverts);
    }

    private async Task<MarcheId> MarcheAuxPrixPubliesAsync()
    {
        var id = await Banc.ProcedurePreteAsync();
        await Banc.LancerAsync(id);
        await using var contexte = await Banc.OuvrirAsync();
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(
                Banc.Jour,
                [("Titulaire", null)],
                MontantHt.DEuros(10_000m),
                null,
                MontantHt.DEuros(20_000m),
                24,
                []
            )
        );
        marche.Signer(Banc.Jour);
        marche.Notifier(Banc.Jour, Banc.Jour, transmissionRequise: false);
        contexte.Add(marche);
        contexte.Add(new VersionDeBpu(marche.Id, 1, Banc.Jour, null, "Alix Verdonck", Banc.Socle.Horloge.Instant));
        contexte.Add(new PrixDuBpu(marche.Id, 1, 1, "Certificat", "unité", 12.5m));
        await contexte.EnregistrerAsync(Agents.Gestionnaire with { Id = Guid.Empty }, Banc.Socle.Horloge.Instant, Annulation);
        return marche.Id;
    }
}
