using Bunit;
using CdgMarches.App.Recensements;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Socle.Composants;

namespace CdgMarches.Tests.Recensements;

/// <summary>La grille est du HTML écrit d'un bloc : rien de ce qu'une personne a tapé n'y devient une balise.</summary>
public sealed class GrilleDeSaisieTests : EssaiDeComposant
{
    private const string Piege = "Papier \"A4\" <img src=x onerror=alert(1)> & co";

    [Fact]
    public void Une_designation_piegee_reste_du_texte()
    {
        var grille = Rendre(ouverte: true);

        var ligne = grille.Find("tr[data-ligne='7']");
        Assert.Equal("ligne-7", ligne.Id);
        Assert.Empty(grille.FindAll("img"));
        Assert.Equal(Piege, ligne.QuerySelector("th")!.TextContent);
        Assert.Equal("<b>ramette</b>", ligne.QuerySelector("td")!.TextContent);
        var cases = ligne.QuerySelectorAll("input");
        Assert.Equal(["Estimé", "Justification"], cases.Select(c => c.GetAttribute("aria-label")!.Split(',')[0]));
        Assert.All(cases, c => Assert.EndsWith(Piege, c.GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.All(cases, c => Assert.False(c.HasAttribute("readonly")));
        Assert.Equal("1500", ligne.GetAttribute("data-n1"));
    }

    [Fact]
    public void Une_reponse_fermee_ne_se_tape_pas() =>
        Assert.All(Rendre(ouverte: false).FindAll("input"), c => Assert.True(c.HasAttribute("readonly")));

    private IRenderedComponent<GrilleDeSaisie> Rendre(bool ouverte) =>
        Render<GrilleDeSaisie>(p =>
            p.Add(
                x => x.Grille,
                new GrilleDeReponse(
                    new ReponseId(Guid.NewGuid()),
                    "Besoins d'Arras",
                    ouverte,
                    ChampDeReponse.Estime,
                    AvecN1: true,
                    [],
                    [new LigneDeGrille(7, 0, Piege, "<b>ramette</b>", ChampDeReponse.Estime, false, null, 1500)]
                )
            )
        );
}
