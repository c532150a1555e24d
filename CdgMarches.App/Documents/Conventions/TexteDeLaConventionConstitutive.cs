using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Le texte d'une convention constitutive : parties, durée, tâches, commission, adhésion, retrait, tels que ses règles les fixent.</summary>
public sealed class TexteDeLaConventionConstitutive(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : IModeleDeDocument,
        IConventionEnDossier
{
    internal const string CodeDeNature = "groupements.convention";

    public string Code => CodeDeNature;

    public string Nature => CodeDeNature;

    public GenreDeDocument Genre => GenreDeDocument.Convention;

    public string Titre => "Convention constitutive d'un groupement de commandes";

    public string ObjetType => nameof(ConventionConstitutive);

    public string Droit => Droits.GererGroupements;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("groupement_reference", "Référence du groupement", "GC-2026-003"),
        new("groupement_objet", "Objet du groupement", "Acheter ensemble des fournitures de bureau"),
        new("objet_des_marches", "Marchés visés", "Fournitures de bureau et papier", Obligatoire: true),
        new("coordonnateur", "Coordonnateur", "le centre de gestion du Pas-de-Calais", Obligatoire: true),
        new("coordonnateur_siege", "Siège du coordonnateur", "Allée du Château, 62700 Bruay-la-Buissière"),
        new("niveau_d_integration", "Niveau d'intégration", "partiellement intégré"),
        new("mandat", "Ce que le coordonnateur fait au nom des membres", "signer et notifier"),
        new("dernier_jour", "Dernier jour, pour une durée fixe", "31 décembre 2029"),
        new("dispositions_financieres", "Dispositions financières", "La mission du coordonnateur n'est pas rémunérée."),
        new("jours_francs", "Jours francs de convocation", "cinq"),
        new("jours_francs_de_seconde_convocation", "Jours francs de la seconde convocation", "cinq"),
        new("article_voix_preponderante", "Article de la voix prépondérante", "art. 3.2"),
        new("date_de_preavis", "Date avant laquelle annoncer un retrait", "30 octobre"),
        new("date_du_bilan", "Échéance du bilan annuel", "31 mars"),
        new("tribunal", "Tribunal compétent", "tribunal administratif de Lille"),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "parties",
            "Parties",
            [
                new("partie", "Nom de la partie", "Commune d'Arras"),
                new("partie_designation", "La partie, avec son article", "la commune d'Arras"),
                new("partie_siege", "Son siège", "Place Guy-Mollet, 62000 Arras"),
                new("representant", "Qui la représente", "Mme Aude Vasseur", Obligatoire: true),
                new("qualite", "Sa qualité", "Maire"),
                new("deliberation", "Sa délibération", "n° 2026-14 du 10 mars 2026"),
            ]
        ),
        new(
            "annexes",
            "Annexes",
            [
                new("annexe", "Nom de l'annexe", "Délibération de la commune d'Arras"),
                new("reference", "Sa référence, si elle est connue", "n° 2026-14 du 10 mars 2026"),
            ]
        ),
        new("taches", "Tâches", [new("tache", "La tâche", "Réception des plis"), new("responsable", "Qui en répond", "CDG 62")]),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("duree_des_marches", "La convention dure jusqu'à l'échéance des marchés"),
        new("duree_fixe", "La convention a un terme"),
        new("duree_indeterminee", "La convention dure sans terme"),
        new("execution_par_le_coordonnateur", "Le coordonnateur exécute les marchés"),
        new("paiement_par_le_coordonnateur", "Le coordonnateur paie"),
        new("execution_financiere_a_dire", "Les dispositions financières ne disent pas déjà qui exécute les dépenses"),
        new("cao_propre", "Le groupement a sa commission d'appel d'offres"),
        new("suppleant_obligatoire", "Chaque titulaire a un suppléant"),
        new("quorum_plus_de_la_moitie", "Le quorum est de plus de la moitié des voix"),
        new("seconde_convocation_sans_quorum", "La seconde séance siège sans quorum"),
        new("voix_preponderante", "La voix du président départage"),
        new("adhesion_par_avenant", "On entre par avenant"),
        new("verrou_d_adhesion", "Aucune adhésion pendant une consultation"),
        new("retrait_par_deliberation", "Une délibération fixe la date du retrait"),
        new("coordonnateur_dissout", "Le retrait du coordonnateur dissout le groupement"),
        new("modification_unanime", "Toute modification veut l'accord de chaque membre"),
        new("publication_requise", "L'entrée en vigueur attend la publication"),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var (convention, groupement, noms) =
            await LireAsync(acteur, objet, annulation) ?? throw new DroitManquantException(Droit);
        var coordonnateur = noms[groupement.Coordonnateur];
        var annexes = await AnnexesAsync(convention, noms, annulation);
        var regles = groupement.Regles;
        var contenu = new DonneesDeFusion(TitreDe(groupement)) { Groupement = groupement.Id };
        contenu
            .Champ("groupement", groupement.Nom)
            .Champ("groupement_reference", groupement.Reference.ToString())
            .Champ("groupement_objet", groupement.Objet)
            .Champ("objet_des_marches", convention.ObjetDesMarches.TrimEnd('.', ' '))
            .Champ("coordonnateur", coordonnateur.Grammaire.Designation)
            .Champ("coordonnateur_siege", coordonnateur.Siege.EstVide ? null : coordonnateur.Siege.ToString())
            .Champ("niveau_d_integration", convention.Integration.Niveau)
            .Champ("mandat", Mandat(convention.Integration))
            .Champ("dernier_jour", convention.DernierJourFixe is { } dernier ? Formats.DateLongue(dernier) : null)
            .Champ("dispositions_financieres", convention.DispositionsFinancieres)
            .Champ("jours_francs", Nombres.EnLettres(regles.JoursFrancsDeConvocation))
            .Champ("jours_francs_de_seconde_convocation", Nombres.EnLettres(regles.SecondeConvocationJoursFrancs))
            .Champ("article_voix_preponderante", regles.ArticleDeLaVoixPreponderante)
            .Champ("date_de_preavis", JourEtMois(regles.MoisDuPreavis, regles.JourDuPreavis))
            .Champ("date_du_bilan", JourEtMois(regles.MoisDuBilan, regles.JourDuBilan))
            .Champ(
                "tribunal",
                convention.Tribunal.Length > 0 ? convention.Tribunal : "tribunal administratif territorialement compétent"
            )
            .Condition("duree_des_marches", convention.Duree is DureeDeConvention.JusquAuxMarches)
            .Condition("duree_fixe", convention.Duree is DureeDeConvention.Fixe)
            .Condition("duree_indeterminee", convention.Duree is DureeDeConvention.Indeterminee)
            .Condition("execution_par_le_coordonnateur", convention.Integration.Execute)
            .Condition("paiement_par_le_coordonnateur", convention.Integration.Paie)
            .Condition(
                "execution_financiere_a_dire",
                !convention.DispositionsFinancieres.Contains("exécution financière", StringComparison.OrdinalIgnoreCase)
            )
            .Condition("cao_propre", regles.RegimeDeCao is RegimeDeCao.Propre)
            .Condition("suppleant_obligatoire", regles.SuppleantObligatoire)
            .Condition("quorum_plus_de_la_moitie", regles.QuorumPlusDeLaMoitie)
            .Condition("seconde_convocation_sans_quorum", regles.SecondeConvocationSansQuorum)
            .Condition("voix_preponderante", regles.VoixPreponderante)
            .Condition("adhesion_par_avenant", regles.ModeDAdhesion is ModeDAdhesion.ParAvenant)
            .Condition("verrou_d_adhesion", regles.VerrouDAdhesion)
            .Condition("retrait_par_deliberation", regles.ModeDeRetrait is ModeDeRetrait.DeliberationDatee)
            .Condition("coordonnateur_dissout", regles.SortieDuCoordonnateur is SortieDuCoordonnateur.Dissout)
            .Condition("modification_unanime", regles.ModificationUnanime)
            .Condition("publication_requise", regles.PublicationRequise)
            .Table(
                "parties",
                convention.Parties.OrderBy(p => noms[p.Collectivite].CleDeTri, StringComparer.Ordinal),
                (p, l) => Remplir(p, noms[p.Collectivite], l)
            )
            .Table("annexes", annexes, (a, l) => l.Champ("annexe", a.Annexe.Libelle).Champ("reference", a.Reference))
            .Table(
                "taches",
                convention.Taches.OrderBy(t => t.Numero),
                (t, l) => l.Champ("tache", t.Libelle).Champ("responsable", noms.GetValueOrDefault(t.Responsable)?.NomCourt)
            );
        return [contenu];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from convention in contexte.ConventionsConstitutives
            join groupement in contexte.Groupements.DuPerimetre(acteur) on convention.Groupement equals groupement.Id
            orderby groupement.CleDeTri
            select new ObjetDApercu(convention.Id.Valeur, groupement.Nom)
        )
            .Take(30)
            .ToListAsync(annulation);
    }

    async Task<FaitsDeConvention?> IConventionEnDossier.LireAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        return await LireAsync(acteur, objet, annulation) is not var (convention, groupement, noms)
            ? null
            : new FaitsDeConvention(
                TitreDe(groupement),
                AdressesDesGroupements.Fiche(groupement.Id),
                groupement.Id,
                null,
                [
                    .. convention.Parties.Select(p => new PartieSignataire(
                        noms[p.Collectivite].Nom,
                        p.Representant ?? Representants.De(noms[p.Collectivite], horloge.Aujourdhui).Nom,
                        p.SigneeLe
                    )),
                ],
                [.. (await AnnexesAsync(convention, noms, annulation)).Select(a => a.Annexe)]
            );
    }

    /// <summary>« Convention constitutive du groupement permanent « … » », sans redire le mot que le nom porte déjà.</summary>
    private static string TitreDe(Groupement groupement) =>
        $"Convention constitutive {GrammaireDuNom.De(AppellationDuGroupement.De(groupement.Nom))}";

    /// <summary>Les annexes que le dossier attend et que l'article 9 cite : ce sont les mêmes.</summary>
    private async Task<IReadOnlyList<(AnnexeDeLaConvention Annexe, string? Reference)>> AnnexesAsync(
        ConventionConstitutive convention,
        Dictionary<CollectiviteId, Collectivite> noms,
        CancellationToken annulation
    ) =>
        [
            .. convention
                .Parties.OrderBy(p => noms[p.Collectivite].CleDeTri, StringComparer.Ordinal)
                .Select(p =>
                    (
                        new AnnexeDeLaConvention(
                            $"deliberation-{p.Collectivite.Valeur:N}",
                            $"Délibération {noms[p.Collectivite].Grammaire.DesignationAvecDe}",
                            p.Deliberation.Piece
                        ),
                        ReferenceDe(p.Deliberation)
                    )
                ),
            .. (await GrillesAsync(convention.Groupement, annulation)).Select(g => (g, (string?)null)),
        ];

    /// <summary>Les grilles en vigueur du groupement : chacune est annexée à sa convention.</summary>
    private async Task<IReadOnlyList<AnnexeDeLaConvention>> GrillesAsync(GroupementId groupement, CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grilles = await contexte
            .Grilles.Where(g => g.Groupement == groupement && g.Etat == EtatDeGrille.Adoptee)
            .Where(g => g.Debut <= jour && (g.Fin == null || g.Fin >= jour))
            .OrderBy(g => g.Debut)
            .Select(g => new { g.Id, g.Intitule })
            .ToListAsync(annulation);
        return
        [
            .. grilles.Select(g => new AnnexeDeLaConvention(
                $"grille-{g.Id.Valeur:N}",
                $"Grille en vigueur {Typographie.Citer(g.Intitule)}"
            )),
        ];
    }

    private async Task<(ConventionConstitutive, Groupement, Dictionary<CollectiviteId, Collectivite>)?> LireAsync(
        Acteur acteur,
        Guid objet,
        CancellationToken annulation
    )
    {
        var id = new ConventionConstitutiveId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.ConventionsConstitutives.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation)
                is not { } convention
            || await contexte
                .Groupements.AsNoTracking()
                .DuPerimetre(acteur)
                .SingleOrDefaultAsync(g => g.Id == convention.Groupement, annulation)
                is not { } groupement
        )
        {
            return null;
        }

        List<CollectiviteId> citees =
        [
            groupement.Coordonnateur,
            .. convention.Parties.Select(p => p.Collectivite),
            .. convention.Taches.Select(t => t.Responsable),
        ];
        var noms = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => citees.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, annulation);
        return (convention, groupement, noms);
    }

    private void Remplir(PartieDeConvention partie, Collectivite collectivite, LigneDeFusion ligne)
    {
        var (nom, qualite) = Representants.De(collectivite, horloge.Aujourdhui);
        ligne
            .Champ("partie", collectivite.Nom)
            .Champ("partie_designation", collectivite.Grammaire.Designation)
            .Champ("partie_siege", collectivite.Siege.EstVide ? null : collectivite.Siege.ToString())
            .Champ("representant", partie.Representant ?? nom)
            .Champ("qualite", partie.Qualite ?? qualite)
            .Champ("deliberation", ReferenceDe(partie.Deliberation));
    }

    private static string? ReferenceDe(ActeDeliberatif deliberation) =>
        deliberation.AdopteeLe is { } adoptee
            ? $"{(deliberation.Numero is { } numero ? $"n° {numero} " : "")}du {Formats.DateLongue(adoptee)}"
            : null;

    private static string Mandat(Integration integration)
    {
        List<string> actes =
        [
            .. integration.Signe ? ["signer"] : Array.Empty<string>(),
            .. integration.Notifie ? ["notifier"] : Array.Empty<string>(),
            .. integration.Execute ? ["exécuter"] : Array.Empty<string>(),
        ];
        return actes.Count switch
        {
            0 => "coordonner la passation, chaque membre signant son marché",
            1 => actes[0],
            _ => $"{string.Join(", ", actes.SkipLast(1))} et {actes[^1]}",
        };
    }

    private static string JourEtMois(int mois, int jour) =>
        $"{(jour == 1 ? "1er" : Formats.Nombre((long)jour))} {new DateOnly(2000, mois, 1).ToString("MMMM", Francais.Culture)}";
}
