using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Documents;

/// <summary>Le dossier d'une convention constitutive, sur une vraie base : le texte qui part à la signature dit la convention d'aujourd'hui.</summary>
public sealed class DossierDUneConventionConstitutiveTests : EssaiDeConvention
{
    private TenirDossier Tenir => Banc.Le<TenirDossier>();

    [Fact]
    public async Task Une_grille_entree_en_vigueur_apres_le_texte_demande_de_le_refaire_et_l_article_9_la_cite()
    {
        var convention = await PreparerAsync();
        await Tenir.ProduireTexteAsync(Agent, nameof(ConventionConstitutive), convention, Annulation);
        await Banc.ReunirLeDossierAsync();
        Assert.Empty((await LireAsync(convention)).PeutMettreALaSignature.Obstacles);
        Assert.DoesNotContain("Grille en vigueur", await TexteAsync(convention), StringComparison.Ordinal);

        await Banc.SemerUneGrilleAsync();
        await Banc.ReunirLeDossierAsync();

        Assert.IsType<TexteDeConventionAJour>(Assert.Single((await LireAsync(convention)).PeutMettreALaSignature.Obstacles));
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Tenir.MettreALaSignatureAsync(Agent, nameof(ConventionConstitutive), convention, Annulation)
        );
        await Tenir.ProduireTexteAsync(Agent, nameof(ConventionConstitutive), convention, Annulation);
        Assert.Contains("Grille en vigueur", await TexteAsync(convention), StringComparison.Ordinal);
        await Tenir.MettreALaSignatureAsync(Agent, nameof(ConventionConstitutive), convention, Annulation);
        Assert.Equal(Jour, (await LireAsync(convention)).ALaSignatureLe);
    }

    [Fact]
    public async Task Un_representant_change_apres_le_texte_demande_de_le_refaire()
    {
        var convention = await PreparerAsync();
        await Tenir.ProduireTexteAsync(Agent, nameof(ConventionConstitutive), convention, Annulation);
        await Banc.ReunirLeDossierAsync();

        await NommerAsync(Banc.Arras, "Hochart", Jour);

        Assert.IsType<TexteDeConventionAJour>(Assert.Single((await LireAsync(convention)).PeutMettreALaSignature.Obstacles));
    }

    [Theory]
    [InlineData("La mission du coordonnateur n'est pas rémunérée.")]
    [InlineData(
        "La mission du coordonnateur n'est pas rémunérée. Chaque membre assure l'exécution financière des prestations dont il bénéficie."
    )]
    public async Task Chaque_phrase_du_texte_n_y_est_qu_une_fois(string finances)
    {
        var convention = await PreparerAsync(finances);

        await Tenir.ProduireTexteAsync(Agent, nameof(ConventionConstitutive), convention, Annulation);

        var texte = await TexteAsync(convention);
        Assert.Equal(2, texte.Split("Chaque membre assure l'exécution financière des prestations").Length);
        Assert.Contains("par les titulaires ou leurs sous-traitants", texte, StringComparison.Ordinal);
        Assert.Contains("au plus tard le 31 mars", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Groupement permanent « Plateforme »", "du groupement permanent « Plateforme »")]
    [InlineData("Fournitures de bureau", "du groupement de commandes « Fournitures de bureau »")]
    public void Un_groupement_n_est_pas_nomme_deux_fois(string nom, string attendu) =>
        Assert.Equal(attendu, GrammaireDuNom.De(App.Groupements.AppellationDuGroupement.De(nom)));

    [Fact]
    public async Task L_exemplaire_signe_se_depose_au_dossier_d_une_convention_deja_signee()
    {
        var convention = await PreparerAsync();
        await Banc.SignerPartoutAsync();
        await Tenir.ProduireTexteAsync(Agent, nameof(ConventionConstitutive), convention, Annulation);

        Assert.Contains(
            (await LireAsync(convention)).PeutMettreALaSignature.Obstacles,
            o => o is ConventionPasDejaSignee && o.Message.Contains("le centre de gestion", StringComparison.OrdinalIgnoreCase)
        );
        await using var pdf = Groupements.Exemples.Pdf();
        await Tenir.DeposerAsync(
            Agent,
            nameof(ConventionConstitutive),
            convention,
            Domain.Documents.DossierDeConvention.ExemplaireSigne,
            "signee.pdf",
            pdf,
            Annulation
        );
        Assert.Contains((await LireAsync(convention)).Annexes, a => a.Libelle == "Exemplaire signé");
    }

    private async Task<Guid> PreparerAsync(string finances = "")
    {
        foreach (var membre in new[] { Banc.Cdg, Banc.Arras, Banc.Bethune })
        {
            await NommerAsync(membre, "Vasseur", new DateOnly(2020, 1, 1));
        }

        await Banc.OuvrirLaConventionAsync();
        await Banc.ModifierLaConventionAsync(
            new App.Groupements.Constitution.ChangementDeConvention.TermesCorriges(
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), finances, "")
            )
        );
        await using var contexte = await Banc.OuvrirAsync();
        return (await contexte.ConventionsConstitutives.SingleAsync(c => c.Groupement == Banc.Groupement, Annulation)).Id.Valeur;
    }

    /// <summary>Le signataire d'une collectivité ; celui d'avant s'arrête la veille.</summary>
    private async Task NommerAsync(Collectivite collectivite, string nom, DateOnly debut)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var relue = await contexte.Collectivites.SingleAsync(c => c.Id == collectivite.Id, Annulation);
        foreach (var ancien in relue.Contacts.ToList())
        {
            foreach (var mandat in ancien.Mandats.Where(m => m.Fin is null).ToList())
            {
                relue.TerminerMandat(ancien.Id, mandat.Id, debut.AddDays(-1));
            }
        }

        var contact = relue.AjouterContact(new CoordonneesDeContact(Civilite.Madame, nom, "Aude"));
        relue.OuvrirMandat(contact.Id, new DonneesDeMandat(RoleDeContact.Signataire, debut, "Maire"));
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.GetUtcNow(), Annulation);
    }

    private async Task<FicheDeDossier> LireAsync(Guid convention) =>
        (await Banc.Le<LireDossier>().ExecuterAsync(Agent, nameof(ConventionConstitutive), convention, Annulation))!;

    private async Task<string> TexteAsync(Guid convention)
    {
        var texte = (await LireAsync(convention)).Texte!.Value;
        var (_, piece) = (await Banc.Le<LireDocumentsProduits>().UnAsync(Agent, texte, Annulation))!.Value;
        await using var contenu = Banc.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var copie = new MemoryStream();
        await contenu.CopyToAsync(copie, Annulation);
        return WordDEssai.Lire(copie.ToArray());
    }
}
