using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Contributions.Refacturer;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Les frais d'un groupement, du premier au décompte : partage, exemptions, strates, inscrits et présents, appel.</summary>
public sealed class RefacturationTests : IAsyncLifetime
{
    private static readonly DateOnly Jour = Horloges.Jour;

    private readonly Collectivite _cdg = Groupements.Exemples.UneCommune(
        "Centre de gestion",
        CategorieDeCollectivite.CentreDeGestion
    );
    private readonly Collectivite _arras = UnMembre("Arras", CategorieDeCollectivite.Commune, 1);
    private readonly Collectivite _bethune = UnMembre("Béthune", CategorieDeCollectivite.Commune, 2);
    private readonly Collectivite _ccas = UnMembre("CCAS d'Arras", CategorieDeCollectivite.Ccas, 3);
    private readonly Collectivite _cias = UnMembre("CIAS du Littoral", CategorieDeCollectivite.Cias, 4);
    private SocleDEssai _socle = null!;
    private Groupement _groupement = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync(s =>
            s.AddCollectivites().AddGroupements().AddProcedures().AddDocuments().AddCourriels().AddContributions()
        );
        await new Database.Reference.ChargerReference(
            _socle.Base.Fabrique,
            [new Database.Reference.ChargementDesContributions()],
            _socle.Horloge
        ).ExecuterAsync();
        _ccas.Rattacher(_arras.Id, CategorieDeCollectivite.Commune, "Arras");
        foreach (var (membre, habitants) in new[] { (_arras, 42_000), (_bethune, 25_000), (_ccas, 0), (_cias, 3_000) })
        {
            membre.RenseignerPopulation(new DeclarationDePopulation(2026, habitants, habitants));
            membre.DeclarerEffectif(new DeclarationDEffectif(2026, Math.Max(10, habitants / 100)));
        }

        _groupement = Groupements.Exemples.UnGroupement(_cdg.Id);
        await _socle.Base.SemerAsync(_cdg, _arras, _bethune, _cias, _groupement, Exemples.UnComptable());
        await _socle.Base.SemerAsync(_ccas);
        await _socle.Base.SemerAsync([
            .. new[] { _arras, _bethune, _ccas, _cias }.Select(c => (object)Groupements.Exemples.UneAdhesion(_groupement, c.Id)),
        ]);
    }

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Le_type_2_epargne_le_ccas_de_la_commune_membre_pas_le_cias_et_la_somme_des_parts_est_le_total()
    {
        var id = await CreerAsync(Definition("TYPE2") with { Exemptions = Type2 });
        await AjouterAsync(id, 1_000m);

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;

        Assert.Equal(
            ["Arras 333.34", "Béthune 333.33", "CCAS d'Arras 0.00", "CIAS du Littoral 333.33"],
            fiche.Parts.Select(p => $"{p.Nom} {p.Part.Montant}")
        );
        Assert.Equal(fiche.Refacturation.Total, MontantHt.Somme(fiche.Parts.Select(p => p.Part.Montant)));
        Assert.Contains("Rien n'est dû", fiche.Parts[2].Part.Fiche, StringComparison.Ordinal);
        Assert.Contains("à parts égales entre 3 membres = 333,34", fiche.Parts[0].Part.Fiche, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_ccas_qui_a_son_propre_acces_paie_le_type_2_quoique_sa_commune_soit_membre()
    {
        await using (var contexte = await _socle.OuvrirAsync())
        {
            var ccas = await contexte.Collectivites.SingleAsync(c => c.Id == _ccas.Id, Annulation);
            ccas.Modifier(ccas.Identite with { UtiliseLAccesDeSaCommune = false });
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var id = await CreerAsync(Definition("TYPE2") with { Exemptions = Type2 });
        await AjouterAsync(id, 1_000m);

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;

        Assert.Equal("CCAS d'Arras 250.00", $"{fiche.Parts[2].Nom} {fiche.Parts[2].Part.Montant}");
    }

    [Fact]
    public async Task Le_type_1_est_toujours_du_meme_par_un_ccas()
    {
        var id = await CreerAsync(Definition("TYPE1"));
        await AjouterAsync(id, 1_000m);

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;

        Assert.All(fiche.Parts, p => Assert.Equal("250.00", p.Part.Montant.ToString()));
    }

    [Theory]
    [InlineData("TYPE1", Declencheur.Annuel, true)]
    [InlineData("FRAIS", Declencheur.Consultation, true)]
    [InlineData("TYPE2", Declencheur.Annuel, false)]
    public async Task L_exemption_n_est_admise_que_hors_des_frais_de_procedure(string code, Declencheur declencheur, bool refuse)
    {
        var definition = Definition(code) with
        {
            Type = new TypeDeFacturation(code, "Frais", declencheur, NatureDeLaDette.Frais),
            Exemptions = Type2,
        };

        var refus = await Record.ExceptionAsync(() => CreerAsync(definition));

        Assert.Equal(refuse, refus is RegleMetierException { Obstacles: [{ Code: "RG6.27", Champ: "exempter" }] });
    }

    [Fact]
    public async Task Ouverte_une_refacturation_se_corrige_en_gardant_ses_frais_arretee_elle_ne_change_plus()
    {
        var id = await CreerAsync(Definition("TYPE1"));
        await AjouterAsync(id, 1_000m);
        var corrigee = Definition("TYPE2", "PROC-2026-001") with
        {
            Intitule = "Frais corrigés",
            Partage = CleDePartage.Agents,
            Exemptions = Type2,
            Tva = TauxTva.DePourcentage(20m),
        };

        await Corriger.ModifierAsync(Agents.Gestionnaire, id, await VersionAsync(id), corrigee, Annulation);

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;
        var r = fiche.Refacturation;
        Assert.Equal(
            ("Frais corrigés", "TYPE2", "PROC-2026-001", CleDePartage.Agents, 20m),
            (r.Intitule, r.Type.Code, r.Occurrence, r.Partage, r.Tva.Pourcentage)
        );
        Assert.Equal((1, 2), (r.Lignes.Count, r.Exemptions.Count));
        await Tenir.ArreterAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);
        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await Corriger.ModifierAsync(Agents.Gestionnaire, id, await VersionAsync(id), corrigee, Annulation)
        );
        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await Corriger.SupprimerAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation)
        );
    }

    [Fact]
    public async Task Ouverte_par_erreur_une_refacturation_se_supprime_avec_ses_frais_et_le_journal_le_dit()
    {
        var id = await CreerAsync(Definition("TYPE1"));
        await AjouterAsync(id, 1_000m);

        await Assert.ThrowsAsync<DroitManquantException>(() => Corriger.SupprimerAsync(Agents.Lecture, id, 2, Annulation));
        await Corriger.SupprimerAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);

        Assert.Null(await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation));
        await using var contexte = await _socle.OuvrirAsync();
        Assert.Contains(
            await contexte.Journal.Where(l => l.ObjetId == id.Valeur).Select(l => l.Libelle).ToListAsync(Annulation),
            l => l == "Refacturation « Frais » supprimée."
        );
        await CreerAsync(Definition("TYPE1"));
    }

    [Fact]
    public async Task Une_meme_occurrence_ne_s_ouvre_pas_deux_fois_sous_le_meme_type()
    {
        var id = await CreerAsync(Definition("TYPE1", "PROC-2026-001"));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => CreerAsync(Definition("type1", " PROC-2026-001 ")));

        Assert.Equal(("RG6.14", "occurrence"), (Assert.Single(refus.Obstacles).Code, refus.Obstacles[0].Champ));
        Assert.Contains("« Frais » refacture déjà « PROC-2026-001 »", refus.Obstacles[0].Message, StringComparison.Ordinal);
        await Corriger.ModifierAsync(
            Agents.Gestionnaire,
            id,
            await VersionAsync(id),
            Definition("TYPE1", "PROC-2026-001"),
            Annulation
        );
        await CreerAsync(Definition("TYPE2", "PROC-2026-001"));
    }

    [Fact]
    public async Task Une_session_donne_ses_inscrits_et_ses_presents()
    {
        var session = SessionDePresentation.Programmer(
            _groupement.Id,
            new SaisieDeSession("Parapheurs", Jour, new TimeOnly(9, 0), new TimeOnly(12, 0), "Au siège", "Prestataire A", null)
        );
        await _socle.Base.SemerAsync(session);
        var presente = Inscrire(session, _arras);
        presente.Relever(true, session, Jour);
        await _socle.Base.SemerAsync(presente, Inscrire(session, _bethune));
        var id = await CreerAsync(Definition("SESSION") with { Session = session.Id, Parmi = AssietteDePartage.Presents });
        await AjouterAsync(
            id,
            90m,
            new SaisieDeFrais(NatureDeFrais.SessionMutualisee, "Salle", Jour, MontantHt.DEuros(90m), "S-1")
            {
                Session = session.Id,
            }
        );

        var comptes = await Tenir.ReprendreLaSessionAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);

        Assert.Equal((2, 1), comptes);
        var presents = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;
        Assert.Equal(["Arras 90.00"], presents.Parts.Select(p => $"{p.Nom} {p.Part.Montant}"));
        Assert.Equal("Session du 10/03/2026", presents.Origines[1]);
        var origines = await _socle.Le<LireOriginesDeFrais>().ExecuterAsync(Agents.Lecture, _groupement.Id, Annulation);
        Assert.Equal((session.Id, "Session du 10/03/2026"), (origines.Single().Session!.Value, origines.Single().Occurrence));
        var inscrits = await CreerAsync(
            Definition("SESSION", "autre") with
            {
                Session = session.Id,
                Parmi = AssietteDePartage.Inscrits,
            }
        );
        await AjouterAsync(inscrits, 90m);
        await Tenir.ReprendreLaSessionAsync(Agents.Gestionnaire, inscrits, await VersionAsync(inscrits), Annulation);
        Assert.Equal(
            ["Arras 45.00", "Béthune 45.00"],
            (await Tenir.LireAsync(Agents.Gestionnaire, inscrits, Annulation))!.Parts.Select(p => $"{p.Nom} {p.Part.Montant}")
        );
    }

    [Fact]
    public async Task Les_strates_d_une_convention_d_acces_ne_rangent_pas_les_membres_d_un_groupement()
    {
        var acces = Exemples.UneGrille();
        await _socle.Base.SemerAsync(acces);
        var definition = Definition("TYPE1") with { Partage = CleDePartage.Strates, Strates = acces.Lignee };

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => CreerAsync(definition));
        var id = await CreerAsync(Definition("TYPE1"));
        var correction = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await Corriger.ModifierAsync(Agents.Gestionnaire, id, await VersionAsync(id), definition, Annulation)
        );

        Assert.All(
            [refus, correction],
            r => Assert.Equal(("RG6.26", "strates"), (Assert.Single(r.Obstacles).Code, r.Obstacles[0].Champ))
        );
        Assert.Empty(await _socle.Le<LireGrilles>().StratesAsync(Agents.Gestionnaire, _groupement.Id, Annulation));
    }

    [Fact]
    public async Task Par_strates_chacun_pese_le_montant_de_sa_case()
    {
        var strates = Grille.Creer(
            new DefinitionDeGrille
            {
                Intitule = "Strates",
                Portee = PorteeDeGrille.Groupement,
                Groupement = _groupement.Id,
                Type = new TypeDeFacturation("STRATES", "Strates", Declencheur.Annuel, NatureDeLaDette.Frais),
                Objet = "Poids",
                Fondement = "Convention",
                Axes = [AxeDeGrille.Population],
                Tranches =
                [
                    new(AxeDeGrille.Population, 1, "", null, true, 10_000, true),
                    new(AxeDeGrille.Population, 2, "", 10_000, false, null, true),
                ],
                Cellules =
                [
                    new("1", MontantHt.DEuros(1), MontantHt.DEuros(1)),
                    new("2", MontantHt.DEuros(3), MontantHt.DEuros(3)),
                ],
            },
            null
        );
        strates.Adopter("Délibération", new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1), []);
        await _socle.Base.SemerAsync(strates);
        var id = await CreerAsync(Definition("TYPE1") with { Partage = CleDePartage.Strates, Strates = strates.Lignee });
        await AjouterAsync(id, 800m);

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;

        Assert.Equal(
            ["Arras 300.00", "Béthune 300.00", "CCAS d'Arras 100.00", "CIAS du Littoral 100.00"],
            fiche.Parts.Select(p => $"{p.Nom} {p.Part.Montant}")
        );
    }

    [Fact]
    public async Task Arretes_les_frais_ne_changent_plus_se_decomptent_et_s_appellent()
    {
        var id = await CreerAsync(Definition("TYPE2") with { Exemptions = Type2, Partage = CleDePartage.Agents });
        await AjouterAsync(id, 100.01m);
        await Tenir.ArreterAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);
        await Assert.ThrowsAsync<RegleMetierException>(() => AjouterAsync(id, 5m));

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;
        using var classeur = new XLWorkbook(new MemoryStream(ClasseursDesContributions.Decompte(fiche, Jour)));
        var parts = classeur.Worksheet("Parts").Column(3).CellsUsed().Skip(1).Select(c => c.GetDouble()).ToList();
        Assert.Equal(100.01, Math.Round(parts.Take(4).Sum(), 2));
        var decomptes = await _socle
            .Le<CatalogueDeDocuments>()
            .De(DecompteDuMembre.Nature)
            .ChargerAsync(Agents.Gestionnaire, id.Valeur, Annulation);
        Assert.Equal(4, decomptes.Count);
        Assert.Equal(fiche.Parts.Select(p => $"Décompte, Frais — {p.Nom}"), decomptes.Select(d => d.Titre));

        var campagne = await _socle.Le<OuvrirCampagneDAppel>().SurRefacturationAsync(Agents.Gestionnaire, id, Annulation);
        var simulation = await _socle.Le<Simuler>().ExecuterAsync(Agents.Lecture, campagne, Annulation);
        Assert.Equal("100.01", MontantHt.Somme(simulation.Lignes.Select(l => l.Resultat.Montant)).ToString());
        Assert.Equal(
            campagne,
            await _socle.Le<OuvrirCampagneDAppel>().SurRefacturationAsync(Agents.Gestionnaire, id, Annulation)
        );
    }

    [Fact]
    public async Task Arretees_les_parts_restent_celles_du_jour_quoi_qu_il_arrive_aux_membres()
    {
        var id = await CreerAsync(Definition("TYPE1") with { Partage = CleDePartage.Agents });
        await AjouterAsync(id, 100.01m);
        await Tenir.ArreterAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);
        var avant = await PartsAsync();
        await using (var contexte = await _socle.OuvrirAsync())
        {
            var arras = await contexte.Collectivites.SingleAsync(c => c.Id == _arras.Id, Annulation);
            arras.DeclarerEffectif(new DeclarationDEffectif(2026, 5_000));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var campagne = await _socle.Le<OuvrirCampagneDAppel>().SurRefacturationAsync(Agents.Gestionnaire, id, Annulation);
        var lignes = (await _socle.Le<Simuler>().ExecuterAsync(Agents.Lecture, campagne, Annulation)).Lignes.OrderBy(
            l => l.Faits.CleDeTri,
            StringComparer.Ordinal
        );

        Assert.Equal(avant, await PartsAsync());
        Assert.Equal(avant, lignes.Select(l => $"{l.Faits.Debiteur.Nom} {l.Resultat.Montant}"));

        async Task<List<string>> PartsAsync() =>
            [.. (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!.Parts.Select(p => $"{p.Nom} {p.Part.Montant}")];
    }

    [Fact]
    public async Task Le_coordonnateur_porte_sa_part_sans_s_appeler_et_une_exoneration_n_appelle_rien()
    {
        await _socle.Base.SemerAsync(Groupements.Exemples.UneAdhesion(_groupement, _cdg.Id));
        var id = await CreerAsync(Definition("TYPE1"));
        await AjouterAsync(id, 1_000m);
        await Tenir.ArreterAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);
        var campagne = await _socle.Le<OuvrirCampagneDAppel>().SurRefacturationAsync(Agents.Gestionnaire, id, Annulation);
        var preparer = _socle.Le<PreparerCampagneDAppel>();
        var bethune = (await SimulerAsync()).Single(l => l.Faits.Debiteur.Nom == "Béthune");

        await preparer.ExonererAsync(
            Agents.Gestionnaire,
            campagne,
            await VersionDeCampagneAsync(),
            bethune.SourceId,
            "Décision du président",
            Jour,
            Annulation
        );

        Assert.Equal(
            [
                "Arras 200.00 Emis",
                "Béthune 0.00 SansAppel",
                "CCAS d'Arras 200.00 Emis",
                "Centre de gestion 0.00 SansAppel",
                "CIAS du Littoral 200.00 Emis",
            ],
            (await SimulerAsync()).Select(l => $"{l.Faits.Debiteur.Nom} {l.Resultat.Montant} {l.Issue}")
        );

        async Task<IEnumerable<LigneDeSimulation>> SimulerAsync() =>
            (await _socle.Le<Simuler>().ExecuterAsync(Agents.Lecture, campagne, Annulation)).Lignes.OrderBy(
                l => l.Faits.CleDeTri,
                StringComparer.Ordinal
            );

        async Task<int> VersionDeCampagneAsync()
        {
            await using var contexte = await _socle.OuvrirAsync();
            return await contexte.CampagnesDAppel.Where(c => c.Id == campagne).Select(c => c.Version).SingleAsync(Annulation);
        }
    }

    [Fact]
    public async Task Le_centre_de_gestion_qui_emet_ne_s_appelle_pas_lui_meme_dans_un_groupement_qu_un_autre_coordonne()
    {
        var emetteur = Groupements.Exemples.UneCommune("Centre de gestion du Littoral", CategorieDeCollectivite.CentreDeGestion);
        await _socle.Base.SemerAsync(
            emetteur,
            new Database.Parametres.ReglageGeneral(App.Parametres.ClesDeReglage.NomDuCdg, "Centre de gestion du littoral")
        );
        await _socle.Base.SemerAsync(Groupements.Exemples.UneAdhesion(_groupement, emetteur.Id));
        var id = await CreerAsync(Definition("TYPE1"));
        await AjouterAsync(id, 1_000m);
        await Tenir.ArreterAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);
        var campagne = await _socle.Le<OuvrirCampagneDAppel>().SurRefacturationAsync(Agents.Gestionnaire, id, Annulation);

        var lignes = (await _socle.Le<Simuler>().ExecuterAsync(Agents.Lecture, campagne, Annulation)).Lignes;

        var sienne = Assert.Single(lignes, l => l.Issue is EtatDAppel.SansAppel);
        Assert.Equal((emetteur.Id, "0.00"), (sienne.Faits.Redevable.Collectivite, sienne.Resultat.Montant.ToString()));
        Assert.Contains(
            "la part du centre de gestion, qui émet les titres, reste à sa charge",
            sienne.Resultat.Fiche,
            StringComparison.Ordinal
        );
        Assert.All(lignes.Where(l => l != sienne), l => Assert.Equal("200.00", l.Resultat.Montant.ToString()));
    }

    [Fact]
    public async Task Un_membre_sans_la_donnee_de_la_cle_est_nomme_et_retient_l_arrete()
    {
        await using (var contexte = await _socle.OuvrirAsync())
        {
            contexte.Add(Groupements.Exemples.UneAdhesion(_groupement, _cdg.Id));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var id = await CreerAsync(Definition("TYPE1") with { Partage = CleDePartage.Population });
        await AjouterAsync(id, 1_000m);

        var fiche = (await Tenir.LireAsync(Agents.Gestionnaire, id, Annulation))!;

        var sans = Assert.Single(fiche.Parts, p => p.Part.SansPoids);
        Assert.Equal(("Centre de gestion", "Il manque la population totale."), (sans.Nom, sans.Part.Fiche));
        Assert.Equal("RG6.13", Assert.Single(fiche.PeutArreter.Obstacles).Code);
    }

    [Fact]
    public async Task Une_mission_gratuite_refuse_une_ligne_de_remuneration()
    {
        await _socle.Base.SemerAsync(
            RegimeFinancier.Fixer(_groupement.Id, missionRemuneree: false, ["TYPE1", "TYPE2"], "Convention constitutive")
        );

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            CreerAsync(
                Definition("MISSION") with
                {
                    Type = new TypeDeFacturation("MISSION", "Mission", Declencheur.Annuel, NatureDeLaDette.Remuneration),
                }
            )
        );
        await Assert.ThrowsAsync<RegleMetierException>(() => CreerAsync(Definition("SESSION")));

        Assert.Equal("RG6.25", Assert.Single(refus.Obstacles).Code);
        await CreerAsync(Definition("TYPE1"));
    }

    [Fact]
    public async Task Un_agent_limite_a_un_autre_groupement_ne_voit_ni_ne_touche_rien()
    {
        var id = await CreerAsync(Definition("TYPE1"));
        var limite = Groupements.BancDesGroupements.Limite(GroupementId.Nouveau());

        Assert.Null(await Tenir.LireAsync(limite, id, Annulation));
        Assert.Equal(0, (await Tenir.ListerAsync(limite, new Demande(), Annulation)).Total);
        await Assert.ThrowsAsync<DroitManquantException>(() => Tenir.ArreterAsync(limite, id, 1, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _socle.Le<LireOriginesDeFrais>().ExecuterAsync(limite, _groupement.Id, Annulation)
        );
    }

    private static IReadOnlyList<Exemption> Type2 =>
        [
            new(CategorieDeCollectivite.Ccas, ConditionDExemption.CommuneMembre, "type 2"),
            new(CategorieDeCollectivite.CaisseDesEcoles, ConditionDExemption.CommuneMembre, "type 2"),
        ];

    private CorrigerRefacturation Corriger => _socle.Le<CorrigerRefacturation>();

    private TenirRefacturations Tenir => _socle.Le<TenirRefacturations>();

    private static DefinitionDeRefacturation Definition(string code, string occurrence = "2026") =>
        new()
        {
            Intitule = "Frais",
            Occurrence = occurrence,
            Fondement = "Convention constitutive, frais",
            Type = new TypeDeFacturation(code, "Frais", Declencheur.Annuel, NatureDeLaDette.Frais),
        };

    private Task<RefacturationId> CreerAsync(DefinitionDeRefacturation definition) =>
        Tenir.CreerAsync(Agents.Gestionnaire, _groupement.Id, 2026, definition, Annulation);

    private async Task AjouterAsync(RefacturationId id, decimal euros, SaisieDeFrais? ligne = null) =>
        await Tenir.AjouterAsync(
            Agents.Gestionnaire,
            id,
            await VersionAsync(id),
            ligne ?? new SaisieDeFrais(NatureDeFrais.AutresFrais, "Fournisseur", Jour, MontantHt.DEuros(euros), "F-1"),
            Annulation
        );

    private async Task<int> VersionAsync(RefacturationId id)
    {
        await using var contexte = await _socle.OuvrirAsync();
        return await contexte.Refacturations.Where(r => r.Id == id).Select(r => r.Version).SingleAsync(Annulation);
    }

    private static Inscription Inscrire(SessionDePresentation session, Collectivite membre) =>
        Inscription.Inscrire(session, membre.Id, "Camille", null, 0, Jour, HorlogeFigee.Origine);

    private static Collectivite UnMembre(string nom, CategorieDeCollectivite categorie, int rang) =>
        Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = nom,
                Categorie = categorie,
                Departement = "62",
                Siret = Siret.Parse(Collectivites.ReferentielDEssai.SiretDe(Collectivites.ReferentielDEssai.SirenFictif(rang))),
            }
        );
}
