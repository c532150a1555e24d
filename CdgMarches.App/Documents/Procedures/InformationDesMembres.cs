using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents.Procedures;

/// <summary>Un marché notifié, et les membres à qui le dire (convention constitutive, art. 3.1).</summary>
/// <param name="Groupement">Le groupement.</param>
/// <param name="NomDuGroupement">Son nom.</param>
/// <param name="Reference">La référence du marché.</param>
/// <param name="Objet">Son objet.</param>
/// <param name="Lot">« Lot 2 – Papier recyclé ».</param>
/// <param name="Titulaires">Les titulaires, en clair.</param>
/// <param name="NotifieLe">Le jour de la notification.</param>
/// <param name="Debut">Le premier jour d'exécution.</param>
/// <param name="Membres">Une lettre par membre.</param>
public sealed record InformationAEcrire(
    GroupementId Groupement,
    string NomDuGroupement,
    string Reference,
    string Objet,
    string Lot,
    string Titulaires,
    DateOnly? NotifieLe,
    DateOnly? Debut,
    IReadOnlyList<MembreAInformer> Membres
)
{
    public DateOnly? Fin { get; init; }

    /// <summary>Reconductions, en clair.</summary>
    public string? Reconductions { get; init; }

    /// <summary>L'interlocuteur du titulaire : nom, téléphone, courriel.</summary>
    public string? Interlocuteur { get; init; }

    public IReadOnlyList<PrixDuMarche> Prix { get; init; } = [];
}

/// <summary>Un membre à informer.</summary>
public sealed record MembreAInformer(CollectiviteId Id, string Nom, string Designation, Adresse Adresse);

/// <summary>Un prix du bordereau, en clair.</summary>
public sealed record PrixDuMarche(string Designation, string? Unite, string Prix);

/// <summary>L'information de chaque membre sur un marché notifié : titulaire, prix, dates (S1, art. 3.1).</summary>
public sealed class InformationDesMembres(IEnumerable<IDonneesDe<InformationAEcrire>> sources)
    : NatureAlimentee<InformationAEcrire>(sources)
{
    public const string Nature = "marches.information-des-membres";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Courrier;

    public override string Titre => "Information des membres sur un marché notifié";

    public override string ObjetType => nameof(Marche);

    public override string Droit => Droits.GererProcedures;

    public override bool AvecDestinataire => true;

    public override IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("marche_reference", "Référence du marché", "2026-M-031", Obligatoire: true),
        new("marche_objet", "Objet du marché", "Fourniture de papier", Obligatoire: true),
        new("lot", "Lot", "Lot 2 – Papier recyclé"),
        new("titulaires", "Titulaires", "Papiers d'Artois", Obligatoire: true),
        new("notifie_le", "Date de notification", "3 avril 2026", Obligatoire: true),
        new("debut", "Début d'exécution", "1er mai 2026"),
        new("fin", "Fin", "30 avril 2027"),
        new("reconductions", "Reconductions", "trois fois un an, tacites"),
        new("interlocuteur", "Interlocuteur du titulaire", "Claude Delattre, 03 21 00 00 00"),
        new("membre", "Nom du membre", "Arras", Obligatoire: true),
        new("membre_designation", "Le membre, avec son article", "la commune d'Arras"),
    ];

    public override IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "prix",
            "Prix",
            [
                new("designation", "Désignation", "Papier A4 recyclé, ramette"),
                new("unite", "Unité", "ramette"),
                new("prix_unitaire", "Prix unitaire HT", "3,42 €"),
            ]
        ),
    ];

    public override IReadOnlyList<ConditionDeModele> Conditions { get; } = [new("avec_prix", "Le marché a un bordereau de prix")];

    protected override IReadOnlyList<DonneesDeFusion> Composer(Guid objet, InformationAEcrire donnees) =>
        [.. donnees.Membres.Select(m => Lettre(donnees, m))];

    private static DonneesDeFusion Lettre(InformationAEcrire lus, MembreAInformer membre)
    {
        var contenu = new DonneesDeFusion($"Information {GrammaireDuNom.De(membre.Nom)}, {lus.Reference}")
        {
            Groupement = lus.Groupement,
            Collectivite = membre.Id,
            Destinataire = DestinataireDeDocument.De(
                membre.Id.Valeur,
                GrammaireDuNom.SansArticle(membre.Designation),
                null,
                membre.Adresse
            ),
        };
        contenu
            .Champ("groupement", lus.NomDuGroupement)
            .Champ("marche_reference", lus.Reference)
            .Champ("marche_objet", lus.Objet)
            .Champ("lot", lus.Lot)
            .Champ("titulaires", lus.Titulaires)
            .Champ("notifie_le", EnClair(lus.NotifieLe))
            .Champ("debut", EnClair(lus.Debut))
            .Champ("fin", EnClair(lus.Fin))
            .Champ("reconductions", lus.Reconductions)
            .Champ("interlocuteur", lus.Interlocuteur)
            .Champ("membre", membre.Nom)
            .Champ("membre_designation", membre.Designation)
            .Condition("avec_prix", lus.Prix.Count > 0)
            .Table(
                "prix",
                lus.Prix,
                (p, ligne) =>
                    ligne
                        .Champ("designation", p.Designation)
                        .Champ("unite", p.Unite ?? Formats.Absent)
                        .Champ("prix_unitaire", p.Prix)
            );
        return contenu;
    }

    private static string? EnClair(DateOnly? jour) => jour is { } j ? Formats.DateLongue(j) : null;
}

/// <summary>L'information livrée avec l'application : ce qu'un membre doit savoir pour commander.</summary>
internal sealed class OrigineInformationDesMembres : IModeleDOrigine
{
    public string Code => InformationDesMembres.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet(
                "marché notifié – {{marche_objet}}",
                "Groupement de commandes « {{groupement}} »",
                "Marché {{marche_reference}}{{si lot}}, {{lot}}{{fin si}}"
            )
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "En application de l'article 3.1 de la convention constitutive, je vous informe que le marché cité en objet est notifié. Il s'exécute pour {{membre_designation}} dans les conditions suivantes."
            )
            .Fiche(
                ("Titulaire", "{{titulaires}}"),
                ("Notification", "{{notifie_le}}"),
                ("Début d'exécution", "{{debut}}"),
                ("Fin", "{{fin}}"),
                ("Reconductions", "{{reconductions}}"),
                ("Interlocuteur du titulaire", "{{interlocuteur}}")
            )
            .Si(
                "avec_prix",
                p =>
                    p.Section("Prix")
                        .Tableau(
                            "prix",
                            0,
                            new ColonneDeTableau("Désignation", "{{designation}}", 5),
                            new ColonneDeTableau("Unité", "{{unite}}", 2),
                            new ColonneDeTableau("Prix unitaire HT", "{{prix_unitaire}}", 2) { ADroite = true }
                        )
            )
            .Paragraphe(
                "Chaque membre passe ses commandes et les exécute pour ce qui le concerne. Je vous remercie de me signaler tout incident et tout litige avec le titulaire, dont les autres membres doivent être informés."
            )
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
