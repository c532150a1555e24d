using CdgMarches.App.Courriels;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La lettre du membre qui se retire, au registre des courriers : sa réception par le coordonnateur fait le préavis (RG1.31).</summary>
public sealed class PreavisAuRegistreTests : EssaiDeConvention
{
    private SuivreCourrier Suivre => new(Banc.Socle.Base.Fabrique, Banc.Le<LireParametres>(), Banc.Le<HorlogeLegale>());

    [Theory]
    [InlineData("2026-10-29", "2026-12-31")]
    [InlineData("2026-10-30", "2027-12-31")]
    public async Task La_remise_notee_au_registre_date_le_preavis_et_la_sortie_s_en_deduit(string remise, string sortie)
    {
        Aller(new DateOnly(2026, 11, 2));
        var retrait = await AnnoncerAsync(Banc.Arras);
        var courrier = await EnregistrerAsync(retrait, Banc.Cdg);
        Assert.Null((await RetraitAsync(retrait)).InformeLe);

        var effet = await RemettreAsync(courrier, DateOnly.Parse(remise, Francais.Culture));

        var dossier = await RetraitAsync(retrait);
        Assert.Equal(
            (DateOnly.Parse(remise, Francais.Culture), DateOnly.Parse(sortie, Francais.Culture)),
            (dossier.InformeLe!.Value, dossier.SortieLe!.Value)
        );
        Assert.Contains("31 décembre", effet, StringComparison.Ordinal);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            "Preuve : Courrier CR-2026-0001 du registre.",
            (await contexte.Journal.SingleAsync(j => j.Evenement == nameof(CoordonnateurInforme), Annulation)).Motif
        );
    }

    [Fact]
    public async Task Le_registre_fait_foi_contre_une_date_saisie_et_suit_ses_corrections()
    {
        Aller(new DateOnly(2026, 11, 2));
        var retrait = await AnnoncerAsync(Banc.Arras);
        var courrier = await EnregistrerAsync(retrait, Banc.Cdg);
        // The letter is on its way: a date may still be typed, with its proof.
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(new DateOnly(2026, 10, 20), Exemples.Recepisse));
        await RemettreAsync(courrier, new DateOnly(2026, 10, 28));
        Assert.Equal(new DateOnly(2026, 10, 28), (await RetraitAsync(retrait)).InformeLe);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Information(new DateOnly(2026, 10, 20), null))
        );

        Assert.Equal([typeof(TexteRenseigne), typeof(ReceptionDuRegistre)], refus.Obstacles.Select(o => o.GetType()));
        Assert.Contains("CR-2026-0001", refus.Obstacles[1].Message, StringComparison.Ordinal);
        await RemettreAsync(courrier, new DateOnly(2026, 10, 30));
        Assert.Equal(new DateOnly(2027, 12, 31), (await RetraitAsync(retrait)).SortieLe);
        await NoterAsync(courrier, new SuiviDeCourrier(IssueDeCourrier.EnCours, null, null));
        Assert.Equal((null, null), ((await RetraitAsync(retrait)).InformeLe, (await RetraitAsync(retrait)).SortieLe));
    }

    [Fact]
    public async Task Une_lettre_recue_avant_de_compter_se_reprend_et_celle_du_CDG_au_membre_n_informe_personne()
    {
        Aller(new DateOnly(2026, 11, 2));
        var retrait = await AnnoncerAsync(Banc.Arras);
        await RemettreAsync(await EnregistrerAsync(retrait, Banc.Arras), new DateOnly(2026, 10, 12));
        Assert.Null((await RetraitAsync(retrait)).InformeLe);
        var vide = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.InformationDuRegistre())
        );
        Assert.IsType<ReceptionDatee>(vide.Obstacles[0]);

        await RemettreAsync(await EnregistrerAsync(retrait, Banc.Cdg), new DateOnly(2026, 10, 14));
        // As in a database from before the register counted: the letter is received, the file does not know it.
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte
                .DossiersDeRetrait.Where(d => d.Id == retrait)
                .ExecuteUpdateAsync(
                    d => d.SetProperty(x => x.InformeLe, (DateOnly?)null).SetProperty(x => x.SortieLe, (DateOnly?)null),
                    Annulation
                );
        }

        await ConduireAsync(retrait, new ChangementDeRetrait.InformationDuRegistre());

        Assert.Equal(new DateOnly(2026, 10, 14), (await RetraitAsync(retrait)).InformeLe);
        var fiche = await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, retrait, Annulation);
        Assert.Equal(("CR-2026-0002", new DateOnly(2026, 10, 14)), (fiche!.Lettre!.Numero, fiche.Lettre.RecueLe!.Value));
    }

    private async Task<CourrierId> EnregistrerAsync(DossierDeRetraitId retrait, Collectivite destinataire)
    {
        var id = await new EnregistrerCourrier(Banc.Socle.Base.Fabrique, Banc.Le<HorlogeLegale>()).ExecuterAsync(
            Agent,
            "Préavis de retrait",
            ModeDEnvoi.LettreRecommandee,
            [new AdresseDeCourrier(destinataire.Nom, "1 place de la Mairie\n62000 ARRAS", destinataire.Id.Valeur)],
            new RattachementDeCourrier(nameof(DossierDeRetrait), retrait.Valeur, Banc.Groupement.Valeur),
            Annulation
        );
        await Suivre.PosterAsync(
            Agent,
            id,
            await VersionAsync(id),
            new DateOnly(2026, 10, 5),
            new Dictionary<int, string?>(),
            Annulation
        );
        return id;
    }

    private Task<string?> RemettreAsync(CourrierId id, DateOnly jour) =>
        NoterAsync(id, new SuiviDeCourrier(IssueDeCourrier.Remis, null, jour));

    private async Task<string?> NoterAsync(CourrierId id, SuiviDeCourrier suivi) =>
        await Suivre.NoterAsync(Agent, id, await VersionAsync(id), 1, suivi, Annulation);

    private async Task<int> VersionAsync(CourrierId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.Courriers.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Annulation);
    }
}
