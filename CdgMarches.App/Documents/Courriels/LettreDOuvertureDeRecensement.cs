using CdgMarches.App.Courriels;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Courriels;

/// <summary>L'ouverture d'un recensement, en lettre, à chaque membre interrogé que personne ne peut joindre par courriel (C7).</summary>
/// <remarks>Qui est sans adresse se relit à chaque production : un courriel ajouté depuis à la fiche dispense de la lettre.</remarks>
public sealed class LettreDOuvertureDeRecensement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : IModeleDeDocument
{
    public const string Nature = "recensements.ouverture";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Ouverture d'un recensement, en lettre";

    public string ObjetType => nameof(Campagne);

    public string Droit => Droits.GererRecensements;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("membre", "Nom du membre", "Aubépine", Obligatoire: true),
        new("campagne", "Intitulé de la campagne", "Besoins 2027 — papier", Obligatoire: true),
        new("reference", "Sa référence", "RC-2026-004", Obligatoire: true),
        new("cloture", "Dernier jour pour répondre", "30 mars 2026", Obligatoire: true),
        new("consigne", "La consigne de la campagne", "Indiquez vos besoins d'une année."),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [new("prestations", "Prestations à renseigner", [new("libelle", "Libellé", "Papier A4")])];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        var id = new CampagneId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne =
            await contexte.CampagnesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        var reponses = await contexte
            .Reponses.Where(r => r.Campagne == id)
            .Select(r => new { r.Collectivite, r.Prestation })
            .ToListAsync(annulation);
        var demandees = reponses.ToLookup(r => r.Collectivite, r => r.Prestation);
        var injoignables = (
            await contexte.DestinatairesAsync([.. demandees.Select(d => d.Key)], horloge.Aujourdhui, annulation)
        ).SansAdresse;
        return
        [
            .. injoignables.Select(membre =>
            {
                var contenu = new DonneesDeFusion($"{campagne.Intitule} : ouverture {GrammaireDuNom.A(membre.Membre)}")
                {
                    Groupement = campagne.Groupement,
                    Collectivite = membre.Collectivite,
                    Destinataire = DestinataireDeDocument.De(membre.Collectivite.Valeur, membre.Enveloppe, null, membre.Adresse),
                };
                contenu
                    .Champ("membre", membre.Membre)
                    .Champ("campagne", campagne.Intitule)
                    .Champ("reference", campagne.Reference)
                    .Champ("cloture", Formats.DateLongue(campagne.Cloture))
                    .Champ("consigne", campagne.Consigne)
                    .Table(
                        "prestations",
                        campagne
                            .Prestations.Where(p => demandees[membre.Collectivite].Contains(p.Prestation))
                            .OrderBy(p => p.Ordre),
                        (p, ligne) => ligne.Champ("libelle", p.Libelle)
                    );
                return contenu;
            }),
        ];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagnes = await contexte
            .CampagnesVisibles(acteur)
            .Where(c => c.Etat != EtatDeCampagne.EnPreparation)
            .OrderByDescending(c => c.Cloture)
            .Take(10)
            .Select(c => new { c.Id, c.Intitule })
            .ToListAsync(annulation);
        return [.. campagnes.Select(c => new ObjetDApercu(c.Id.Valeur, c.Intitule))];
    }
}

/// <summary>La lettre d'ouverture livrée avec l'application.</summary>
internal sealed class OrigineLettreDOuvertureDeRecensement : IModeleDOrigine
{
    public string Code => LettreDOuvertureDeRecensement.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("recensement des besoins – {{campagne}}", "Réf. : {{reference}} – affaire suivie par {{agent_nom}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "Le recensement « {{campagne}} » est ouvert. J'attends la réponse {{de membre}} jusqu'au **{{cloture}}** au soir, pour :"
            )
            .Repeter("prestations", p => p.Puces("{{libelle}}"))
            .Si("consigne", p => p.Paragraphe("{{consigne}}"))
            .Paragraphe(
                "Vous pouvez répondre depuis votre espace, ou sur l'état des besoins papier que je tiens à votre disposition. Si vous n'avez rien à commander, dites-le aussi : sans réponse, je ne peux pas le deviner."
            )
            .Paragraphe(
                "Aucune adresse de courriel ne figure à votre fiche : indiquez-m'en une pour recevoir la suite sans attendre la poste."
            )
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
