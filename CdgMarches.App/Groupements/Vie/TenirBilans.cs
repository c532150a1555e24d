using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>Demande à chaque membre le bilan d'exécution d'une année ; qui l'a déjà reçu n'est pas redemandé (RG7.01).</summary>
public sealed class DemanderBilans(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    private const int PremiereAnnee = 2000;

    /// <returns>Combien de bilans sont désormais attendus de plus.</returns>
    public async Task<int> ExecuterAsync(Acteur acteur, GroupementId id, int annee, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        if (annee < PremiereAnnee || annee > horloge.Aujourdhui.Year)
        {
            throw new RefusException("Donnez une année écoulée ou en cours. Rien n'a été demandé.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                Verdict.De(new GroupementNonClos(groupement.Etat)).Exiger();
                var (premier, dernier) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
                var membres = await contexte
                    .Adhesions.Where(a => a.Groupement == id && a.Entree <= dernier && (a.Sortie == null || a.Sortie >= premier))
                    .Where(a => a.Collectivite != groupement.Coordonnateur)
                    .Where(a =>
                        !contexte.BilansDExecution.Any(b =>
                            b.Groupement == id && b.Annee == annee && b.Collectivite == a.Collectivite
                        )
                    )
                    .Select(a => a.Collectivite)
                    .Distinct()
                    .ToListAsync(jeton);
                contexte.AddRange(
                    membres.Select(m => BilanDExecution.Demander(id, m, annee, groupement.Regles, horloge.Aujourdhui))
                );
                await informer.DeposerAsync(
                    contexte,
                    membres,
                    new Information(
                        id,
                        nameof(Groupement),
                        id.Valeur,
                        CourrielsDeGroupement.Bilan,
                        new Dictionary<string, string>
                        {
                            ["groupement"] = groupement.Nom,
                            ["annee"] = annee.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            ["echeance"] = Formats.DateLongue(groupement.Regles.EcheanceDuBilan(annee)),
                        }
                    ),
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return membres.Count;
            },
            annulation
        );
    }
}

/// <summary>Enregistre la réception du bilan d'un membre.</summary>
public sealed class RecevoirBilan(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        BilanDExecutionId id,
        int versionLue,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var bilan = await contexte.BilansDExecution.SingleOrDefaultAsync(b => b.Id == id, annulation);
        if (bilan is null || !acteur.Perimetre.Comprend(bilan.Groupement))
        {
            throw new DroitManquantException(Droits.GererGroupements);
        }

        contexte.ExigerVersion(bilan, versionLue);
        bilan.Recevoir(jour, horloge.Aujourdhui);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Le bilan d'un membre pour une année : attendu, en retard ou reçu.</summary>
public sealed record LigneDeBilan(
    BilanDExecutionId Id,
    int Version,
    string Membre,
    int Annee,
    DateOnly AttenduLe,
    DateOnly? RecuLe,
    bool EnRetard
);

/// <summary>Les bilans demandés d'un groupement, page par page.</summary>
public sealed class LireBilans(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeBilan>> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (jour, duPerimetre) = (horloge.Aujourdhui, acteur.Perimetre.Comprend(id));
        var bilans =
            from b in contexte.BilansDExecution.AsNoTracking()
            join c in contexte.Collectivites on b.Collectivite equals c.Id
            where b.Groupement == id && duPerimetre
            select new { Bilan = b, Membre = c };
        bilans = demande.Filtre("etat") switch
        {
            "attendus" => bilans.Where(b => b.Bilan.RecuLe == null),
            "retard" => bilans.Where(b => b.Bilan.RecuLe == null && b.Bilan.AttenduLe < jour),
            "recus" => bilans.Where(b => b.Bilan.RecuLe != null),
            _ => bilans,
        };
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            bilans = bilans.Where(b => b.Membre.CleDeRecherche.Contains(mot));
        }

        return new PageDe<LigneDeBilan>(
            await bilans
                .OrderByDescending(b => b.Bilan.Annee)
                .ThenBy(b => b.Membre.CleDeTri)
                .ThenBy(b => b.Bilan.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(b => new LigneDeBilan(
                    b.Bilan.Id,
                    b.Bilan.Version,
                    b.Membre.Nom,
                    b.Bilan.Annee,
                    b.Bilan.AttenduLe,
                    b.Bilan.RecuLe,
                    b.Bilan.RecuLe == null && b.Bilan.AttenduLe < jour
                ))
                .ToListAsync(annulation),
            await bilans.CountAsync(annulation)
        );
    }
}
