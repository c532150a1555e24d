using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Liens;

public sealed class LiensPersonnelsTests : IAsyncLifetime
{
    private const string Usage = "recensement.valider";
    private readonly Guid _cible = Guid.CreateVersion7();
    private SocleDEssai _socle = null!;

    private LiensPersonnels Liens => _socle.Le<LiensPersonnels>();

    public async ValueTask InitializeAsync() => _socle = await SocleDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Ouvrir_un_lien_montre_et_ne_consomme_rien()
    {
        var jeton = await EmettreAsync();

        var premier = await Liens.LireAsync(jeton, Usage);
        var second = await Liens.LireAsync(jeton, Usage);

        Assert.Equal((_cible, "Maire d'essai"), (premier.CibleId, premier.Destinataire));
        Assert.Null(second.UtiliseLe);
    }

    [Fact]
    public async Task Huit_envois_simultanes_ne_consomment_le_lien_qu_une_fois()
    {
        var jeton = await EmettreAsync();

        var reussis = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            await ConsommerAsync(jeton);
                            return true;
                        }
                        catch (RefusException)
                        {
                            return false;
                        }
                    })
                )
        );

        Assert.Single(reussis, r => r);
    }

    [Fact]
    public async Task Un_geste_qui_echoue_rend_le_lien()
    {
        var jeton = await EmettreAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var contexte = await _socle.OuvrirAsync();
            await contexte.EnTransactionAsync(async jeton2 =>
            {
                await Liens.ConsommerAsync(contexte, jeton, Usage, annulation: jeton2);
                throw new InvalidOperationException("la validation échoue");
            });
        });

        await ConsommerAsync(jeton);
    }

    [Fact]
    public async Task Un_lien_n_ouvre_que_son_usage()
    {
        var jeton = await EmettreAsync();

        await RefuseAsync(jeton, "commission.signer", "n'est pas valable");
        await RefuseAsync(jeton[..^1] + (jeton[^1] == 'A' ? 'B' : 'A'), Usage, "n'est pas valable");
        await RefuseAsync(null, Usage, "n'est pas valable");
    }

    [Fact]
    public async Task Un_lien_expire_a_l_instant_dit()
    {
        var jeton = await EmettreAsync();

        _socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(10).AddMilliseconds(-1);
        await Liens.LireAsync(jeton, Usage);
        _socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(10);

        await RefuseAsync(jeton, Usage, "a expiré");
        await Assert.ThrowsAsync<RefusException>(() => ConsommerAsync(jeton));
    }

    [Fact]
    public async Task Un_lien_retire_ne_vaut_plus()
    {
        var jeton = await EmettreAsync();

        Assert.True(await Liens.RevoquerAsync(Agents.Gestionnaire, (await Liens.LireAsync(jeton, Usage)).Id));

        await RefuseAsync(jeton, Usage, "a été retiré");
        await Assert.ThrowsAsync<RefusException>(() => ConsommerAsync(jeton));
    }

    [Fact]
    public async Task Un_lien_utilise_le_dit_et_ne_se_retire_plus()
    {
        var jeton = await EmettreAsync();
        var id = (await Liens.LireAsync(jeton, Usage)).Id;

        await ConsommerAsync(jeton);

        await RefuseAsync(jeton, Usage, "a déjà servi");
        Assert.False(await Liens.RevoquerAsync(Agents.Gestionnaire, id));
    }

    [Fact]
    public async Task Un_lien_permanent_sert_plusieurs_fois_jusqu_a_son_retrait()
    {
        var jeton = await EmettreAsync(unique: false);

        await ConsommerAsync(jeton);
        await ConsommerAsync(jeton);
        await Liens.RevoquerAsync(Agents.Gestionnaire, (await Liens.LireAsync(jeton, Usage)).Id);

        await RefuseAsync(jeton, Usage, "a été retiré");
    }

    [Fact]
    public async Task Le_secret_n_est_pas_dans_la_base_et_fait_deux_cent_cinquante_six_bits()
    {
        var jeton = await EmettreAsync();

        await using var contexte = await _socle.OuvrirAsync();
        var lien = await contexte.LiensPersonnels.SingleAsync();

        Assert.Equal(43, jeton.Length);
        Assert.DoesNotContain(jeton, lien.Empreinte, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(64, lien.Empreinte.Length);
        Assert.NotEqual(jeton, await EmettreAsync());
    }

    private async Task RefuseAsync(string? jeton, string usage, string motif)
    {
        var refus = await Assert.ThrowsAsync<RefusException>(() => Liens.LireAsync(jeton, usage));
        Assert.Contains(motif, refus.Message, StringComparison.Ordinal);
    }

    private async Task<string> EmettreAsync(bool unique = true)
    {
        await using var contexte = await _socle.OuvrirAsync();
        var emis = Liens.Emettre(
            contexte,
            Agents.Gestionnaire,
            new DemandeDeLien(
                Usage,
                "Reponse",
                _cible,
                "Maire d'essai",
                HorlogeFigee.Origine.AddDays(10),
                EstAUsageUnique: unique
            )
        );
        await contexte.SaveChangesAsync();
        return emis.Jeton;
    }

    private async Task ConsommerAsync(string jeton)
    {
        await using var contexte = await _socle.OuvrirAsync();
        await contexte.EnTransactionAsync(async annulation =>
        {
            await Liens.ConsommerAsync(contexte, jeton, Usage, "192.0.2.1", annulation: annulation);
        });
    }
}
