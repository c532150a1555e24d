using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Une campagne d'appel dans la liste, et ce qu'elle a produit.</summary>
public sealed record LigneDeCampagneDAppel(
    CampagneDAppelId Id,
    string Intitule,
    int Exercice,
    EtatDeCampagneDAppel Etat,
    int Emis,
    long EmisCentimes,
    long ComplementsCentimes,
    long PayeCentimes,
    long CorrectionsCentimes,
    long ResteCentimes
);

/// <summary>Un appel annuel à lancer, ou bientôt.</summary>
/// <param name="Lignee">La grille.</param>
/// <param name="Intitule">« Contribution forfaitaire annuelle 2027 ».</param>
/// <param name="Exercice">L'exercice.</param>
/// <param name="APartirDu">Le 2 janvier de l'exercice.</param>
/// <param name="EstDu">Vrai quand ce jour est passé.</param>
/// <param name="Campagne">La campagne déjà ouverte.</param>
public sealed record AppelALancer(
    Guid Lignee,
    string Intitule,
    int Exercice,
    DateOnly APartirDu,
    bool EstDu,
    CampagneDAppelId? Campagne
);

/// <summary>Une campagne et l'état de ses cinq étapes.</summary>
public sealed record FicheDeCampagneDAppel(
    CampagneDAppelId Id,
    int Version,
    OrigineDeCampagne Origine,
    Guid Assiette,
    int Exercice,
    string Occurrence,
    string Intitule,
    EtatDeCampagneDAppel Etat,
    DateOnly DateDAppel,
    Guid? Auteur,
    string? NomDeLAuteur,
    DateTimeOffset? ProposeeLe,
    string? NomDuValidateur,
    DateTimeOffset? ValideeLe,
    DateTimeOffset? EmiseLe,
    string? Empreinte,
    int Nombre,
    MontantHt Total,
    IReadOnlyList<ConfirmationDeCasLimite> Confirmations,
    IReadOnlyList<ExonerationDecidee> Exonerations,
    bool PeutPreparer,
    bool PeutValider
)
{
    /// <summary>Le jour où l'exercice a été clos ; nul tant qu'il reçoit des appels.</summary>
    public DateOnly? ExerciceClosLe { get; init; }

    /// <summary>Le jour où l'exercice d'imputation a été clos : celui de la date des appels.</summary>
    public DateOnly? ImputationCloseLe { get; init; }

    /// <summary>Pourquoi la simulation est revenue à la préparation ; nul dès qu'elle est proposée de nouveau.</summary>
    public RenvoiDeCampagne? Renvoi { get; init; }

    /// <summary>Les autres campagnes qui ont déjà appelé le même type pour la même occurrence.</summary>
    public IReadOnlyList<AppeleAilleurs> Ailleurs { get; init; } = [];

    /// <summary>Ce qui empêche d'abandonner la campagne.</summary>
    public Verdict PeutAbandonner { get; init; } = Verdict.Favorable;
}

/// <summary>Les campagnes d'appel du périmètre, celle qu'on regarde, et ce qui reste à lancer.</summary>
public sealed class LireCampagnesDAppel(
    IDbContextFactory<MarchesDbContext> donnees,
    LireGrilles lireGrilles,
    HorlogeLegale horloge
)
{
    public async Task<PageDe<LigneDeCampagneDAppel>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagnes = contexte.CampagnesDAppel.AsNoTracking().DuPerimetre(acteur);
        if (demande.Recherche is { Length: > 0 } recherche)
        {
            campagnes = campagnes.Where(c => c.Intitule.Contains(recherche));
        }

        if (int.TryParse(demande.Filtre("exercice"), out var exercice))
        {
            campagnes = campagnes.Where(c => c.Exercice == exercice);
        }

        var total = await campagnes.CountAsync(annulation);
        var page = await campagnes
            .OrderByDescending(c => c.Exercice)
            .ThenBy(c => c.Intitule)
            .ThenBy(c => c.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new LigneDeCampagneDAppel(
                c.Id,
                c.Intitule,
                c.Exercice,
                c.Etat,
                contexte.Appels.Count(a => a.Campagne == c.Id && a.Numero != null && a.Rang == 0),
                contexte.Appels.Where(a => a.Campagne == c.Id && a.Numero != null && a.Rang == 0).Sum(a => a.Ttc.Centimes),
                contexte
                    .Appels.Where(a => a.Campagne == c.Id && a.Numero != null && a.Nature == NatureDAppel.Complement)
                    .Sum(a => a.Ttc.Centimes),
                contexte.Appels.Where(a => a.Campagne == c.Id).Sum(a => a.Paye.Centimes),
                contexte.Appels.Where(a => a.Campagne == c.Id && a.Rang == 0).Sum(a => a.Corrections.Centimes),
                // What a debtor has overpaid is owed to him: it does not lower what the others owe.
                contexte
                    .Appels.Where(a => a.Campagne == c.Id && a.Numero != null && a.Etat == EtatDAppel.Emis)
                    .Sum(a => a.Ttc.Centimes + a.Corrections.Centimes - a.Paye.Centimes)
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeCampagneDAppel>(page, total);
    }

    /// <summary>Les appels annuels que rien n'a encore émis, du premier exercice attendu jusqu'au suivant de celui en cours.</summary>
    /// <remarks>Un exercice oublié reste montré les années d'après : sa recette ne se perd pas en silence.</remarks>
    public async Task<IReadOnlyList<AppelALancer>> ALancerAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var annuelles = await contexte
            .Grilles.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(g => g.Etat == EtatDeGrille.Adoptee && g.Type.Declencheur == Declencheur.Annuel)
            .Select(g => new
            {
                g.Lignee,
                g.Type.Libelle,
                g.Debut,
                g.Fin,
                g.ProchainExercice,
            })
            .ToListAsync(annulation);
        var lignees = annuelles.Select(g => g.Lignee).Distinct().ToList();
        var connues = (
            await contexte
                .CampagnesDAppel.AsNoTracking()
                .Where(c => c.Origine == OrigineDeCampagne.Grille && lignees.Contains(c.Assiette))
                .Select(c => new
                {
                    c.Id,
                    c.Assiette,
                    c.Exercice,
                    c.Etat,
                })
                .ToListAsync(annulation)
        ).ToLookup(c => c.Assiette);
        var clos = await contexte.ExercicesDAppel.Where(e => e.ClosLe != null).Select(e => e.Annee).ToHashSetAsync(annulation);
        return
        [
            .. from versions in annuelles.GroupBy(g => g.Lignee)
            let derniere = versions.MaxBy(g => g.Debut)!
            let debut = versions.Min(g => g.Debut)!.Value
            let premier = connues[versions.Key]
                .Select(c => c.Exercice)
                .Concat(versions.Select(v => v.ProchainExercice ?? jour.Year + 1))
                .Min()
            from exercice in Enumerable.Range(premier, Math.Max(0, jour.Year + 2 - premier))
            where debut <= new DateOnly(exercice, 12, 31)
            where !(derniere.Fin < new DateOnly(exercice, 1, 1)) && !clos.Contains(exercice)
            let campagne = connues[versions.Key].FirstOrDefault(c => c.Exercice == exercice)
            where campagne?.Etat is not EtatDeCampagneDAppel.Emise
            let lancement = new DateOnly(exercice, 1, Grille.JourDeLancement)
            let aPartirDu = lancement < debut ? debut : lancement
            orderby exercice
            select new AppelALancer(
                versions.Key,
                $"{derniere.Libelle} {exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                exercice,
                aPartirDu,
                jour >= aPartirDu,
                campagne?.Id
            ),
        ];
    }

    /// <returns>Null si la campagne n'est pas du périmètre.</returns>
    public async Task<FicheDeCampagneDAppel?> FicheAsync(
        Acteur acteur,
        CampagneDAppelId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte
            .CampagnesDAppel.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(c => c.Id == id, annulation);
        return campagne is null
            ? null
            : new FicheDeCampagneDAppel(
                campagne.Id,
                campagne.Version,
                campagne.Origine,
                campagne.Assiette,
                campagne.Exercice,
                campagne.Occurrence,
                campagne.Intitule,
                campagne.Etat,
                campagne.DateDAppel ?? new DateOnly(campagne.Exercice, 1, 1),
                campagne.Auteur,
                campagne.NomDeLAuteur,
                campagne.ProposeeLe,
                campagne.NomDuValidateur,
                campagne.ValideeLe,
                campagne.EmiseLe,
                campagne.Empreinte,
                campagne.Nombre,
                campagne.Total,
                campagne.Confirmations,
                campagne.Exonerations,
                acteur.Peut(Droits.PreparerContributions),
                acteur.Peut(Droits.ValiderContributions)
            )
            {
                ExerciceClosLe = await contexte.ClotureAsync(campagne.Exercice, annulation),
                ImputationCloseLe = await contexte.ClotureAsync(campagne.Imputation, annulation),
                Renvoi = await HistoireDeCampagne.RenvoiAsync(contexte, campagne, annulation),
                Ailleurs = await HistoireDeCampagne.AilleursAsync(contexte, campagne, annulation),
                PeutAbandonner = CampagneDAppel.PeutAbandonner(
                    await contexte.Appels.CountAsync(a => a.Campagne == id, annulation)
                ),
            };
    }

    /// <summary>Les grilles qu'on peut appeler, pour ouvrir une campagne.</summary>
    public Task<IReadOnlyList<LigneDeGrille>> GrillesAsync(Acteur acteur, CancellationToken annulation = default) =>
        lireGrilles.AppelablesAsync(acteur, annulation);
}
