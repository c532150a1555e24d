using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Constate chaque nuit que les préavis restés sans délibération exécutoire au 31 décembre ne valent plus (RG1.31).</summary>
/// <remarks>Rejouée, elle ne trouve plus rien à faire ; en retard, elle constate la même chose. Le membre et le coordonnateur en sont informés une fois.</remarks>
internal sealed class TacheDesRetraitsCaducs(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
) : ITachePlanifiee
{
    public string Nom => "groupements.retraits-caducs";

    public string Libelle => "Préavis de retrait restés sans délibération";

    public string Cron => "0 45 2 * * ?";

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var echus = await contexte
            .DossiersDeRetrait.Where(d => d.Mode == ModeDeRetrait.PreavisAnnuel && d.Etat == EtatDeRetrait.Annonce)
            .Where(d => d.SortieLe < jour)
            .OrderBy(d => d.Id)
            .Select(d => d.Id)
            .ToListAsync(annulation);
        var caducs = 0;
        foreach (var id in echus)
        {
            caducs += await CaduquerAsync(id, jour, annulation) ? 1 : 0;
        }

        return $"{Formats.Compter(caducs, "préavis caduc", "préavis caducs")}.";
    }

    /// <returns>Faux si une délibération est venue à temps, ou si un agent change le dossier au même moment : la nuit suivante y revient.</returns>
    private async Task<bool> CaduquerAsync(DossierDeRetraitId id, DateOnly jour, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        try
        {
            return await contexte.EnTransactionAsync(
                async jeton =>
                {
                    var dossier = await contexte.DossiersDeRetrait.SingleAsync(d => d.Id == id, jeton);
                    if (!dossier.EstCaduc(jour))
                    {
                        return false;
                    }

                    dossier.Caduquer(jour);
                    await InformerDeLaCaduciteAsync(contexte, dossier, jour, informer, jeton);
                    await contexte.EnregistrerAsync(Acteur.Systeme, horloge.Maintenant, jeton);
                    return true;
                },
                annulation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Dit au membre qu'il reste dans le groupement, et au coordonnateur qu'il garde ce membre, preuve gardée.</summary>
    internal static async Task InformerDeLaCaduciteAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        DateOnly jour,
        InformerLesMembres informer,
        CancellationToken annulation
    )
    {
        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == dossier.Groupement, annulation);
        var valeurs = new Dictionary<string, string>
        {
            ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
            ["membre"] = await contexte.NomAsync(dossier.Collectivite, annulation),
            ["sortie"] = Formats.DateLongue(dossier.SortieLe!.Value),
            ["suite"] = DossierDeRetrait.CommentPartirDeNouveau(groupement.Regles, jour),
        };
        await EcrireAsync(dossier.Collectivite, CourrielsDeGroupement.RetraitCaduc);
        if (groupement.Coordonnateur != dossier.Collectivite)
        {
            await EcrireAsync(groupement.Coordonnateur, CourrielsDeGroupement.RetraitCaducAuCoordonnateur);
        }

        Task<int> EcrireAsync(CollectiviteId collectivite, DefinitionDeModele modele) =>
            informer.DeposerAsync(
                contexte,
                [collectivite],
                new Information(dossier.Groupement, nameof(DossierDeRetrait), dossier.Id.Valeur, modele, valeurs),
                annulation
            );
    }
}

/// <summary>Porte à l'échéancier, chaque année, le dernier jour où informer le coordonnateur d'un retrait (RG1.31, RG7.05).</summary>
/// <remarks>Une fois l'année suivie, elle n'écrit plus rien. Passé le dernier jour, c'est celui de l'année suivante qui compte.</remarks>
internal sealed class TacheDesPreavis(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ITachePlanifiee
{
    public string Nom => "groupements.preavis";

    public string Libelle => "Échéance annuelle du préavis de retrait";

    public string Cron => "0 50 2 * * ?";

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupements = await contexte
            .Groupements.AsNoTracking()
            .Where(g => g.Etat == EtatDuGroupement.Ouvert && g.Regles.ModeDeRetrait == ModeDeRetrait.PreavisAnnuel)
            .Where(g => g.AnneeDuPreavis == null || g.AnneeDuPreavis <= jour.Year)
            .OrderBy(g => g.Id)
            .Select(g => g.Id)
            .ToListAsync(annulation);
        var suivis = 0;
        foreach (var id in groupements)
        {
            suivis += await SuivreAsync(id, jour, annulation) ? 1 : 0;
        }

        return $"{Formats.Compter(suivis, "échéance portée", "échéances portées")}.";
    }

    private async Task<bool> SuivreAsync(GroupementId id, DateOnly jour, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        try
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == id, annulation);
            if (!groupement.SuivrePreavis(jour))
            {
                return false;
            }

            await contexte.EnregistrerAsync(Acteur.Systeme, horloge.Maintenant, annulation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
