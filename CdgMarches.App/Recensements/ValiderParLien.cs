using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>
/// La validation sans compte : un lien à usage unique, remis à l'exécutif d'un membre, qui lit, tape son nom et sa qualité, et
/// confirme. Ouvrir le lien ne fait que montrer.
/// </summary>
public sealed class ValiderParLien(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    AdressesPubliques adresses,
    ComposerCourriel composer,
    LireEtatDesBesoins lire,
    ValiderReponses valider
)
{
    public const string Usage = "recensement.valider";

    /// <summary>Envoie le lien à une personne : par un gestionnaire, ou par un utilisateur du membre à son exécutif.</summary>
    /// <remarks>Un lien plus récent remplace les précédents de ce membre pour cette campagne.</remarks>
    public async Task EnvoyerAsync(
        Acteur acteur,
        CampagneId campagne,
        CollectiviteId collectivite,
        string? nom,
        string? courriel,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.SaisirRecensement);
        var (destinataire, adresse) = (nom?.Trim() ?? "", courriel?.Trim() ?? "");
        if (destinataire.Length is 0 or > Reponse.LongueurNom || !FileDeCourriels.EstValide(adresse))
        {
            throw new RefusException(
                "Donnez le nom de la personne et une adresse de courriel valable : le lien n'a pas été envoyé."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await contexte.ReponsesDuMembreAsync(acteur, campagne, collectivite, annulation);
        if (reponses.Count == 0)
        {
            throw new DroitManquantException(Droits.SaisirRecensement);
        }

        var jusqua = reponses.Where(r => r.Etat.EstSaisissable()).Select(r => (DateTimeOffset?)r.OuverteJusqua).Max();
        if (jusqua is null || jusqua <= horloge.Maintenant)
        {
            throw new RefusException(
                "Il n'y a plus rien à valider pour ce membre : le lien n'a pas été envoyé. Rouvrez d'abord une réponse si c'est une erreur."
            );
        }

        var (intitule, membre) = await NomsAsync(contexte, campagne, collectivite, annulation);
        var modele = await composer.LireAsync(CourrielsDeRecensement.Validation.Cle, annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await RevoquerAsync(contexte, acteur, campagne, collectivite, jeton);
                var emis = liens.Emettre(
                    contexte,
                    acteur,
                    new DemandeDeLien(Usage, nameof(Campagne), campagne.Valeur, destinataire, jusqua, collectivite.Valeur)
                );
                FileDeCourriels.Deposer(
                    contexte,
                    modele.Pour(
                        adresse,
                        destinataire,
                        new Dictionary<string, string>
                        {
                            ["campagne"] = intitule,
                            ["membre"] = membre,
                            ["lien"] = adresses.De($"/validation/{emis.Jeton}"),
                        }
                    ) with
                    {
                        ObjetType = nameof(Campagne),
                        ObjetId = campagne.Valeur,
                        Collectivite = collectivite.Valeur,
                        Lien = emis.Lien.Id,
                    },
                    horloge.Maintenant
                );
                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(Campagne),
                        campagne.Valeur,
                        new LienDeValidationEnvoye(collectivite.Valeur, destinataire, adresse),
                        acteur.AuNomDe(membre),
                        horloge.Maintenant
                    )
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Ce que la personne lit ; rien ne change.</summary>
    /// <exception cref="RefusException">Le lien ne vaut pas, ou plus.</exception>
    public async Task<(EtatDesBesoins Etat, string Destinataire)> LireAsync(string? jeton, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return (await lire.LireAsync(contexte, await ReponsesAsync(contexte, lien, annulation), annulation), lien.Destinataire);
    }

    /// <summary>Consomme le lien et valide ce qui a été lu, dans la même transaction.</summary>
    /// <param name="jeton">Le secret du lien.</param>
    /// <param name="lues">Les réponses montrées et leur version : une cellule tapée depuis fait relire.</param>
    /// <param name="nom">Le nom tapé.</param>
    /// <param name="qualite">La qualité tapée.</param>
    /// <param name="adresse">L'adresse réseau.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le reçu.</returns>
    public async Task<(string Numero, EtatDesBesoins Recu)> ExecuterAsync(
        string? jeton,
        IReadOnlyList<ReponseAValider> lues,
        string? nom,
        string? qualite,
        string? adresse,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var numero = await contexte.EnTransactionAsync(
            async arret =>
            {
                var lien = await liens.ConsommerAsync(contexte, jeton, Usage, adresse, annulation: arret);
                var siennes = await ReponsesAsync(contexte, lien, arret, suivies: true);
                var aValider = siennes.Where(r => lues.Any(l => l.Id == r.Id)).ToList();
                if (aValider.Count == 0 || aValider.Count != lues.Count)
                {
                    throw new RefusException(
                        "Les besoins montrés ne sont pas ceux de ce lien : rien n'a été enregistré. Rouvrez le lien reçu."
                    );
                }

                return await valider.ValiderAsync(
                    contexte,
                    LiensPersonnels.Porteur(lien, adresse),
                    aValider,
                    lues,
                    new SignatureDeReponse(ModeDeValidation.Lien, nom ?? "", qualite ?? ""),
                    arret
                );
            },
            annulation
        );
        return (numero, (await lire.RecuAsync(contexte, contexte.Reponses, numero, annulation))!);
    }

    private static async Task<List<Reponse>> ReponsesAsync(
        MarchesDbContext contexte,
        LienPersonnel lien,
        CancellationToken annulation,
        bool suivies = false
    )
    {
        var (campagne, collectivite) = (new CampagneId(lien.CibleId), new CollectiviteId(lien.Collectivite!.Value));
        var reponses = contexte.Reponses.Where(r => r.Campagne == campagne && r.Collectivite == collectivite);
        return await (suivies ? reponses : reponses.AsNoTracking()).ToListAsync(annulation);
    }

    private static async Task<(string Intitule, string Membre)> NomsAsync(
        MarchesDbContext contexte,
        CampagneId campagne,
        CollectiviteId collectivite,
        CancellationToken annulation
    ) =>
        (
            await contexte.Campagnes.Where(c => c.Id == campagne).Select(c => c.Intitule).SingleAsync(annulation),
            await contexte.Collectivites.Where(c => c.Id == collectivite).Select(c => c.Nom).SingleAsync(annulation)
        );

    private async Task RevoquerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CampagneId campagne,
        CollectiviteId collectivite,
        CancellationToken annulation
    )
    {
        var (maintenant, cible, membre) = (horloge.Maintenant, campagne.Valeur, (Guid?)collectivite.Valeur);
        await contexte
            .LiensPersonnels.Where(l =>
                l.Usage == Usage && l.CibleId == cible && l.Collectivite == membre && l.RevoqueLe == null && l.UtiliseLe == null
            )
            .ExecuteUpdateAsync(
                l => l.SetProperty(x => x.RevoqueLe, maintenant).SetProperty(x => x.RevoquePar, acteur.Nom),
                annulation
            );
    }
}
