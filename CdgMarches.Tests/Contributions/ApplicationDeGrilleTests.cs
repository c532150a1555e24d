using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Une nouvelle grille liste les conventions qu'elle concerne, s'y propose, et n'y vaut que du jour noté.</summary>
public sealed class ApplicationDeGrilleTests : IAsyncLifetime
{
    private static readonly DateOnly Debut = new(2027, 1, 1);

    private BancDesContributions _banc = null!;
    private GrilleId _nouvelle;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync((420, 87), (600, 160));
        await _banc.AdresserAsync(0, null);
        await _banc.AdresserAsync(1, null);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            foreach (var (rang, commune) in _banc.Communes.Index())
            {
                var lue = await contexte.Collectivites.SingleAsync(c => c.Id == commune.Id, Annulation);
                lue.DeclarerEffectif(new Domain.Collectivites.DeclarationDEffectif(2027, 420));
                contexte.Add(ConsultationsDeclarees.Declarer(commune.Id, 2026, 87 + rang, null, OrigineDesConsultations.Saisie));
            }

            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        _nouvelle = await DoublerAsync();
    }

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task La_grille_ne_s_applique_a_chaque_convention_que_du_jour_note()
    {
        var id = await _banc
            .Le<OuvrirCampagneDAppel>()
            .SurGrilleAsync(Agents.Gestionnaire, _banc.Grille.Lignee, 2027, null, Annulation);
        Assert.Equal(["500.00", "500.00"], await MontantsAsync(id));

        await NoterAsync(0, Debut);
        Assert.Equal(["1000.00", "500.00"], await MontantsAsync(id));

        await NoterAsync(1, Debut.AddDays(1));
        Assert.Equal(["1000.00", "500.00"], await MontantsAsync(id));

        await NoterAsync(1, Debut);
        Assert.Equal(["1000.00", "1000.00"], await MontantsAsync(id));
        await Assert.ThrowsAsync<RefusException>(() => NoterAsync(1, Debut.AddDays(-1)));
    }

    [Fact]
    public async Task Les_actes_concernes_se_listent_par_la_base_et_se_cherchent()
    {
        var appliquer = _banc.Le<AppliquerGrille>();
        await NoterAsync(0, Debut);

        var tous = await appliquer.LireAsync(Agents.Lecture, _nouvelle, new Demande(Taille: 1), Annulation);
        Assert.Equal((2, 1), (tous.Total, tous.Elements.Count));
        Assert.Equal(("Commune 0000", VoieDApplication.Avenant), (tous.Elements[0].Nom, tous.Elements[0].Voie));
        Assert.Equal(["Commune 0001"], await NomsAsync("a-noter", null));
        Assert.Equal(["Commune 0000"], await NomsAsync("notes", null));
        Assert.Equal(["Commune 0001"], await NomsAsync(null, _banc.Communes[1].Siret!.Valeur));
        Assert.Empty((await appliquer.LireAsync(Agents.Lecture, _banc.Grille.Id, new Demande(), Annulation)).Elements);

        async Task<IEnumerable<string>> NomsAsync(string? etat, string? recherche) =>
            (
                await appliquer.LireAsync(
                    Agents.Lecture,
                    _nouvelle,
                    new Demande(
                        Recherche: recherche,
                        Filtres: etat is null ? null : new Dictionary<string, string> { ["etat"] = etat }
                    ),
                    Annulation
                )
            ).Elements.Select(a => a.Nom);
    }

    [Theory]
    [InlineData(AvenantDeGrille.Nature, "Avenant à la convention CONV-")]
    [InlineData(NotificationDeGrille.Nature, "Elle remplace l'annexe de la convention CONV-")]
    public async Task L_avenant_et_la_notification_portent_la_nouvelle_annexe(string nature, string attendu)
    {
        var modele = _banc.Le<CatalogueDeDocuments>().De(nature);
        var contenus = await modele.ChargerAsync(Agents.Gestionnaire, _nouvelle.Valeur, Annulation);
        Assert.Equal(2, contenus.Count);

        var id = await _banc
            .Le<ProduireDocument>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                new DemandeDeDocument(nature, _nouvelle.Valeur) { Destinataire = contenus[1].Destinataire!.Id },
                Annulation
            );

        await using var contexte = await _banc.OuvrirAsync();
        var produit = await contexte.DocumentsProduits.SingleAsync(d => d.Id == id, Annulation);
        var texte = await TexteDuDocument.LireAsync(_banc.Socle, produit.Piece, Annulation);
        Assert.Contains(attendu, texte, StringComparison.Ordinal);
        Assert.Contains("commune 0001", texte, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("plus de 350 agents, De 50 à 150", texte, StringComparison.Ordinal);
        Assert.Contains("1 000,00", texte.Replace('\u202F', ' ').Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("1er janvier 2027", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notee_par_avenant_une_convention_ne_se_notifie_plus()
    {
        await NoterAsync(0, Debut);

        var avenants = await _banc
            .Le<CatalogueDeDocuments>()
            .De(AvenantDeGrille.Nature)
            .ChargerAsync(Agents.Gestionnaire, _nouvelle.Valeur, Annulation);
        var notifications = await _banc
            .Le<CatalogueDeDocuments>()
            .De(NotificationDeGrille.Nature)
            .ChargerAsync(Agents.Gestionnaire, _nouvelle.Valeur, Annulation);

        Assert.Equal((2, 1), (avenants.Count, notifications.Count));
    }

    [Fact]
    public async Task Une_grille_changee_apres_l_emission_ne_touche_ni_les_appels_emis_ni_ce_qu_on_propose_d_en_corriger()
    {
        await _banc.EmettreAsync();
        var avant = await AppelsAsync();

        await NoterAsync(0, Debut);
        await NoterAsync(1, Debut);

        Assert.Equal(avant, await AppelsAsync());
        Assert.All(avant, a => Assert.EndsWith(_banc.Grille.Id.Valeur.ToString(), a, StringComparison.Ordinal));
        Assert.Empty(await _banc.Le<App.Contributions.Appels.Recalculer>().ExerciceAsync(Agents.Lecture, 2026, Annulation));
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<ModifierGrille>().ExecuterAsync(Agents.Gestionnaire, _nouvelle, 3, _banc.Grille.Definition(), Annulation)
        );

        async Task<List<string>> AppelsAsync()
        {
            await using var contexte = await _banc.OuvrirAsync();
            return
            [
                .. (await contexte.Appels.AsNoTracking().OrderBy(a => a.Numero).ToListAsync(Annulation)).Select(a =>
                    $"{a.Reference} {a.Montant} {a.Grille!.Value.Valeur}"
                ),
            ];
        }
    }

    [Fact]
    public async Task La_simulation_dit_avant_et_apres_pour_chacun_les_totaux_la_repartition_et_se_relit_dans_excel()
    {
        var comparer = _banc.Le<ComparerGrille>();

        var comparaison = (await comparer.ExecuterAsync(Agents.Lecture, _nouvelle, 2027, annulation: Annulation))!;

        Assert.Equal(
            ["500.00 1000.00 500.00", "500.00 1000.00 500.00"],
            comparaison.Lignes.Select(l => $"{l.Avant} {l.Apres} {l.Ecart}")
        );
        Assert.Equal(
            ("1000.00", "2000.00", 2, 0),
            (comparaison.TotalAvant.ToString(), comparaison.TotalApres.ToString(), comparaison.Perdants, comparaison.Gagnants)
        );
        Assert.Equal([(2, 0), (0, 2)], comparaison.Repartition.Where(r => r.Avant + r.Apres > 0).Select(r => (r.Avant, r.Apres)));
        using var classeur = new ClosedXML.Excel.XLWorkbook(
            new MemoryStream(App.Contributions.ClasseursDesContributions.Comparaison(comparaison, Horloges.Jour))
        );
        var ligne = classeur.Worksheet("Avant et après").RowsUsed().Single(r => r.Cell(1).GetString() == "Commune 0001");
        Assert.Equal((500d, 1000d, 500d), (ligne.Cell(5).GetDouble(), ligne.Cell(6).GetDouble(), ligne.Cell(7).GetDouble()));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.False(await contexte.Appels.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Une_lecture_changee_se_simule_sans_rien_ecrire()
    {
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var declaration = await contexte.ConsultationsDeclarees.SingleAsync(
                d => d.Annee == 2026 && d.Collectivite == _banc.Communes[0].Id,
                Annulation
            );
            declaration.Corriger(150, null, OrigineDesConsultations.Saisie);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        List<LectureDeCasLimite> lectures =
        [
            .. _banc
                .Grille.CasLimites.Where(c => (c.Axe, c.Valeur) != (AxeDeGrille.Consultations, 150))
                .Append(
                    new LectureDeCasLimite(AxeDeGrille.Consultations, 150, 3, confirmationRequise: false, "contre le débiteur")
                ),
        ];
        var comparaison = (
            await _banc
                .Le<ComparerGrille>()
                .ExecuterAsync(Agents.Lecture, _banc.Grille.Id, 2027, casLimites: lectures, annulation: Annulation)
        )!;

        Assert.Equal(["500.00 1000.00", "500.00 500.00"], comparaison.Lignes.Select(l => $"{l.Avant} {l.Apres}"));
    }

    private Task<int> NoterAsync(int rang, DateOnly effet) =>
        _banc
            .Le<AppliquerGrille>()
            .NoterAsync(
                Agents.Gestionnaire,
                _nouvelle,
                new HashSet<Guid> { _banc.Conventions[rang].Id.Valeur },
                VoieDApplication.Avenant,
                effet,
                Annulation
            );

    private async Task<List<string>> MontantsAsync(CampagneDAppelId id) =>
        [
            .. (await _banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation)).Lignes.Select(l =>
                l.Resultat.Montant.ToString()
            ),
        ];

    /// <summary>La version 2 : chaque case au double, à compter de 2027.</summary>
    private async Task<GrilleId> DoublerAsync()
    {
        var modifier = _banc.Le<ModifierGrille>();
        var id = await modifier.NouvelleVersionAsync(Agents.Gestionnaire, _banc.Grille.Id, Annulation);
        var d = _banc.Grille.Definition();
        await modifier.ExecuterAsync(
            Agents.Gestionnaire,
            id,
            1,
            d with
            {
                Cellules =
                [
                    .. d.Cellules.Select(c => new CelluleDeGrille(
                        c.Coordonnees,
                        c.PremiereAnnee + c.PremiereAnnee,
                        c.AnneesSuivantes + c.AnneesSuivantes
                    )),
                ],
            },
            Annulation
        );
        await _banc
            .Le<AdopterGrille>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                id,
                2,
                "Délibération du 5 mars 2026",
                new DateOnly(2026, 3, 5),
                Debut,
                Annulation
            );
        return id;
    }
}
