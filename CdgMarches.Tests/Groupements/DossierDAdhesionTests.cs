using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Groupements;

public sealed class DossierDAdhesionTests
{
    private static readonly DateOnly Jour = new(2026, 6, 1);
    private static readonly PrestationId Actes = PrestationId.Nouveau();
    private static readonly FaitsDOuverture Libre = new(EtatDuGroupement.Ouvert, "Arras", null, null);

    internal static DossierDAdhesion UnDossier(OrigineDAdhesion origine = OrigineDAdhesion.Demande) =>
        DossierDAdhesion.Ouvrir(
            GroupementId.Nouveau(),
            CollectiviteId.Nouveau(),
            origine,
            new(2026, 3, 1),
            new(2026, 5, 1),
            Libre
        );

    /// <summary>Un dossier où il ne manque rien : délibération exécutoire le 10 avril, publication le 22.</summary>
    internal static DossierDAdhesion Complet()
    {
        var dossier = UnDossier();
        dossier.Choisir([Actes], FenetreFaits.Aucune, Jour);
        dossier.Deliberer(
            new ActeDeliberatif
            {
                AdopteeLe = new(2026, 4, 2),
                PublieeLe = new(2026, 4, 8),
                TransmiseLe = new(2026, 4, 10),
            },
            Jour
        );
        dossier.Dater(
            new(new(2026, 4, 15), new(2026, 4, 18), new(2026, 4, 20), null, new(2026, 4, 22)),
            "Arras",
            TexteDeLAdhesion.LaConvention,
            Jour
        );
        foreach (var piece in dossier.Pieces)
        {
            dossier.Recevoir(piece.Id, Guid.NewGuid(), Jour);
            dossier.ValiderPiece(piece.Id);
        }

        return dossier;
    }

    internal static FaitsDEffet Faits(
        ProfilDeConvention profil = ProfilDeConvention.GroupementDedie,
        string? avenant = "2026-04-25",
        FenetreFaits? fenetre = null,
        params IReadOnlyList<ConsultationDuGroupement> consultations
    ) =>
        new(
            EtatDuGroupement.Ouvert,
            ReglesDeConvention.De(profil),
            "Arras",
            avenant is null ? null : DateOnly.Parse(avenant, System.Globalization.CultureInfo.InvariantCulture),
            fenetre ?? FenetreFaits.Aucune,
            consultations,
            Corpus
        );

    /// <summary>La convention est au corpus, et aucun avenant n'y manque.</summary>
    private static readonly CorpusEnVigueur Corpus = new([], SansConvention: false, []);

    [Fact]
    public void Un_dossier_neuf_dit_tout_ce_qui_manque_a_la_fois()
    {
        var verdict = UnDossier().PeutPrendreEffet(Jour, Faits(avenant: null));

        Assert.Equal(
            [
                nameof(AuMoinsUnChoix),
                nameof(DeliberationExecutoire),
                nameof(SigneeDesDeux),
                nameof(FormaliteAccomplie),
                nameof(FormaliteAccomplie),
                nameof(PiecesToutesValidees),
                nameof(AvenantAccepteDeTous),
            ],
            verdict.Obstacles.Select(o => o.GetType().Name)
        );
    }

    [Fact]
    public void Le_dossier_complet_prend_effet_et_se_ferme()
    {
        var dossier = Complet();
        var adhesion = AdhesionId.Nouveau();

        dossier.PrendreEffet(new(2026, 4, 25), Faits(), adhesion);

        Assert.Equal((EtatDAdhesion.Effective, adhesion), (dossier.Etat, dossier.Adhesion!.Value));
        Assert.DoesNotContain(dossier.Frise(new ReglesDeConvention()), a => a.Libelle == "Effet" && a.Le is null);
        Assert.Throws<RegleMetierException>(() => dossier.Choisir([Actes], FenetreFaits.Aucune, Jour));
    }

    [Fact]
    public void L_effet_ne_precede_ni_le_dernier_acte_ni_l_avenant_ni_un_jour_ferme() =>
        Prop.ForAll(
                Gen.Choose(-4, 4).ToArbitrary(),
                Gen.Choose(-4, 4).ToArbitrary(),
                Gen.Choose(0, 4).ToArbitrary(),
                (ecart, lancement, duree) =>
                {
                    var dernier = new DateOnly(2026, 4, 25);
                    var effet = dernier.AddDays(ecart);
                    var consultation = new ConsultationDuGroupement(
                        "PROC",
                        dernier.AddDays(lancement),
                        dernier.AddDays(lancement + duree)
                    );
                    var permis = Complet().PeutPrendreEffet(effet, Faits(consultations: consultation)).EstFavorable;
                    var attendu = effet >= dernier && (effet < consultation.LanceeLe || effet > consultation.TermineeLe!.Value);
                    return permis == attendu;
                }
            )
            .Verifier();

    [Fact]
    public void L_effet_au_plus_tot_suit_la_consultation_en_cours()
    {
        var dossier = Complet();

        Assert.Equal(
            new DateOnly(2026, 7, 16),
            dossier
                .EffetAuPlusTot(Jour, Faits(consultations: new ConsultationDuGroupement("P", new(2026, 5, 10), new(2026, 7, 15))))
                .Le
        );
        Assert.Null(
            dossier.EffetAuPlusTot(Jour, Faits(consultations: new ConsultationDuGroupement("P", new(2026, 5, 10), null))).Le
        );
        Assert.Equal(new DateOnly(2026, 4, 25), dossier.EffetAuPlusTot(new(2026, 1, 1), Faits()).Le);
    }

    [Fact]
    public void Ce_qui_repousse_l_effet_est_dit_et_les_deux_jours_d_une_consultation_sont_fermes()
    {
        var consultation = new ConsultationDuGroupement("P", Jour, Jour.AddDays(9));
        var fenetre = new FenetreFaits(true, null)
        {
            Toutes = [new Periode(new(2026, 5, 1), new(2026, 5, 31)), new Periode(Jour.AddDays(5), Jour.AddDays(30))],
        };
        var faits = Faits(ProfilDeConvention.GroupementPermanent, null, fenetre, consultation);
        faits = faits with { Regles = faits.Regles with { VerrouDAdhesion = true } };

        var possible = Complet().EffetAuPlusTot(Jour, faits);

        Assert.Equal(Jour.AddDays(10), possible.Le);
        Assert.IsType<AucuneAdhesionPendantUneConsultation>(Assert.Single(possible.Raisons));
        Assert.Empty(Complet().PeutPrendreEffet(possible.Le!.Value, faits).Obstacles);
        var trop = faits with { Consultations = [new("P", Jour, Jour.AddDays(30))] };
        var jamais = Complet().EffetAuPlusTot(Jour, trop);
        Assert.Null(jamais.Le);
        Assert.Equal(
            [nameof(AucuneAdhesionPendantUneConsultation), nameof(EffetDansLaFenetre)],
            jamais.Raisons.Select(r => r.GetType().Name)
        );
        Assert.Contains("Aucune autre n'est prévue", jamais.Raisons[1].Message, StringComparison.Ordinal);

        var sansAvenant = Complet().EffetAuPlusTot(Jour, Faits(avenant: null));
        Assert.Null(sansAvenant.Le);
        Assert.IsType<AvenantAccepteDeTous>(Assert.Single(sansAvenant.Raisons));
    }

    [Fact]
    public void Les_pieces_qui_manquent_se_disent_deliberation_et_convention_d_abord_quel_que_soit_l_ordre_de_la_base()
    {
        var dossier = UnDossier();
        ((List<PieceDAdhesion>)dossier.Pieces).Reverse();

        var manquent = Assert.Single(dossier.PeutPrendreEffet(Jour, Faits()).Obstacles.OfType<PiecesToutesValidees>()).Message;

        // The acknowledgement is a proof: the effect does not wait for it (RG1.13).
        Assert.DoesNotContain("Accusé de réception", manquent, StringComparison.Ordinal);
        var rangs = dossier
            .Pieces.Where(p => p.Nature is not NatureDePiece.AccuseDeReception)
            .OrderBy(p => p.Nature)
            .Select(p => manquent.IndexOf(p.Libelle, StringComparison.Ordinal))
            .ToList();
        Assert.Equal(rangs.Order(), rangs);
        Assert.Equal(
            [NatureDePiece.Deliberation, NatureDePiece.ConventionSignee],
            dossier.Pieces.OrderBy(p => p.Nature).Select(p => p.Nature).Take(2)
        );
    }

    [Fact]
    public void Au_groupement_permanent_l_effet_tombe_dans_une_fenetre()
    {
        var fenetre = new FenetreFaits(true, new Periode(new(2026, 5, 1), new(2026, 5, 31)));
        var dossier = Complet();

        Assert.True(
            dossier.PeutPrendreEffet(new(2026, 5, 31), Faits(ProfilDeConvention.GroupementPermanent, null, fenetre)).EstFavorable
        );
        Assert.IsType<EffetDansLaFenetre>(
            Assert.Single(
                dossier.PeutPrendreEffet(new(2026, 6, 1), Faits(ProfilDeConvention.GroupementPermanent, null, fenetre)).Obstacles
            )
        );
    }

    [Fact]
    public void Un_choix_ne_change_que_dans_une_fenetre()
    {
        var dossier = UnDossier();
        var fermee = new FenetreFaits(true, null);

        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(dossier.PeutChoisir(1, fermee, Jour).Obstacles));
        dossier.Choisir([Actes], new FenetreFaits(true, new Periode(Jour, Jour)), Jour);
        Assert.Equal(Jour, Assert.Single(dossier.Choix).ChoisieLe);
    }

    [Fact]
    public void Une_seule_demande_de_correction_court_a_la_fois()
    {
        var dossier = UnDossier();
        var (premiere, seconde) = (dossier.Pieces[0], dossier.Pieces[1]);
        dossier.Recevoir(premiere.Id, Guid.NewGuid(), Jour);
        dossier.Recevoir(seconde.Id, Guid.NewGuid(), Jour);
        dossier.DemanderCorrection(premiere.Id, "La page de signature manque.", Jour);

        Assert.IsType<UneSeuleCorrectionEnCours>(Assert.Single(dossier.PeutDemanderCorrection(seconde.Id).Obstacles));
        dossier.Recevoir(premiere.Id, Guid.NewGuid(), Jour.AddDays(2));
        Assert.Null(dossier.CorrectionEnCours);
        Assert.Equal(EtatDePiece.Recue, premiere.Etat);
        dossier.DemanderCorrection(seconde.Id, "Illisible.", Jour.AddDays(2));
        Assert.Equal(2, dossier.Corrections.Count);
    }

    [Fact]
    public void Une_piece_se_juge_une_fois_recue()
    {
        var dossier = UnDossier();
        var piece = dossier.Pieces[0];

        Assert.Throws<RegleMetierException>(() => dossier.ValiderPiece(piece.Id));
        dossier.Recevoir(piece.Id, Guid.NewGuid(), Jour);
        Assert.Throws<RegleMetierException>(() => dossier.MettreSansObjet(piece.Id, sansObjet: true));
        dossier.ValiderPiece(piece.Id);
        Assert.Throws<RegleMetierException>(() => dossier.Recevoir(piece.Id, Guid.NewGuid(), Jour));
    }

    [Fact]
    public void Les_signatures_avant_la_deliberation_et_les_formalites_dans_le_desordre_sont_refusees()
    {
        var dossier = UnDossier();

        var refus = Assert.Throws<RegleMetierException>(() =>
            dossier.Dater(
                new(new(2026, 4, 15), null, new(2026, 4, 10), new(2026, 4, 9), Jour.AddDays(1)),
                "Arras",
                TexteDeLAdhesion.LaConvention,
                Jour
            )
        );

        Assert.Equal(["signee", "acte-transmis", "acte-accuse", "acte-publie"], refus.Obstacles.Select(o => o.Champ));
    }

    [Fact]
    public void Aucun_acte_ne_se_date_a_l_avance_l_accuse_compris()
    {
        var demain = Jour.AddDays(1);

        var refus = Complet()
            .PeutDater(new(demain, demain, demain, demain, demain), "Arras", TexteDeLAdhesion.LaConvention, Jour)
            .Obstacles.OfType<ActePasAVenir>();

        Assert.Equal(
            ["signee", "signee-coordonnateur", "acte-transmis", "acte-accuse", "acte-publie"],
            refus.Select(r => r.Champ)
        );
    }

    [Fact]
    public void La_meme_collectivite_n_a_ni_deux_dossiers_ni_deux_adhesions()
    {
        var verdict = DossierDAdhesion.PeutOuvrir(
            Libre with
            {
                DejaMembre = new Periode(new(2025, 1, 1)),
                DossierOuvert = new(2026, 1, 3),
            },
            Jour,
            null
        );

        Assert.Equal([nameof(PasDejaMembre), nameof(UnSeulDossierOuvert)], verdict.Obstacles.Select(o => o.GetType().Name));
    }

    [Fact]
    public void Fermer_demande_un_motif()
    {
        var dossier = UnDossier(OrigineDAdhesion.Invitation);
        Assert.Equal(EtatDAdhesion.Invitee, dossier.Etat);

        Assert.Throws<RegleMetierException>(() => dossier.Fermer(decline: true, " "));
        dossier.Fermer(decline: true, "Le conseil n'en veut pas.");
        Assert.Equal(EtatDAdhesion.Declinee, dossier.Etat);
        Assert.True(Assert.Single(dossier.Echeances).EstAccomplie);
    }

    [Theory]
    [InlineData(false, false, 4)]
    [InlineData(true, false, 5)]
    [InlineData(true, true, 6)]
    public void Le_groupement_a_sa_commission_ou_compte_les_agents_il_demande_la_piece(bool commission, bool effectif, int pieces)
    {
        var faits = Libre with { CommissionPropre = commission, EffectifAttendu = effectif };

        var dossier = DossierDAdhesion.Ouvrir(
            GroupementId.Nouveau(),
            CollectiviteId.Nouveau(),
            OrigineDAdhesion.Demande,
            Jour,
            null,
            faits
        );

        Assert.Equal(
            (pieces, commission, effectif),
            (
                dossier.Pieces.Count,
                dossier.Pieces.Any(p => p.Nature is NatureDePiece.DesignationALaCommission),
                dossier.Pieces.Any(p => p.Nature is NatureDePiece.EffectifCertifie)
            )
        );
    }

    [Fact]
    public void Les_prestations_que_le_CDG_propose_ne_valent_pas_reponse()
    {
        var dossier = UnDossier(OrigineDAdhesion.Invitation);

        dossier.Choisir([Actes], FenetreFaits.Aucune, Jour, proposees: true);
        Assert.Equal(EtatDAdhesion.Invitee, dossier.Etat);
        dossier.Choisir([Actes], FenetreFaits.Aucune, Jour);

        Assert.Equal(EtatDAdhesion.EnCours, dossier.Etat);
    }

    [Fact]
    public void Un_corpus_incomplet_demande_un_motif_que_l_histoire_garde()
    {
        var dossier = Complet();
        var faits = Faits() with { Corpus = new([], SansConvention: true, [new AvenantApplicable(2, new(2026, 4, 20))]) };

        var refus = Assert.Throws<RegleMetierException>(() =>
            dossier.PrendreEffet(new(2026, 4, 25), faits, AdhesionId.Nouveau())
        );

        Assert.True(refus.MotifAttendu);
        Assert.Contains(
            "est vide",
            Assert.IsType<CorpusRemisComplet>(Assert.Single(refus.Obstacles)).Message,
            StringComparison.Ordinal
        );
        dossier.PrendreEffet(new(2026, 4, 25), faits, AdhesionId.Nouveau(), " Remis en main propre. ");
        Assert.Equal("Remis en main propre.", dossier.ViderEvenements().OfType<AdhesionEffective>().Single().Motif);
    }

    [Fact]
    public void Chaque_acte_de_la_frise_cite_un_article_de_sa_convention_ou_de_la_loi()
    {
        var frise = UnDossier().Frise(ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent));

        Assert.All(frise, a => Assert.DoesNotContain("RG", a.Fondement, StringComparison.Ordinal));
        Assert.Equal("Convention constitutive", frise[0].Fondement);
        Assert.Equal("Convention constitutive, art. 6.3", UnDossier().Frise(new ReglesDeConvention())[0].Fondement);
    }

    [Theory]
    [InlineData("2026-05-20", "2026-05-19")]
    [InlineData("2026-06-30", "2026-06-29")]
    [InlineData("2026-07-01", "2026-06-30")]
    [InlineData("2026-04-30", null)]
    [InlineData("2026-05-01", null)]
    public void La_fenetre_se_ferme_la_veille_du_lancement_au_plus_tard(string lancement, string? fin)
    {
        var fenetre = FenetreDAdhesion.Ouvrir(
            GroupementId.Nouveau(),
            EtatDuGroupement.Ouvert,
            "Remise en concurrence 2027",
            new(2026, 5, 1),
            new(2026, 6, 30),
            null
        );

        var ouverte = fenetre.Ouverte([
            new("P", DateOnly.Parse(lancement, System.Globalization.CultureInfo.InvariantCulture), null),
        ]);

        Assert.Equal(fin, ouverte?.Fin?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Deux_fenetres_ne_se_chevauchent_pas() =>
        Assert.IsType<FenetreSansChevauchement>(
            Assert.Single(
                FenetreDAdhesion
                    .PeutOuvrir(EtatDuGroupement.Ouvert, "Objet", Jour, Jour.AddDays(9), new Periode(Jour, Jour))
                    .Obstacles
            )
        );
}
