using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qu'un acte attend avant lui, ce qu'il remet et ce que le courriel en dit, sur une vraie base.</summary>
public sealed class ActesEtPiecesTests : EssaiDeConvention
{
    [Fact]
    public async Task L_avenant_d_adhesion_attend_la_fin_de_la_consultation_et_le_lendemain_compris()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var procedure = await ProcedurePreteAsync();
        await LancerAsync(procedure);
        var avenant = await AvenantApprouveAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => PrendreEffetAsync(avenant, Jour));

        Assert.IsType<AucuneAdhesionPendantUneConsultation>(Assert.Single(refus.Obstacles));
        await Banc.Le<TerminerProcedure>()
            .ExecuterAsync(
                Agent,
                procedure,
                (await Banc.Le<LireFicheProcedure>().ExecuterAsync(Agent, procedure, Annulation))!.Version,
                Jour,
                IssueDeProcedure.SansSuite,
                Annulation
            );
        await PrendreEffetAsync(avenant, Jour);
        var relu = (await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, avenant, Annulation))!.Avenant;
        Assert.Equal((Jour, Jour.AddDays(1)), (relu.SigneLe!.Value, relu.EffetLe!.Value));
        await using var contexte = await Banc.OuvrirAsync();
        var histoire = await contexte
            .Journal.Where(l => l.ObjetId == avenant.Valeur)
            .OrderByDescending(l => l.Id)
            .Select(l => l.Libelle)
            .FirstAsync(Annulation);
        Assert.Equal($"Avenant 1 signé le {EnLettres(Jour)}, en vigueur le {EnLettres(Jour.AddDays(1))}.", histoire);
    }

    [Fact]
    public async Task Un_avenant_signe_avant_la_derniere_deliberation_executoire_est_refuse()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var avenant = await AvenantApprouveAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => PrendreEffetAsync(avenant, Jour.AddDays(-2)));

        Assert.Equal(
            [nameof(SignatureApresLeTexte), nameof(SignatureApresLesAccords)],
            refus.Obstacles.Select(o => o.GetType().Name)
        );
        var lignes = await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande(), Annulation);
        Assert.All(lignes.Elements, l => Assert.True(l is { Compte: true, AConstater: false, Constat: not null }));
        var avantLeTexte = await Assert.ThrowsAsync<RegleMetierException>(() => PrendreEffetAsync(avenant, Jour.AddDays(-1)));
        Assert.IsType<SignatureApresLeTexte>(Assert.Single(avantLeTexte.Obstacles));
        await PrendreEffetAsync(avenant, Jour);
    }

    [Fact]
    public async Task Le_corpus_remis_a_la_convention_et_chaque_avenant_ou_demande_un_motif()
    {
        await EcrireACalaisAsync();
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        var avenant = await SoumettreLAdhesionAsync(dossier, Jour.AddDays(-7));
        await CompleterAsync(dossier);
        await ApprouverParTousAsync(avenant);
        await PrendreEffetAsync(avenant, Jour);

        var vide = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour));
        Assert.True(vide.MotifAttendu);
        Assert.Contains("est vide", Assert.Single(vide.Obstacles).Message, StringComparison.Ordinal);
        await DeposerAuCorpusAsync(GenreDeDocumentOpposable.Convention, "Convention signée", Jour.AddDays(-30));
        var sansAvenant = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour));
        Assert.Contains(
            $"l'avenant 1, en vigueur le {EnLettres(Jour)}",
            Assert.Single(sansAvenant.Obstacles).Message,
            StringComparison.Ordinal
        );
        var fiche = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation))!;
        Assert.Equal(1, Assert.Single(fiche.Corpus.Absents).Numero);
        await DeposerAuCorpusAsync(GenreDeDocumentOpposable.Avenant, "Avenant d'adhésion", Jour);

        var donne = await DonnerEffetAsync(dossier, Jour);

        Assert.Equal((2, false), (donne.Documents, donne.SansAdresse));
        await using var contexte = await Banc.OuvrirAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Modele == "adhesion.effet", Annulation);
        Assert.Equal(2, await contexte.PiecesDeCourriel.CountAsync(p => p.Envoi == envoi.Id, Annulation));
    }

    [Fact]
    public async Task Un_corpus_vide_passe_sur_un_motif_garde_et_le_dit()
    {
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);

        var donne = await DonnerEffetAsync(dossier, Jour, RemisAutrement);

        Assert.Equal((0, true), (donne.Documents, donne.SansAdresse));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(await contexte.Journal.AnyAsync(l => l.ObjetId == dossier.Valeur && l.Motif == RemisAutrement, Annulation));
    }

    [Fact]
    public async Task Un_retrait_ne_se_constate_pas_sans_la_deliberation_et_le_courriel_dit_ce_qui_reste_du()
    {
        await EcrireAsync(Banc.Bethune, "mairie@bethune.example");
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        await EntrerAsync(Banc.Calais);
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(
            retrait,
            new ChangementDeRetrait.Deliberation(
                Exemples.Executoire(Jour),
                Jour.AddDays(90),
                "Solde des frais partagés.",
                [new SommeDeRetrait("Frais 2026", MontantTtc.DEuros(1250.50m), new DateOnly(2027, 1, 31))]
            )
        );

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Constat(null))
        );
        var obstacle = Assert.IsType<DeliberationDeposee>(Assert.Single(refus.Obstacles));
        Assert.Contains("Un départ d'avant l'application", obstacle.Message, StringComparison.Ordinal);
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        await using var contexte = await Banc.OuvrirAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Modele == "groupement.retrait", Annulation);
        var texte = envoi.Texte.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        Assert.Contains("Solde des frais partagés.", texte, StringComparison.Ordinal);
        Assert.Contains("- Frais 2026 : 1 250,50 € TTC, due le 31/01/2027", texte, StringComparison.Ordinal);
        Assert.Equal(1, await contexte.PiecesDeCourriel.CountAsync(p => p.Envoi == envoi.Id, Annulation));
    }

    [Fact]
    public async Task Chaque_courriel_d_adhesion_mene_au_dossier()
    {
        await new ComptesDEssai(Banc.Socle.Base, Banc.Socle.Horloge).MembreAsync(
            Banc.Calais.Id,
            courriel: "mairie@calais.example"
        );
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        Assert.Equal(EtatDAdhesion.Invitee, (await LireAsync(dossier)).Etat);
        await Banc.Le<RelancerDossiers>().ExecuterAsync(Agent, Banc.Groupement, [dossier], Annulation);
        var piece = (await LireAsync(dossier)).Pieces[0].Id;
        await DeposerAsync(dossier, piece, Exemples.Pdf(), "acte.pdf");
        await ChangerAsync(dossier, new ChangementDeDossier.Correction(piece, "La signature manque."));
        await DeposerAsync(dossier, piece, Exemples.Pdf(), "acte.pdf");
        await CompleterAsync(dossier);
        await DonnerEffetAsync(dossier, Jour, RemisAutrement);

        await using var contexte = await Banc.OuvrirAsync();
        var envois = await contexte
            .EnvoisDeCourriel.Where(e => e.Modele!.StartsWith("adhesion."))
            .Select(e => new
            {
                e.Modele,
                e.Texte,
                e.Html,
            })
            .ToListAsync(Annulation);
        Assert.Equal(
            ["adhesion.correction", "adhesion.effet", "adhesion.invitation", "adhesion.relance"],
            envois.Select(e => e.Modele).Order(StringComparer.Ordinal)
        );
        var adresse = $"https://marches.example/espace/adhesions/{dossier.Valeur}";
        Assert.All(envois, e => Assert.Contains(adresse, e.Texte, StringComparison.Ordinal));
        Assert.All(envois, e => Assert.Contains($"href=\"{adresse}\"", e.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_avenant_a_approuver_mene_a_l_espace_du_membre()
    {
        await EcrireAsync(Banc.Bethune, "mairie@bethune.example");
        await AvenantApprouveAsync();

        await using var contexte = await Banc.OuvrirAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Modele == "avenant.a-approuver", Annulation);
        Assert.Contains("https://marches.example/espace/avenants", envoi.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_pieces_demandees_suivent_la_commission_et_les_frais_du_groupement()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        var permanent = await LireAsync(await OuvrirAsync(Banc.Calais));
        Assert.Equal(4, permanent.Pieces.Count);
        await ChangerAsync(permanent.Id, new ChangementDeDossier.Fermeture(Decline: true, "Plus tard."));
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        await Banc.SemerUneGrilleAsync();

        var dedie = await LireAsync(await OuvrirAsync(Banc.Calais));

        Assert.Equal(Enum.GetValues<NatureDePiece>(), dedie.Pieces.Select(p => p.Nature).Order());
        var designation = dedie.Pieces.Single(p => p.Nature is NatureDePiece.DesignationALaCommission);
        await ChangerAsync(dedie.Id, new ChangementDeDossier.PieceSansObjet(designation.Id, SansObjet: true, "Aucun siège."));
        Assert.Equal(4, (await LireAsync(permanent.Id)).Pieces.Count);
    }

    [Fact]
    public async Task Un_texte_renomme_en_pdf_n_est_pas_une_deliberation()
    {
        var dossier = await OuvrirAsync(Banc.Calais);
        var piece = (await LireAsync(dossier)).Pieces[0].Id;
        using var texte = new MemoryStream("Ceci n'est pas une délibération."u8.ToArray());

        var refus = await Assert.ThrowsAsync<RefusException>(() => DeposerAsync(dossier, piece, texte, "faux.pdf"));

        Assert.Contains("est un fichier texte", refus.Message, StringComparison.Ordinal);
        Assert.Equal(EtatDePiece.Attendue, (await LireAsync(dossier)).Pieces.Single(p => p.Id == piece).Etat);
    }

    [Fact]
    public async Task Le_modele_de_deliberation_nomme_l_assemblee_et_designe_a_la_commission_la_ou_le_groupement_a_la_sienne()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.ModifierLaConventionAsync(
            new ChangementDeConvention.TermesCorriges(
                new TermesDeConvention(
                    "Marchés",
                    DureeDeConvention.Indeterminee,
                    null,
                    new Integration(),
                    "Chacun paie sa part.",
                    ""
                )
            )
        );
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        var modele = new ModeleDeDeliberation(Banc.Socle.Base.Fabrique);

        var permanent = Assert.Single(await modele.ChargerAsync(Agent, dossier.Valeur, Annulation));
        Assert.Equal(
            ("Le conseil municipal", "Chacun paie sa part"),
            (permanent.Champs["assemblee"], permanent.Champs["finances"])
        );
        Assert.False(permanent.Conditions["cao_propre"]);
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);

        Assert.True(Assert.Single(await modele.ChargerAsync(Agent, dossier.Valeur, Annulation)).Conditions["cao_propre"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task La_deliberation_d_adhesion_n_annonce_de_prestations_que_s_il_y_en_a(bool avecPrestation)
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        var dossier = avecPrestation ? await OuvrirAsync(Banc.Calais, Banc.Actes) : await OuvrirAsync(Banc.Calais);
        var modele = new ModeleDeDeliberation(Banc.Socle.Base.Fabrique);
        var donnees = Assert.Single(await modele.ChargerAsync(Agent, dossier.Valeur, Annulation));

        var texte = WordDEssai.Lire(FusionDeDocument.Fusionner(Banc.Le<ModelesDOrigine>().De(modele).Contenu, donnees));

        Assert.Equal(avecPrestation, texte.Contains("Prestations choisies", StringComparison.Ordinal));
        Assert.Contains(
            "dans la période d'adhésion que la convention ouvre avant chaque remise en concurrence",
            texte,
            StringComparison.Ordinal
        );
    }

    private async Task DeposerAsync(DossierDAdhesionId dossier, Guid piece, Stream contenu, string nom) =>
        await Banc.Le<DeposerPiece>()
            .ExecuterAsync(Agent, dossier, (await LireAsync(dossier)).Version, piece, contenu, nom, Annulation);

    private async Task DeposerAuCorpusAsync(GenreDeDocumentOpposable genre, string libelle, DateOnly du)
    {
        var convention = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation))!;
        using var pdf = Exemples.Pdf();
        await Banc.Le<AjouterDocumentOpposable>()
            .ExecuterAsync(Agent, Banc.Groupement, convention.Version, genre, libelle, du, pdf, "acte.pdf", Annulation);
    }

    /// <summary>L'avenant qui fait entrer Calais, approuvé de tous, exécutoire hier.</summary>
    private async Task<AvenantDeConventionId> AvenantApprouveAsync(DossierDAdhesionId? dossier = null)
    {
        var avenant = await SoumettreLAdhesionAsync(dossier, Jour);
        await ApprouverParTousAsync(avenant);
        return avenant;
    }

    private async Task PrendreEffetAsync(AvenantDeConventionId avenant, DateOnly signeLe) =>
        await Banc.Le<ConduireAvenant>().PrendreEffetAsync(Agent, avenant, await VersionAsync(avenant), signeLe, Annulation);

    private async Task EntrerAsync(Domain.Collectivites.Collectivite membre) =>
        await Banc.Le<AdmettreMembres>()
            .ExecuterAsync(Agent, Banc.Groupement, membre.Id, Jour.AddDays(-30), [], "Reprise", Annulation);

    private static string EnLettres(DateOnly jour) => Formats.DateLongue(jour);
}
