using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

public sealed class SeancePersistanceTests : IAsyncLifetime
{
    private static readonly DateOnly Jour = new(2026, 3, 20);
    private BaseJetable _base = null!;
    private Commission _commission = null!;
    private Seance _seance = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _base = await BaseJetable.CreerAsync();
        List<Collectivite> membres = [.. Enumerable.Range(1, 4).Select(i => Exemples.UneCommune($"Commune {i}"))];
        var groupement = Exemples.UnGroupement(membres[0].Id);
        _commission = Commission.DuGroupement(
            groupement.Id,
            groupement.Nom,
            membres[0].Id,
            [.. membres.Select(m => new MembreARepresenter(m.Id, m.Nom, false))],
            ReglesDeCommission.De(new ReglesDeConvention { EnvoiTardifPermis = true })
        );
        foreach (var siege in _commission.Sieges)
        {
            _commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Titulaire, $"T {siege.Nom}"));
            _commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Suppleant, $"S {siege.Nom}"));
        }

        _seance = Seance.Programmer(
            new(2026, 1),
            _commission.Id,
            UneCommission.UneReunion(Jour),
            Jour.AddDays(-10),
            _commission.Regles,
            4,
            null
        );
        _seance.AjouterPoint(UneCommission.UnPoint());
        _seance.FixerOffres(1, [new OffreExaminee(1, 1, "Alpha", 91.25m, 1, 123_456, null)]);
        _seance.Inviter(Consultatif());
        await _base.SemerAsync([.. membres, groupement, _commission, _seance]);
    }

    public ValueTask DisposeAsync() => _base.DisposeAsync();

    [Fact]
    public async Task La_commission_et_la_seance_se_relisent_telles_qu_ecrites()
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync(Annulation);

        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(Annulation);
        var seance = await contexte.Seances.AsNoTracking().SingleAsync(Annulation);

        Assert.Equal(_commission.Regles, commission.Regles);
        Assert.Equal(8, commission.Designations.Count);
        Assert.Equal(_seance.Regles, seance.Regles);
        Assert.Equal(new TimeOnly(14, 0), seance.Heure);
        Assert.Equal(91.25m, seance.Offres.Single().Note);
        Assert.Equal(RoleConsultatif.ComptablePublic, seance.Invites.Single().Role);
        Assert.Equal(4, commission.Composer(Jour).Voix);
    }

    [Fact]
    public async Task Deux_agents_ne_s_ecrasent_pas_et_l_histoire_est_ecrite()
    {
        await using var un = await _base.Fabrique.CreateDbContextAsync(Annulation);
        await using var deux = await _base.Fabrique.CreateDbContextAsync(Annulation);
        var chezUn = await un.Seances.SingleAsync(Annulation);
        var chezDeux = await deux.Seances.SingleAsync(Annulation);
        chezUn.AjouterPoint(UneCommission.UnPoint("Lot 2"));
        chezDeux.AjouterPoint(UneCommission.UnPoint("Autre lot 2"));
        await un.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            deux.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation)
        );

        Assert.Contains(
            await un.Journal.Where(l => l.ObjetId == _seance.Id.Valeur).Select(l => l.Libelle).ToListAsync(Annulation),
            l => l.Contains("Lot 2", StringComparison.Ordinal)
        );
    }

    private Consultatif Consultatif()
    {
        _commission.AjouterConsultatif(
            RoleConsultatif.ComptablePublic,
            "Nadège Lefort",
            "Comptable",
            "n.lefort@exemple.fr",
            null
        );
        return _commission.Consultatifs[0];
    }
}
