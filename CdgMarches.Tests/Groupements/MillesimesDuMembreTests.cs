using CdgMarches.App.Espace;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Deux millésimes d'un groupement permanent portent le même nom : leur membre les distingue partout où il les lit.</summary>
public sealed class MillesimesDuMembreTests : EssaiDeConvention
{
    private const string Nom = "Dématérialisation (millésime 2027)";

    [Fact]
    public async Task L_invitation_et_les_adhesions_du_membre_disent_le_millesime()
    {
        await DevenirUnMillesimeAsync();
        await EcrireACalaisAsync();
        await OuvrirAsync(Banc.Calais, Banc.Actes);

        var lire = new LireAdhesionsDuMembre(Banc.Socle.Base.Fabrique, Banc.Le<HorlogeLegale>());
        foreach (var membre in new[] { Banc.Calais, Banc.Arras })
        {
            var adhesion = Assert.Single(await lire.ExecuterAsync(Agents.Membre(membre.Id), Annulation));
            Assert.Equal(Nom, adhesion.Nom);
        }

        var activite = new ActiviteDuGroupement(Banc.Socle.Base.Fabrique, [], Banc.Le<HorlogeLegale>());
        var lue = await activite.ExecuterAsync(Agents.Membre(Banc.Arras.Id), Banc.Groupement, annulation: Annulation);
        Assert.Equal(Nom, lue!.Nom);
        await using var relu = await Banc.OuvrirAsync();
        var envoi = await relu.EnvoisDeCourriel.SingleAsync(Annulation);
        Assert.Contains(Nom, envoi.Objet, StringComparison.Ordinal);
        Assert.Contains(Nom, envoi.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_qui_s_ouvre_d_un_courriel_et_les_choses_a_faire_disent_le_millesime()
    {
        await DevenirUnMillesimeAsync();
        var demander = Banc.Le<DemanderParLien>();
        await demander.EnvoyerAsync(Agent, Banc.Groupement, Banc.Calais.Id, "Aude Vasseur", "aude@calais.example", Annulation);
        var courriel = await CourrielAsync("aude@calais.example");
        Assert.Contains(Nom, courriel.Objet, StringComparison.Ordinal);
        Assert.Equal(
            Nom,
            (await demander.LireAsync(PagesStatiques.JetonDe(courriel.Texte, "/adhesion/"), Annulation)).Groupement
        );

        await EcrireACalaisAsync();
        await OuvrirAsync(Banc.Calais, Banc.Actes);
        var invitation = await CourrielAsync("mairie@calais.example");
        var jeton = PagesStatiques.JetonDe(invitation.Texte, "/adhesion/invitation/");
        Assert.Equal(Nom, (await Banc.Le<RepondreParLien>().LireAsync(jeton, Annulation)).Groupement);
        var aFaire = new AdhesionsAFaire(Banc.Socle.Base.Fabrique, Banc.Le<LireParametres>(), Banc.Le<HorlogeLegale>());
        var chose = Assert.Single(await aFaire.ExecuterAsync(Agents.Membre(Banc.Calais.Id), Annulation));
        Assert.StartsWith(Nom, chose.Detail, StringComparison.Ordinal);
        var litiges = await Banc.Le<LireLitigesDuMembre>().AppartenancesAsync(Agents.Membre(Banc.Arras.Id), Annulation);
        Assert.Equal(Nom, Assert.Single(litiges).Nom);
    }

    [Fact]
    public async Task Les_courriels_d_une_caducite_et_d_une_dissolution_disent_le_millesime()
    {
        await EcrireAsync(Banc.Arras, "mairie@arras.example");
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await DeciderLaDissolutionAsync();
        await DevenirUnMillesimeAsync();

        await Banc.Le<ConduireDissolution>()
            .OuvrirAsync(
                Agent,
                Banc.Groupement,
                CauseDeDissolution.Decision,
                "Le besoin a disparu.",
                Jour.AddYears(1),
                annulation: Annulation
            );
        Aller(new DateOnly(Jour.Year + 1, 1, 1));
        await ExecuterAsync("groupements.retraits-caducs");

        await using var contexte = await Banc.OuvrirAsync();
        var objets = await contexte
            .EnvoisDeCourriel.Where(e => e.Destinataire == "mairie@arras.example")
            .Where(e => e.Modele == "groupement.dissolution" || e.Modele == "groupement.retrait-caduc")
            .Select(e => e.Objet)
            .ToListAsync(Annulation);
        Assert.Equal(2, objets.Count);
        Assert.All(objets, o => Assert.Contains(Nom, o, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Les_courriels_d_un_avenant_disent_son_groupement_et_le_millesime()
    {
        await DevenirUnMillesimeAsync();
        await EcrireAsync(Banc.Arras, "mairie@arras.example");
        var avenant = await SoumettreLAdhesionAsync(null, Jour);
        var reponse = (await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande())).Elements[0];
        await RepondreAsync(reponse, empreinte: null);

        await using var contexte = await Banc.OuvrirAsync();
        var envois = await contexte
            .EnvoisDeCourriel.Where(e => e.Destinataire == "mairie@arras.example")
            .OrderBy(e => e.Modele)
            .ToListAsync(Annulation);
        Assert.Equal(["avenant.a-approuver", "avenant.rejete"], envois.Select(e => e.Modele));
        Assert.All(
            envois,
            e =>
            {
                Assert.Contains(Nom, e.Objet, StringComparison.Ordinal);
                Assert.Contains(Nom, e.Texte, StringComparison.Ordinal);
            }
        );
    }

    private async Task DevenirUnMillesimeAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        await contexte
            .Groupements.Where(g => g.Id == Banc.Groupement)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.Millesime, 2027), Annulation);
    }

    private async Task<EnvoiDeCourriel> CourrielAsync(string boite)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.EnvoisDeCourriel.SingleAsync(e => e.Destinataire == boite, Annulation);
    }
}
