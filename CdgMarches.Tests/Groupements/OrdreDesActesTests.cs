using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Groupements;

/// <summary>Les actes datés d'une adhésion, d'un avenant et d'un retrait : ni dans le désordre, ni avant ce qu'ils supposent.</summary>
public sealed class OrdreDesActesTests
{
    private static readonly DateOnly Soumis = new(2026, 4, 20);
    private static readonly DateOnly Aujourdhui = new(2026, 6, 1);
    private static readonly FsCheck.Arbitrary<int> Ecarts = Gen.Choose(-3, 3).ToArbitrary();

    /// <summary>RG1.34 : des délibérations constatées peuvent précéder le texte, la signature non ; une version nouvelle la repousse.</summary>
    [Fact]
    public void Un_avenant_se_signe_du_jour_ou_sa_version_est_soumise() =>
        Prop.ForAll(
                Ecarts,
                Gen.Elements(true, false).ToArbitrary(),
                (ecart, revise) =>
                {
                    var avenant = UnAvenant();
                    var texteLe = revise ? Soumis.AddDays(9) : Soumis;
                    if (revise)
                    {
                        avenant.Reviser("Trois ans.", texteLe);
                    }

                    var obstacles = avenant.PeutPrendreEffet(Acquis, texteLe.AddDays(ecart), [], Aujourdhui).Obstacles;
                    return ecart >= 0
                        ? obstacles.Count == 0
                        : obstacles is [SignatureApresLeTexte { Champ: "signe", Message: var dit }]
                            && dit.Contains(Formats.DateLongue(texteLe), StringComparison.Ordinal);
                }
            )
            .Verifier();

    /// <summary>RG1.12, RG1.34.</summary>
    [Fact]
    public void Un_avenant_ne_modifie_la_convention_que_du_jour_ou_elle_est_en_vigueur()
    {
        Prop.ForAll(
                Ecarts,
                ecart =>
                {
                    var enVigueur = new EntreeEnVigueur(Soumis.AddDays(5), []);
                    var verdict = UnAvenant().PeutPrendreEffet(Acquis, Soumis.AddDays(5 + ecart), [], Aujourdhui, enVigueur);
                    return ecart >= 0
                        ? verdict.EstFavorable
                        : verdict.Obstacles is [AvenantAUneConventionEnVigueur { Champ: "signe" }];
                }
            )
            .Verifier();
        var jamais = new EntreeEnVigueur(null, ["la signature d'Arras"]);
        var refus = UnAvenant().PeutPrendreEffet(Acquis, Aujourdhui, [], Aujourdhui, jamais);
        Assert.Contains("il manque la signature d'Arras", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
    }

    /// <summary>RG1.34 : un refus rejette pour tous, il porte donc sur le texte soumis ou se constate.</summary>
    [Fact]
    public void Un_refus_delibere_avant_le_texte_demande_un_constat() =>
        Prop.ForAll(
                Ecarts,
                ecart =>
                {
                    var avenant = UnAvenant();
                    var deliberation = Exemples.Deliberee(Soumis.AddDays(ecart));
                    var reponse = ApprobationDAvenant.Attendre(avenant.Id, CollectiviteId.Nouveau());
                    if (ecart < 0)
                    {
                        var refus = Assert.Throws<RegleMetierException>(() =>
                            reponse.Refuser(avenant.Texte, deliberation, Aujourdhui)
                        );
                        Assert.True(refus.MotifAttendu);
                        Assert.Contains(
                            "qu'elle refuse ce texte",
                            Assert.Single(refus.Obstacles).Message,
                            StringComparison.Ordinal
                        );
                        Assert.Equal(SensDApprobation.Attendu, reponse.Sens);
                    }

                    reponse.Refuser(avenant.Texte, deliberation, Aujourdhui, " Le projet était annexé. ");
                    var garde = reponse.ViderEvenements().OfType<AvenantRefuse>().Single().Motif;
                    return reponse.Sens is SensDApprobation.Refuse
                        && garde == reponse.Constat
                        && garde == (ecart < 0 ? "Le projet était annexé." : null);
                }
            )
            .Verifier();

    /// <summary>RG1.12 : ce qu'on transmet et publie est l'acte signé des deux.</summary>
    [Fact]
    public void Ni_la_transmission_ni_la_publication_d_une_adhesion_ne_precedent_la_signature_du_coordonnateur() =>
        Prop.ForAll(
                Ecarts,
                Ecarts,
                (transmission, publication) =>
                {
                    var (dossier, signe) = (Delibere(), new DateOnly(2026, 5, 10));
                    var dates = new FormalitesDAdhesion(
                        signe.AddDays(-4),
                        signe,
                        signe.AddDays(transmission),
                        null,
                        signe.AddDays(publication)
                    );
                    var champs = dossier
                        .PeutDater(dates, "Arras", TexteDeLAdhesion.LaConvention, Aujourdhui)
                        .Obstacles.Select(o => o.Champ);
                    var sansElle = dossier.PeutDater(
                        dates with
                        {
                            SigneeParLeCoordonnateurLe = null,
                        },
                        "Arras",
                        TexteDeLAdhesion.LaConvention,
                        Aujourdhui
                    );
                    string[] attendus =
                    [
                        .. transmission < 0 ? ["acte-transmis"] : Array.Empty<string>(),
                        .. publication < 0 ? ["acte-publie"] : Array.Empty<string>(),
                    ];
                    return champs.SequenceEqual(attendus) && sansElle.EstFavorable;
                }
            )
            .Verifier();

    /// <summary>RG1.20, RG1.34 : une version nouvelle du texte rend caducs les actes qui signaient l'ancienne.</summary>
    [Fact]
    public void Les_actes_d_une_adhesion_ne_valent_plus_pour_un_texte_revise_apres_eux() =>
        Prop.ForAll(
                Ecarts,
                ecart =>
                {
                    var dossier = Delibere();
                    var premier = new DateOnly(2026, 5, 10);
                    var texte = new TexteDeLAdhesion(EstUnAvenant: true, Soumis);
                    dossier.Dater(new(premier, premier, premier, null, premier), "Arras", texte, Aujourdhui);
                    var faits = new FaitsDEffet(
                        EtatDuGroupement.Ouvert,
                        new ReglesDeConvention(),
                        "Arras",
                        premier,
                        FenetreFaits.Aucune,
                        [],
                        new CorpusEnVigueur([], SansConvention: false, [])
                    )
                    {
                        Texte = texte with { SoumisLe = premier.AddDays(ecart) },
                    };
                    return dossier.PeutPrendreEffet(Aujourdhui, faits).Obstacles.Any(o => o is ActesApresLeTexte) == ecart > 0;
                }
            )
            .Verifier();

    /// <summary>RG1.30 : la délibération d'une adhésion passée ne décide pas du départ de la suivante.</summary>
    [Fact]
    public void Une_deliberation_de_retrait_se_prend_du_jour_de_l_entree() =>
        Prop.ForAll(
                Ecarts,
                Gen.Elements(true, false).ToArbitrary(),
                (ecart, dejaMembre) =>
                {
                    var entree = dejaMembre ? Aujourdhui.AddDays(-10) : Aujourdhui.AddDays(10);
                    var adoptee = dejaMembre ? entree.AddDays(ecart) : Aujourdhui.AddDays(-5);
                    var verdict = UnRetrait(ModeDeRetrait.DeliberationDatee)
                        .PeutDeliberer(Exemples.Deliberee(adoptee), Aujourdhui.AddDays(90), entree, Aujourdhui);
                    return dejaMembre && ecart < 0
                        ? verdict.Obstacles is [DeliberationPendantLAdhesion { Champ: "adoptee" }]
                        : verdict.EstFavorable;
                }
            )
            .Verifier();

    /// <summary>RG1.31 : l'ordre inverse avertit et demande un motif ; la sortie reste celle que l'information donne.</summary>
    [Fact]
    public void Au_preavis_la_deliberation_executoire_avant_l_information_demande_un_motif() =>
        Prop.ForAll(
                Ecarts,
                ecart =>
                {
                    var dossier = UnRetrait(ModeDeRetrait.PreavisAnnuel);
                    var informe = new DateOnly(2026, 5, 15);
                    var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);
                    dossier.Informer(informe, Exemples.Recepisse, new(2025, 1, 1), regles, Aujourdhui);
                    var deliberation = Exemples.Deliberee(informe.AddDays(ecart)) with { Piece = Guid.NewGuid() };
                    dossier.Deliberer(deliberation, null, null, [], new(2025, 1, 1), Aujourdhui);
                    var faits = new FaitsDeRetrait("Arras", false, SortieDuCoordonnateur.Dissout, 5, null);

                    var verdict = dossier.PeutConstater(faits);
                    dossier.Constater(faits, ecart < 0 ? "Le maire avait prévenu de vive voix." : null);

                    return verdict.EstFavorable
                        && verdict.Avertissements.Any(a => a is DeliberationApresLInformation) == ecart < 0
                        && (dossier.Etat, dossier.SortieLe) == (EtatDeRetrait.Constate, new DateOnly(2026, 12, 31));
                }
            )
            .Verifier();

    /// <summary>RG1.30.</summary>
    [Fact]
    public void Tout_ce_qui_manque_aux_sommes_se_dit_a_la_fois_et_aucune_n_est_due_avant_la_deliberation()
    {
        var adoptee = new DateOnly(2026, 5, 15);

        var refus = Assert.Throws<RegleMetierException>(() =>
            Deliberer([
                new SommeDeRetrait("", null, null),
                new SommeDeRetrait("Quote-part", MontantTtc.DEuros(-1m), adoptee.AddDays(-1)),
            ])
        );

        Assert.Equal(
            ["somme-libelle-0", "somme-montant-0", "somme-due-0", "somme-montant-1", "somme-due-1"],
            refus.Obstacles.Select(o => o.Champ)
        );
        Assert.Contains("avant la délibération qui la fixe", refus.Obstacles[^1].Message, StringComparison.Ordinal);
        Deliberer([new SommeDeRetrait("Quote-part", MontantTtc.DEuros(1m), adoptee)]);

        void Deliberer(IReadOnlyList<SommeDeRetrait> sommes) =>
            UnRetrait(ModeDeRetrait.DeliberationDatee)
                .Deliberer(Exemples.Deliberee(adoptee), Aujourdhui.AddDays(90), "Solde.", sommes, new(2025, 1, 1), Aujourdhui);
    }

    /// <summary>Tous ont approuvé par des délibérations exécutoires bien avant le texte, constatées.</summary>
    private static DecompteDAvenant Acquis { get; } =
        DecompteDAvenant.De(2, [Soumis.AddDays(-30), Soumis.AddDays(-20)], 0, unanime: true);

    private static AvenantDeConvention UnAvenant()
    {
        var avenant = AvenantDeConvention.Preparer(
            GroupementId.Nouveau(),
            1,
            GenreDAvenant.Modification,
            "Durée",
            "Un an.",
            "Deux ans.",
            null
        );
        avenant.Soumettre(2, Soumis);
        return avenant;
    }

    private static DossierDAdhesion Delibere()
    {
        var dossier = DossierDAdhesionTests.UnDossier();
        dossier.Deliberer(Exemples.Executoire(new(2026, 4, 30)), Aujourdhui);
        return dossier;
    }

    private static DossierDeRetrait UnRetrait(ModeDeRetrait mode) =>
        DossierDeRetrait.Annoncer(
            Exemples.UneAdhesion(Exemples.UnGroupement()),
            EtatDuGroupement.Ouvert,
            mode,
            "Arras",
            new(2026, 3, 1),
            null
        );
}
