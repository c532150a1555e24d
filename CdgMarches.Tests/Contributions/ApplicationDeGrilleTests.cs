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
public sealed class ApplicationDeGrilleTests : EssaiDApplicationDeGrille
{
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
        var refus = await Assert.ThrowsAsync<RefusException>(() => NoterAsync(1, Debut.AddDays(-1)));
        Assert.Contains("le 1er janvier 2027", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_premiere_grille_ne_s_applique_a_un_acte_plus_ancien_que_du_jour_note()
    {
        await using var banc = await BancDesContributions.CreerAsync((420, 87));
        await using (var contexte = await banc.OuvrirAsync())
        {
            await contexte.ConventionsDAcces.ExecuteUpdateAsync(
                c => c.SetProperty(x => x.PremierJour, new DateOnly(2024, 6, 1)),
                Annulation
            );
        }

        var id = await banc.OuvrirCampagneAsync();
        var retenue = Assert.Single((await banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation)).Lignes);
        Assert.Null(retenue.Issue);
        Assert.Contains("la date où la grille s'applique", Assert.Single(retenue.Resultat.Manques), StringComparison.Ordinal);

        await banc.Le<AppliquerGrille>()
            .NoterAsync(
                Agents.Gestionnaire,
                banc.Grille.Id,
                null,
                VoieDApplication.Notification,
                GrilleDuCdg62.Debut,
                Annulation
            );

        var appelee = Assert.Single((await banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation)).Lignes);
        Assert.Equal((EtatDAppel.Emis, "500.00"), (appelee.Issue, appelee.Resultat.Montant.ToString()));
    }

    [Fact]
    public async Task Une_version_qui_compte_une_autre_annee_ne_change_pas_celle_des_conventions_restees_sous_la_precedente()
    {
        await using (var contexte = await _banc.OuvrirAsync())
        {
            foreach (var commune in _banc.Communes)
            {
                contexte.Add(ConsultationsDeclarees.Declarer(commune.Id, 2027, 400, null, OrigineDesConsultations.Saisie));
            }

            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var troisieme = await VersionAsync(
            d => d with { Lectures = d.Lectures with { Consultations = AnneeDesConsultations.Appelee } },
            _nouvelle,
            Debut.AddDays(1)
        );
        await _banc
            .Le<AppliquerGrille>()
            .NoterAsync(
                Agents.Gestionnaire,
                troisieme,
                new HashSet<Guid> { _banc.Conventions[0].Id.Valeur },
                VoieDApplication.Notification,
                Debut.AddDays(1),
                Annulation
            );
        var id = await _banc
            .Le<OuvrirCampagneDAppel>()
            .SurGrilleAsync(Agents.Gestionnaire, _banc.Grille.Lignee, 2028, null, Annulation);
        var sansChiffre = (await _banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation)).Lignes[0].Anomalies();
        Assert.DoesNotContain("consultations estimées", sansChiffre);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            foreach (var commune in await contexte.Collectivites.ToListAsync(Annulation))
            {
                commune.DeclarerEffectif(new Domain.Collectivites.DeclarationDEffectif(2028, 420));
                contexte.Add(ConsultationsDeclarees.Declarer(commune.Id, 2028, 10, null, OrigineDesConsultations.Saisie));
            }

            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var lignes = (await _banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation)).Lignes;

        // The first counts 2028 (10, doubled grid), the second stays under version 1 and counts 2027 (400).
        Assert.Equal(
            ["3 10 2028 500.00", "1 400 2027 4000.00"],
            lignes.Select(l =>
                $"{l.Grille!.Numero} {l.Faits.Faits.Consultations} {l.Faits.Faits.AnneeDesConsultations} {l.Resultat.Montant}"
            )
        );
        Assert.EndsWith("400 consultations créées en 2027.", lignes[1].Resultat.Fiche, StringComparison.Ordinal);
        var prevision = Assert.Single(
            await _banc.Le<App.Contributions.Finances.Prevoir>().ExecuterAsync(Agents.Lecture, 2028, Annulation)
        );
        Assert.Equal((2, 2, "4500.00"), (prevision.Redevables, prevision.Chiffres, prevision.Total.ToString()));
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
        Assert.Contains("De 50 à 150 (de 50 inclus à 150 inclus)", texte, StringComparison.Ordinal);
        Assert.Contains("Gratuit", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("0,00\u00A0€\n0,00", texte, StringComparison.Ordinal);
        var net = texte.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        Assert.Contains("350 agents\ntranche 1, moins de 350 agents", net, StringComparison.Ordinal);
        Assert.Contains("l'année précédente, réelle", net, StringComparison.Ordinal);
        Assert.Contains("la délibération du 5 mars 2026", net, StringComparison.Ordinal);
        Assert.Contains("la commune 0001", net, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_avenant_se_signe_des_deux_parties()
    {
        var modele = _banc.Le<CatalogueDeDocuments>().De(AvenantDeGrille.Nature);
        var contenus = await modele.ChargerAsync(Agents.Gestionnaire, _nouvelle.Valeur, Annulation);
        var id = await _banc
            .Le<ProduireDocument>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                new DemandeDeDocument(AvenantDeGrille.Nature, _nouvelle.Valeur) { Destinataire = contenus[0].Destinataire!.Id },
                Annulation
            );

        await using var contexte = await _banc.OuvrirAsync();
        var produit = await contexte.DocumentsProduits.SingleAsync(d => d.Id == id, Annulation);
        var texte = await TexteDuDocument.LireAsync(_banc.Socle, produit.Piece, Annulation);
        Assert.Contains("Pour la commune 0000", texte, StringComparison.Ordinal);
        Assert.Equal(2, texte.Split("Date et signature").Length - 1);
        Assert.Contains("représentée par ……………………", texte, StringComparison.Ordinal);
        Assert.Contains("en deux exemplaires", texte, StringComparison.Ordinal);
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
}
