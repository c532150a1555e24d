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

/// <summary>Lit, en une requête par sorte d'acte, les redevables d'un exercice et leurs données.</summary>
internal static class LireRedevables
{
    public static async Task<List<FaitsDAppel>> RedevablesAsync(
        this MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var lues = await Lire(Actes(contexte, demande), demande).ToListAsync(annulation);
        var consultations = await ConsultationsAsync(contexte, demande, annulation);
        var etablissements = demande.AvecEtablissements ? await EtablissementsAsync(contexte, demande, annulation) : [];
        HashSet<CollectiviteId> membres = demande.AvecExemptions
            ? [.. lues.Where(a => a.VautLe(demande.DateDAppel)).Select(a => a.Id)]
            : [];
        List<FaitsDAppel> faits = new(lues.Count);
        foreach (var lue in lues)
        {
            faits.Add(Composer(demande, lue, consultations, etablissements, membres));
        }

        faits.Sort((a, b) => string.CompareOrdinal(a.CleDeTri, b.CleDeTri));
        return faits;
    }

    private static FaitsDAppel Composer(
        DemandeDAssiette demande,
        ActeLu c,
        Dictionary<(CollectiviteId, int), (int? Reelles, int? Estimees)> declarees,
        Dictionary<CollectiviteId, int> etablissements,
        HashSet<CollectiviteId> membres
    )
    {
        var presence = new Periode(c.Debut, c.Fin);
        var (consultations, estimees) = Consultations(demande, c, declarees);
        var adresse = c.Postale.EstVide ? c.Siege : c.Postale;
        return new FaitsDAppel(
            new Redevable(
                demande.Portee is PorteeDeGrille.ConventionDAcces ? SourceDeDette.Convention : SourceDeDette.Adhesion,
                c.IdDeConvention?.Valeur ?? c.IdDAdhesion!.Value.Valeur,
                c.Id,
                presence,
                c.Convention?.ToString() ?? c.ReferenceDuGroupement?.ToString() ?? ""
            ),
            demande.Groupement,
            new Debiteur(c.Nom, c.Siret?.Valeur, c.Categorie, adresse.Ligne1, adresse.Ligne2, adresse.CodePostal, adresse.Ville),
            new ChorusDeLAppel(
                c.Chorus.ServiceObligatoire,
                c.Chorus.EngagementObligatoire,
                c.Chorus.CodeDuService,
                NumeroDEngagement: null
            ),
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
        var avant = declarees.GetValueOrDefault((acte.Id, demande.Exercice - 1));
        var appelee = declarees.GetValueOrDefault((acte.Id, demande.Exercice));
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

    /// <summary>Les conventions ou les adhésions qui valent un jour au moins de l'exercice, chacune avec sa collectivité.</summary>
    private static IQueryable<ActeEtCollectivite> Actes(MarchesDbContext contexte, DemandeDAssiette demande)
    {
        if (demande.Portee is PorteeDeGrille.ConventionDAcces)
        {
            return from v in contexte.ConventionsDAcces.AsNoTracking().EnVigueurPendant(demande.Exercice)
                join c in contexte.Collectivites on v.Collectivite equals c.Id
                select new ActeEtCollectivite
                {
                    C = c,
                    IdDeConvention = v.Id,
                    IdDAdhesion = null,
                    Convention = v.Reference,
                    Groupement = null,
                    Debut = v.PremierJour!.Value,
                    Fin = v.DernierJour,
                };
        }

        var (premier, dernier) = (new DateOnly(demande.Exercice, 1, 1), new DateOnly(demande.Exercice, 12, 31));
        var groupement = demande.Groupement!.Value;
        return from a in contexte.Adhesions.AsNoTracking()
            where a.Groupement == groupement && a.Entree <= dernier && (a.Sortie == null || a.Sortie >= premier)
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            join g in contexte.Groupements on a.Groupement equals g.Id
            select new ActeEtCollectivite
            {
                C = c,
                IdDeConvention = null,
                IdDAdhesion = a.Id,
                Convention = null,
                Groupement = g.Reference,
                Debut = a.Entree,
                Fin = a.Sortie,
            };
    }

    private static IQueryable<ActeLu> Lire(IQueryable<ActeEtCollectivite> actes, DemandeDAssiette demande)
    {
        var (exercice, jour) = (demande.Exercice, demande.DateDAppel);
        return actes.Select(x => new ActeLu
        {
            IdDeConvention = x.IdDeConvention,
            IdDAdhesion = x.IdDAdhesion,
            Convention = x.Convention,
            ReferenceDuGroupement = x.Groupement,
            Debut = x.Debut,
            Fin = x.Fin,
            Id = x.C.Id,
            Nom = x.C.Nom,
            CleDeTri = x.C.CleDeTri,
            Siret = x.C.Siret,
            Siren = x.C.Siren,
            Categorie = x.C.Categorie,
            Parent = x.C.Parent,
            Siege = x.C.Siege,
            Postale = x.C.Postale,
            Chorus = x.C.Chorus,
            Agents = x.C.Effectifs.Where(e => e.Annee == exercice).Select(e => (int?)e.Agents).FirstOrDefault(),
            Population = x.C.Populations.Where(p => p.Annee == exercice).Select(p => p.Totale).FirstOrDefault(),
            Affiliee = x.C.Affiliations.Any(a => a.Debut <= jour && (a.Fin == null || a.Fin >= jour)),
        });
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

    private sealed record ActeEtCollectivite
    {
        public Collectivite C { get; init; } = null!;

        public ConventionDAccesId? IdDeConvention { get; init; }

        public AdhesionId? IdDAdhesion { get; init; }

        public ReferenceDeConvention? Convention { get; init; }

        public ReferenceDeGroupement? Groupement { get; init; }

        public DateOnly Debut { get; init; }

        public DateOnly? Fin { get; init; }
    }

    private sealed record ActeLu
    {
        public ConventionDAccesId? IdDeConvention { get; init; }

        public AdhesionId? IdDAdhesion { get; init; }

        public ReferenceDeConvention? Convention { get; init; }

        public ReferenceDeGroupement? ReferenceDuGroupement { get; init; }

        public DateOnly Debut { get; init; }

        public DateOnly? Fin { get; init; }

        public CollectiviteId Id { get; init; }

        public string Nom { get; init; } = "";

        public string CleDeTri { get; init; } = "";

        public Siret? Siret { get; init; }

        public Siren? Siren { get; init; }

        public CategorieDeCollectivite Categorie { get; init; }

        public CollectiviteId? Parent { get; init; }

        public Adresse Siege { get; init; } = Adresse.Vide;

        public Adresse Postale { get; init; } = Adresse.Vide;

        public ParametresChorus Chorus { get; init; } = ParametresChorus.Aucun;

        public int? Agents { get; init; }

        public int? Population { get; init; }

        public bool Affiliee { get; init; }

        public bool VautLe(DateOnly jour) => Debut <= jour && (Fin is not { } fin || jour <= fin);
    }
}
