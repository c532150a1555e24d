using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Litiges.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Groupements;

public sealed class AvenantEtRetraitTests
{
    private static readonly DateOnly Jour = new(2026, 6, 1);

    private static AvenantDeConvention UnAvenant(bool soumis = true, GenreDAvenant genre = GenreDAvenant.Modification)
    {
        var avenant = AvenantDeConvention.Preparer(
            GroupementId.Nouveau(),
            1,
            genre,
            "Durée",
            "Article 2. Durée : un an.",
            "Article 2. Durée : deux ans.",
            genre is GenreDAvenant.Modification ? null : CollectiviteId.Nouveau()
        );
        if (soumis)
        {
            avenant.Soumettre(17, new(2026, 4, 20));
        }

        return avenant;
    }

    private static ActeDeliberatif Deliberation(DateOnly? executoire) =>
        new()
        {
            AdopteeLe = new(2026, 5, 1),
            PublieeLe = executoire,
            TransmiseLe = executoire,
        };

    [Fact]
    public void L_empreinte_ignore_les_fins_de_ligne_et_les_blancs_de_bord_et_rien_d_autre()
    {
        Assert.Equal(AvenantDeConvention.EmpreinteDe("a\nb"), AvenantDeConvention.EmpreinteDe(" a \r\nb  \r\n".TrimStart()));
        Assert.NotEqual(AvenantDeConvention.EmpreinteDe("a\nb"), AvenantDeConvention.EmpreinteDe("a\nB"));
    }

    [Fact]
    public void Un_avenant_qui_propose_le_texte_en_vigueur_ne_se_prepare_ni_ne_se_revise()
    {
        var refus = Assert.Throws<RegleMetierException>(() =>
            AvenantDeConvention.Preparer(
                GroupementId.Nouveau(),
                1,
                GenreDAvenant.Modification,
                "Durée",
                "Article 2. Durée : un an.",
                " Article 2. Durée : un an. \r\n",
                null
            )
        );
        Assert.Equal("texte", Assert.IsType<AvenantQuiChangeLeTexte>(Assert.Single(refus.Obstacles)).Champ);

        Assert.All(
            [UnAvenant(soumis: false), UnAvenant()],
            avenant =>
                Assert.IsType<AvenantQuiChangeLeTexte>(
                    Assert.Single(
                        Assert.Throws<RegleMetierException>(() => avenant.Reviser("Article 2. Durée : un an.\n", Jour)).Obstacles
                    )
                )
        );
        Assert.Null(
            AvenantDeConvention
                .Preparer(GroupementId.Nouveau(), 1, GenreDAvenant.Modification, "Durée", "", "Un an.", null)
                .SoumisLe
        );
    }

    [Fact]
    public void L_approbation_d_un_autre_texte_ne_compte_pas()
    {
        var avenant = UnAvenant();
        var approbation = ApprobationDAvenant.Attendre(avenant.Id, CollectiviteId.Nouveau());
        approbation.Approuver(avenant.Texte, avenant.Empreinte, Deliberation(new(2026, 5, 9)), Jour);
        Assert.True(approbation.Compte(avenant.Texte));

        avenant.Reviser("Article 2. Durée : trois ans.", Jour);

        Assert.False(approbation.Compte(avenant.Texte));
        Assert.Equal(2, avenant.VersionDuTexte);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void Il_faut_l_unanimite_et_la_derniere_deliberation_executoire(int approuves, bool acquis)
    {
        var executoires = Enumerable.Range(0, approuves).Select(i => (DateOnly?)new DateOnly(2026, 5, 1).AddDays(i)).ToList();

        var decompte = DecompteDAvenant.De(17, executoires, autreTexte: 0, unanime: true);

        Assert.Equal(acquis ? new DateOnly(2026, 5, 17) : null, decompte.AcquisLe);
        Assert.Equal(acquis, UnAvenant().PeutPrendreEffet(decompte, Jour, [], Jour).EstFavorable);
        Assert.Equal(new DateOnly(2026, 5, 9), DecompteDAvenant.De(17, executoires, 0, unanime: false).AcquisLe);
    }

    private static DecompteDAvenant Acquis(DateOnly derniere) =>
        DecompteDAvenant.De(2, [derniere.AddDays(-15), derniere], 0, unanime: true);

    [Fact]
    public void L_avenant_ne_se_signe_pas_avant_la_derniere_deliberation_executoire_et_prend_effet_a_sa_signature() =>
        Prop.ForAll(
                Gen.Choose(-3, 3).ToArbitrary(),
                ecart =>
                {
                    var derniere = new DateOnly(2026, 5, 17);
                    var (avenant, signature) = (UnAvenant(), derniere.AddDays(ecart));
                    var verdict = avenant.PeutPrendreEffet(Acquis(derniere), signature, [], Jour);
                    if (ecart < 0)
                    {
                        return verdict.Obstacles is [SignatureApresLesAccords { Code: "RG1.11" } obstacle]
                            && obstacle.Message.Contains("17 mai 2026", StringComparison.Ordinal);
                    }

                    avenant.PrendreEffet(Acquis(derniere), signature, [], Jour);
                    return (avenant.EffetLe, avenant.SigneLe) == (signature, signature);
                }
            )
            .Verifier();

    [Fact]
    public void L_avenant_d_adhesion_attend_le_lendemain_du_terme_de_la_consultation() =>
        Prop.ForAll(
                Gen.Choose(-2, 2).ToArbitrary(),
                Gen.Choose(0, 3).ToArbitrary(),
                (ecart, duree) =>
                {
                    var lancement = new DateOnly(2026, 5, 10);
                    var signature = lancement.AddDays(ecart);
                    ConsultationDuGroupement[] close = [new("PROC-1", lancement, lancement.AddDays(duree))];
                    var avenant = UnAvenant(genre: GenreDAvenant.Adhesion);
                    avenant.PrendreEffet(Acquis(signature), signature, close, Jour);
                    return avenant.EffetLe == (ecart < 0 || ecart > duree ? signature : lancement.AddDays(duree + 1));
                }
            )
            .Verifier();

    [Fact]
    public void Une_consultation_sans_terme_retient_l_avenant_d_adhesion_et_lui_seul()
    {
        ConsultationDuGroupement[] enCours = [new("PROC-1", Jour.AddDays(-3), null)];
        var acquis = Acquis(Jour.AddDays(-20));

        var verdict = UnAvenant(genre: GenreDAvenant.Adhesion).PeutPrendreEffet(acquis, Jour, enCours, Jour);

        Assert.IsType<AucuneAdhesionPendantUneConsultation>(Assert.Single(verdict.Obstacles));
        var sansDate = UnAvenant(genre: GenreDAvenant.Adhesion).PeutPrendreEffet(acquis, null, enCours, Jour);
        Assert.Contains(sansDate.Obstacles, o => o is AucuneAdhesionPendantUneConsultation);
        Assert.True(UnAvenant().PeutPrendreEffet(acquis, Jour, enCours, Jour).EstFavorable);
        var avant = UnAvenant(genre: GenreDAvenant.Adhesion).PeutPrendreEffet(acquis, Jour.AddDays(-4), enCours, Jour);
        Assert.True(avant.EstFavorable);
    }

    [Fact]
    public void Une_approbation_non_executoire_est_comptee_et_ne_suffit_pas()
    {
        var decompte = DecompteDAvenant.De(2, [new DateOnly(2026, 5, 2), null], 0, unanime: true);

        Assert.Equal((2, 1, null), (decompte.Comptees, decompte.Executoires, decompte.AcquisLe));
    }

    [Fact]
    public void Un_refus_rejette_et_plus_rien_ne_change()
    {
        var avenant = UnAvenant();
        avenant.Rejeter("Arras", Jour);

        Assert.Equal(EtatDAvenant.Rejete, avenant.Etat);
        Assert.Throws<RegleMetierException>(() => avenant.Reviser("Autre", Jour));
        Assert.Throws<RegleMetierException>(() =>
            ApprobationDAvenant.Attendre(avenant.Id, CollectiviteId.Nouveau()).Refuser(avenant.Texte, Deliberation(null), Jour)
        );
    }

    private static readonly Adhesion Membre = Exemples.UneAdhesion(Exemples.UnGroupement());

    private static DossierDeRetrait UnRetrait(ModeDeRetrait mode) =>
        DossierDeRetrait.Annoncer(Membre, EtatDuGroupement.Ouvert, mode, "Arras", new(2026, 3, 1), null);

    private static FaitsDeRetrait Faits(bool coordonnateur = false, int restants = 5, string? consultation = null) =>
        new("Arras", coordonnateur, SortieDuCoordonnateur.Refusee, restants, consultation);

    [Fact]
    public void La_sortie_ne_precede_pas_la_deliberation_executoire() =>
        Prop.ForAll(
                Generateurs.Jours,
                Gen.Choose(-3, 3).ToArbitrary(),
                (executoire, ecart) =>
                    new SortieApresDeliberation(executoire.AddDays(ecart), executoire).EstRespectee == (ecart >= 0)
            )
            .Verifier();

    [Fact]
    public void Le_preavis_donne_le_31_decembre_de_l_annee_jusqu_au_dernier_jour_utile() =>
        Prop.ForAll(
                Gen.Choose(2024, 2040).ToArbitrary(),
                Gen.Choose(-3, 3).ToArbitrary(),
                (annee, ecart) =>
                {
                    var informe = new DateOnly(annee, 10, 30).AddDays(ecart);
                    var exclu = new ReglesDeConvention();
                    var inclus = exclu with { LectureDuPreavis = LectureDuPreavis.JourInclus };
                    return DossierDeRetrait.SortieSurPreavis(informe, exclu)
                            == new DateOnly(ecart < 0 ? annee : annee + 1, 12, 31)
                        && DossierDeRetrait.SortieSurPreavis(informe, inclus)
                            == new DateOnly(ecart <= 0 ? annee : annee + 1, 12, 31);
                }
            )
            .Verifier();

    [Fact]
    public void Sans_deliberation_executoire_au_31_decembre_le_preavis_est_caduc()
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);
        var dossier = UnRetrait(ModeDeRetrait.PreavisAnnuel);
        dossier.Informer(new DateOnly(2026, 4, 2), Exemples.Recepisse, new(2025, 1, 1), regles, Jour);

        Assert.False(dossier.EstCaduc(new(2026, 12, 31)));
        Assert.True(dossier.EstCaduc(new(2027, 1, 1)));
        Assert.Throws<RegleMetierException>(() => dossier.Caduquer(new(2026, 12, 31)));
        dossier.Caduquer(new(2027, 1, 1));
        Assert.Equal(EtatDeRetrait.Caduc, dossier.Etat);
    }

    [Theory]
    [InlineData("2026-10-29", "2026", "au plus tard le dernier jour utile")]
    [InlineData("2026-10-30", "2027", "après le dernier jour utile")]
    public void Le_preavis_explique_le_jour_de_sortie_et_ce_qui_le_rendrait_caduc(string informe, string annee, string raison)
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);
        var dossier = UnRetrait(ModeDeRetrait.PreavisAnnuel);
        Assert.Empty(dossier.ExplicationDuPreavis(regles));
        Assert.DoesNotContain(dossier.PeutConstater(Faits()).Obstacles, o => o is JourDeSortieFixe);
        var le = DateOnly.ParseExact(informe, "O");

        dossier.Informer(le, Exemples.Recepisse, new(2025, 1, 1), regles, le);

        var phrases = dossier.ExplicationDuPreavis(regles);
        Assert.Contains(raison, phrases[0], StringComparison.Ordinal);
        Assert.EndsWith($"31 décembre {annee}.", phrases[0], StringComparison.Ordinal);
        Assert.StartsWith($"Sans délibération exécutoire au 31 décembre {annee}", phrases[1], StringComparison.Ordinal);
        dossier.Deliberer(Deliberation(new(2026, 5, 9)), null, null, [], Membre.Entree, le);
        Assert.Single(dossier.ExplicationDuPreavis(regles));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Caduc_ou_abandonne_le_retrait_n_a_plus_de_sortie(bool caduc)
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);
        var dossier = UnRetrait(ModeDeRetrait.PreavisAnnuel);
        dossier.Informer(new DateOnly(2026, 4, 2), Exemples.Recepisse, new(2025, 1, 1), regles, Jour);
        Assert.Equal(
            (new DateOnly(2026, 12, 31), null),
            (dossier.Frise(regles)[^1].Le!.Value, dossier.Frise(regles)[^1].SansSuite)
        );

        if (caduc)
        {
            dossier.Caduquer(new(2027, 1, 1));
        }
        else
        {
            dossier.Abandonner("Le membre reste.");
        }

        var frise = dossier.Frise(regles);
        Assert.Equal((null, "sans effet"), (frise[^1].Le, frise[^1].SansSuite));
        Assert.Equal([null, null, "sans objet", "sans objet"], frise.Take(4).Select(a => a.SansSuite));
        var phrases = dossier.ExplicationDuPreavis(regles);
        Assert.EndsWith("la sortie était prévue au 31 décembre 2026.", phrases[0], StringComparison.Ordinal);
        Assert.Contains("le membre reste dans le groupement", phrases[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "2027-01-01",
        "la sortie est au 31 décembre 2027",
        "au plus tard le 29 octobre 2027",
        "passe ensuite au 31 décembre 2028"
    )]
    [InlineData(
        "2027-10-29",
        "la sortie est au 31 décembre 2027",
        "au plus tard le 29 octobre 2027",
        "passe ensuite au 31 décembre 2028"
    )]
    [InlineData(
        "2027-10-30",
        "la sortie est au 31 décembre 2028",
        "au plus tard le 29 octobre 2028",
        "passe ensuite au 31 décembre 2029"
    )]
    public void Apres_une_caducite_la_prochaine_sortie_se_calcule_de_la_regle(string jour, params string[] dits)
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);

        var phrase = DossierDeRetrait.CommentPartirDeNouveau(regles, DateOnly.ParseExact(jour, "O"));

        Assert.All(dits, dit => Assert.Contains(dit, phrase, StringComparison.Ordinal));
        var datee = regles with { ModeDeRetrait = ModeDeRetrait.DeliberationDatee };
        Assert.Contains(
            "ne demande plus de préavis",
            DossierDeRetrait.CommentPartirDeNouveau(datee, DateOnly.ParseExact(jour, "O")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Le_membre_lit_ce_qui_reste_a_faire_a_chaque_etape()
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);
        var dossier = UnRetrait(ModeDeRetrait.PreavisAnnuel);
        Dit("au plus tard le 29 octobre 2026, la sortie est au 31 décembre 2026", Jour);
        dossier.Informer(new DateOnly(2026, 4, 2), Exemples.Recepisse, new(2025, 1, 1), regles, Jour);
        Dit("exécutoire au plus tard le 31 décembre 2026", Jour);
        Dit("le préavis est caduc", new(2027, 1, 1));
        dossier.Deliberer(Deliberation(new(2026, 5, 9)), null, null, [], Membre.Entree, Jour);
        Dit("à remettre au centre de gestion", Jour);
        dossier.Joindre(Guid.NewGuid());
        Dit("le centre de gestion constate le retrait", Jour);
        dossier = UnRetrait(ModeDeRetrait.DeliberationDatee);
        Dit("qui fixe le jour de sortie", Jour);

        void Dit(string attendu, DateOnly jour) =>
            Assert.Contains(attendu, dossier.ResteAFaire(regles, jour), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModeDeRetrait.DeliberationDatee, "RG1.30", true)]
    [InlineData(ModeDeRetrait.PreavisAnnuel, "RG1.31", false)]
    public void La_deliberation_a_deposer_ne_promet_une_copie_que_la_ou_elle_part(ModeDeRetrait mode, string code, bool copie)
    {
        var regle = Assert.Single(UnRetrait(mode).PeutConstater(Faits()).Obstacles.OfType<DeliberationDeposee>());

        Assert.Equal(code, regle.Code);
        Assert.Equal(copie, regle.Message.Contains("chaque membre en reçoit la copie", StringComparison.Ordinal));
    }

    [Fact]
    public void Le_retrait_par_deliberation_garde_ses_modalites_et_se_constate()
    {
        var dossier = UnRetrait(ModeDeRetrait.DeliberationDatee);
        Assert.Equal(
            [nameof(DeliberationExecutoire), nameof(DeliberationDeposee), nameof(JourDeSortieFixe)],
            dossier.PeutConstater(Faits()).Obstacles.Select(o => o.GetType().Name)
        );
        dossier.Deliberer(
            Deliberation(new(2026, 5, 9)),
            new(2026, 12, 31),
            "Règle sa part jusqu'au terme.",
            [new SommeDeRetrait("Quote-part", MontantTtc.DEuros(1250.40m), new(2027, 1, 31))],
            Membre.Entree,
            Jour
        );
        Assert.IsType<DeliberationDeposee>(Assert.Single(dossier.PeutConstater(Faits()).Obstacles));
        dossier.Joindre(Guid.NewGuid());

        dossier.Constater(Faits(), null);

        Assert.Equal((EtatDeRetrait.Constate, new DateOnly(2026, 12, 31)), (dossier.Etat, dossier.SortieLe!.Value));
        Assert.Equal(125040, Assert.Single(dossier.Sommes).Centimes);
        Assert.Equal(new DateOnly(2027, 1, 31), Assert.Single(dossier.Echeances).Date);
    }

    [Theory]
    [InlineData(true, 5, nameof(CoordonnateurRemplace))]
    [InlineData(false, 1, nameof(ResteUnGroupement))]
    public void Ni_le_coordonnateur_ni_l_avant_dernier_ne_se_retirent(bool coordonnateur, int restants, string regle)
    {
        var dossier = UnRetrait(ModeDeRetrait.DeliberationDatee);
        dossier.Deliberer(Deliberation(new(2026, 5, 9)), new(2026, 12, 31), null, [], Membre.Entree, Jour);
        dossier.Joindre(Guid.NewGuid());

        Assert.Equal(regle, Assert.Single(dossier.PeutConstater(Faits(coordonnateur, restants)).Obstacles).GetType().Name);
    }

    [Fact]
    public void Un_depart_pendant_une_consultation_demande_un_motif()
    {
        var dossier = UnRetrait(ModeDeRetrait.DeliberationDatee);
        dossier.Deliberer(Deliberation(new(2026, 5, 9)), new(2026, 12, 31), null, [], Membre.Entree, Jour);
        dossier.Joindre(Guid.NewGuid());

        Assert.True(
            Assert.Throws<RegleMetierException>(() => dossier.Constater(Faits(consultation: "PROC-1"), null)).MotifAttendu
        );
        dossier.Constater(Faits(consultation: "PROC-1"), "Accord de tous.");
        Assert.Equal("Accord de tous.", dossier.Motif);
    }

    [Fact]
    public void Une_dissolution_ne_se_prononce_qu_une_fois_tout_fait()
    {
        var causes = new FaitsDOuvertureDeDissolution(EtatDuGroupement.Ouvert, new(2025, 1, 1), null, Jour, 3, null, null);
        var dissolution = Dissolution.Ouvrir(
            GroupementId.Nouveau(),
            CauseDeDissolution.DepartDuCoordonnateur,
            "Délibération du CDG.",
            Jour,
            new(2026, 12, 31),
            causes
        );

        var manquent = dissolution.PeutPrononcer(new FaitsDeDissolution(3, "PROC-1", ["M-1"], causes), Jour).Obstacles;

        Assert.Equal(6, manquent.Count);
        Assert.Equal(
            [("dernier-jour", new DateOnly(2026, 12, 31)), ("prononce", new DateOnly(2027, 1, 1))],
            dissolution.Echeances.Select(e => (e.Cle, e.Date))
        );
        Assert.All(dissolution.Echeances, e => Assert.False(e.EstAccomplie));
        dissolution.Regler(new(2026, 12, 31), new(2026, 6, 2), "Archives départementales", new(2026, 12, 31));
        dissolution.Prononcer(new FaitsDeDissolution(0, null, [], causes), new(2026, 12, 31));
        Assert.Throws<RegleMetierException>(() => dissolution.Regler(null, null, null, Jour));
        Assert.All(dissolution.Echeances, e => Assert.True(e.EstAccomplie));
    }

    [Fact]
    public void Sur_la_convention_le_tribunal_ne_vient_qu_apres_l_echec_de_l_amiable()
    {
        var litige = Litige.Declarer(
            GroupementId.Nouveau(),
            NatureDeLitige.Convention,
            CollectiviteId.Nouveau(),
            "Somme Numérique",
            "Répartition des frais.",
            new(2026, 4, 1)
        );

        Assert.IsType<TentativeAmiableDAbord>(
            Assert.Single(litige.PeutSaisir(Jour, "Tribunal administratif de Lille", Jour).Obstacles)
        );
        litige.Concilier(new(2026, 4, 10), new(2026, 5, 20), IssueAmiable.Echec, "Pas d'accord.", Jour);
        Assert.False(litige.PeutSaisir(new(2026, 5, 19), "Tribunal administratif de Lille", Jour).EstFavorable);
        litige.Saisir(new(2026, 5, 20), "Tribunal administratif de Lille", Jour);
        Assert.Throws<RegleMetierException>(() => litige.Concilier(new(2026, 3, 1), null, IssueAmiable.Accord, null, Jour));
    }

    [Fact]
    public void Une_tentative_amiable_en_desordre_se_fonde_sur_la_convention_et_un_echec_dit_pourquoi()
    {
        var litige = Litige.Declarer(
            GroupementId.Nouveau(),
            NatureDeLitige.Convention,
            CollectiviteId.Nouveau(),
            "Somme Numérique",
            "Répartition des frais.",
            new(2026, 4, 1)
        );

        var refus = Assert
            .Throws<RegleMetierException>(() =>
                litige.Concilier(new(2026, 3, 1), new(2026, 4, 20), IssueAmiable.Echec, " ", Jour)
            )
            .Obstacles;

        Assert.Equal([typeof(ActesDansLOrdre), typeof(EchecExplique)], refus.Select(o => o.GetType()));
        Assert.All(refus, o => Assert.Equal("RG1.36", o.Code));
        Assert.DoesNotContain("CGCT", refus[0].Fondement, StringComparison.Ordinal);
        litige.Concilier(new(2026, 4, 10), new(2026, 4, 20), IssueAmiable.Echec, "Désaccord sur la clé.", Jour);
    }

    [Fact]
    public void La_saisine_dit_tout_ce_qui_lui_manque_et_ses_precedents_ne_se_defont_plus()
    {
        var litige = Litige.Declarer(
            GroupementId.Nouveau(),
            NatureDeLitige.Convention,
            CollectiviteId.Nouveau(),
            "Somme Numérique",
            "Répartition des frais.",
            new(2026, 4, 1),
            Jour
        );
        Assert.Equal(
            [typeof(TentativeAmiableDAbord), typeof(SaisineDatee), typeof(TexteRenseigne)],
            litige.PeutSaisir(null, " ", Jour).Obstacles.Select(o => o.GetType())
        );
        Assert.Contains(litige.PeutSaisir(Jour.AddDays(1), "TA", Jour).Obstacles, o => o is ActePasAVenir { Champ: "saisi" });
        litige.Concilier(new(2026, 4, 10), new(2026, 5, 20), IssueAmiable.Echec, "Pas d'accord.", Jour);
        litige.Saisir(new DateOnly(2026, 5, 21), "TA", Jour);

        Assert.All(
            (Action[])
                [
                    () => litige.Concilier(null, null, null, null, Jour),
                    () => litige.Concilier(new(2026, 4, 10), new(2026, 5, 22), IssueAmiable.Echec, "Plus tard.", Jour),
                    () => litige.Concilier(new(2026, 4, 10), new(2026, 5, 20), IssueAmiable.Accord, null, Jour),
                ],
            geste => Assert.IsType<TentativeAvantLaSaisine>(Assert.Single(Assert.Throws<RegleMetierException>(geste).Obstacles))
        );
        litige.Concilier(new(2026, 4, 12), new(2026, 5, 21), IssueAmiable.Echec, "Pas d'accord.", Jour);
    }

    [Fact]
    public void Une_reclamation_se_date_du_jour_ou_elle_est_faite_jamais_a_venir()
    {
        Assert.Contains(
            Litige.PeutDeclarer(NatureDeLitige.Convention, "Béthune", "Frais.", Jour.AddDays(1), Jour).Obstacles,
            o => o is ActePasAVenir { Code: "RG1.36", Champ: "declare-le" }
        );
        Assert.True(Litige.PeutDeclarer(NatureDeLitige.Convention, "Béthune", "Frais.", Jour.AddDays(-40), Jour).EstFavorable);
    }

    [Fact]
    public void Avec_un_titulaire_le_juge_se_saisit_sans_attendre() =>
        Assert.True(
            Litige
                .Declarer(
                    GroupementId.Nouveau(),
                    NatureDeLitige.Titulaire,
                    CollectiviteId.Nouveau(),
                    "Titulaire",
                    "Retard.",
                    Jour
                )
                .PeutSaisir(Jour, "Tribunal administratif de Lille", Jour)
                .EstFavorable
        );
}
