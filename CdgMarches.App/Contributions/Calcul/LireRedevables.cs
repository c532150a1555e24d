using CdgMarches.Database;
using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Ce qu'on demande de l'assiette : à qui la grille s'applique, pour quel exercice, à quelle date.</summary>
/// <param name="Portee">Conventions d'accès, ou membres d'un groupement.</param>
/// <param name="Groupement">Le groupement, pour ses membres.</param>
/// <param name="Exercice">L'exercice.</param>
/// <param name="DateDAppel">Le jour où l'on apprécie l'affiliation et l'appartenance de la commune (RG6.27, RG6.28).</param>
/// <param name="Lectures">L'année des consultations, les établissements rattachés.</param>
/// <param name="AvecEtablissements">Les agents des CCAS et caisses des écoles s'ajoutent.</param>
/// <param name="AvecExemptions">Il faut savoir si la commune de rattachement est membre.</param>
public sealed record DemandeDAssiette(
    PorteeDeGrille Portee,
    GroupementId? Groupement,
    int Exercice,
    DateOnly DateDAppel,
    AnneeDesConsultations Lectures = AnneeDesConsultations.Precedente,
    bool AvecEtablissements = false,
    bool AvecExemptions = false
);

/// <summary>Lit les redevables d'un exercice et leurs données : les actes, les collectivités, les chiffres, une requête chacun.</summary>
internal static class LireRedevables
{
    public static async Task<List<FaitsDAppel>> RedevablesAsync(
        this MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var actes = await ActesAsync(contexte, demande, annulation);
        var lues = await CollectivitesAsync(contexte, demande, annulation);
        var consultations = await ConsultationsAsync(contexte, demande, annulation);
        var etablissements = demande.AvecEtablissements ? await EtablissementsAsync(contexte, demande, annulation) : [];
        HashSet<CollectiviteId> membres = demande.AvecExemptions
            ? [.. actes.Where(a => a.VautLe(demande.DateDAppel)).Select(a => a.Collectivite)]
            : [];
        List<FaitsDAppel> faits = new(actes.Count);
        foreach (var acte in actes)
        {
            if (lues.TryGetValue(acte.Collectivite, out var lue))
            {
                faits.Add(Composer(demande, acte, lue, consultations, etablissements, membres));
            }
        }

        faits.Sort((a, b) => string.CompareOrdinal(a.CleDeTri, b.CleDeTri));
        return faits;
    }

    private static FaitsDAppel Composer(
        DemandeDAssiette demande,
        ActeLu acte,
        CollectiviteLue c,
        Dictionary<(CollectiviteId, int), (int? Reelles, int? Estimees)> declarees,
        Dictionary<CollectiviteId, int> etablissements,
        HashSet<CollectiviteId> membres
    )
    {
        var presence = new Periode(acte.Debut, acte.Fin);
        var (consultations, estimees) = Consultations(demande, acte, declarees);
        return new FaitsDAppel(
            new Redevable(
                demande.Portee is PorteeDeGrille.ConventionDAcces ? SourceDeDette.Convention : SourceDeDette.Adhesion,
                acte.SourceId,
                c.Id,
                presence,
                acte.Reference
            ),
            demande.Groupement,
            new Debiteur(c.Nom, c.Siret?.Valeur, c.Categorie, c.Ligne1, c.Ligne2, c.CodePostal, c.Ville),
            c.Chorus,
            new FaitsDuRedevable(c.Categorie, presence)
            {
                Agents = c.Agents,
                AgentsDesEtablissements = etablissements.GetValueOrDefault(c.Id),
                Population = c.Population,
                Affiliee = c.Affiliee,
                Consultations = consultations,
                ConsultationsEstimees = estimees,
                CommuneMembre = c.Parent is { } parent && membres.Contains(parent),
            },
            c.CleDeTri,
            c.Siret?.Valeur[..9] ?? c.Siren?.Valeur
        );
    }

    /// <summary>L'année précédente, réelle ; la première année, l'estimation déclarée (RG6.02, lecture 7).</summary>
    private static (int? Nombre, bool Estimees) Consultations(
        DemandeDAssiette demande,
        ActeLu acte,
        Dictionary<(CollectiviteId, int), (int? Reelles, int? Estimees)> declarees
    )
    {
        var avant = declarees.GetValueOrDefault((acte.Collectivite, demande.Exercice - 1));
        var appelee = declarees.GetValueOrDefault((acte.Collectivite, demande.Exercice));
        return demande.Lectures is AnneeDesConsultations.Appelee ? (appelee.Reelles ?? appelee.Estimees, appelee.Reelles is null)
            : avant.Reelles is { } reelles ? (reelles, false)
            : acte.Debut.Year == demande.Exercice ? (appelee.Estimees ?? avant.Estimees, true)
            : (null, false);
    }

    /// <summary>Les chiffres des deux années qu'une lecture peut compter, par collectivité.</summary>
    private static async Task<Dictionary<(CollectiviteId, int), (int? Reelles, int? Estimees)>> ConsultationsAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var (exercice, avant) = (demande.Exercice, demande.Exercice - 1);
        var lues = await contexte
            .ConsultationsDeclarees.AsNoTracking()
            .Where(d => d.Annee == avant || d.Annee == exercice)
            .Select(d => new
            {
                d.Collectivite,
                d.Annee,
                d.Reelles,
                d.Estimees,
            })
            .ToListAsync(annulation);
        return lues.ToDictionary(d => (d.Collectivite, d.Annee), d => (d.Reelles, d.Estimees));
    }

    /// <summary>Les conventions ou les adhésions qui valent un jour au moins de l'exercice.</summary>
    private static async Task<List<ActeLu>> ActesAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        if (demande.Portee is PorteeDeGrille.ConventionDAcces)
        {
            var conventions = await Conventions(contexte, demande)
                .Select(v => new
                {
                    v.Id,
                    v.Collectivite,
                    v.PremierJour,
                    v.DernierJour,
                    v.Reference,
                })
                .ToListAsync(annulation);
            return conventions.ConvertAll(v => new ActeLu(
                v.Id.Valeur,
                v.Collectivite,
                v.PremierJour!.Value,
                v.DernierJour,
                v.Reference.ToString()
            ));
        }

        var groupement = demande.Groupement!.Value;
        var reference = await contexte
            .Groupements.Where(g => g.Id == groupement)
            .Select(g => g.Reference)
            .SingleAsync(annulation);
        var adhesions = await Adhesions(contexte, demande)
            .Select(a => new
            {
                a.Id,
                a.Collectivite,
                a.Entree,
                a.Sortie,
            })
            .ToListAsync(annulation);
        return adhesions.ConvertAll(a => new ActeLu(a.Id.Valeur, a.Collectivite, a.Entree, a.Sortie, reference.ToString()));
    }

    private static IQueryable<ConventionDAcces> Conventions(MarchesDbContext contexte, DemandeDAssiette demande) =>
        contexte.ConventionsDAcces.AsNoTracking().EnVigueurPendant(demande.Exercice);

    private static IQueryable<Adhesion> Adhesions(MarchesDbContext contexte, DemandeDAssiette demande)
    {
        var (premier, dernier) = (new DateOnly(demande.Exercice, 1, 1), new DateOnly(demande.Exercice, 12, 31));
        var groupement = demande.Groupement!.Value;
        return contexte
            .Adhesions.AsNoTracking()
            .Where(a => a.Groupement == groupement && a.Entree <= dernier && (a.Sortie == null || a.Sortie >= premier));
    }

    /// <summary>Les collectivités de ces actes, chacune une fois.</summary>
    /// <remarks>La projection part de l'entité même : à travers un objet intermédiaire, EF lirait ses listes entières.</remarks>
    private static Task<Dictionary<CollectiviteId, CollectiviteLue>> CollectivitesAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var (exercice, jour, vide) = (demande.Exercice, demande.DateDAppel, Adresse.Vide);
        var concernees =
            demande.Portee is PorteeDeGrille.ConventionDAcces
                ? Conventions(contexte, demande).Select(v => v.Collectivite)
                : Adhesions(contexte, demande).Select(a => a.Collectivite);
        return contexte
            .Collectivites.AsNoTracking()
            .Where(c => concernees.Contains(c.Id))
            .Select(c => new CollectiviteLue
            {
                Id = c.Id,
                Nom = c.Nom,
                CleDeTri = c.CleDeTri,
                Siret = c.Siret,
                Siren = c.Siren,
                Categorie = c.Categorie,
                Parent = c.Parent,
                // The postal address where there is one, chosen by the database: half the columns.
                Ligne1 = c.Postale == vide ? c.Siege.Ligne1 : c.Postale.Ligne1,
                Ligne2 = c.Postale == vide ? c.Siege.Ligne2 : c.Postale.Ligne2,
                CodePostal = c.Postale == vide ? c.Siege.CodePostal : c.Postale.CodePostal,
                Ville = c.Postale == vide ? c.Siege.Ville : c.Postale.Ville,
                Chorus = c.Chorus,
                Agents = c.Effectifs.Where(e => e.Annee == exercice).Select(e => (int?)e.Agents).FirstOrDefault(),
                Population = c.Populations.Where(p => p.Annee == exercice).Select(p => p.Totale).FirstOrDefault(),
                Affiliee = c.Affiliations.Any(a => a.Debut <= jour && (a.Fin == null || a.Fin >= jour)),
            })
            .ToDictionaryAsync(c => c.Id, annulation);
    }

    /// <summary>Les agents du CCAS et de la caisse des écoles qui n'ont pas d'accès propre, par commune (RG6.02, lecture 5).</summary>
    private static async Task<Dictionary<CollectiviteId, int>> EtablissementsAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var exercice = demande.Exercice;
        var (premier, dernier) = (new DateOnly(exercice, 1, 1), new DateOnly(exercice, 12, 31));
        var lus = await contexte
            .Collectivites.AsNoTracking()
            .Where(c =>
                c.Parent != null
                && (c.Categorie == CategorieDeCollectivite.Ccas || c.Categorie == CategorieDeCollectivite.CaisseDesEcoles)
                && !contexte.ConventionsDAcces.Any(v =>
                    v.Collectivite == c.Id && v.PremierJour <= dernier && (v.DernierJour == null || v.DernierJour >= premier)
                )
            )
            .Select(c => new
            {
                c.Parent,
                Agents = c.Effectifs.Where(e => e.Annee == exercice).Select(e => (int?)e.Agents).FirstOrDefault(),
            })
            .ToListAsync(annulation);
        return lus.Where(e => e.Agents is > 0)
            .GroupBy(e => e.Parent!.Value)
            .ToDictionary(g => g.Key, g => g.Sum(e => e.Agents!.Value));
    }

    private sealed record ActeLu(Guid SourceId, CollectiviteId Collectivite, DateOnly Debut, DateOnly? Fin, string Reference)
    {
        public bool VautLe(DateOnly jour) => Debut <= jour && (Fin is not { } fin || jour <= fin);
    }

    private sealed record CollectiviteLue
    {
        public CollectiviteId Id { get; init; }

        public string Nom { get; init; } = "";

        public string CleDeTri { get; init; } = "";

        public Siret? Siret { get; init; }

        public Siren? Siren { get; init; }

        public CategorieDeCollectivite Categorie { get; init; }

        public CollectiviteId? Parent { get; init; }

        public string? Ligne1 { get; init; }

        public string? Ligne2 { get; init; }

        public string? CodePostal { get; init; }

        public string? Ville { get; init; }

        public ParametresChorus Chorus { get; init; } = ParametresChorus.Aucun;

        public int? Agents { get; init; }

        public int? Population { get; init; }

        public bool Affiliee { get; init; }
    }
}
