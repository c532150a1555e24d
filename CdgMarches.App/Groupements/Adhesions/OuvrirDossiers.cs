using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ce que l'on demande pour ouvrir des dossiers d'adhésion.</summary>
/// <param name="Groupement">Le groupement.</param>
/// <param name="Collectivites">Les collectivités.</param>
/// <param name="Origine">Invitation, demande ou liste importée.</param>
/// <param name="AttenduLe">Le jour où le dossier complet est attendu.</param>
/// <param name="Prestations">Les choix déjà connus ; vide pour laisser la collectivité choisir.</param>
/// <param name="Prevenir">Écrire à chacune.</param>
public sealed record DossiersAOuvrir(
    GroupementId Groupement,
    IReadOnlyCollection<CollectiviteId> Collectivites,
    OrigineDAdhesion Origine,
    DateOnly? AttenduLe,
    IReadOnlyCollection<PrestationId> Prestations,
    bool Prevenir
);

/// <summary>Ce qu'une ouverture en nombre a fait.</summary>
/// <param name="Ouverts">Les dossiers ouverts.</param>
/// <param name="Refuses">Les collectivités écartées, et par quelle règle.</param>
/// <param name="ChoixEcartes">Pourquoi les prestations demandées n'ont pas été retenues ; vide si elles le sont.</param>
public sealed record BilanDOuverture(
    IReadOnlyList<DossierDAdhesionId> Ouverts,
    IReadOnlyList<AdmissionRefusee> Refuses,
    IReadOnlyList<IRegle> ChoixEcartes
)
{
    /// <summary>La phrase qui dit que les prestations n'ont pas été retenues, et pourquoi ; vide sinon.</summary>
    public string PhraseDuChoix =>
        Ouverts.Count == 0 || ChoixEcartes.Count == 0
            ? ""
            : $" Les prestations choisies ne sont pas retenues, elles resteront à choisir : {string.Join(" ", ChoixEcartes.Select(o => o.Message))}";
}

/// <summary>Ouvre le dossier d'une ou de plusieurs collectivités ; celles qu'une règle écarte sont dites, les autres ont le leur.</summary>
public sealed class OuvrirDossiers(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    private const int Paquet = 100;

    /// <exception cref="RegleMetierException">La date attendue est passée : aucun dossier n'est ouvert.</exception>
    public async Task<BilanDOuverture> ExecuterAsync(
        Acteur acteur,
        DossiersAOuvrir demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        Verdict.De(new AttenduApresLOuverture(horloge.Aujourdhui, demande.AttenduLe)).Exiger();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(jeton => OuvrirAsync(contexte, acteur, demande, jeton), annulation);
    }

    /// <summary>Ce qui s'oppose à l'ouverture du dossier d'une collectivité : l'assistant le dit dès qu'on la choisit.</summary>
    public async Task<IReadOnlyList<IRegle>> ExaminerAsync(
        Acteur acteur,
        GroupementId id,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        var jour = horloge.Aujourdhui;
        var faits = await contexte.FaitsDOuvertureAsync(groupement, [collectivite], jour, annulation);
        return DossierDAdhesion.PeutOuvrir(faits[collectivite], jour, attenduLe: null).Obstacles;
    }

    /// <summary>Dans la transaction de l'appelant, qui a vérifié le droit.</summary>
    internal Task<BilanDOuverture> OuvrirAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DossiersAOuvrir demande,
        CancellationToken annulation
    )
    {
        AccesAuxConventions.ExigerPerimetre(acteur, demande.Groupement);
        return PourUnMembreAsync(contexte, acteur, demande, annulation);
    }

    /// <summary>La même ouverture, demandée par un membre pour sa collectivité : le groupement n'est pas de son périmètre.</summary>
    internal async Task<BilanDOuverture> PourUnMembreAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DossiersAOuvrir demande,
        CancellationToken annulation
    )
    {
        await contexte.VerrouillerAsync(demande.Groupement, annulation);
        var jour = horloge.Aujourdhui;
        List<DossierDAdhesionId> ouverts = [];
        List<AdmissionRefusee> refuses = [];
        IReadOnlyList<IRegle> choixEcartes = [];
        foreach (var paquet in demande.Collectivites.Distinct().Chunk(Paquet))
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == demande.Groupement, annulation);
            var fenetre = await contexte.FenetreAsync(groupement, jour, annulation);
            var faits = await contexte.FaitsDOuvertureAsync(groupement, paquet, jour, annulation);
            Dictionary<CollectiviteId, DossierDAdhesionId> prevenues = [];
            foreach (var collectivite in paquet.Where(faits.ContainsKey))
            {
                var verdict = DossierDAdhesion.PeutOuvrir(faits[collectivite], jour, demande.AttenduLe);
                if (!verdict.EstFavorable)
                {
                    refuses.Add(new AdmissionRefusee(collectivite, faits[collectivite].Membre, verdict.Obstacles));
                    continue;
                }

                var dossier = DossierDAdhesion.Ouvrir(
                    groupement.Id,
                    collectivite,
                    demande.Origine,
                    jour,
                    demande.AttenduLe,
                    faits[collectivite]
                );
                if (demande.Prestations.Count > 0)
                {
                    var choix = dossier.PeutChoisir(demande.Prestations.Count, fenetre, jour);
                    if (choix.EstFavorable)
                    {
                        dossier.Choisir(demande.Prestations, fenetre, jour, proposees: true);
                    }
                    else
                    {
                        choixEcartes = choix.Obstacles;
                    }
                }

                contexte.Add(dossier);
                ouverts.Add(dossier.Id);
                prevenues.Add(collectivite, dossier.Id);
                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(Groupement),
                        groupement.Id.Valeur,
                        new DossierDAdhesionOuvert(collectivite, demande.Origine),
                        acteur,
                        horloge.Maintenant
                    )
                );
            }

            if (demande.Prevenir)
            {
                await InviterAsync(contexte, acteur, groupement, prevenues, demande.AttenduLe, annulation);
            }

            await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
            contexte.ChangeTracker.Clear();
        }

        return new BilanDOuverture(ouverts, refuses, choixEcartes);
    }

    private async Task InviterAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Groupement groupement,
        Dictionary<CollectiviteId, DossierDAdhesionId> prevenues,
        DateOnly? attendu,
        CancellationToken annulation
    ) =>
        await informer.DeposerAsync(
            contexte,
            prevenues.Keys,
            new Information(
                groupement.Id,
                nameof(DossierDAdhesion),
                groupement.Id.Valeur,
                CourrielsDeGroupement.Invitation,
                new Dictionary<string, string>
                {
                    ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                    ["attente"] = attendu is { } le ? $"Votre dossier est attendu avant le {Formats.DateLongue(le)}." : "",
                }
            )
            {
                ObjetDe = membre => prevenues[membre].Valeur,
                Chemin = membre => AdressesDesDossiers.PourLeMembre(prevenues[membre]),
                SansCompte = RepondreParLien.Inviter(
                    acteur,
                    CourrielsDeGroupement.InvitationSansCompte,
                    horloge.Maintenant,
                    membre => prevenues[membre]
                ),
            },
            annulation
        );
}
