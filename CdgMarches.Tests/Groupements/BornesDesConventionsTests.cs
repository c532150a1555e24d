using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Groupements;

/// <summary>Chaque borne des règles d'une convention, au jour près : la veille, le jour, le lendemain.</summary>
public sealed class BornesDesConventionsTests
{
    private static readonly DateOnly Jour = new(2026, 6, 1);

    private static DossierDeRetrait UnRetrait(ModeDeRetrait mode) =>
        DossierDeRetrait.Annoncer(
            Exemples.UneAdhesion(Exemples.UnGroupement()),
            EtatDuGroupement.Ouvert,
            mode,
            "Arras",
            new(2026, 1, 15),
            null
        );

    private static ActeDeliberatif Executoire(DateOnly le) =>
        new()
        {
            AdopteeLe = le.AddDays(-2),
            PublieeLe = le.AddDays(-1),
            TransmiseLe = le,
        };

    /// <summary>RG1.21.</summary>
    [Fact]
    public void Le_lancement_et_le_terme_sont_tous_deux_fermes_aux_adhesions() =>
        Prop.ForAll(
                Generateurs.Jours,
                Gen.Choose(0, 3).ToArbitrary(),
                Gen.Choose(-2, 2).ToArbitrary(),
                (lancement, duree, ecart) =>
                {
                    var terme = lancement.AddDays(duree);
                    ConsultationDuGroupement[] consultations = [new("PROC-1", lancement, terme)];
                    bool Permise(DateOnly jour) => new AucuneAdhesionPendantUneConsultation(jour, consultations).EstRespectee;
                    return Permise(lancement.AddDays(ecart)) == (ecart < 0 || ecart > duree)
                        && Permise(terme.AddDays(ecart)) == (ecart > 0 || ecart < -duree)
                        && new AucuneAdhesionPendantUneConsultation(lancement, consultations).PremierJourLibre
                            == terme.AddDays(1);
                }
            )
            .Verifier();

    /// <summary>RG1.12 : la dernière signature, la transmission, la publication, dans n'importe quel ordre.</summary>
    [Fact]
    public void L_entree_en_vigueur_est_exactement_le_plus_tardif_des_faits() =>
        Prop.ForAll(
                Generateurs.Jours,
                Gen.Choose(-2, 2).Three().ToArbitrary(),
                Gen.Elements(true, false).ToArbitrary(),
                (jour, ecarts, publication) =>
                {
                    var (signature, transmission, publiee) = (
                        jour.AddDays(ecarts.Item1),
                        jour.AddDays(ecarts.Item2),
                        jour.AddDays(ecarts.Item3)
                    );
                    var le = EntreeEnVigueur
                        .De([("A", jour.AddDays(-9)), ("B", signature)], transmission, publiee, publication)
                        .Le;
                    DateOnly[] faits = publication ? [signature, transmission, publiee] : [signature, transmission];
                    return le == faits.Max()
                        && EntreeEnVigueur.De([("A", jour), ("B", null)], transmission, publiee, publication).Le is null
                        && EntreeEnVigueur.De([("A", jour)], null, publiee, publication).Le is null
                        && EntreeEnVigueur.De([("A", jour)], transmission, null, publication).Le is null == publication;
                }
            )
            .Verifier();

    /// <summary>RG1.14 : le jour même de l'entrée en vigueur est permis, la veille non.</summary>
    [Fact]
    public void Une_procedure_se_lance_du_jour_ou_la_convention_est_en_vigueur() =>
        Prop.ForAll(
                Generateurs.Jours,
                Gen.Choose(-2, 2).ToArbitrary(),
                (vigueur, ecart) =>
                {
                    bool Permise(EntreeEnVigueur? convention) =>
                        new ConventionEnVigueurAuLancement(
                            EtatDuGroupement.Ouvert,
                            vigueur.AddDays(-30),
                            null,
                            vigueur.AddDays(ecart),
                            convention
                        ).EstRespectee;
                    return Permise(new EntreeEnVigueur(vigueur, [])) == ecart >= 0
                        && !Permise(new EntreeEnVigueur(null, ["la publication"]))
                        && Permise(null);
                }
            )
            .Verifier();

    [Fact]
    public void Le_lancement_refuse_dit_ce_qui_manque_a_la_convention() =>
        Assert.Equal(
            "La convention n'est pas en vigueur : il manque la signature d'Arras. La procédure ne peut pas être lancée.",
            new ConventionEnVigueurAuLancement(
                EtatDuGroupement.Ouvert,
                Jour,
                null,
                Jour,
                new EntreeEnVigueur(null, ["la signature d'Arras"])
            ).Message
        );

    /// <summary>RG1.30 : le jour où la délibération est exécutoire est le premier jour de sortie possible.</summary>
    [Fact]
    public void La_sortie_se_fixe_du_jour_ou_la_deliberation_est_executoire() =>
        Prop.ForAll(
                Gen.Choose(-3, 3).ToArbitrary(),
                ecart =>
                {
                    var dossier = UnRetrait(ModeDeRetrait.DeliberationDatee);
                    var verdict = dossier.PeutDeliberer(Executoire(Jour), Jour.AddDays(ecart), new(2025, 1, 1), Jour.AddDays(10));
                    return verdict.EstFavorable == ecart >= 0;
                }
            )
            .Verifier();

    /// <summary>RG1.31 : la délibération exécutoire le 31 décembre sauve le préavis, celle du 1er janvier ne le sauve plus.</summary>
    [Fact]
    public void Le_preavis_vaut_si_la_deliberation_est_executoire_le_31_decembre_au_plus_tard() =>
        Prop.ForAll(
                Gen.Choose(2026, 2040).ToArbitrary(),
                Gen.Choose(-2, 2).ToArbitrary(),
                Gen.Choose(-1, 2).ToArbitrary(),
                (annee, ecart, apres) =>
                {
                    var fin = new DateOnly(annee, 12, 31);
                    var dossier = UnRetrait(ModeDeRetrait.PreavisAnnuel);
                    var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);
                    dossier.Informer(new DateOnly(annee, 10, 29), Exemples.Recepisse, new(2025, 1, 1), regles, fin.AddDays(30));
                    dossier.Deliberer(Executoire(fin.AddDays(ecart)), null, null, [], new(2025, 1, 1), fin.AddDays(30));
                    return dossier.SortieLe == fin && dossier.EstCaduc(fin.AddDays(apres)) == (apres > 0 && ecart > 0);
                }
            )
            .Verifier();

    /// <summary>RG1.33 et RG1.35, selon le profil et le nombre de membres qui resteraient.</summary>
    [Fact]
    public void Le_depart_du_coordonnateur_dissout_ou_se_refuse_et_deux_membres_au_moins_restent() =>
        Prop.ForAll(
                Gen.Choose(0, 4).ToArbitrary(),
                Gen.Elements(true, false).ToArbitrary(),
                Gen.Elements(Enum.GetValues<SortieDuCoordonnateur>()).ToArbitrary(),
                (restants, coordonnateur, sortie) =>
                {
                    var dossier = UnRetrait(ModeDeRetrait.DeliberationDatee);
                    var deliberation = Executoire(Jour) with { Piece = Guid.CreateVersion7() };
                    dossier.Deliberer(deliberation, Jour.AddDays(60), null, [], new(2025, 1, 1), Jour);
                    var faits = new FaitsDeRetrait("Arras", coordonnateur, sortie, restants, null);
                    return dossier.PeutConstater(faits).EstFavorable
                            == (coordonnateur ? sortie is SortieDuCoordonnateur.Dissout : restants >= 2)
                        && faits.DissoutLeGroupement == (coordonnateur && sortie is SortieDuCoordonnateur.Dissout);
                }
            )
            .Verifier();

    /// <summary>RG1.34 : à une approbation près, et au dernier jour exécutoire, quelle que soit la règle.</summary>
    [Fact]
    public void Un_avenant_prend_effet_a_l_accord_requis_et_pas_une_voix_plus_tot() =>
        Prop.ForAll(
                Gen.Choose(1, 20).ToArbitrary(),
                Gen.Choose(-2, 1).ToArbitrary(),
                Gen.Elements(true, false).ToArbitrary(),
                (membres, ecart, unanime) =>
                {
                    var requis = unanime ? membres : (membres / 2) + 1;
                    var approuves = Math.Clamp(requis + ecart, 0, membres);
                    var dates = Enumerable.Range(0, approuves).Select(i => (DateOnly?)Jour.AddDays(i)).Reverse().ToList();
                    var decompte = DecompteDAvenant.De(membres, dates, 0, unanime);
                    return decompte.Requis == requis
                        && decompte.AcquisLe == (approuves >= requis ? Jour.AddDays(requis - 1) : null)
                        && DecompteDAvenant.De(membres, [.. dates.Select(_ => (DateOnly?)null)], 0, unanime).AcquisLe is null;
                }
            )
            .Verifier();

    /// <summary>RG1.31, RG7.05 : le dernier jour utile est encore de l'année, le lendemain est de la suivante.</summary>
    [Fact]
    public void Le_preavis_suivi_est_celui_de_l_annee_jusqu_au_dernier_jour_utile_compris() =>
        Prop.ForAll(
                Gen.Choose(2026, 2040).ToArbitrary(),
                Gen.Choose(-2, 2).ToArbitrary(),
                (annee, ecart) =>
                {
                    var groupement = Exemples.UnGroupement();
                    var dernier = groupement.Regles.DernierJourDuPreavis(annee);
                    var suivi = groupement.SuivrePreavis(dernier.AddDays(ecart));
                    var echeance = groupement.Echeances.Single(e => e.Cle == "preavis");
                    return suivi
                        && echeance.Date == groupement.Regles.DernierJourDuPreavis(ecart <= 0 ? annee : annee + 1)
                        && !groupement.SuivrePreavis(dernier.AddDays(ecart));
                }
            )
            .Verifier();

    [Theory]
    [InlineData(true, ModeDAdhesion.ParAvenant, false)]
    [InlineData(true, ModeDAdhesion.ParFenetre, true)]
    [InlineData(false, ModeDAdhesion.ParAvenant, true)]
    public void Le_coordonnateur_ne_signe_seul_que_la_ou_chacun_adhere_par_son_dossier(
        bool seul,
        ModeDAdhesion mode,
        bool permis
    ) => Assert.Equal(permis, new MembresTousParties(seul, mode).EstRespectee);

    [Fact]
    public void Au_dela_de_dix_signatures_attendues_les_suivantes_sont_comptees()
    {
        var signatures = Enumerable.Range(1, 35).Select(i => ($"Commune {i:D2}", (DateOnly?)null)).ToList();

        var manquent = EntreeEnVigueur.De(signatures, Jour, Jour, publicationRequise: true).Manquent;

        Assert.Equal(11, manquent.Count);
        Assert.Equal(("la signature de la commune 01", "25 autres signatures"), (manquent[0], manquent[10]));
    }
}
