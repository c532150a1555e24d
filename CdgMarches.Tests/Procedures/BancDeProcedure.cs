using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Procedures;

/// <summary>Un groupement dont on conduit une procédure, du lancement au marché, par les vrais cas d'usage.</summary>
internal sealed class BancDeProcedure(BancDesGroupements groupements)
{
    public static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    /// <summary>Sans recensement ni note, un lancement se motive.</summary>
    public const string MotifDeLancement = "Besoins établis et accord donné par courrier.";

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    public BancDesGroupements Groupements => groupements;

    public ProcedureId Id { get; private set; }

    public DateOnly Jour => groupements.Socle.Le<App.Socle.HorlogeLegale>().Aujourdhui;

    public static async Task<BancDeProcedure> CreerAsync(BancDesGroupements groupements)
    {
        await new ChargerReference(
            groupements.Socle.Base.Fabrique,
            [new ChargementDesSeuils(), new ChargementDesDelais()],
            groupements.Socle.Horloge
        ).ExecuterAsync(Annulation);
        return new BancDeProcedure(groupements);
    }

    public void Avancer(int jours) => groupements.Socle.Horloge.Instant = groupements.Socle.Horloge.Instant.AddDays(jours);

    /// <summary>Une procédure formalisée à deux lots, lancée aujourd'hui : les actes, et un second lot de la même prestation.</summary>
    public async Task LancerAsync(
        FormeDeProcedure forme = FormeDeProcedure.AppelDOffresOuvert,
        decimal estimation = 150_000m,
        bool dejaCreee = false
    )
    {
        if (!dejaCreee)
        {
            await CreerAsync(forme, estimation);
        }

        await Le<LancerProcedure>().ExecuterAsync(Agent, Id, await VersionAsync(), Jour, MotifDeLancement, Annulation);
    }

    /// <summary>La même, en préparation.</summary>
    public async Task CreerAsync(FormeDeProcedure forme = FormeDeProcedure.AppelDOffresOuvert, decimal estimation = 150_000m)
    {
        Id = await Le<CreerProcedure>()
            .ExecuterAsync(Agent, groupements.Groupement, "Tiers de télétransmission", NatureDAchat.Services, Jour, Annulation);
        foreach (var intitule in (string[])["Actes", "Flux"])
        {
            await Le<ModifierLotsDeProcedure>()
                .ExecuterAsync(
                    Agent,
                    Id,
                    await VersionAsync(),
                    new ChangementDeLots.Ajoute(
                        new DefinitionDeLotDeProcedure(intitule, groupements.Actes)
                        {
                            Cpv = "72416000-9",
                            Estimation = MontantHt.DEuros(estimation),
                            Maximum = MontantHt.DEuros(estimation),
                        }
                    ),
                    Annulation
                );
        }

        await ActerAsync(
            new ActeDeProcedure.Choisit(
                new ChoixDeProcedure
                {
                    Forme = forme,
                    Contrat = FormeDeContrat.AccordCadre,
                    DureeEnMois = 48,
                }
            )
        );
    }

    /// <summary>Fixe la limite au plus tôt, attend, ouvre les plis et examine.</summary>
    public async Task OuvrirAsync()
    {
        var minimum = (await ConduiteAsync()).Minimum!;
        await ActerAsync(new ActeDeProcedure.FixeLaLimite(minimum.DernierJour.AddDays(1).ToDateTime(new TimeOnly(12, 0)), null));
        await EcrireAsync(Depot("Numérique du Nord", 5, 1, 2), Depot("Flux et Cie", 6, 1));
        Avancer(45);
        await ActerAsync(new ActeDeProcedure.Constate(EtapeDeProcedure.Ouverture, null, Jour));
        await ActerAsync(new ActeDeProcedure.Constate(EtapeDeProcedure.Candidatures, null, Jour));
    }

    /// <summary>Analyse le lot 1, choisit la première offre, informe l'évincé et autorise la signature.</summary>
    public async Task AttribuerAsync()
    {
        await AnalyserAsync(
            new ActeDAnalyse.FixeLesCriteres([("Prix", 60m), ("Technique", 40m)]),
            new ActeDAnalyse.ReprendLesPlis(),
            new ActeDAnalyse.CorrigeLeMontant(1, MontantHt.DEuros(120_000m)),
            new ActeDAnalyse.CorrigeLeMontant(2, MontantHt.DEuros(140_000m)),
            new ActeDAnalyse.Note(1, 1, 9m),
            new ActeDAnalyse.Note(1, 2, 8m),
            new ActeDAnalyse.Note(2, 1, 7m),
            new ActeDAnalyse.Note(2, 2, 8m)
        );
        await AnalyserAsync(new ActeDAnalyse.Choisit(1, Jour, "CAO, séance 3, décision 2", null));
        await AnalyserAsync(
            new ActeDAnalyse.DemandeLesAttestations(Jour, Jour.AddDays(10)),
            new ActeDAnalyse.RecoitLesAttestations(Jour),
            new ActeDAnalyse.Rejette(2, Jour, true, "Prix supérieur.")
        );
        await ActerAsync(new ActeDeProcedure.Constate(EtapeDeProcedure.AutorisationDeSigner, 1, Jour, "Délibération 2026-31"));
    }

    public async Task<MarcheId> SignerAsync(DateOnly jour) =>
        await Le<SignerMarche>().ExecuterAsync(Agent, Id, await VersionAsync(), 1, jour, Attribution(), Annulation);

    public AttributionDeMarche Attribution() =>
        new(
            Jour,
            [("Numérique du Nord", "73282932000074")],
            MontantHt.DEuros(150_000m),
            null,
            MontantHt.DEuros(150_000m),
            24,
            [12, 12]
        );

    /// <summary>Un marché notifié, du début à la fin.</summary>
    /// <param name="sansCreer">Vrai quand la procédure est déjà lancée.</param>
    public async Task<MarcheId> MarcheNotifieAsync(bool sansCreer = false)
    {
        if (!sansCreer)
        {
            await LancerAsync();
        }

        await OuvrirAsync();
        await AttribuerAsync();
        await ActerAsync(new ActeDeProcedure.DonneIssue(2, IssueDeLot.Infructueux, Jour, "Aucune offre recevable."));
        Avancer(12);
        var id = await SignerAsync(Jour);
        await Le<NotifierMarche>().TransmettreAsync(Agent, id, await VersionDuMarcheAsync(id), Jour, "AR 62-1", Annulation);
        await Le<NotifierMarche>().NotifierAsync(Agent, id, await VersionDuMarcheAsync(id), Jour, Jour, "AR", Annulation);
        return id;
    }

    public async Task ActerAsync(ActeDeProcedure acte) =>
        await Le<ConduireProcedure>().ExecuterAsync(Agent, Id, await VersionAsync(), acte, Annulation);

    public async Task EcrireAsync(params IReadOnlyList<EcritureAuRegistre> ecritures) =>
        await Le<TenirRegistre>()
            .ExecuterAsync(
                Agent,
                Id,
                (await Le<LireRegistre>().ExecuterAsync(Agent, Id, Annulation))!.Version,
                ecritures,
                Annulation
            );

    public async Task AnalyserAsync(params IReadOnlyList<ActeDAnalyse> actes) =>
        await Le<AnalyserLot>().ExecuterAsync(Agent, Id, 1, (await AnalyseAsync()).Version, actes, Annulation);

    public async Task<AnalyseLue> AnalyseAsync() => (await Le<LireAnalyse>().ExecuterAsync(Agent, Id, 1, Annulation))!;

    public async Task<ConduiteLue> ConduiteAsync() => (await Le<LireConduite>().ExecuterAsync(Agent, Id, Annulation))!;

    public async Task<FicheDeMarche> MarcheAsync(MarcheId id) => (await Le<LireMarche>().ExecuterAsync(Agent, id, Annulation))!;

    public async Task<int> VersionAsync() => (await ConduiteAsync()).Procedure.Version;

    public async Task<int> VersionDuMarcheAsync(MarcheId id) => (await MarcheAsync(id)).Marche.Version;

    public T Le<T>()
        where T : notnull => groupements.Le<T>();

    private EcritureAuRegistre.Depose Depot(string entreprise, int heures, params IReadOnlyList<int> lots) =>
        new(new DepotDePli(entreprise, null, Jour.AddDays(20).ToDateTime(new TimeOnly(heures, 0)), lots));
}
