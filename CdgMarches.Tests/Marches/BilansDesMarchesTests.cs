using CdgMarches.App.Echeancier;
using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Marches;

/// <summary>Les bilans annuels : demandés, relancés, comptés, à l'échéancier, les mêmes partout (RG7.01).</summary>
public sealed class BilansDesMarchesTests : EssaiDExecution
{
    [Fact]
    public async Task Les_bilans_se_demandent_pour_tous_se_relancent_une_fois_par_jour_et_se_consolident()
    {
        var marche = await _banc.MarcheNotifieAsync();
        _banc.Avancer(400);
        var (demander, relancer, lire) = (_banc.Le<DemanderLesBilans>(), _banc.Le<RelancerLesBilans>(), _banc.Le<LireBilans>());

        Assert.Equal(2, await demander.PourTousAsync(Agent, 2026, Annulation));
        Assert.Equal(0, await demander.PourTousAsync(Agent, 2026, Annulation));
        await using (var journal = await _groupements.OuvrirAsync())
        {
            var note = await journal.Journal.SingleAsync(
                j => j.ObjetId == marche.Valeur && j.Libelle.StartsWith("Bilans 2026 demandés"),
                Annulation
            );
            Assert.Contains("2 membres", note.Libelle, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<RefusException>(() => demander.PourTousAsync(Agent, 2099, Annulation));
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(Agent, marche, _groupements.Bethune.Id, 2026, MontantHt.DEuros(1_200m), 3, "Badges", null, Annulation);

        var membre = Agents.Membre(_groupements.Arras.Id);
        var aFaire = _banc.Le<IEnumerable<App.Espace.ISourceDuMembre>>().OfType<BilansARendre>().Single();
        Assert.Equal("Rendre le bilan 2026", Assert.Single(await aFaire.ExecuterAsync(membre, Annulation)).Titre);
        Assert.Empty(await aFaire.ExecuterAsync(Agents.Membre(_groupements.Bethune.Id), Annulation));
        Assert.Equal((1, 0), Compter(await relancer.ExecuterAsync(Agent, 2026, Annulation)));
        Assert.Equal((0, 0), Compter(await relancer.ExecuterAsync(Agent, 2026, Annulation)));
        _banc.Avancer(1);
        Assert.Equal((1, 0), Compter(await relancer.ExecuterAsync(Agent, 2026, Annulation)));
        Assert.Equal(
            (0, 0),
            Compter(
                await relancer.ExecuterAsync(
                    BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                    2026,
                    Annulation
                )
            )
        );

        var ligne = Assert.Single((await lire.ExecuterAsync(Agent, 2026, new Demande(), Annulation)).Elements);
        Assert.Equal((2, 1, 2), (ligne.Attendus, ligne.Rendus, ligne.Relances));
        Assert.Equal(120_000, ligne.DeclareCentimes);
        await using var contexte = await _groupements.OuvrirAsync();
        Assert.Equal(
            ["marche.bilan", "marche.bilan-relance", "marche.bilan-relance"],
            await contexte
                .EnvoisDeCourriel.Where(e => e.Destinataire == "mairie@arras.example" && e.Modele!.StartsWith("marche.bilan"))
                .OrderBy(e => e.Modele)
                .Select(e => e.Modele)
                .ToListAsync(Annulation)
        );
        var classeur = Feuilles(await lire.ExporterAsync(Agent, 2026, Annulation));
        Assert.Contains("Badges", classeur, StringComparison.Ordinal);
        Assert.Contains("Béthune", classeur, StringComparison.Ordinal);
        Assert.Contains("Arras", classeur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_bilans_se_relancent_d_office_a_l_approche_du_terme_puis_jusqu_au_bilan_les_seuls_jours_ouvres()
    {
        var marche = await _banc.MarcheNotifieAsync();
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte
                .Collectivites.Where(c => c.Id == _groupements.Bethune.Id)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Courriel, "mairie@bethune.example"), Annulation);
        }

        AllerAu(2027, 1, 11);
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);
        var tache = new TacheDesBilans(_banc.Le<RelancerLesBilans>(), _banc.Le<FaitsDeProcedure>(), _banc.Le<HorlogeLegale>());
        async Task<string> Le(int mois, int jour)
        {
            AllerAu(2027, mois, jour);
            return await tache.ExecuterAsync(Annulation);
        }

        // Terme : 31 mars. Quinze jours avant : le mardi 16.
        Assert.Equal("0 membre relancé.", await Le(3, 15));
        Assert.Equal("2 membres relancés.", await Le(3, 16));
        Assert.Equal("0 membre relancé.", await Le(3, 16));
        Assert.Equal("0 membre relancé.", await Le(3, 30));
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(Agent, marche, _groupements.Bethune.Id, 2026, MontantHt.DEuros(1m), 4, null, null, Annulation);
        Assert.Equal("1 membre relancé.", await Le(3, 31));
        Assert.Contains("jour non ouvré", await Le(5, 1), StringComparison.Ordinal);
        Assert.Equal("1 membre relancé.", await Le(5, 3));

        var attendue = Assert.Single(
            (await _banc.Le<LireBilans>().ExecuterAsync(Agent, 2026, new Demande(), Annulation)).Elements
        );
        Assert.Equal(4, attendue.Relances);
        await using var lecture = await _groupements.OuvrirAsync();
        var textes = await lecture
            .EnvoisDeCourriel.Where(e => e.Modele == "marche.bilan-relance")
            .Select(e => new { e.Destinataire, e.Texte })
            .ToListAsync(Annulation);
        Assert.Equal(3, textes.Count(t => t.Destinataire == "mairie@arras.example"));
        Assert.Single(textes, t => t.Destinataire == "mairie@bethune.example");
        Assert.Contains(textes, t => t.Texte.Contains("est attendu au plus tard le 31 mars 2027", StringComparison.Ordinal));
        Assert.Contains(textes, t => t.Texte.Contains("Nous n'avons pas reçu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_accueil_compte_les_bilans_a_demander_puis_ceux_qui_manquent()
    {
        await _banc.MarcheNotifieAsync();
        var source = _banc.Le<IEnumerable<App.Accueil.ISourceATraiter>>().OfType<MarchesATraiter>().Single();
        async Task<(int, int)> CompterAsync()
        {
            var cartes = await source.ExecuterAsync(Agent, Annulation);
            return (
                cartes.Single(c => c.Titre.Contains("à demander", StringComparison.Ordinal)).Nombre,
                cartes.Single(c => c.Titre.EndsWith("non rendus", StringComparison.Ordinal)).Nombre
            );
        }

        Assert.Equal((0, 0), await CompterAsync());
        AllerAu(2027, 1, 11);
        Assert.Equal((1, 0), await CompterAsync());
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);
        Assert.Equal((0, 0), await CompterAsync());
        AllerAu(2027, 4, 1);
        Assert.Equal((0, 2), await CompterAsync());
    }

    [Fact]
    public async Task Le_bilan_demande_est_a_l_echeancier_de_son_membre_jusqu_a_ce_qu_il_soit_rendu()
    {
        var marche = await _banc.MarcheNotifieAsync();
        _banc.Avancer(400);
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);

        var lire = new LireEcheancier(
            _groupements.Socle.Base.Fabrique,
            _groupements.Le<HorlogeLegale>(),
            new AdressesDesObjets([])
        );
        var arras = Agents.Membre(_groupements.Arras.Id);
        var due = Assert.Single(await LireAsync(arras));
        Assert.Equal(
            (new DateOnly(2027, 3, 31), "Arras", "RG7.01", "Convention constitutive", false),
            (due.Date, due.Collectivite, due.Code, due.Fondement, due.EstAccomplie)
        );
        Assert.Equal("Bilan d'exécution 2026 à rendre au coordonnateur", due.Libelle);
        Assert.Equal(["Arras", "Béthune"], (await LireAsync(Agent)).Select(e => e.Collectivite).Order());
        Assert.Empty(await LireAsync(BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau())));
        Assert.Empty(await LireAsync(Agents.Membre(_groupements.Calais.Id)));

        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(arras, marche, _groupements.Arras.Id, 2026, MontantHt.DEuros(10m), 3, null, null, Annulation);

        Assert.True(Assert.Single(await LireAsync(arras)).EstAccomplie);
        Assert.False((await LireAsync(Agent)).Single(e => e.Collectivite == "Béthune").EstAccomplie);

        // What never went through the application is caught up, once; what no longer exists leaves.
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte.Echeances.Where(e => e.ObjetType == "BilanDeMembre").ExecuteDeleteAsync(Annulation);
        }

        var accorder = new AccorderEcheances(_groupements.Socle.Base.Fabrique, _groupements.Le<HorlogeLegale>());
        Assert.True(await accorder.ExecuterAsync(Acteur.Systeme, Annulation) >= 2);
        Assert.Equal(0, await accorder.ExecuterAsync(Acteur.Systeme, Annulation));
        Assert.Equal(2, (await LireAsync(Agent)).Count);
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte.BilansDeMembre.ExecuteDeleteAsync(Annulation);
        }

        Assert.Equal(2, await accorder.ExecuterAsync(Acteur.Systeme, Annulation));
        Assert.Empty(await LireAsync(Agent));

        async Task<IReadOnlyList<LigneDEcheance>> LireAsync(Acteur acteur) =>
            (
                await lire.ExecuterAsync(
                    acteur,
                    new Demande(
                        Filtres: new Dictionary<string, string>
                        {
                            [LireEcheancier.FiltreEtat] = LireEcheancier.ToutesLesDates,
                            [LireEcheancier.FiltreObjet] = "BilanDeMembre",
                        }
                    ),
                    Annulation
                )
            ).Elements;
    }

    [Fact]
    public async Task Les_bilans_d_un_groupement_se_demandent_a_l_echeance_de_sa_convention_et_sont_les_memes_partout()
    {
        var marche = await _banc.MarcheNotifieAsync();
        _banc.Avancer(400);
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte.Groupements.ExecuteUpdateAsync(
                g => g.SetProperty(x => x.Regles.MoisDuBilan, 5).SetProperty(x => x.Regles.JourDuBilan, 15),
                Annulation
            );
        }

        var (demander, lire) = (_banc.Le<DemanderLesBilans>(), _banc.Le<LireBilansDuGroupement>());
        var groupement = _groupements.Groupement;
        Assert.Equal(2, await demander.PourLeGroupementAsync(Agent, groupement, 2026, Annulation));
        Assert.Equal(0, await demander.PourLeGroupementAsync(Agent, groupement, 2026, Annulation));
        Assert.Equal(0, await demander.PourTousAsync(Agent, 2026, Annulation));
        await Assert.ThrowsAsync<RefusException>(() => demander.PourLeGroupementAsync(Agent, groupement, 2001, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            demander.PourLeGroupementAsync(
                BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                groupement,
                2026,
                Annulation
            )
        );
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(Agent, marche, _groupements.Bethune.Id, 2026, MontantHt.DEuros(1_200m), 3, null, null, Annulation);

        var lus = (await lire.ExecuterAsync(Agent, groupement, new Demande(), Annulation)).Elements;
        Assert.Equal(["Arras", "Béthune"], lus.Select(l => l.Membre));
        Assert.All(lus, l => Assert.Equal((marche, 2026, new DateOnly(2027, 5, 15)), (l.Marche, l.Annee, l.AttenduLe)));
        Assert.Equal([false, true], lus.Select(l => l.RenduLe is not null));
        Assert.Equal("Arras", Assert.Single(await FiltrerAsync("attendus")).Membre);
        Assert.Equal("Béthune", Assert.Single(await FiltrerAsync("rendus")).Membre);
        Assert.Empty(
            (
                await lire.ExecuterAsync(
                    BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                    groupement,
                    new Demande(),
                    Annulation
                )
            ).Elements
        );

        async Task<IReadOnlyList<BilanDUnMembre>> FiltrerAsync(string etat) =>
            (
                await lire.ExecuterAsync(
                    Agent,
                    groupement,
                    new Demande(Filtres: new Dictionary<string, string> { ["etat"] = etat }),
                    Annulation
                )
            ).Elements;
    }
}
