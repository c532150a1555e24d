using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Le décompte d'un membre : les frais, ligne à ligne, la clé, sa part, et la somme des parts.</summary>
public sealed class DecompteDuMembre(IDbContextFactory<MarchesDbContext> donnees, TenirRefacturations tenir) : IModeleDeDocument
{
    public const string Nature = "contributions.decompte";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Décompte de frais refacturés";

    public string ObjetType => nameof(Refacturation);

    public string Droit => Droits.PreparerContributions;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("intitule", "Intitulé de la refacturation", "Frais de mise en concurrence 2026", Obligatoire: true),
        new("groupement", "Nom du groupement", "Dématérialisation", Obligatoire: true),
        new("exercice", "Exercice", "2026"),
        new("occurrence", "Procédure ou session", "PROC-2026-003"),
        new("fondement", "Fondement", "Convention constitutive, refacturation des frais", Obligatoire: true),
        new("membre", "Nom du membre", "Arras", Obligatoire: true),
        new("partage", "Clé et assiette du partage", "parts égales, entre tous les membres"),
        new("total", "Total des frais", "1 000,00 €", Obligatoire: true),
        new("part", "Part du membre", "333,34 €", Obligatoire: true),
        new("calcul", "Calcul de la part", "1 000,00 € à parts égales entre 3 membres = 333,34 €", Obligatoire: true),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "frais",
            "Frais refacturés",
            [
                new("fournisseur", "Fournisseur", "BOAMP"),
                new("nature", "Nature", "frais de procédure"),
                new("date", "Date", "03/02/2026"),
                new("facture", "Facture", "F-2041"),
                new("montant", "Montant HT", "864,00 €"),
            ]
        ),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        var fiche =
            await tenir.LireAsync(acteur, new RefacturationId(objet), annulation) ?? throw new DroitManquantException(Droit);
        var ids = fiche.Parts.Select(p => p.Collectivite).ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adresses = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Siege,
                c.Postale,
            })
            .ToDictionaryAsync(c => c.Id, c => c.Postale.Sinon(c.Siege), annulation);
        return [.. fiche.Parts.Select(p => Donnees(fiche, p, adresses.GetValueOrDefault(p.Collectivite) ?? Adresse.Vide))];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        return
        [
            .. (await tenir.ListerAsync(acteur, new Demande(Taille: 10), annulation)).Elements.Select(r => new ObjetDApercu(
                r.Id.Valeur,
                r.Intitule
            )),
        ];
    }

    private static DonneesDeFusion Donnees(FicheDeRefacturation fiche, PartLue part, Adresse adresse)
    {
        var r = fiche.Refacturation;
        var contenu = new DonneesDeFusion($"Décompte, {r.Intitule} — {part.Nom}")
        {
            Groupement = r.Groupement,
            Collectivite = part.Collectivite,
            Destinataire = DestinataireDeDocument.De(part.Part.Membre.SourceId, part.Nom, null, adresse),
        };
        contenu
            .Champ("intitule", r.Intitule)
            .Champ("groupement", fiche.NomDuGroupement)
            .Champ("exercice", r.Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Champ("occurrence", r.Occurrence)
            .Champ("fondement", r.Fondement)
            .Champ("membre", part.Nom)
            .Champ("partage", $"{r.Partage.Libelle()}, entre {r.Parmi.Libelle()}")
            .Champ("total", Formats.Euros(r.Total.Euros))
            .Champ("part", Formats.Euros(part.Part.Montant.Euros))
            .Champ("calcul", part.Part.Fiche)
            .Table(
                "frais",
                r.Lignes.OrderBy(l => l.Rang),
                (l, ligne) =>
                    ligne
                        .Champ("fournisseur", l.Fournisseur)
                        .Champ("nature", l.Nature.Libelle())
                        .Champ("date", Formats.DateCourte(l.Le))
                        .Champ("facture", l.Facture)
                        .Champ("montant", Formats.Euros(l.Montant.Euros))
            );
        return contenu;
    }
}

/// <summary>Le décompte livré avec l'application.</summary>
public sealed class DecompteDuMembreDOrigine : IModeleDOrigine
{
    public string Code => DecompteDuMembre.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("décompte, {{intitule}}", "{{groupement}} — exercice {{exercice}}", "{{occurrence}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "En application {{de fondement}}, les frais suivants, d'un total de **{{total}}** hors taxes, se partagent ainsi : {{partage}}."
            )
            .Tableau(
                "frais",
                7,
                new ColonneDeTableau("Fournisseur", "{{fournisseur}}", 3),
                new ColonneDeTableau("Nature", "{{nature}}", 3),
                new ColonneDeTableau("Date", "{{date}}", 2),
                new ColonneDeTableau("Facture", "{{facture}}", 2),
                new ColonneDeTableau("Montant HT", "{{montant}}", 2) { ADroite = true }
            )
            .Section("Part {{de membre}}")
            .Paragraphe("{{calcul}}")
            .Paragraphe("Soit **{{part}}**. La somme des parts des membres est exactement le total des frais.")
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.")
            .Signature();
}
