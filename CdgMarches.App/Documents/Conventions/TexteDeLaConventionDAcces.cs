using CdgMarches.App.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Le texte d'une convention d'accès : les deux parties, ses règles, et la grille en vigueur en annexe.</summary>
public sealed class TexteDeLaConventionDAcces(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : IModeleDeDocument, IConventionEnDossier
{
    internal const string CodeDeNature = "conventions.acces";

    public string Code => CodeDeNature;

    public string Nature => CodeDeNature;

    public GenreDeDocument Genre => GenreDeDocument.Convention;

    public string Titre => "Convention d'accès à la plateforme";

    public string ObjetType => nameof(ConventionDAcces);

    public string Droit => Droits.GererGroupements;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("reference", "Référence de la convention", "CA-2026-004"),
        new("collectivite_nom", "Nom de la collectivité", "Arras", Obligatoire: true),
        new("collectivite_designation", "La collectivité, avec son article", "la commune d'Arras", Obligatoire: true),
        new("collectivite_siege", "Siège de la collectivité", "Place Guy-Mollet, 62000 Arras", Obligatoire: true),
        new("collectivite_siret", "SIRET de la collectivité", "216 200 410 00012"),
        new("representant", "Qui la représente", "Mme Aude Vasseur", Obligatoire: true),
        new("qualite", "Sa qualité, si elle n'est pas dite avec son nom", "Maire"),
        new("deliberation_numero", "Numéro de la délibération", "2026-14"),
        new("deliberation_date", "Date de la délibération", "10 mars 2026"),
        new("effet", "Date d'effet", "1er avril 2026"),
        new("duree", "Première durée", "trois ans"),
        new("periode", "Durée d'une reconduction", "trois ans"),
        new("preavis_collectivite", "Délai de dénonciation de la collectivité", "deux mois"),
        new("preavis_cdg", "Délai de dénonciation du CDG", "six mois"),
        new("delai_mise_en_demeure", "Délai de mise en demeure", "30 jours"),
        new("comptable", "Service de gestion comptable", "SGC de Bruay-la-Buissière"),
        new("comptable_adresse", "Son adresse", "40 rue Augustin-Caron, 62700 Bruay-la-Buissière"),
        new("grille_intitule", "Grille en vigueur", "Contribution à la plateforme de dématérialisation"),
        new("grille_deliberation", "Délibération qui l'a votée", "Délibération du conseil d'administration du 10 décembre 2024"),
        new("tribunal", "Tribunal compétent", "tribunal administratif de Lille"),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "grille",
            "Grille en vigueur",
            [
                new("strate", "Strate", "plus de 350 agents"),
                new("tranche", "Tranche", "De 50 à 150"),
                new("montant", "Montant", "500,00 €"),
            ]
        ),
        new(
            "parties",
            "Parties",
            [
                new("partie", "Nom de la partie", "Commune d'Arras"),
                new("partie_designation", "La partie, avec son article", "la commune d'Arras"),
                new("signataire", "Qui signe", "Mme Aude Vasseur"),
                new("qualite_du_signataire", "Sa qualité", "Maire"),
            ]
        ),
        new(
            "visas",
            "Délibérations du CDG que les visas citent",
            [new("visa", "Visa", "Vu la délibération du conseil d'administration du centre de gestion n° 2023/21 du 30 mai 2023")]
        ),
        new("annexes", "Annexes", [new("annexe", "Nom de l'annexe", "Grille des contributions")]),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("reconduction_indeterminee", "La convention se reconduit pour une durée indéterminée"),
        new("reconduction_par_periodes", "La convention se reconduit par périodes"),
        new("sans_reconduction", "La convention s'arrête à son terme"),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var (convention, collectivite, signataire, qualite) =
            await LireAsync(objet, annulation) ?? throw new DroitManquantException(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var comptable = await contexte
            .ComptablesAssignataires.AsNoTracking()
            .Where(c => c.Debut <= jour && (c.Fin == null || c.Fin >= jour))
            .OrderBy(c => c.Debut)
            .FirstOrDefaultAsync(annulation);
        var grille = await contexte
            .Grilles.AsNoTracking()
            .Where(g => g.Portee == PorteeDeGrille.ConventionDAcces && g.Etat == EtatDeGrille.Adoptee)
            .Where(g => g.Debut <= jour && (g.Fin == null || g.Fin >= jour))
            .OrderByDescending(g => g.Debut)
            .FirstOrDefaultAsync(annulation);
        // What is cited was executory when the convention was signed; before the signature, what is executory today.
        var signature = convention.Actes.SigneeParLeCdgLe ?? convention.Actes.SigneeParLaCollectiviteLe ?? jour;
        var visas = await contexte
            .DeliberationsDuCdg.AsNoTracking()
            .Where(d => d.EstCitee && d.TransmiseLe <= signature && d.PublieeLe <= signature)
            .OrderBy(d => d.Date)
            .ThenBy(d => d.Numero)
            .ToListAsync(annulation);
        var (actes, regles) = (convention.Actes, convention.Regles);
        var contenu = new DonneesDeFusion($"Convention d'accès {convention.Reference} avec {collectivite.Grammaire.Designation}")
        {
            Collectivite = collectivite.Id,
        };
        contenu
            .Champ("reference", convention.Reference.ToString())
            .Champ("collectivite_nom", collectivite.Nom)
            .Champ("collectivite_designation", collectivite.Grammaire.Designation)
            .Champ("collectivite_siege", collectivite.Siege.EstVide ? null : collectivite.Siege.ToString())
            .Champ("collectivite_siret", collectivite.Siret is { } siret ? Formats.Siret(siret) : null)
            .Champ("representant", signataire)
            .Champ("qualite", qualite)
            .Champ("deliberation_numero", actes.NumeroDeDeliberation)
            .Champ("deliberation_date", actes.DelibereeLe is { } d ? Formats.DateLongue(d) : null)
            .Champ("effet", actes.Effet is { } effet ? Formats.DateLongue(effet) : null)
            .Champ("duree", Nombres.Annees(regles.DureeInitialeEnAnnees))
            .Champ("periode", Nombres.Annees(regles.PeriodeDeReconductionEnAnnees))
            .Champ("preavis_collectivite", Nombres.Mois(regles.PreavisDeLaCollectiviteEnMois))
            .Champ("preavis_cdg", Nombres.Mois(regles.PreavisDuCdgEnMois))
            .Champ("delai_mise_en_demeure", Nombres.Jours(regles.DelaiDeMiseEnDemeureEnJours))
            .Champ("comptable", comptable?.Nom)
            .Champ(
                "comptable_adresse",
                comptable is null ? null : $"{comptable.Adresse}, {comptable.CodePostal} {comptable.Ville}"
            )
            .Champ("grille_intitule", grille?.Intitule)
            .Champ("grille_deliberation", grille?.Deliberation)
            .Champ("tribunal", await parametres.ReglageAsync(ClesDeReglage.Tribunal, annulation))
            .Condition("reconduction_indeterminee", regles.Reconduction is Reconduction.Indeterminee)
            .Condition("reconduction_par_periodes", regles.Reconduction is Reconduction.ParPeriodes)
            .Condition("sans_reconduction", regles.Reconduction is Reconduction.Aucune)
            .Table("grille", grille is null ? [] : Lignes(grille), Remplir)
            .Table(
                "parties",
                await PartiesAsync(collectivite, signataire, qualite, annulation),
                (p, l) =>
                    l.Champ("partie", p.Nom)
                        .Champ("partie_designation", p.Designation)
                        .Champ("signataire", p.Representant)
                        .Champ("qualite_du_signataire", p.Qualite)
            )
            .Table("visas", visas, (v, l) => l.Champ("visa", v.Visa))
            .Table(
                "annexes",
                (IEnumerable<string>)
                    ["La grille des contributions", $"La délibération {collectivite.Grammaire.DesignationAvecDe}"],
                (a, l) => l.Champ("annexe", a)
            );
        return [contenu];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from convention in contexte.ConventionsDAcces
            join collectivite in contexte.Collectivites on convention.Collectivite equals collectivite.Id
            orderby convention.PrepareeLe descending, convention.Reference descending
            select new ObjetDApercu(convention.Id.Valeur, collectivite.Nom)
        )
            .Take(30)
            .ToListAsync(annulation);
    }

    async Task<FaitsDeConvention?> IConventionEnDossier.LireAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (await LireAsync(objet, annulation) is not var (convention, collectivite, signataire, qualite))
        {
            return null;
        }

        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.Grilles.AnyAsync(
            g =>
                g.Portee == PorteeDeGrille.ConventionDAcces
                && g.Etat == EtatDeGrille.Adoptee
                && g.Debut <= jour
                && (g.Fin == null || g.Fin >= jour),
            annulation
        );
        return new FaitsDeConvention(
            $"Convention d'accès {convention.Reference}, {collectivite.Nom}",
            AdressesDesConventions.Fiche(convention.Id),
            null,
            collectivite.Id,
            [
                .. (await PartiesAsync(collectivite, signataire, qualite, annulation))
                    .Zip([convention.Actes.SigneeParLeCdgLe, convention.Actes.SigneeParLaCollectiviteLe])
                    .Select(p => new PartieSignataire(p.First.Nom, p.First.Representant, p.Second)),
            ],
            [
                new AnnexeDeLaConvention(
                    "grille",
                    "Grille des contributions en vigueur (dans le texte, annexe 1)",
                    DansLeTexte: grille
                ),
                new AnnexeDeLaConvention(
                    $"deliberation-{collectivite.Id.Valeur:N}",
                    $"Délibération {collectivite.Grammaire.DesignationAvecDe}",
                    convention.PieceDe(NatureDePiece.Deliberation) is { Etat: EtatDePiece.Validee } rendue ? rendue.Fichier : null
                ),
            ]
        );
    }

    private async Task<IReadOnlyList<(string Nom, string Designation, string? Representant, string? Qualite)>> PartiesAsync(
        Collectivite collectivite,
        string? signataire,
        string? qualite,
        CancellationToken annulation
    )
    {
        var cdg = await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation);
        return
        [
            (
                cdg,
                GrammaireDuNom.AvecArticle(cdg),
                await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation),
                await parametres.ReglageAsync(ClesDeReglage.QualiteDuSignataire, annulation)
            ),
            (collectivite.Nom, collectivite.Grammaire.Designation, signataire, qualite),
        ];
    }

    private async Task<(ConventionDAcces, Collectivite, string? Signataire, string? Qualite)?> LireAsync(
        Guid objet,
        CancellationToken annulation
    )
    {
        var id = new ConventionDAccesId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.ConventionsDAcces.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation)
            is not { } convention
        )
        {
            return null;
        }

        var collectivite = await contexte
            .Collectivites.AsNoTracking()
            .SingleAsync(c => c.Id == convention.Collectivite, annulation);
        var (nom, qualite) = Representants.De(collectivite, horloge.Aujourdhui);
        // The acts hold name and capacity together, as they were signed.
        return convention.Actes.SignataireDeLaCollectivite is { } signataire
            ? (convention, collectivite, signataire, null)
            : (convention, collectivite, nom, qualite);
    }

    /// <summary>Une ligne par case : la strate (tous les axes sauf le dernier), la tranche, le montant.</summary>
    internal static IEnumerable<(string Strate, string Tranche, string Montant)> Lignes(Grille grille)
    {
        var axes = grille.Axes;
        foreach (var cellule in grille.Cellules.OrderBy(c => c.Coordonnees, StringComparer.Ordinal))
        {
            var libelles = cellule
                .Coordonnees.Split('.')
                .Select(
                    (n, rang) =>
                        grille
                            .Tranches.First(t =>
                                t.Axe == axes[rang] && t.Numero == int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)
                            )
                            .Libelle
                )
                .ToList();
            yield return (
                string.Join(", ", libelles.SkipLast(1)),
                libelles[^1],
                cellule.AnneesSuivantes.Centimes == 0 ? "Gratuit" : Formats.Euros(cellule.AnneesSuivantes.Euros)
            );
        }
    }

    private static void Remplir((string Strate, string Tranche, string Montant) case_, LigneDeFusion ligne) =>
        ligne.Champ("strate", case_.Strate).Champ("tranche", case_.Tranche).Champ("montant", case_.Montant);
}

/// <summary>Qui représente une collectivité un jour donné.</summary>
internal static class Representants
{
    public static (string? Nom, string? Qualite) De(Collectivite collectivite, DateOnly jour)
    {
        var contact = collectivite.Contacts.FirstOrDefault(c => c.MandatEnVigueur(RoleDeContact.Signataire, jour) is not null);
        return (contact?.NomComplet, contact?.MandatEnVigueur(RoleDeContact.Signataire, jour)?.Qualite);
    }
}
