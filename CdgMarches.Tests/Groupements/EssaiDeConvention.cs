using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
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

    /// <summary>Le motif d'une adhésion dont le corpus est remis hors de l'application.</summary>
    protected const string RemisAutrement = "Convention remise en main propre.";

    /// <summary>Ce qui fait compter une délibération antérieure au texte soumis.</summary>
    private const string Constat = "Le projet annexé à la délibération est le texte soumis.";

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

    /// <summary>Joint au retrait la délibération dont chaque membre reçoit la copie.</summary>
    protected async Task DeposerLaDeliberationAsync(DossierDeRetraitId id)
    {
        using var pdf = Exemples.Pdf();
        await Banc.Le<DeposerDeliberationDeRetrait>()
            .ExecuterAsync(Agent, id, (await RetraitAsync(id)).Version, pdf, "deliberation.pdf", Annulation);
    }

    protected Task<ProcedureId> ProcedurePreteAsync() => Banc.ProcedurePreteAsync();

    protected Task LancerAsync(ProcedureId id) => Banc.LancerAsync(id);

    protected Task EcrireACalaisAsync() => EcrireAsync(Banc.Calais, "mairie@calais.example");

    /// <summary>Donne à une collectivité l'adresse où lui écrire.</summary>
    protected async Task EcrireAsync(Collectivite collectivite, string courriel)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var relue = await contexte.Collectivites.SingleAsync(c => c.Id == collectivite.Id, Annulation);
        relue.Modifier(relue.Identite with { Courriel = courriel });
        await contexte.SaveChangesAsync(Annulation);
    }

    protected async Task<DossierDAdhesionId> OuvrirAsync(Collectivite membre, params PrestationId[] prestations)
    {
        var bilan = await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(
                    Banc.Groupement,
                    [membre.Id],
                    OrigineDAdhesion.Invitation,
                    Jour.AddDays(30),
                    prestations,
                    Prevenir: true
                )
            );
        return Assert.Single(bilan.Ouverts);
    }

    protected async Task<DossierDAdhesion> LireAsync(DossierDAdhesionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDAdhesion.SingleAsync(d => d.Id == id);
    }

    protected async Task ChangerAsync(DossierDAdhesionId id, ChangementDeDossier changement, Acteur? acteur = null) =>
        await Banc.Le<ModifierDossier>().ExecuterAsync(acteur ?? Agent, id, (await LireAsync(id)).Version, changement);

    /// <summary>Délibération, signatures, formalités et pièces : il ne manque plus que l'avenant ou la fenêtre.</summary>
    protected async Task CompleterAsync(DossierDAdhesionId id)
    {
        await ChangerAsync(id, new ChangementDeDossier.Deliberation(Exemples.Executoire(Jour.AddDays(-8))));
        await ChangerAsync(
            id,
            new ChangementDeDossier.Formalites(new(Jour.AddDays(-6), Jour.AddDays(-5), Jour.AddDays(-4), null, Jour.AddDays(-3)))
        );
        foreach (var piece in (await LireAsync(id)).Pieces)
        {
            using var pdf = Exemples.Pdf();
            await Banc.Le<DeposerPiece>().ExecuterAsync(Agent, id, (await LireAsync(id)).Version, piece.Id, pdf, "acte.pdf");
            await ChangerAsync(id, new ChangementDeDossier.PieceValidee(piece.Id));
        }
    }

    protected async Task<EffetDonne> DonnerEffetAsync(DossierDAdhesionId id, DateOnly effet, string? motif = null) =>
        await Banc.Le<DonnerEffet>().ExecuterAsync(Agent, id, (await LireAsync(id)).Version, effet, motif);

    protected async Task<int> VersionAsync(AvenantDeConventionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.AvenantsDeConvention.Where(a => a.Id == id).Select(a => a.Version).SingleAsync();
    }

    /// <summary>L'avenant par lequel Calais entre, soumis aux membres ce jour-là.</summary>
    protected async Task<AvenantDeConventionId> SoumettreLAdhesionAsync(DossierDAdhesionId? dossier, DateOnly le)
    {
        var avenant = await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Adhesion, "Adhésion de Calais", "", "Calais adhère.", Banc.Calais.Id, dossier),
                Annulation
            );
        Aller(le);
        await Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant), Annulation);
        Aller(Jour);
        return avenant;
    }

    protected async Task ApprouverParTousAsync(AvenantDeConventionId avenant)
    {
        var fiche = (await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, avenant))!;
        foreach (var reponse in (await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande())).Elements)
        {
            await RepondreAsync(reponse, fiche.Avenant.Empreinte);
        }
    }

    protected Task RepondreAsync(LigneDApprobation reponse, string? empreinte) =>
        Banc.Le<RepondreAUnAvenant>()
            .ExecuterAsync(
                Agent,
                reponse.Id,
                reponse.Version,
                empreinte,
                Exemples.Executoire(Jour.AddDays(-1)),
                Constat,
                Annulation
            );

    /// <summary>L'avenant par lequel chaque assemblée approuve la dissolution.</summary>
    protected async Task DeciderLaDissolutionAsync(string texte = "Le groupement est dissous.")
    {
        var avenant = await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Dissolution, "Dissolution", "", texte, null, null),
                Annulation
            );
        await Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant), Annulation);
        await ApprouverParTousAsync(avenant);
        await Banc.Le<ConduireAvenant>()
            .PrendreEffetAsync(Agent, avenant, await VersionAsync(avenant), Jour, annulation: Annulation);
    }
}
