using Bunit;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.Tests.Socle.Composants;

public sealed class AnnulationTests : EssaiDeComposant
{
    private int _annulations;

    [Fact]
    public async Task Une_action_faite_se_defait_d_un_geste_une_seule_fois()
    {
        var retour = Afficher(Retour.Ok("La fiche est archivée.").Annulable(this, Annuler), TimeSpan.FromMinutes(1));

        await retour.Find("[data-test=annuler]").ClickAsync(new());

        Assert.Equal(1, _annulations);
        Assert.Empty(retour.FindAll("[data-test=annuler]"));
    }

    [Fact]
    public void Passe_le_delai_elle_ne_se_defait_plus_et_le_message_reste()
    {
        var retour = Afficher(Retour.Ok("La fiche est archivée.").Annulable(this, Annuler), TimeSpan.FromMilliseconds(1));

        retour.WaitForAssertion(() => Assert.Empty(retour.FindAll("[data-test=annuler]")), TimeSpan.FromSeconds(5));
        Assert.Contains("La fiche est archivée.", retour.Markup, StringComparison.Ordinal);
        Assert.Equal(0, _annulations);
    }

    [Fact]
    public async Task Tant_que_le_bouton_est_atteint_il_ne_disparait_pas()
    {
        var retour = Afficher(Retour.Ok("La fiche est archivée.").Annulable(this, Annuler), TimeSpan.FromMilliseconds(200));
        await retour.Find(".annulation").TriggerEventAsync("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());

        await Task.Delay(TimeSpan.FromMilliseconds(600));
        Assert.Single(retour.FindAll("[data-test=annuler]"));

        await retour
            .Find(".annulation")
            .TriggerEventAsync("onfocusout", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        retour.WaitForAssertion(() => Assert.Empty(retour.FindAll("[data-test=annuler]")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Un_refus_ne_se_defait_pas() =>
        Assert.Empty(
            Afficher(Retour.Refus("Non.").Annulable(this, Annuler), TimeSpan.FromMinutes(1)).FindAll("[data-test=annuler]")
        );

    private Task Annuler()
    {
        _annulations++;
        return Task.CompletedTask;
    }

    private IRenderedComponent<RetourDAction> Afficher(Retour retour, TimeSpan duree) =>
        Render<RetourDAction>(p => p.Add(r => r.Retour, retour).Add(r => r.DureeDAnnulation, duree));
}
