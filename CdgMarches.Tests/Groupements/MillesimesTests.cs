using CdgMarches.App.Documents.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Reference;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qui passe d'un millésime au suivant, et le profil qu'un groupement ancien reçoit, sur une vraie base.</summary>
public sealed class MillesimesTests : EssaiDeConvention
{
    [Fact]
    public async Task Le_millesime_suivant_reprend_les_modeles_et_ouvre_sa_fenetre()
    {
        var fiche = await Banc.FicheAsync();
        var ouvrir = Banc.Le<OuvrirMillesime>();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirAsync(new(2026, 12, 31)));
        Assert.IsType<FenetreJusquALEntree>(Assert.Single(refus.Obstacles));

        var (nouveau, _) = await OuvrirAsync(new(2027, 1, 1));

        var fenetre = Assert.Single((await Banc.Le<LireFenetres>().ExecuterAsync(Agent, nouveau, Annulation)).Fenetres);
        Assert.Equal((Jour, new DateOnly(2027, 1, 1)), (fenetre.Ouverture, fenetre.Fermeture));

        Task<BilanDeMillesime> OuvrirAsync(DateOnly jusquau) =>
            ouvrir.ExecuterAsync(
                Agent,
                fiche.Id,
                fiche.Version,
                "Dématérialisation 2027",
                2027,
                new(2027, 1, 1),
                null,
                jusquau,
                prevenir: false,
                Annulation
            );
    }

    [Fact]
    public async Task Une_date_passee_ou_une_annee_deja_ouverte_ne_cree_rien_et_tous_les_obstacles_se_disent()
    {
        await OuvrirAsync(2027, null);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirAsync(2027, Jour.AddDays(-1)));

        Assert.Equal([typeof(MillesimePasDejaOuvert), typeof(AttenduApresLOuverture)], refus.Obstacles.Select(o => o.GetType()));
        Assert.Contains("Le millésime 2027 est déjà ouvert", refus.Obstacles[0].Message, StringComparison.Ordinal);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(1, await contexte.Groupements.CountAsync(g => g.Predecesseur == Banc.Groupement, Annulation));
        await OuvrirAsync(2028, Jour);

        async Task OuvrirAsync(int millesime, DateOnly? attendu) =>
            await Banc.Le<OuvrirMillesime>()
                .ExecuterAsync(
                    Agent,
                    Banc.Groupement,
                    (await Banc.FicheAsync()).Version,
                    $"Dématérialisation {millesime}",
                    millesime,
                    new(millesime, 1, 1),
                    attendu,
                    fenetreJusquau: null,
                    prevenir: false,
                    Annulation
                );
    }

    [Fact]
    public async Task Les_modeles_du_groupement_passent_au_millesime_suivant_sauf_les_archives()
    {
        await using var contexte = await Banc.OuvrirAsync();
        var ancien = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
        var suivant = ancien.Renouveler(
            new ReferenceDeGroupement(2026, 7),
            new IdentiteDeGroupement("Suivant", "Objet.", Banc.Cdg.Id, new(2027, 1, 1), estPermanent: true, millesime: 2027)
        );
        contexte.Add(suivant);
        var garde = Modele.Creer("seance.convocation", ancien.Id, "Convocation d'ici", Fichier());
        var archive = Modele.Creer("seance.convocation", ancien.Id, "Ancienne convocation", Fichier());
        archive.Archiver(estParDefaut: false, Banc.Socle.Horloge.Instant);
        contexte.AddRange(garde, archive, Modele.Creer("seance.convocation", null, "Celle de tous", Fichier()));
        contexte.Add(
            new ModeleParDefaut
            {
                Nature = "seance.convocation",
                Portee = ModeleParDefaut.De(ancien.Id),
                Modele = garde.Id,
            }
        );
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);

        await new ReprendreLesModeles().ReprendreAsync(contexte, ancien, suivant, Annulation);
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);

        var repris = await contexte.Modeles.SingleAsync(m => m.Groupement == suivant.Id, Annulation);
        Assert.Equal(("Convocation d'ici", garde.Courante.Piece), (repris.Nom, repris.Courante.Piece));
        var portee = ModeleParDefaut.De(suivant.Id);
        Assert.Equal(repris.Id, (await contexte.ModelesParDefaut.SingleAsync(d => d.Portee == portee, Annulation)).Modele);

        FichierDeModele Fichier()
        {
            var piece = new PieceStockee
            {
                Sha256 = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"),
                Nom = "modele.docx",
                TypeMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Taille = 10,
                DeposeeLe = Banc.Socle.Horloge.Instant,
                ActeurId = Agent.Id,
                ActeurNom = Agent.Nom,
            };
            contexte.Add(piece);
            return new FichierDeModele(piece.Id, piece.Sha256, piece.DeposeeLe, "Camille Gestionnaire", null, []);
        }
    }

    [Fact]
    public async Task Un_groupement_permanent_d_avant_les_regles_recoit_son_profil_sauf_si_un_agent_a_choisi()
    {
        var ancien = Exemples.UnGroupement(Banc.Cdg.Id, numero: 8, nom: "D'avant les règles");
        ancien.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
        await Banc.Socle.Base.SemerAsync(ancien);
        await using (var avant = await Banc.OuvrirAsync())
        {
            // An older base has the columns' defaults: nobody ever set its rules.
            await avant
                .Journal.Where(l => l.ObjetId == ancien.Id.Valeur && l.Evenement == nameof(ReglesFixees))
                .ExecuteDeleteAsync(Annulation);
        }

        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var charger = new ChargerReference(Banc.Socle.Base.Fabrique, [new ChargementDesProfils()], Banc.Socle.Horloge);

        Assert.Single(await charger.ExecuterAsync(Annulation));
        Assert.Empty(await charger.ExecuterAsync(Annulation));

        await using var contexte = await Banc.OuvrirAsync();
        var relu = await contexte.Groupements.SingleAsync(g => g.Id == ancien.Id, Annulation);
        Assert.Equal(ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent), relu.Regles);
        Assert.Equal(ProfilDeConvention.GroupementDedie, (await Banc.FicheAsync()).Regles.Profil);
    }
}
