using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Un groupement, sa convention et ses gestes courants, sur une vraie base, pour les essais qui les mènent.</summary>
public abstract class EssaiDeConvention : IAsyncLifetime
{
    protected static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    protected BancDesGroupements Banc { get; private set; } = null!;

    protected DateOnly Jour => Banc.Jour;

    protected static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Banc.DisposeAsync();
    }

    protected void Aller(DateOnly jour) =>
        Banc.Socle.Horloge.Instant = new DateTimeOffset(jour.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    protected Task<string> ExecuterAsync(string tache) =>
        Banc.Le<IEnumerable<ITachePlanifiee>>().Single(t => t.Nom == tache).ExecuterAsync(Annulation);

    protected async Task PasserAuProfilAsync(ProfilDeConvention profil)
    {
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(Agent, fiche.Id, fiche.Version, ReglesDeConvention.De(profil), annulation: Annulation);
    }

    protected async Task<DossierDeRetraitId> AnnoncerAsync(Collectivite membre) =>
        await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, (await Banc.AdhesionDeAsync(membre)).Id, Annulation);

    protected async Task<DossierDeRetrait> RetraitAsync(DossierDeRetraitId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDeRetrait.SingleAsync(d => d.Id == id, Annulation);
    }

    protected async Task ConduireAsync(DossierDeRetraitId id, ChangementDeRetrait changement) =>
        await Banc.Le<ConduireRetrait>().ExecuterAsync(Agent, id, (await RetraitAsync(id)).Version, changement, Annulation);

    protected async Task<ProcedureId> ProcedurePreteAsync()
    {
        var id = await Banc.Le<CreerProcedure>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                "Tiers de télétransmission",
                NatureDAchat.Services,
                Jour.AddDays(-10),
                Annulation
            );
        await using var contexte = await Banc.OuvrirAsync();
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
        procedure.AjouterLot(
            new DefinitionDeLotDeProcedure("Actes", Banc.Actes),
            await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation)
        );
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        return id;
    }

    protected async Task LancerAsync(ProcedureId id) =>
        await Banc.Le<LancerProcedure>()
            .ExecuterAsync(
                Agent,
                id,
                (await Banc.Le<LireFicheProcedure>().ExecuterAsync(Agent, id, Annulation))!.Version,
                Jour,
                "Besoins établis et accord donné par courrier.",
                Annulation
            );
}
