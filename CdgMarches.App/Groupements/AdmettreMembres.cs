using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Une collectivité que le groupement n'a pas admise, et pourquoi.</summary>
public sealed record AdmissionRefusee(CollectiviteId Collectivite, string Nom, IReadOnlyList<IRegle> Obstacles);

/// <summary>Ce qu'une admission a fait, ligne par ligne.</summary>
public sealed record BilanDAdmission(int Admises, IReadOnlyList<AdmissionRefusee> Refusees);

/// <summary>Fait entrer une ou plusieurs collectivités dans un groupement, avec leurs prestations à la carte.</summary>
public sealed class AdmettreMembres(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    /// <summary>Par paquets : le suivi des changements d'EF ne garde jamais quinze cents adhésions à la fois.</summary>
    private const int Paquet = 100;

    /// <summary>Fait entrer une collectivité ; le moindre obstacle refuse tout.</summary>
    /// <exception cref="RegleMetierException">Une règle s'oppose à l'entrée ou à un choix.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        CollectiviteId collectivite,
        DateOnly entree,
        IReadOnlyCollection<PrestationId> prestations,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        var bilan = await ExecuterAsync(acteur, groupement, [collectivite], entree, prestations, motif, annulation);
        if (bilan.Refusees is [var refus, ..])
        {
            throw new RegleMetierException(refus.Obstacles);
        }
    }

    /// <summary>Fait entrer plusieurs collectivités : celles qu'une règle écarte sont dites, les autres entrent.</summary>
    /// <param name="acteur">Un gestionnaire.</param>
    /// <param name="groupement">Le groupement.</param>
    /// <param name="collectivites">Celles qui entrent.</param>
    /// <param name="entree">Leur premier jour.</param>
    /// <param name="prestations">Ce qu'elles prennent à la carte ce jour-là.</param>
    /// <param name="motif">Pourquoi sans dossier d'adhésion, là où il en faut un (RG1.20).</param>
    /// <param name="annulation">Abandonne.</param>
    /// <exception cref="RegleMetierException">On entre dans ce groupement par un dossier ; un motif n'enregistre qu'une entrée passée.</exception>
    public async Task<BilanDAdmission> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        IReadOnlyCollection<CollectiviteId> collectivites,
        DateOnly entree,
        IReadOnlyCollection<PrestationId> prestations,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(groupement, jeton);
                var cible = await contexte.GroupementAsync(acteur, groupement, jeton);
                var convention = await contexte.EntreeEnVigueurAsync(groupement, jeton);
                var parUnDossier = Verdict.De(
                    new EntreeParUnDossier(cible.Etat.ExigeUnDossier(convention?.Le), entree, horloge.Aujourdhui)
                );
                if (parUnDossier.EstFavorable)
                {
                    parUnDossier.Exiger(motif);
                }

                var choisies = prestations.Select(cible.PrestationDe).ToList();
                var lancees = await contexte.ConsultationsAsync(groupement, jeton);
                var fenetre = await contexte.FenetreAsync(cible, entree, lancees, jeton);
                var entreeDansLaFenetre = Verdict.De(fenetre.Juger(entree, cible.Regles));
                List<ConsultationDuGroupement> consultations = cible.Regles.VerrouDAdhesion ? lancees : [];
                List<CollectiviteId> admises = [];
                List<AdmissionRefusee> refusees = [];
                foreach (var paquet in collectivites.Distinct().Chunk(Paquet))
                {
                    var deja = await DejaMembresAsync(contexte, groupement, paquet, entree, jeton);
                    var noms = await contexte.NomsAsync(paquet, jeton);
                    var dossiers = await contexte.DossiersOuvertsAsync(groupement, paquet, jeton);
                    foreach (var collectivite in paquet.Where(noms.ContainsKey))
                    {
                        var faits = new FaitsDEntree(
                            cible.Etat,
                            cible.Debut,
                            cible.Fin,
                            deja.GetValueOrDefault(collectivite),
                            consultations
                        )
                        {
                            Convention = convention,
                            Aujourdhui = horloge.Aujourdhui,
                        };
                        DateOnly? dossier = dossiers.TryGetValue(collectivite, out var ouvertLe) ? ouvertLe : null;
                        var parLeDossier = Verdict.De(new EntreeParLeDossierOuvert(noms[collectivite], dossier));
                        if (
                            Adhesion.PeutEntrer(entree, faits).Et(entreeDansLaFenetre).Et(parUnDossier).Et(parLeDossier) is
                            { EstFavorable: false } refus
                        )
                        {
                            refusees.Add(new AdmissionRefusee(collectivite, noms[collectivite], refus.Obstacles));
                            continue;
                        }

                        var adhesion = Adhesion.Entrer(groupement, collectivite, entree, faits);
                        choisies.ForEach(p => adhesion.Choisir(p, entree));
                        contexte.Add(adhesion);
                        contexte.Journaliser(
                            LigneDeJournal.De(
                                nameof(Groupement),
                                groupement.Valeur,
                                new MembreAdmis(collectivite, noms[collectivite], entree, motif?.Trim()),
                                acteur,
                                horloge.Maintenant
                            )
                        );
                        admises.Add(collectivite);
                    }

                    List<CollectiviteId> nouveaux = [.. paquet.Intersect(admises)];
                    await ConduireAvenant.ConsulterLesNouveauxAsync(contexte, groupement, nouveaux, informer, jeton);
                    await CopieDuRetrait.NotifierAuxNouveauxAsync(contexte, cible, nouveaux, horloge.Aujourdhui, informer, jeton);
                    await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                    contexte.ChangeTracker.Clear();
                }

                return new BilanDAdmission(admises.Count, refusees);
            },
            annulation
        );
    }

    private static async Task<Dictionary<CollectiviteId, Periode>> DejaMembresAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId[] collectivites,
        DateOnly entree,
        CancellationToken annulation
    ) => (
            await contexte
                .Adhesions.Where(a =>
                    a.Groupement == groupement
                    && collectivites.Contains(a.Collectivite)
                    && (a.Sortie == null || a.Sortie >= entree)
                )
                .Select(a => new
                {
                    a.Collectivite,
                    a.Entree,
                    a.Sortie,
                })
                .ToListAsync(annulation)
        ).GroupBy(a => a.Collectivite).ToDictionary(g => g.Key, g => new Periode(g.First().Entree, g.First().Sortie));
}
