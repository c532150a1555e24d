using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ouvre une fenêtre d'adhésion avant une remise en concurrence (RG1.17).</summary>
public sealed class OuvrirFenetre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        string? objet,
        DateOnly ouverture,
        DateOnly fermeture,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                contexte.Add(
                    FenetreDAdhesion.Ouvrir(
                        id,
                        groupement.Etat,
                        objet ?? "",
                        ouverture,
                        fermeture,
                        await contexte.AutreFenetreAsync(id, sauf: null, ouverture, fermeture, jeton),
                        await contexte.ConsultationsAsync(id, jeton)
                    )
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

/// <summary>Avance ou recule la fermeture d'une fenêtre.</summary>
public sealed class FermerFenetre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        FenetreDAdhesionId id,
        int versionLue,
        DateOnly fermeture,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var fenetre =
            await contexte.FenetresDAdhesion.SingleOrDefaultAsync(f => f.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererGroupements);
        var groupement = await contexte.GroupementAsync(acteur, fenetre.Groupement, annulation);
        contexte.ExigerVersion(fenetre, versionLue);
        fenetre.Fermer(
            groupement.Etat,
            fermeture,
            await contexte.AutreFenetreAsync(fenetre.Groupement, fenetre.Id, fenetre.Ouverture, fermeture, annulation)
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Une fenêtre d'adhésion et les jours où elle est vraiment ouverte.</summary>
public sealed record LigneDeFenetre(
    FenetreDAdhesionId Id,
    int Version,
    string Objet,
    DateOnly Ouverture,
    DateOnly Fermeture,
    Periode? Ouverte,
    bool EstOuverteCeJour
);

/// <summary>Un millésime du groupement, passé ou suivant.</summary>
public sealed record LigneDeMillesime(GroupementId Id, string Reference, string Nom, int? Millesime, EtatDuGroupement Etat);

/// <summary>Les fenêtres d'adhésion d'un groupement et la suite de ses millésimes.</summary>
public sealed class LireFenetres(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<(IReadOnlyList<LigneDeFenetre> Fenetres, IReadOnlyList<LigneDeMillesime> Millesimes)> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!acteur.Perimetre.Comprend(id))
        {
            return ([], []);
        }

        var consultations = await contexte.ConsultationsAsync(id, annulation);
        var fenetres = await contexte
            .FenetresDAdhesion.AsNoTracking()
            .Where(f => f.Groupement == id)
            .OrderByDescending(f => f.Ouverture)
            .ToListAsync(annulation);
        return (
            [
                .. fenetres.Select(f => new LigneDeFenetre(
                    f.Id,
                    f.Version,
                    f.Objet,
                    f.Ouverture,
                    f.Fermeture,
                    f.Ouverte(consultations),
                    f.Ouverte(consultations)?.Contient(horloge.Aujourdhui) == true
                )),
            ],
            await MillesimesAsync(contexte, acteur, id, annulation)
        );
    }

    /// <summary>Remonte les prédécesseurs et descend les suivants : quelques générations au plus.</summary>
    private static async Task<List<LigneDeMillesime>> MillesimesAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId id,
        CancellationToken annulation
    )
    {
        List<LigneDeMillesime> suite = [];
        HashSet<GroupementId> vus = [];
        for (GroupementId? courant = id; courant is { } cle && vus.Add(cle); )
        {
            var lu = await contexte
                .Groupements.Where(g => g.Id == cle)
                .Select(g => new
                {
                    g.Id,
                    g.Reference,
                    g.Nom,
                    g.Millesime,
                    g.Etat,
                    g.Predecesseur,
                })
                .SingleAsync(annulation);
            suite.Add(new LigneDeMillesime(lu.Id, lu.Reference.ToString(), lu.Nom, lu.Millesime, lu.Etat));
            courant = lu.Predecesseur;
        }

        var suivants = await contexte
            .Groupements.Where(g => g.Predecesseur == id)
            .OrderBy(g => g.Millesime)
            .Select(g => new
            {
                g.Id,
                g.Reference,
                g.Nom,
                g.Millesime,
                g.Etat,
            })
            .ToListAsync(annulation);
        suite.InsertRange(
            0,
            suivants.Select(g => new LigneDeMillesime(g.Id, g.Reference.ToString(), g.Nom, g.Millesime, g.Etat))
        );
        return [.. suite.Where(m => acteur.Perimetre.Comprend(m.Id))];
    }
}
