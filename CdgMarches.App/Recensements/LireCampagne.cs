using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>L'agent du CDG à qui s'adresser.</summary>
public sealed record AgentDuCdg(string Nom, string? Telephone, string? Courriel);

/// <summary>Le nombre de réponses d'une prestation dans un état.</summary>
public sealed record CompteDEtat(PrestationId Prestation, EtatDeReponse Etat, int Nombre);

/// <summary>Une campagne, telle que ses pages la montrent.</summary>
public sealed record FicheCampagne(
    CampagneId Id,
    int Version,
    string Reference,
    string NomDuGroupement,
    GroupementId Groupement,
    int Exercice,
    ParametresDeCampagne Parametres,
    EtatDeCampagne Etat,
    DateTimeOffset ClotureLe,
    int VersionDuCatalogue,
    CampagneId? Precedente,
    IReadOnlyList<PrestationDeCampagne> Prestations,
    IReadOnlyList<LotDeCampagne> Lots,
    AgentDuCdg? Responsable,
    Guid? ResponsableId,
    Guid? SuppleantId,
    int Gels,
    IReadOnlyList<CompteDEtat> Comptes,
    Verdict PeutOuvrir,
    int ReponsesPrevues,
    bool PeutGerer
)
{
    public string Intitule => Parametres.Intitule;

    public int Reponses => Comptes.Sum(c => c.Nombre);

    public int Repondues => Comptes.Where(c => c.Etat.EstRepondu()).Sum(c => c.Nombre);

    public int Decidees => Comptes.Where(c => c.Etat.EstDecide()).Sum(c => c.Nombre);

    /// <summary>Ni répondues, ni décidées.</summary>
    public int EnAttente => Reponses - Repondues - Decidees;

    public string LibelleDeLot(int numero) =>
        numero == 0 ? "Hors lot" : $"Lot {numero} — {Lots.FirstOrDefault(l => l.Numero == numero)?.Intitule}";

    public string LibelleDePrestation(PrestationId id) => Prestations.FirstOrDefault(p => p.Prestation == id)?.Libelle ?? "";
}

/// <summary>Lit une campagne et ses comptes.</summary>
public sealed class LireCampagne(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, OuvrirCampagne ouvrir)
{
    /// <returns>La fiche, ou null si la campagne n'est pas du périmètre.</returns>
    public async Task<FicheCampagne?> ExecuterAsync(Acteur acteur, CampagneId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagnesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation);
        if (campagne is null)
        {
            return null;
        }

        var groupement = await contexte
            .Groupements.Where(g => g.Id == campagne.Groupement)
            .Select(g => g.Nom)
            .SingleAsync(annulation);
        var comptes = await contexte
            .Reponses.Where(r => r.Campagne == id)
            .GroupBy(r => new { r.Prestation, r.Etat })
            .Select(g => new CompteDEtat(g.Key.Prestation, g.Key.Etat, g.Count()))
            .ToListAsync(annulation);
        var (prevues, verdict) =
            campagne.Etat is EtatDeCampagne.EnPreparation
                ? await ouvrir.PrevoirAsync(contexte, campagne, annulation)
                : (0, Verdict.Favorable);
        return new FicheCampagne(
            campagne.Id,
            campagne.Version,
            campagne.Reference,
            groupement,
            campagne.Groupement,
            campagne.Exercice,
            new ParametresDeCampagne(
                campagne.Intitule,
                campagne.Consigne,
                campagne.Ouverture,
                campagne.Cloture,
                campagne.Periode,
                campagne.DureeEnAnnees,
                campagne.LancementPrevu
            ),
            campagne.Etat is EtatDeCampagne.Ouverte && campagne.EstClose(horloge.Maintenant)
                ? EtatDeCampagne.Close
                : campagne.Etat,
            campagne.ClotureLe,
            campagne.VersionDuCatalogue,
            campagne.Precedente,
            [.. campagne.Prestations.OrderBy(p => p.Ordre)],
            [.. campagne.Lots.OrderBy(l => l.Numero)],
            await AgentAsync(contexte, campagne, annulation),
            campagne.Responsable,
            campagne.Suppleant,
            campagne.Gels,
            comptes,
            verdict,
            prevues,
            acteur.Peut(Droits.GererRecensements)
        );
    }

    /// <summary>Les agents du CDG à qui une campagne peut être confiée.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Nom)>> AgentsAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var gestionnaire = nameof(RoleCdg.Gestionnaire);
        var agents = await (
            from compte in contexte.Users
            join lien in contexte.UserRoles on compte.Id equals lien.UserId
            join role in contexte.Roles on lien.RoleId equals role.Id
            where role.Name == gestionnaire && compte.EstActif
            orderby compte.Nom
            select new { compte.Id, compte.Nom }
        ).ToListAsync(annulation);
        return [.. agents.Select(a => (a.Id, a.Nom))];
    }

    /// <summary>L'agent chargé de la campagne, à défaut son suppléant.</summary>
    internal static async Task<AgentDuCdg?> AgentAsync(MarchesDbContext contexte, Campagne campagne, CancellationToken annulation)
    {
        var (responsable, suppleant) = (campagne.Responsable, campagne.Suppleant);
        var agents = await contexte
            .Users.Where(u => (u.Id == responsable || u.Id == suppleant) && u.EstActif)
            .Select(u => new
            {
                u.Id,
                u.Nom,
                u.PhoneNumber,
                u.Email,
            })
            .ToListAsync(annulation);
        return agents.OrderByDescending(a => a.Id == responsable).FirstOrDefault() is { } agent
            ? new AgentDuCdg(agent.Nom, agent.PhoneNumber, agent.Email)
            : null;
    }
}
