using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Commissions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

/// <summary>Ce qui a convoqué à une séance annulée ne se renvoie plus ; l'avis d'annulation, si.</summary>
public sealed class RenvoiDesConvocationsTests : IAsyncLifetime
{
    private BancDesCommissions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesCommissions.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_convocation_ne_se_renvoie_plus_une_fois_la_seance_annulee()
    {
        var seance = await _banc.ConvoquerAsync();
        var convocation = await DeposerAsync(seance, "BEGIN:VCALENDAR\r\nMETHOD:REQUEST");
        var annulation = await DeposerAsync(seance, "BEGIN:VCALENDAR\r\nMETHOD:CANCEL");
        var renvoyer = new RenvoyerCourriel(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await renvoyer.ExecuterAsync(BancDesCommissions.Agent, convocation, motif: "Demandé", annulation: Annulation);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            await contexte
                .Seances.Where(s => s.Id == seance)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Etat, EtatDeSeance.Annulee), Annulation);
        }

        _banc.Socle.Horloge.Instant = _banc.Socle.Horloge.Instant.AddHours(1);
        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            renvoyer.ExecuterAsync(BancDesCommissions.Agent, convocation, motif: "Encore", annulation: Annulation)
        );

        Assert.Contains("La séance est annulée", refus.Message, StringComparison.Ordinal);
        await renvoyer.ExecuterAsync(BancDesCommissions.Agent, annulation, motif: "Demandé", annulation: Annulation);
    }

    private async Task<Guid> DeposerAsync(SeanceId seance, string ics)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var envoi = new EnvoiDeCourriel
        {
            Destinataire = "aude@exemple.invalid",
            NomDestinataire = "Aude",
            Objet = "Commission",
            Texte = "Texte",
            ObjetType = nameof(Seance),
            ObjetId = seance.Valeur,
            Ics = ics,
            Etat = EtatDEnvoi.Envoye,
            DeposeLe = _banc.Socle.Horloge.Instant,
            ProchainEssai = _banc.Socle.Horloge.Instant,
        };
        contexte.EnvoisDeCourriel.Add(envoi);
        await contexte.SaveChangesAsync(Annulation);
        return envoi.Id;
    }
}
