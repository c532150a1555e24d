using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Espace.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Espace;

public sealed class EspaceTests : IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private Acteur Membre => Agents.Membre(_banc.Arras.Id);

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Un_membre_voit_au_plus_trois_choses_les_plus_proches_d_abord_et_combien_d_autres()
    {
        ISourceDuMembre[] sources = [new Source(3, _banc.Jour.AddDays(9)), new Source(2, _banc.Jour.AddDays(2))];

        var espace = await new LireEspace(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>(), sources).ExecuterAsync(
            Membre,
            Annulation
        );

        Assert.Equal(3, espace.AFaire.Count);
        Assert.Equal(2, espace.Autres);
        Assert.Equal(_banc.Jour.AddDays(2), espace.AFaire[0].Avant);
        Assert.Equal("Arras", espace.Titre);
    }

    [Fact]
    public async Task Une_convention_en_preparation_fait_rendre_ses_documents_a_sa_seule_collectivite()
    {
        await _banc.Socle.Base.SemerAsync(Conventions.Exemples.EnPreparation(_banc.Arras.Id, jour: _banc.Jour));
        var source = new ConventionsAFaire(
            _banc.Socle.Base.Fabrique,
            _banc.Le<App.Parametres.LireParametres>(),
            _banc.Le<HorlogeLegale>()
        );

        var chose = Assert.Single(await source.ExecuterAsync(Membre, Annulation));

        Assert.Equal("Rendre des documents", chose.Titre);
        Assert.Equal(_banc.Jour.AddMonths(2), chose.Avant);
        Assert.Empty(await source.ExecuterAsync(Agents.Membre(_banc.Bethune.Id), Annulation));
    }

    [Fact]
    public async Task Un_document_depose_par_le_membre_se_relit_et_se_fait_refaire()
    {
        var convention = Conventions.Exemples.EnPreparation(_banc.Arras.Id, jour: _banc.Jour);
        await _banc.Socle.Base.SemerAsync(convention);
        var deposer = new DeposerPiece(
            _banc.Socle.Base.Fabrique,
            _banc.Le<App.Socle.Fichiers.MagasinDeFichiers>(),
            _banc.Le<HorlogeLegale>()
        );
        var fichier = Path.GetTempFileName();
        await File.WriteAllTextAsync(fichier, "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", Annulation);
        try
        {
            var recu = new FichierRecu("deliberation.pdf", fichier, 60, "application/pdf");
            await deposer.ExecuterAsync(Membre, convention.Id, Domain.Conventions.NatureDePiece.Deliberation, recu, Annulation);
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                deposer.ExecuterAsync(
                    Agents.Membre(_banc.Bethune.Id),
                    convention.Id,
                    Domain.Conventions.NatureDePiece.Deliberation,
                    recu,
                    Annulation
                )
            );
        }
        finally
        {
            File.Delete(fichier);
        }

        var agir = new AgirSurConvention(
            _banc.Socle.Base.Fabrique,
            AnnexesDEssai.SansDossier(_banc.Socle.Base.Fabrique),
            _banc.Le<LireParametres>(),
            _banc.Le<HorlogeLegale>()
        );
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            agir.ExecuterAsync(Agent, convention.Id, 2, new GesteDeConvention.RelireLaPiece(1, false, " "), Annulation)
        );
        await agir.ExecuterAsync(Agent, convention.Id, 2, new GesteDeConvention.RelireLaPiece(1, false, "Illisible"), Annulation);

        var lue = Assert.Single(
            await new LireConventionsDuMembre(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>()).ExecuterAsync(
                Membre,
                Annulation
            )
        );
        Assert.Equal("Illisible", Assert.Single(lue.Pieces).Motif);
        Assert.Contains(Domain.Conventions.NatureDePiece.Deliberation, lue.Attendues);
    }

    [Fact]
    public async Task Une_proposition_ne_change_rien_avant_d_etre_acceptee_et_se_decide_une_fois()
    {
        var proposer = new ProposerChangement(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await proposer.ContactAsync(
            Membre,
            _banc.Arras.Id,
            null,
            new CoordonneesDeContact(null, "Vasseur", "Aude", "aude@exemple.invalid"),
            RoleDeContact.ReferentMarches,
            Annulation
        );
        Assert.Empty((await FicheAsync()).Contacts);
        var ligne = Assert.Single((await LireAsync(Agent)).Elements);
        Assert.Null(ligne.Avant);
        Assert.Contains("Vasseur", ligne.Apres, StringComparison.Ordinal);

        var decider = new DeciderProposition(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            decider.ExecuterAsync(Membre, ligne.Id, ligne.Version, accepter: true, null, Annulation)
        );
        await decider.ExecuterAsync(Agent, ligne.Id, ligne.Version, accepter: true, null, Annulation);

        var contact = Assert.Single((await FicheAsync()).Contacts);
        Assert.Equal("Vasseur", contact.Nom);
        Assert.Equal(RoleDeContact.ReferentMarches, Assert.Single(contact.Mandats).Role);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            decider.ExecuterAsync(Agent, ligne.Id, ligne.Version + 1, accepter: false, "Trop tard", Annulation)
        );
        Assert.IsType<PropositionEnAttente>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Un_refus_dit_pourquoi_et_un_membre_ne_lit_et_ne_propose_que_pour_les_siennes()
    {
        var proposer = new ProposerChangement(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        var coordonnees = new CoordonneesDeContact(null, "Vasseur");
        await proposer.ContactAsync(Membre, _banc.Arras.Id, null, coordonnees, null, Annulation);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            proposer.ContactAsync(Membre, _banc.Bethune.Id, null, coordonnees, null, Annulation)
        );
        var ligne = Assert.Single((await LireAsync(Membre)).Elements);
        Assert.Equal(0, (await LireAsync(Agents.Membre(_banc.Bethune.Id))).Total);
        var decider = new DeciderProposition(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            decider.ExecuterAsync(Agent, ligne.Id, ligne.Version, accepter: false, " ", Annulation)
        );

        await decider.ExecuterAsync(
            Agent,
            ligne.Id,
            ligne.Version,
            accepter: false,
            "Cette personne est déjà partie.",
            Annulation
        );

        Assert.Equal("Cette personne est déjà partie.", Assert.Single((await LireAsync(Membre)).Elements).Motif);
        Assert.Empty((await FicheAsync()).Contacts);
    }

    [Fact]
    public async Task L_activite_se_lit_par_les_membres_du_groupement_et_par_eux_seuls()
    {
        ISourceDActivite[] sources =
        [
            new BilansDansLActivite(),
            new SeancesDansLActivite(),
            new ConventionDansLActivite(),
            new ProceduresDansLActivite(),
            new MembresDansLActivite(_banc.Le<HorlogeLegale>()),
            new MarchesDansLActivite(),
        ];
        var lire = new ActiviteDuGroupement(_banc.Socle.Base.Fabrique, sources, _banc.Le<HorlogeLegale>());

        var activite = await lire.ExecuterAsync(Membre, _banc.Groupement, annulation: Annulation);

        Assert.Equal(["Convention et avenants", "Membres"], activite!.Rubriques.Take(2).Select(r => r.Titre));
        Assert.Equal(3, activite.Rubriques[1].Total);
        Assert.NotNull(await lire.ExecuterAsync(Membre, _banc.Groupement, 2026, annulation: Annulation));
        Assert.Null(await lire.ExecuterAsync(Agents.Membre(_banc.Calais.Id), _banc.Groupement, annulation: Annulation));
        Assert.Null(await lire.ExecuterAsync(Membre, GroupementId.Nouveau(), annulation: Annulation));
    }

    [Fact]
    public async Task Un_membre_lit_ses_adhesions_et_ses_choix()
    {
        var adhesion = Assert.Single(
            await new LireAdhesionsDuMembre(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>()).ExecuterAsync(
                Membre,
                Annulation
            )
        );

        Assert.Equal(["Télétransmission des actes"], adhesion.Prestations);
        Assert.Empty(
            await new LireAdhesionsDuMembre(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>()).ExecuterAsync(
                Agents.Membre(_banc.Calais.Id),
                Annulation
            )
        );
    }

    [Theory]
    [InlineData("Dénonciation")]
    [InlineData("Convention d'accès")]
    [InlineData("Reconduction tacite")]
    [InlineData("Mandat")]
    [InlineData("Groupement de commandes")]
    [InlineData("Choix à la carte")]
    [InlineData("Assistance de premier niveau")]
    public void Les_mots_du_metier_des_pages_sont_expliques_par_le_glossaire(string mot) => Assert.NotNull(Definitions.De(mot));

    private Task<PageDe<LigneDeProposition>> LireAsync(Acteur acteur) =>
        new LirePropositions(_banc.Socle.Base.Fabrique).ExecuterAsync(acteur, new Demande(), Annulation);

    private async Task<Collectivite> FicheAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Collectivites.SingleAsync(c => c.Id == _banc.Arras.Id, Annulation);
    }

    private sealed class Source(int nombre, DateOnly avant) : ISourceDuMembre
    {
        public Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default) =>
            Task.FromResult<IReadOnlyList<ChoseAFaire>>([
                .. Enumerable.Range(0, nombre).Select(n => new ChoseAFaire("Faire", $"{n}", avant, 5, "Faire", "/espace")),
            ]);
    }
}
