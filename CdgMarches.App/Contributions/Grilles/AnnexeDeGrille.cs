using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Ce qui propose une nouvelle grille à un acte déjà engagé : l'avenant à signer, ou la notification, avec la nouvelle annexe.</summary>
/// <remarks>RG6.01. Un document par acte concerné ; la grille ne s'applique à lui que du jour noté ensuite.</remarks>
public abstract class AnnexeDeGrille(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : IModeleDeDocument
{
    public abstract string Code { get; }

    public abstract GenreDeDocument Genre { get; }

    public abstract string Titre { get; }

    public string ObjetType => nameof(Grille);

    public string Droit => Droits.PreparerContributions;

    public bool AvecDestinataire => true;

    protected abstract VoieDApplication Voie { get; }

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("collectivite", "Nom de la collectivité", "Arras", Obligatoire: true),
        new("acte", "Convention d'accès, ou groupement", "CONV-2025-001", Obligatoire: true),
        new("acte_designation", "Le même, avec ce qu'il est", "Convention CONV-2025-001"),
        new("acte_depuis", "Depuis le", "15 février 2025"),
        new("grille", "Intitulé de la grille", "Contribution forfaitaire annuelle", Obligatoire: true),
        new("grille_version", "Rang de la version", "2"),
        new("deliberation", "Délibération qui la vote", "Délibération du 10 décembre 2026", Obligatoire: true),
        new("collectivite_designation", "La collectivité, avec son article", "la commune d'Arras"),
        new("collectivite_siege", "Siège de la collectivité", "Place Guy-Mollet, 62000 Arras"),
        new("representant", "Qui représente la collectivité", "Mme Aude Vasseur"),
        new("qualite", "Sa qualité", "Maire"),
        new("effet", "S'applique à compter du", "1er janvier 2027", Obligatoire: true),
        new("fondement", "Fondement de la contribution", "Convention d'accès, art. 4"),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "cases",
            "La nouvelle annexe, case par case",
            [
                new("case", "Tranches", "de 50 à 150, plus de 350 agents"),
                new("premiere_annee", "Montant la première année", "500,00 €"),
                new("annees_suivantes", "Montant les années suivantes", "500,00 €"),
            ]
        ),
        new(
            "lectures",
            "Comment la grille se lit",
            [new("point", "Ce que le texte ne dit pas", "350 agents"), new("lecture", "Comment il se lit", "tranche 1")]
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
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, new GrilleId(objet), annulation);
        var actes = await AppliquerGrille.AProposerAsync(contexte, grille, Voie, annulation);
        List<(ActeConcerne Acte, Adresse Adresse)> retenus = [.. actes.Where(a => Concerne(a.Acte))];
        var ids = retenus.ConvertAll(a => a.Acte.Collectivite);
        var collectivites = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, annulation);
        var (definition, cdg) = (grille.Definition(), await CdgAsync(annulation));
        return [.. retenus.Select(a => Donnees(grille, definition, a.Acte, a.Adresse, collectivites[a.Acte.Collectivite], cdg))];
    }

    private async Task<Partie> CdgAsync(CancellationToken annulation)
    {
        var nom = await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation);
        return new(
            nom,
            GrammaireDuNom.AvecArticle(nom),
            await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation),
            await parametres.ReglageAsync(ClesDeReglage.QualiteDuSignataire, annulation)
        );
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Grilles.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(g => g.Etat == EtatDeGrille.Adoptee)
            .OrderByDescending(g => g.Debut)
            .Take(10)
            .Select(g => new ObjetDApercu(g.Id.Valeur, $"{g.Intitule}, version {g.Numero}"))
            .ToListAsync(annulation);
    }

    /// <summary>Un avenant se signe à une convention ; à une adhésion, la nouvelle annexe se notifie.</summary>
    protected virtual bool Concerne(ActeConcerne acte) => true;

    private DonneesDeFusion Donnees(
        Grille grille,
        DefinitionDeGrille definition,
        ActeConcerne acte,
        Adresse adresse,
        Collectivite collectivite,
        Partie cdg
    )
    {
        var (representant, qualite) = Representants.De(collectivite, horloge.Aujourdhui);
        var contenu = new DonneesDeFusion($"{Titre} — {acte.Nom}")
        {
            Groupement = grille.Groupement,
            Collectivite = acte.Collectivite,
            Destinataire = DestinataireDeDocument.De(acte.SourceId, acte.Nom, null, adresse),
        };
        contenu
            .Champ("collectivite", acte.Nom)
            .Champ("acte", acte.Reference)
            .Champ("acte_designation", acte.Source is SourceDeDette.Convention ? $"Convention {acte.Reference}" : acte.Reference)
            .Champ("acte_depuis", Formats.DateLongue(acte.Debut))
            .Champ("grille", grille.Intitule)
            .Champ("grille_version", Formats.Nombre((long)grille.Numero))
            .Champ("deliberation", grille.Deliberation)
            .Champ("collectivite_designation", collectivite.Grammaire.Designation)
            .Champ("collectivite_siege", collectivite.Siege.EstVide ? null : collectivite.Siege.ToString())
            .Champ("representant", representant)
            .Champ("qualite", qualite)
            .Champ("effet", Formats.DateLongue(acte.Effet ?? grille.Debut!.Value))
            .Champ("fondement", grille.Fondement)
            .Table(
                "cases",
                definition.ToutesLesCoordonnees(),
                (coordonnees, ligne) =>
                {
                    var cellule = definition.Cellules.First(c => c.Coordonnees == coordonnees);
                    ligne
                        .Champ("case", string.Join(", ", definition.TranchesDe(coordonnees).Select(Bornee)))
                        .Champ("premiere_annee", TableDesMontants.Prix(cellule.PremiereAnnee))
                        .Champ("annees_suivantes", TableDesMontants.Prix(cellule.AnneesSuivantes));
                }
            )
            .Table(
                "lectures",
                LecturesEnClair.De(definition),
                (l, ligne) => ligne.Champ("point", l.Point).Champ("lecture", l.Lecture)
            )
            .Table(
                "parties",
                [cdg, new Partie(acte.Nom, collectivite.Grammaire.Designation, representant, qualite)],
                (p, ligne) =>
                    ligne
                        .Champ("partie", p.Nom)
                        .Champ("partie_designation", p.Designation)
                        .Champ("signataire", p.Signataire)
                        .Champ("qualite_du_signataire", p.Qualite)
            );
        return contenu;
    }

    /// <summary>Les mots du texte voté, et ses deux bornes quand elles ne s'y lisent pas : « De 50 à 150 (de 50 inclus à 150 inclus) ».</summary>
    private static string Bornee(TrancheDAxe tranche) =>
        tranche is { Libelle.Length: > 0, Minimum: not null, Maximum: not null }
            ? $"{tranche.Libelle} ({tranche.Bornes})"
            : tranche.EnClair;

    private sealed record Partie(string Nom, string Designation, string? Signataire, string? Qualite);
}

/// <summary>L'avenant à une convention d'accès, qui remplace son annexe.</summary>
public sealed class AvenantDeGrille(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
    : AnnexeDeGrille(donnees, parametres, horloge)
{
    public const string Nature = "contributions.avenant-de-grille";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Avenant;

    public override string Titre => "Avenant portant la nouvelle annexe";

    protected override VoieDApplication Voie => VoieDApplication.Avenant;

    protected override bool Concerne(ActeConcerne acte) => acte.Source is SourceDeDette.Convention;
}

/// <summary>Le courrier qui notifie la nouvelle annexe.</summary>
public sealed class NotificationDeGrille(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : AnnexeDeGrille(donnees, parametres, horloge)
{
    public const string Nature = "contributions.notification-de-grille";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Courrier;

    public override string Titre => "Notification de la nouvelle annexe";

    protected override VoieDApplication Voie => VoieDApplication.Notification;
}

/// <summary>L'avenant livré avec l'application.</summary>
public sealed class AvenantDeGrilleDOrigine : IModeleDOrigine
{
    public string Code => AvenantDeGrille.Nature;

    public void Composer(Composition page) =>
        page.Titre("Avenant à la convention {{acte}}", "{{grille}}, version {{grille_version}}")
            .Paragraphe("Entre :")
            .Paragraphe(
                "**{{le cdg_nom}}**{{si cdg_adresse_ligne}}, dont le siège est {{cdg_adresse_ligne}}{{fin si}}, représenté par {{signataire_nom}} ({{signataire_qualite}}),"
            )
            .Centre("et")
            .Paragraphe(
                "**{{collectivite_designation}}**{{si collectivite_siege}}, dont le siège est {{collectivite_siege}}{{fin si}}, représentée par {{si representant}}{{representant}}{{si qualite}} ({{qualite}}){{fin si}}{{fin si}}{{si non representant}}……………………{{fin si}},"
            )
            .Paragraphe("parties à la convention {{acte}} en vigueur depuis le {{acte_depuis}} ;")
            .Paragraphe("Vu cette convention, notamment ses articles 4 et 5 ;")
            .Paragraphe("Vu {{le deliberation}} ;")
            .Centre("Il est convenu ce qui suit.")
            .Article("Article 1 – Objet")
            .Paragraphe("L'annexe qui fixe la contribution est remplacée par celle qui suit, à compter du {{effet}}.")
            .Article("Article 2 – Autres stipulations")
            .Paragraphe("Les autres stipulations de la convention demeurent inchangées.")
            .Article("Annexe – {{grille}}")
            .Tableau("cases", 7, Colonnes())
            .Section("Lecture de la grille")
            .Tableau("lectures", 7, Lectures())
            .Paragraphe("Fait à {{cdg_ville}}, en deux exemplaires, le ……………………")
            .BlocsDeSignature(
                "parties",
                "Pour {{partie_designation}}",
                "{{si qualite_du_signataire}}{{qualite_du_signataire}}{{fin si}}",
                "{{si signataire}}{{signataire}}{{fin si}}",
                "Date et signature :"
            );

    internal static ColonneDeTableau[] Lectures() =>
        [new("Ce que le texte ne dit pas", "{{point}}"), new("Comment il se lit", "{{lecture}}", 2)];

    internal static ColonneDeTableau[] Colonnes() =>
        [
            new("Tranches", "{{case}}", 3),
            new("Première année", "{{premiere_annee}}") { ADroite = true },
            new("Années suivantes", "{{annees_suivantes}}") { ADroite = true },
        ];
}

/// <summary>La notification livrée avec l'application.</summary>
public sealed class NotificationDeGrilleDOrigine : IModeleDOrigine
{
    public string Code => NotificationDeGrille.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("nouvelle annexe, {{grille}}", "{{acte}}", "Affaire suivie par {{agent_nom}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "Une nouvelle grille de contribution est fixée par {{le deliberation}}. Elle remplace l'annexe {{de acte_designation}}, en vigueur pour {{collectivite_designation}} depuis le {{acte_depuis}}, à compter du **{{effet}}** ; les appels antérieurs ne changent pas."
            )
            .Section("Nouvelle annexe")
            .Tableau("cases", 7, AvenantDeGrilleDOrigine.Colonnes())
            .Section("Lecture de la grille")
            .Tableau("lectures", 7, AvenantDeGrilleDOrigine.Lectures())
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
