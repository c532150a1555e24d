using CdgMarches.App.Espace;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Deux millésimes d'un groupement permanent portent le même nom : leur membre les distingue partout où il les lit.</summary>
public sealed class MillesimesDuMembreTests : EssaiDeConvention
{
    [Fact]
    public async Task L_invitation_et_les_adhesions_du_membre_disent_le_millesime()
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte
                .Groupements.Where(g => g.Id == Banc.Groupement)
                .ExecuteUpdateAsync(s => s.SetProperty(g => g.Millesime, 2027), Annulation);
        }

        await EcrireACalaisAsync();
        await OuvrirAsync(Banc.Calais, Banc.Actes);

        var lire = new LireAdhesionsDuMembre(Banc.Socle.Base.Fabrique, Banc.Le<App.Socle.HorlogeLegale>());
        foreach (var membre in new[] { Banc.Calais, Banc.Arras })
        {
            var adhesion = Assert.Single(await lire.ExecuterAsync(Agents.Membre(membre.Id), Annulation));
            Assert.Equal("Dématérialisation (millésime 2027)", adhesion.Nom);
        }

        var activite = new ActiviteDuGroupement(Banc.Socle.Base.Fabrique, []);
        var lue = await activite.ExecuterAsync(Agents.Membre(Banc.Arras.Id), Banc.Groupement, annulation: Annulation);
        Assert.Equal("Dématérialisation (millésime 2027)", lue!.Nom);
        await using var relu = await Banc.OuvrirAsync();
        var envoi = await relu.EnvoisDeCourriel.SingleAsync(Annulation);
        Assert.Contains("Dématérialisation (millésime 2027)", envoi.Objet, StringComparison.Ordinal);
        Assert.Contains("Dématérialisation (millésime 2027)", envoi.Texte, StringComparison.Ordinal);
    }
}
