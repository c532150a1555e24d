using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Le rapport d'activité de l'année écoulée, un exemplaire par membre : ce que le coordonnateur tient à leur disposition.</summary>
/// <remarks>RG7.03. Les rubriques sont celles de la page « Activité du groupement », bornées à l'année.</remarks>
public sealed class RapportDActivite(
    IDbContextFactory<MarchesDbContext> donnees,
    ActiviteDuGroupement activites,
    HorlogeLegale horloge
) : IModeleDeDocument
{
    public const string CodeDeNature = "groupements.rapport-activite";

    public string Code => CodeDeNature;

    public GenreDeDocument Genre => GenreDeDocument.Rapport;

    public string Titre => "Rapport d'activité annuel du groupement";

    public string ObjetType => nameof(Groupement);

    public string Droit => Droits.GererGroupements;

    /// <summary>Il se lit sur l'espace du membre : un membre sans adresse a le sien aussi.</summary>
    public bool AvecDestinataire => false;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("coordonnateur", "Coordonnateur", "le centre de gestion du Pas-de-Calais"),
        new("membre", "Nom du membre", "Arras", Obligatoire: true),
        new("annee_du_rapport", "Année du rapport", "2025", Obligatoire: true),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "activite",
            "Activité de l'année",
            [
                new("rubrique", "Rubrique", "Procédures et étapes"),
                new("element", "Élément", "Papier et enveloppes"),
                new("detail", "Précision", "lancée le 02/03/2025"),
            ]
        ),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var (id, annee) = (new GroupementId(objet), horloge.Aujourdhui.Year - 1);
        var activite =
            await activites.ExecuterAsync(acteur, id, annee, ActiviteDuGroupement.LignesDuRapport, annulation)
            ?? throw new DroitManquantException(Droit);
        if (activite.Debut.Year > annee)
        {
            throw new RefusException(
                $"Ce groupement commence le {Formats.DateLongue(activite.Debut)} : il n'a pas d'activité en {annee}. Rien n'a été produit ; son premier rapport portera sur {activite.Debut.Year}."
            );
        }

        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var membres = await (
            from m in contexte.DestinatairesDuRapport(id, annee, jour)
            join c in contexte.Collectivites on m equals c.Id
            orderby c.CleDeTri, c.Id
            select new
            {
                c.Id,
                c.Nom,
                c.Grammaire.Designation,
                c.Siege,
                c.Postale,
            }
        ).ToListAsync(annulation);
        List<(string Rubrique, LigneDActivite Ligne)> lignes =
        [
            .. (await ChiffresDeLAnnee.LireAsync(contexte, id, annee, annulation)).Select(l => (ChiffresDeLAnnee.Rubrique, l)),
            .. activite.Rubriques.SelectMany(Lignes),
        ];
        return
        [
            .. membres.Select(m =>
            {
                var contenu = new DonneesDeFusion($"Rapport d'activité {annee} {GrammaireDuNom.De(activite.Nom)}, pour {m.Nom}")
                {
                    Groupement = id,
                    Collectivite = m.Id,
                    Destinataire = DestinataireDeDocument.De(
                        m.Id.Valeur,
                        GrammaireDuNom.SansArticle(m.Designation),
                        null,
                        m.Postale.Sinon(m.Siege)
                    ),
                };
                contenu
                    .Champ("groupement", activite.Nom)
                    .Champ("coordonnateur", activite.Coordonnateur)
                    .Champ("membre", m.Nom)
                    .Champ("annee_du_rapport", annee.ToString(Francais.Culture))
                    .Table(
                        "activite",
                        lignes,
                        (l, ligne) =>
                            ligne.Champ("rubrique", l.Rubrique).Champ("element", l.Ligne.Titre).Champ("detail", l.Ligne.Detail)
                    );
                return contenu;
            }),
        ];
    }

    /// <summary>Les lignes d'une rubrique, et combien d'autres elle en a.</summary>
    private static IEnumerable<(string Rubrique, LigneDActivite Ligne)> Lignes(RubriqueDActivite rubrique)
    {
        foreach (var ligne in rubrique.Lignes)
        {
            yield return (rubrique.Titre, ligne);
        }

        if (rubrique.Total > rubrique.Lignes.Count)
        {
            var autres = rubrique.Total - rubrique.Lignes.Count;
            yield return (
                rubrique.Titre,
                new LigneDActivite($"Et {Formats.Compter(autres, "autre")}", "à lire sur la page de l'activité du groupement")
            );
        }
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var debut = new DateOnly(horloge.Aujourdhui.Year, 1, 1);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Groupements.DuPerimetre(acteur)
            .Where(g => g.Debut < debut)
            .OrderBy(g => g.CleDeTri)
            .Take(30)
            .Select(g => new ObjetDApercu(g.Id.Valeur, g.Nom))
            .ToListAsync(annulation);
    }
}

internal static class DestinatairesDuRapportExtensions
{
    /// <summary>Les membres du jour, et ceux qui l'étaient encore dans l'année du rapport : il dit leur dernière année.</summary>
    public static IQueryable<CollectiviteId> DestinatairesDuRapport(
        this MarchesDbContext contexte,
        GroupementId groupement,
        int annee,
        DateOnly jour
    )
    {
        var debut = new DateOnly(annee, 1, 1);
        return contexte
            .Adhesions.Where(a => a.Groupement == groupement && a.Entree <= jour && (a.Sortie == null || a.Sortie >= debut))
            .Select(a => a.Collectivite)
            .Distinct();
    }
}
