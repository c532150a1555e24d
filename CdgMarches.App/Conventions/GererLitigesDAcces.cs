using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Echeancier;
using CdgMarches.App.Groupements;
using CdgMarches.App.Litiges;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>
/// Déclare un litige sur une convention d'accès : un agent pour l'une ou l'autre partie, une collectivité pour la sienne. Ce
/// qu'une collectivité déclare est dit aussitôt à l'agent qui a la charge de la convention.
/// </summary>
internal sealed class DeclarerLitigeDAcces(
    IDbContextFactory<MarchesDbContext> donnees,
    AvertirDUnLitige avertir,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">L'agent, ou un utilisateur de la collectivité.</param>
    /// <param name="id">La convention.</param>
    /// <param name="demandeur">La partie qui réclame ; une collectivité ne réclame que pour elle.</param>
    /// <param name="objet">Les faits et ce qui est réclamé.</param>
    /// <param name="le">Le jour de la réclamation ; celui du CDG s'il n'est pas donné.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task<LitigeDAccesId> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        PartieDAcces demandeur,
        string? objet,
        DateOnly? le = null,
        CancellationToken annulation = default
    )
    {
        var parLeCdg = acteur.Perimetre.EstCdg;
        acteur.Exiger(parLeCdg ? Droits.GererConventions : Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var convention = await contexte.ConventionAsync(acteur, id, jeton);
                var litige = LitigeDAcces.Declarer(
                    convention,
                    parLeCdg ? demandeur : PartieDAcces.Collectivite,
                    objet,
                    le ?? horloge.Aujourdhui,
                    horloge.Aujourdhui
                );
                contexte.Add(litige);
                if (!parLeCdg)
                {
                    await avertir.DeposerAsync(contexte, convention, litige, jeton);
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return litige.Id;
            },
            annulation
        );
    }
}

/// <summary>
/// Avertit le CDG du litige qu'une collectivité déclare : qui a la charge de la convention, à défaut tous les gestionnaires,
/// par une notification et, s'il ne l'a pas refusé, un courriel.
/// </summary>
internal sealed class AvertirDUnLitige(
    LireAgents lireAgents,
    ComposerCourriel composer,
    AdressesPubliques adresses,
    HorlogeLegale horloge
)
{
    public async Task DeposerAsync(
        MarchesDbContext contexte,
        ConventionDAcces convention,
        LitigeDAcces litige,
        CancellationToken annulation
    )
    {
        var membre = await contexte.NomAsync(convention.Collectivite, annulation);
        var modele = await composer.LireAsync(CourrielsDesConventions.Litige.Cle, annulation);
        var agents = await lireAgents.ExecuterAsync(contexte, LireAgents.Litiges, annulation);
        var adresse = AdressesDesConventions.Litige(litige.Id);
        var valeurs = new Dictionary<string, string>
        {
            ["membre"] = membre,
            ["reference"] = convention.Reference.ToString(),
            ["objet"] = litige.Objet,
            ["lien"] = adresses.De(adresse),
        };
        foreach (var agent in LireAgents.EnCharge(agents, groupement: null, [convention.Responsable]))
        {
            FileDeNotifications.Deposer(
                contexte,
                agent.Id,
                $"{membre} déclare un litige sur sa convention d'accès {convention.Reference}.",
                adresse,
                horloge.Maintenant
            );
            if (agent.Courriel is { } courriel)
            {
                FileDeCourriels.Deposer(
                    contexte,
                    modele.Pour(courriel, agent.Nom, valeurs) with
                    {
                        ObjetType = nameof(LitigeDAcces),
                        ObjetId = litige.Id.Valeur,
                        Collectivite = convention.Collectivite.Valeur,
                    },
                    horloge.Maintenant
                );
            }
        }
    }
}

/// <summary>Conduit un litige sur une convention d'accès : l'amiable, puis le juge, puis la clôture (RG1.36).</summary>
public sealed class ConduireLitigeDAcces(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        LitigeDAccesId id,
        int versionLue,
        ChangementDeLitige changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var litige =
            await contexte.LitigesDAcces.DuPerimetre(acteur).SingleOrDefaultAsync(l => l.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererConventions);
        contexte.ExigerVersion(litige, versionLue);
        changement.Appliquer(litige, horloge.Aujourdhui);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
