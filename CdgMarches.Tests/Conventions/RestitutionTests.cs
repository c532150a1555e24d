using CdgMarches.App.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class RestitutionTests : IAsyncLifetime
{
    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);
    private SocleDEssai _socle = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _socle = await SocleDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public void Une_denonciation_retiree_suspend_la_restitution_et_garde_l_inventaire()
    {
        var convention = Denoncee("2026-02-01");
        convention.InventorierUnDocument("Dossiers", 2, "Papier");
        convention.RetirerLaDenonciation(Jour("2026-03-01"), Aujourdhui, "Accord.");

        Assert.IsType<ConventionQuiPrendFin>(Assert.Single(convention.PeutInventorier().Obstacles));
        Assert.Throws<RegleMetierException>(() => convention.MettreADisposition(Jour("2026-03-02"), Aujourdhui));
        Assert.Throws<RegleMetierException>(() => convention.ConstaterLeRecu(Jour("2026-03-02"), "Le maire", null, Aujourdhui));

        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-05")), Aujourdhui);
        Assert.True(convention.PeutInventorier().EstFavorable);
        Assert.Equal("Dossiers", Assert.Single(convention.Restitution!.Documents).Designation);
    }

    [Fact]
    public void Une_seconde_fin_rouvre_une_restitution_deja_recue()
    {
        var convention = Denoncee("2026-02-01");
        convention.InventorierUnDocument("Dossiers", 2, "Papier");
        convention.MettreADisposition(Jour("2026-02-10"), Aujourdhui);
        convention.ConstaterLeRecu(Jour("2026-02-12"), "Le maire", Guid.CreateVersion7(), Aujourdhui);
        convention.RetirerLaDenonciation(Jour("2026-03-01"), Aujourdhui, "Accord.");
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-05")), Aujourdhui);

        Assert.False(convention.RestitutionTerminee);
        Assert.Empty(convention.Restitution!.Documents);
        Assert.Null(convention.Restitution.Recu);
        Assert.Equal(Jour("2026-03-05"), convention.Restitution.OuverteLe);
    }

    [Fact]
    public void Une_convention_qui_s_arrete_a_son_terme_rend_aussi_les_documents()
    {
        var sansFin = EnVigueur();
        Assert.IsType<ConventionQuiPrendFin>(Assert.Single(sansFin.PeutOuvrirLaRestitution().Obstacles));

        var convention = EnVigueur(regles: ReglesDAcces.Usuelles with { Reconduction = Reconduction.Aucune });
        convention.OuvrirLaRestitution(Aujourdhui);

        Assert.True(convention.PeutInventorier().EstFavorable);
        Assert.IsType<RestitutionPasEncoreOuverte>(Assert.Single(convention.PeutOuvrirLaRestitution().Obstacles));
    }

    [Fact]
    public async Task Le_scan_du_recu_se_joint_apres_le_recu_se_remplace_et_se_relit()
    {
        var arras = Groupements.Exemples.UneCommune("Arras");
        var convention = Denoncee("2026-02-01", arras.Id);
        convention.InventorierUnDocument("Dossiers", 2, "Papier");
        convention.MettreADisposition(Jour("2026-02-10"), Aujourdhui);
        await _socle.Base.SemerAsync(arras);
        await _socle.Base.SemerAsync(convention);
        var joindre = new JoindreLeRecu(_socle.Base.Fabrique, _socle.Le<MagasinDeFichiers>(), _socle.Le<HorlogeLegale>());
        var agir = new AgirSurConvention(
            _socle.Base.Fabrique,
            AnnexesDEssai.SansDossier(_socle.Base.Fabrique),
            _socle.Le<LireParametres>(),
            _socle.Le<HorlogeLegale>()
        );

        var avant = await Assert.ThrowsAsync<RegleMetierException>(() => JoindreAsync(joindre, convention.Id, 1, Pdf));
        Assert.IsType<RecuDejaConstate>(Assert.Single(avant.Obstacles));
        await agir.ExecuterAsync(
            Agents.Gestionnaire,
            convention.Id,
            1,
            new GesteDeConvention.ConstaterLeRecu(Jour("2026-02-12"), "Le maire"),
            Annulation
        );
        await Assert.ThrowsAsync<RefusException>(() => JoindreAsync(joindre, convention.Id, 2, "MZ\0\0"u8.ToArray()));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            JoindreAsync(joindre, convention.Id, 2, Pdf, Agents.Membre(arras.Id))
        );
        await JoindreAsync(joindre, convention.Id, 2, Pdf);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => JoindreAsync(joindre, convention.Id, 2, Pdf));
        var premier = (await RelireAsync(convention.Id)).Restitution!.Recu;
        await JoindreAsync(joindre, convention.Id, 3, [.. Pdf, (byte)'\n']);

        var relue = await RelireAsync(convention.Id);
        Assert.NotNull(premier);
        Assert.NotEqual(premier, relue.Restitution!.Recu);
        await using var contexte = await _socle.OuvrirAsync();
        Assert.True(await contexte.Pieces.AnyAsync(p => p.Id == relue.Restitution.Recu, Annulation));
        Assert.Equal(
            2,
            await contexte.Journal.CountAsync(l => l.Libelle == "Reçu de restitution signé, joint au dossier.", Annulation)
        );
    }

    private static byte[] Pdf => [.. "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8];

    private async Task<ConventionDAcces> RelireAsync(ConventionDAccesId id)
    {
        await using var contexte = await _socle.OuvrirAsync();
        return await contexte.ConventionsDAcces.SingleAsync(c => c.Id == id, Annulation);
    }

    private static async Task JoindreAsync(
        JoindreLeRecu joindre,
        ConventionDAccesId id,
        int version,
        byte[] contenu,
        Acteur? acteur = null
    )
    {
        var fichier = Path.GetTempFileName();
        await File.WriteAllBytesAsync(fichier, contenu, Annulation);
        try
        {
            await joindre.ExecuterAsync(
                acteur ?? Agents.Gestionnaire,
                id,
                version,
                new FichierRecu("recu.pdf", fichier, contenu.Length, "application/pdf"),
                Annulation
            );
        }
        finally
        {
            File.Delete(fichier);
        }
    }

    private static ConventionDAcces Denoncee(string envoyee, Domain.Collectivites.CollectiviteId? collectivite = null)
    {
        var convention = EnVigueur(collectivite);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour(envoyee)), Aujourdhui);
        return convention;
    }
}
