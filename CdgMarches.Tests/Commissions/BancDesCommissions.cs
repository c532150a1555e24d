using CdgMarches.App.Collectivites;
using CdgMarches.App.Commissions;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Commissions;

/// <summary>Une base, les services de la commission, un groupement de quatre membres et sa commission pourvue.</summary>
public sealed class BancDesCommissions : IAsyncDisposable
{
    private BancDesCommissions(SocleDEssai socle) => Socle = socle;

    public SocleDEssai Socle { get; }

    /// <summary>Le 10 mars 2026 ; la séance du banc est le 16, dernier jour permis pour envoyer.</summary>
    public DateOnly Jour => Horloges.Jour;

    public DateOnly JourDeSeance => new(2026, 3, 16);

    public IReadOnlyList<Collectivite> Membres { get; } =
    [
        Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion),
        Exemples.UneCommune("Arras"),
        Exemples.UneCommune("Béthune"),
        Exemples.UneCommune("Calais"),
    ];

    public GroupementId Groupement { get; private set; }

    public CommissionId Commission { get; private set; }

    public static async Task<BancDesCommissions> CreerAsync(ReglesDeConvention? regles = null)
    {
        var banc = new BancDesCommissions(await SocleDEssai.CreerAsync(Ajouter));
        var groupement = Exemples.UnGroupement(banc.Membres[0].Id);
        groupement.FixerRegles(regles ?? ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
        banc.Groupement = groupement.Id;
        var adhesions = banc.Membres.Select(m => Exemples.UneAdhesion(groupement, m.Id)).ToList();
        await banc.Socle.Base.SemerAsync([.. banc.Membres, groupement]);
        await banc.Socle.Base.SemerAsync([.. adhesions]);
        await banc.Socle.Base.SemerAsync([.. CodesDeCommission.Lister(), .. DelaisDeReference.Lister()]);
        banc.Commission = await banc.Le<CreerCommission>().ExecuterAsync(Agent, groupement.Id, RegimeDeCao.Propre);
        await banc.PourvoirAsync();
        return banc;
    }

    /// <summary>L'agent des essais ; sans compte, pour que rien ne dépende des utilisateurs.</summary>
    public static Acteur Agent { get; } = Agents.Gestionnaire with { Id = Guid.Empty };

    public static void Ajouter(IServiceCollection services) =>
        AjouterLesAdresses(services.AddCollectivites().AddGroupements().AddProcedures().AddDocuments().AddCommissions());

    /// <summary>De quoi écrire une adresse publique et un lien personnel, sans serveur.</summary>
    public static void AjouterLesAdresses(IServiceCollection services) =>
        services.AddDataProtection().Services.AddMemoryCache().AddAdressesDEssai();

    public T Le<T>()
        where T : notnull => Socle.Le<T>();

    public Task<MarchesDbContext> OuvrirAsync() => Socle.OuvrirAsync();

    public async Task<FicheSeance> FicheAsync(SeanceId id, Acteur? acteur = null) =>
        (await Le<LireFicheSeance>().ExecuterAsync(acteur ?? Agent, id))!;

    /// <summary>Une séance avec un point et deux offres, à convoquer.</summary>
    public async Task<SeanceId> ProgrammerAsync(DateOnly? jour = null, string titre = "Lot 1 — Actes")
    {
        var id = await Le<ProgrammerSeance>().ExecuterAsync(Agent, Commission, UneCommission.UneReunion(jour ?? JourDeSeance));
        await AjouterPointAsync(id, titre);
        return id;
    }

    public async Task AjouterPointAsync(SeanceId id, string titre = "Lot 1 — Actes")
    {
        var ordre = Le<ModifierOrdreDuJour>();
        await ordre.ExecuterAsync(
            Agent,
            id,
            (await FicheAsync(id)).Version,
            new ChangementDOrdreDuJour.PointAjoute(new DefinitionDePoint(titre, NatureDuPoint.ChoixDuTitulaire, Groupement))
        );
        var fiche = await FicheAsync(id);
        var point = fiche.Seance.Points.Max(p => p.Numero);
        await ordre.ExecuterAsync(
            Agent,
            id,
            fiche.Version,
            new ChangementDOrdreDuJour.OffresFixees(
                point,
                [
                    new OffreExaminee(point, 1, "Alpha", 90m, 1, 1_000_000, null),
                    new OffreExaminee(point, 2, "Beta", 80m, 2, null, null),
                ]
            )
        );
    }

    public async Task<SeanceId> ConvoquerAsync(DateOnly? jour = null)
    {
        var id = await ProgrammerAsync(jour);
        await Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await FicheAsync(id)).Version);
        await LaisserPartirAsync();
        return id;
    }

    /// <summary>Les courriels en file partent, à l'heure de l'horloge : sans départ, rien n'est prouvé.</summary>
    public async Task LaisserPartirAsync()
    {
        await using var contexte = await OuvrirAsync();
        var instant = Socle.Horloge.Instant;
        await contexte
            .EnvoisDeCourriel.Where(e => e.Etat == EtatDEnvoi.EnFile)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Etat, EtatDEnvoi.Envoye).SetProperty(x => x.EnvoyeLe, instant));
    }

    /// <summary>Une séance dont l'appel est ouvert, au jour de la réunion.</summary>
    public async Task<SeanceId> EnAppelAsync()
    {
        var id = await ConvoquerAsync();
        Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 16, 13, 0, 0, TimeSpan.Zero);
        await Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.OuvreLAppel());
        return id;
    }

    /// <summary>Coche les titulaires des premiers sièges.</summary>
    public async Task CocherAsync(SeanceId id, int sieges)
    {
        foreach (var place in (await FicheAsync(id)).Seance.Places.OrderBy(p => p.Ordre).Take(sieges))
        {
            await Le<ReleverPresence>().ExecuterAsync(Agent, id, place.Titulaire!.Value, presente: true, aDistance: false);
        }
    }

    /// <summary>Le jeton du lien personnel, tel que le dernier courriel d'une personne le porte.</summary>
    public async Task<string> JetonAsync(string nom)
    {
        await using var contexte = await OuvrirAsync();
        var texte = await contexte
            .EnvoisDeCourriel.Where(e => e.NomDestinataire == nom && e.Texte.Contains("/convocation/"))
            .OrderByDescending(e => e.Id)
            .Select(e => e.Texte)
            .FirstAsync();
        var debut = texte.IndexOf("/convocation/", StringComparison.Ordinal) + "/convocation/".Length;
        return texte[debut..texte.IndexOfAny(['\n', '\r', ' '], debut)];
    }

    public ValueTask DisposeAsync() => Socle.DisposeAsync();

    private async Task PourvoirAsync()
    {
        await using var contexte = await OuvrirAsync();
        var commission = await contexte.Commissions.SingleAsync(c => c.Id == Commission);
        foreach (var siege in commission.Sieges)
        {
            commission.Designer(siege.Id, Elu(QualiteEnSeance.Titulaire, $"T. {siege.Nom}"));
            commission.Designer(siege.Id, Elu(QualiteEnSeance.Suppleant, $"S. {siege.Nom}"));
        }

        commission.AjouterConsultatif(RoleConsultatif.ComptablePublic, "Nadège Lefort", "Comptable", "n.lefort@exemple.fr", null);
        await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine);
    }

    private static DonneesDeDesignation Elu(QualiteEnSeance rang, string nom) =>
        new(
            rang,
            nom,
            "Élu",
            $"{CleDeTri.De(nom).ToLowerInvariant().Replace(' ', '.')}@exemple.fr",
            null,
            UneCommission.Depuis,
            deliberation: "2026-001",
            eluParmiSaCao: true
        );
}
