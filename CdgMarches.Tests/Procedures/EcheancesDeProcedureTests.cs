using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Procedures;

/// <summary>Les dates fixées au fil d'une procédure sont à l'échéancier : note, compléments, négociation, attestations.</summary>
public sealed class EcheancesDeProcedureTests : IAsyncLifetime
{
    private BancDesGroupements _groupements = null!;
    private BancDeProcedure _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _groupements = await BancDesGroupements.CreerAsync();
        _banc = await BancDeProcedure.CreerAsync(_groupements);
    }

    public ValueTask DisposeAsync() => _groupements.DisposeAsync();

    [Fact]
    public async Task Les_limites_fixees_aux_candidats_et_a_l_offre_retenue_suivent_la_procedure()
    {
        await _banc.CreerAsync();
        var jour = _banc.Jour;
        var registre = new Registre(_banc.Id);
        registre.Deposer(
            new DepotDePli("Alpha", null, jour.ToDateTime(new TimeOnly(9, 0)), [1]),
            new LimitesDeRemise(null, null)
        );
        registre.DemanderDesComplements([1], jour, jour.AddDays(6));
        var analyse = new AnalyseDeLot(_banc.Id, 1);
        analyse.FixerLesCriteres([("Prix", 100m)]);
        analyse.AjouterOffre(jour, "Alpha", null, MontantHt.DEuros(1_000m));
        analyse.Negocier(FormeDeProcedure.Adaptee, jour, jour.AddDays(8));
        analyse.Noter(1, 1, 8m);
        analyse.Choisir(1, jour, jour, "Décision", true, null);
        analyse.DemanderLesAttestations(jour, jour.AddDays(10));
        await EnregistrerAsync(c => c.AddRange(registre, analyse));

        Assert.Equal(
            [
                (nameof(Registre), jour.AddDays(6), false),
                (nameof(AnalyseDeLot), jour.AddDays(8), false),
                (nameof(AnalyseDeLot), jour.AddDays(10), false),
            ],
            await LireAsync()
        );
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            Assert.All(
                await contexte.Echeances.Where(e => e.ObjetType != nameof(Procedure)).ToListAsync(Annulation),
                e => Assert.Equal(_groupements.Groupement.Valeur, e.Groupement)
            );
            (await contexte.Registres.SingleAsync(Annulation)).Examiner(1, admise: true, null);
            (await contexte.Analyses.SingleAsync(Annulation)).RecevoirLesAttestations(jour.AddDays(2));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        Assert.Equal([true, false, true], (await LireAsync()).Select(e => e.EstAccomplie));
    }

    [Fact]
    public async Task La_note_attend_la_reponse_des_membres_jusqu_au_jour_dit()
    {
        await _banc.CreerAsync();
        var jour = _banc.Jour;
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == _groupements.Groupement, Annulation);
            groupement.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
            (await contexte.Procedures.SingleAsync(Annulation)).EnvoyerLaNote("Deux lots.", jour, jour.AddDays(12));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        await using var relu = await _groupements.OuvrirAsync();
        var note = await relu.Echeances.SingleAsync(e => e.ObjetType == nameof(Procedure) && e.Cle == "note", Annulation);
        Assert.Equal(
            (jour.AddDays(12), true, "Convention constitutive, art. 3.1"),
            (note.Date, note.PourLesMembres, note.Fondement)
        );
    }

    private async Task EnregistrerAsync(Action<Database.MarchesDbContext> changer)
    {
        await using var contexte = await _groupements.OuvrirAsync();
        changer(contexte);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
    }

    private async Task<List<(string ObjetType, DateOnly Date, bool EstAccomplie)>> LireAsync()
    {
        await using var contexte = await _groupements.OuvrirAsync();
        return
        [
            .. (
                await contexte
                    .Echeances.Where(e => e.ObjetType == nameof(Registre) || e.ObjetType == nameof(AnalyseDeLot))
                    .OrderBy(e => e.Date)
                    .ToListAsync(Annulation)
            ).Select(e => (e.ObjetType, e.Date, e.EstAccomplie)),
        ];
    }
}
