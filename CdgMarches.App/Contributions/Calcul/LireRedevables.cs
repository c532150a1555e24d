using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Lit les redevables d'un exercice et leurs données : l'acte, la collectivité et ses chiffres viennent d'une même requête.</summary>
internal static class LireRedevables
{
    public static async Task<List<FaitsDAppel>> RedevablesAsync(
        this MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var lus = await LusAsync(contexte, demande, annulation);
        var etablissements = demande.AvecEtablissements ? await EtablissementsAsync(contexte, demande, lus, annulation) : [];
        var membres = demande.AvecExemptions ? await MembresAsync(contexte, demande, lus, annulation) : [];
        var estimations = await EstimationsAsync(contexte, demande, lus, annulation);
        var emetteur = demande.Portee is PorteeDeGrille.Groupement ? await EmetteurAsync(contexte, annulation) : null;
        lus.Sort((a, b) => string.CompareOrdinal(a.CleDeTri, b.CleDeTri));
        return lus.ConvertAll(lu => Composer(demande, lu, etablissements, membres, estimations, emetteur));
    }

    private static FaitsDAppel Composer(
        DemandeDAssiette demande,
        RedevableLu lu,
        Dictionary<CollectiviteId, int> etablissements,
        HashSet<CollectiviteId> membres,
        Dictionary<CollectiviteId, int?> estimations,
        CollectiviteId? emetteur
    )
    {
        var presence = new Periode(lu.Debut, lu.Fin);
        var (consultations, annee, estimees) = Consultations(demande, lu, estimations);
        return new FaitsDAppel(
            new Redevable(
                lu.Convention is null ? SourceDeDette.Adhesion : SourceDeDette.Convention,
                lu.Convention?.Valeur ?? lu.Adhesion!.Value.Valeur,
                lu.Collectivite,
                presence,
                lu.Reference?.ToString() ?? lu.Groupement!.ToString()
            ),
            demande.Groupement,
            new Debiteur(lu.Nom, lu.Siret?.Valeur, lu.Categorie, lu.Ligne1, lu.Ligne2, lu.CodePostal, lu.Ville),
            new ParametresChorus(lu.ServiceObligatoire, lu.EngagementObligatoire, lu.CodeDuService),
            new FaitsDuRedevable(lu.Categorie, presence)
            {
                Agents = lu.Agents,
                DefinitionDesAgents = lu.DefinitionDesAgents,
                AgentsDesEtablissements = etablissements.GetValueOrDefault(lu.Collectivite),
                Population = lu.Population,
                Affiliee = lu.Affiliee,
                Consultations = consultations,
                AnneeDesConsultations = annee,
                ConsultationsEstimees = estimees,
                CommuneMembre = SeSertDeSonAcces(lu) && lu.Parent is { } parent && membres.Contains(parent),
            },
            lu.CleDeTri,
            lu.Siret?.Valeur[..9] ?? lu.Siren?.Valeur,
            lu.Coordonnateur == lu.Collectivite ? PlaceDansLeGroupement.Coordonnateur
                : emetteur == lu.Collectivite ? PlaceDansLeGroupement.Emetteur
                : PlaceDansLeGroupement.Membre
        );
    }

    /// <summary>Le centre de gestion qui émet les titres : celui dont les réglages portent le nom ; nul si le référentiel ne le connaît pas.</summary>
    private static async Task<CollectiviteId?> EmetteurAsync(MarchesDbContext contexte, CancellationToken annulation)
    {
        var nom = await contexte
            .ReglagesGeneraux.Where(r => r.Cle == ClesDeReglage.NomDuCdg)
            .Select(r => r.Valeur)
            .SingleOrDefaultAsync(annulation);
        var centres = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Categorie == CategorieDeCollectivite.CentreDeGestion && c.ArchiveLe == null)
            .Select(c => new { c.Id, c.Nom })
            .ToListAsync(annulation);
        return nom is null ? null : centres.Find(c => CleDeTri.De(c.Nom) == CleDeTri.De(nom))?.Id;
    }

    /// <summary>Un CCAS ou une caisse des écoles qui a son propre accès ne suit pas sa commune ; les autres n'ont pas ce choix.</summary>
    private static bool SeSertDeSonAcces(RedevableLu lu) =>
        lu.AccesDeSaCommune || !Categorie.De(lu.Categorie).PeutUtiliserLAccesDeSaCommune;

    /// <summary>L'année précédente, réelle ; la première année, l'estimation déclarée (RG6.02, lecture 7).</summary>
    private static (int? Nombre, int? Annee, bool Estimees) Consultations(
        DemandeDAssiette demande,
        RedevableLu lu,
        Dictionary<CollectiviteId, int?> estimations
    ) =>
        lu.Reelles is { } reelles ? (reelles, demande.AnneeComptee, false)
        : EstDeLAnnee(demande, lu) && estimations.GetValueOrDefault(lu.Collectivite) is { } prevues
            ? (prevues, demande.Exercice, true)
        : lu.Estimees is { } estimees && (demande.AnneeComptee == demande.Exercice || EstDeLAnnee(demande, lu))
            ? (estimees, demande.AnneeComptee, true)
        : (null, null, false);

    private static bool EstDeLAnnee(DemandeDAssiette demande, RedevableLu lu) => lu.Debut.Year == demande.Exercice;

    /// <summary>Ce que les redevables de première année ont estimé pour l'exercice, quand la grille compte l'année d'avant.</summary>
    private static async Task<Dictionary<CollectiviteId, int?>> EstimationsAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        List<RedevableLu> lus,
        CancellationToken annulation
    )
    {
        var exercice = demande.Exercice;
        return demande.AnneeComptee == exercice || !lus.Exists(lu => lu.Reelles is null && EstDeLAnnee(demande, lu))
            ? []
            : await contexte
                .ConsultationsDeclarees.AsNoTracking()
                .Where(d => d.Annee == exercice && d.Estimees != null)
                .ToDictionaryAsync(d => d.Collectivite, d => d.Estimees, annulation);
    }

    /// <summary>Les conventions ou les adhésions qui valent un jour au moins de l'exercice.</summary>
    /// <remarks>Chaque valeur est dite, même nulle : EF bâtirait l'objet entier pour lire celle qui manque.</remarks>
    private static IQueryable<ActeRedevable> Actes(MarchesDbContext contexte, DemandeDAssiette demande)
    {
        if (demande.Portee is PorteeDeGrille.ConventionDAcces)
        {
            var conventions = contexte.ConventionsDAcces.AsNoTracking().EnVigueurPendant(demande.Exercice);
            if (demande.Acte is { } acte)
            {
                var seule = new ConventionDAccesId(acte);
                conventions = conventions.Where(v => v.Id == seule);
            }

            return conventions.Select(v => new ActeRedevable
            {
                Convention = v.Id,
                Adhesion = null,
                Reference = v.Reference,
                Groupement = null,
                Coordonnateur = null,
                Collectivite = v.Collectivite,
                Debut = v.PremierJour!.Value,
                Fin = v.DernierJour,
            });
        }

        var (premier, dernier) = (new DateOnly(demande.Exercice, 1, 1), new DateOnly(demande.Exercice, 12, 31));
        var groupement = demande.Groupement!.Value;
        var adhesions = contexte
            .Adhesions.AsNoTracking()
            .Where(a => a.Groupement == groupement && a.Entree <= dernier && (a.Sortie == null || a.Sortie >= premier));
        if (demande.Acte is { } adhesion)
        {
            var seule = new AdhesionId(adhesion);
            adhesions = adhesions.Where(a => a.Id == seule);
        }

        return adhesions.Join(
            contexte.Groupements,
            a => a.Groupement,
            g => g.Id,
            (a, g) =>
                new ActeRedevable
                {
                    Convention = null,
                    Adhesion = a.Id,
                    Reference = null,
                    Groupement = g.Reference,
                    Coordonnateur = g.Coordonnateur,
                    Collectivite = a.Collectivite,
                    Debut = a.Entree,
                    Fin = a.Sortie,
                }
        );
    }

    /// <summary>Chaque acte avec sa collectivité et les chiffres que la grille peut compter.</summary>
    /// <remarks>
    /// La collectivité se joint en dernier, et colonne par colonne : à travers un objet intermédiaire, ou pour une de ses valeurs
    /// composées, EF lirait l'entité et ses listes entières.
    /// </remarks>
    private static Task<List<RedevableLu>> LusAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        CancellationToken annulation
    )
    {
        var (exercice, comptee, jour, vide) = (demande.Exercice, demande.AnneeComptee, demande.DateDAppel, Adresse.Vide);
        return Actes(contexte, demande)
            .LeftJoin(
                contexte.ConsultationsDeclarees.AsNoTracking().Where(d => d.Annee == comptee),
                a => a.Collectivite,
                d => d.Collectivite,
                (acte, d) =>
                    new
                    {
                        acte,
                        Reelles = (int?)d!.Reelles,
                        Estimees = (int?)d.Estimees,
                    }
            )
            .Join(
                contexte.Collectivites.AsNoTracking(),
                a => a.acte.Collectivite,
                c => c.Id,
                (a, c) =>
                    new RedevableLu
                    {
                        Convention = a.acte.Convention,
                        Adhesion = a.acte.Adhesion,
                        Reference = a.acte.Reference,
                        Groupement = a.acte.Groupement,
                        Coordonnateur = a.acte.Coordonnateur,
                        Debut = a.acte.Debut,
                        Fin = a.acte.Fin,
                        Reelles = a.Reelles,
                        Estimees = a.Estimees,
                        Collectivite = a.acte.Collectivite,
                        Nom = c.Nom,
                        CleDeTri = c.CleDeTri,
                        Siret = c.Siret,
                        Siren = c.Siren,
                        Categorie = c.Categorie,
                        Parent = c.Parent,
                        AccesDeSaCommune = c.UtiliseLAccesDeSaCommune,
                        // The postal address where there is one, chosen by the database: half the columns.
                        Ligne1 = c.Postale == vide ? c.Siege.Ligne1 : c.Postale.Ligne1,
                        Ligne2 = c.Postale == vide ? c.Siege.Ligne2 : c.Postale.Ligne2,
                        CodePostal = c.Postale == vide ? c.Siege.CodePostal : c.Postale.CodePostal,
                        Ville = c.Postale == vide ? c.Siege.Ville : c.Postale.Ville,
                        ServiceObligatoire = c.Chorus.ServiceObligatoire,
                        EngagementObligatoire = c.Chorus.EngagementObligatoire,
                        CodeDuService = c.Chorus.CodeDuService,
                        Agents = c.Effectifs.Where(e => e.Annee == exercice).Select(e => (int?)e.Agents).FirstOrDefault(),
                        DefinitionDesAgents = c
                            .Effectifs.Where(e => e.Annee == exercice)
                            .Select(e => e.Definition)
                            .FirstOrDefault(),
                        Population = c.Populations.Where(p => p.Annee == exercice).Select(p => p.Totale).FirstOrDefault(),
                        Affiliee = c.Affiliations.Any(f => f.Debut <= jour && (f.Fin == null || f.Fin >= jour)),
                    }
            )
            .ToListAsync(annulation);
    }

    /// <summary>Les agents du CCAS et de la caisse des écoles qui se servent de l'accès de leur commune (RG6.02, lecture 5).</summary>
    /// <remarks>Leur fiche le dit ; celui qui est lui-même redevable d'une convention n'est pas compté deux fois.</remarks>
    private static async Task<Dictionary<CollectiviteId, int>> EtablissementsAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        List<RedevableLu> redevables,
        CancellationToken annulation
    )
    {
        var exercice = demande.Exercice;
        var (premier, dernier) = (new DateOnly(exercice, 1, 1), new DateOnly(exercice, 12, 31));
        var etablissements = contexte
            .Collectivites.AsNoTracking()
            .Where(c =>
                c.Parent != null
                && c.UtiliseLAccesDeSaCommune
                && (c.Categorie == CategorieDeCollectivite.Ccas || c.Categorie == CategorieDeCollectivite.CaisseDesEcoles)
                && !contexte.ConventionsDAcces.Any(v =>
                    v.Collectivite == c.Id && v.PremierJour <= dernier && (v.DernierJour == null || v.DernierJour >= premier)
                )
            );
        if (demande.Acte is not null)
        {
            var communes = redevables.ConvertAll(r => (CollectiviteId?)r.Collectivite);
            etablissements = etablissements.Where(c => communes.Contains(c.Parent));
        }

        var lus = await etablissements
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

    /// <summary>Les collectivités dont l'acte vaut le jour de l'appel (RG6.27) ; pour un seul acte, sa commune de rattachement.</summary>
    private static async Task<HashSet<CollectiviteId>> MembresAsync(
        MarchesDbContext contexte,
        DemandeDAssiette demande,
        List<RedevableLu> redevables,
        CancellationToken annulation
    )
    {
        var jour = demande.DateDAppel;
        if (demande.Acte is null)
        {
            return
            [
                .. redevables.Where(r => r.Debut <= jour && (r.Fin is not { } fin || jour <= fin)).Select(r => r.Collectivite),
            ];
        }

        List<CollectiviteId> parents = [.. redevables.Where(r => r.Parent is not null).Select(r => r.Parent!.Value)];
        return
        [
            .. await Actes(contexte, demande with { Acte = null })
                .Where(a => parents.Contains(a.Collectivite) && a.Debut <= jour && (a.Fin == null || a.Fin >= jour))
                .Select(a => a.Collectivite)
                .ToListAsync(annulation),
        ];
    }
}
