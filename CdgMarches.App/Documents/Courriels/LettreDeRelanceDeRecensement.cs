using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents.Courriels;

/// <summary>La relance d'un recensement, en lettre, pour le membre que personne ne peut joindre par courriel (C7).</summary>
public sealed class LettreDeRelanceDeRecensement(LireLettresDeRelance lire, AdressesPubliques adresses) : IModeleDeDocument
{
    public const string Nature = "recensements.relance";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Relance d'un recensement, en lettre";

    public string ObjetType => nameof(Collectivite);

    public string Droit => Droits.GererRecensements;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("membre", "Nom du membre", "Aubépine", Obligatoire: true),
        new("relance_le", "Jour de la relance", "16 mars 2026", Obligatoire: true),
        new("site", "L'adresse du site, où le membre répond", "https://marches.exemple.fr/espace", Obligatoire: true),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "recensements",
            "Recensements attendus",
            [
                new("campagne", "Intitulé", "Besoins 2027 — papier"),
                new("reference", "Référence", "RC-2026-004"),
                new("cloture", "Dernier jour pour répondre", "30 mars 2026"),
            ]
        )
        {
            Conditions = [new("clos", "Le recensement est clos sans réponse")],
        },
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        var membre = new CollectiviteId(objet);
        var lettres = await lire.ExecuterAsync(acteur, membre, annulation: annulation);
        if (lettres.Count == 0)
        {
            lettres = await lire.ExecuterAsync(acteur, membre, aussiParCourriel: true, annulation);
        }

        return [.. lettres.Take(1).Select(l => Donnees(l, adresses.De("/espace")))];
    }

    /// <summary>Les membres à qui une lettre est due ; à défaut, ceux que l'on a relancés par courriel : la lettre se relit toujours.</summary>
    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        var lettres = await lire.ExecuterAsync(acteur, annulation: annulation);
        if (lettres.Count == 0)
        {
            lettres = await lire.ExecuterAsync(acteur, aussiParCourriel: true, annulation: annulation);
        }

        return
        [
            .. lettres.DistinctBy(l => l.Collectivite).Take(10).Select(l => new ObjetDApercu(l.Collectivite.Valeur, l.Membre)),
        ];
    }

    private static DonneesDeFusion Donnees(LettreImprimable lettre, string site)
    {
        var contenu = new DonneesDeFusion($"Relance {GrammaireDuNom.De(lettre.Membre)} du {Formats.DateLongue(lettre.Jour)}")
        {
            Collectivite = lettre.Collectivite,
            Destinataire = DestinataireDeDocument.De(lettre.Collectivite.Valeur, lettre.Enveloppe, null, lettre.Adresse),
        };
        contenu
            .Champ("membre", lettre.Membre)
            .Champ("relance_le", Formats.DateLongue(lettre.Jour))
            .Champ("site", site)
            .Table(
                "recensements",
                lettre.Recensements,
                (r, ligne) =>
                    ligne
                        .Champ("campagne", r.Intitule)
                        .Champ("reference", r.Reference)
                        .Champ("cloture", Formats.DateLongue(r.Cloture))
                        .Condition("clos", r.EstClos)
            );
        return contenu;
    }
}

/// <summary>La lettre de relance livrée avec l'application.</summary>
internal sealed class OrigineLettreDeRelanceDeRecensement : IModeleDOrigine
{
    public string Code => LettreDeRelanceDeRecensement.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("recensement des besoins – votre réponse est attendue", "Affaire suivie par {{agent_nom}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe("Sauf erreur de ma part, je n'ai pas reçu la réponse {{de membre}} pour :")
            .Repeter(
                "recensements",
                p =>
                    p.Puces(
                        "{{campagne}}{{si reference}} ({{reference}}){{fin si}}{{si clos}} : clos le {{cloture}} sans votre réponse ; demandez-moi de vous le rouvrir{{fin si}}{{si non clos}} : à rendre avant le **{{cloture}}** au soir{{fin si}}"
                    )
            )
            .Paragraphe(
                "Vous pouvez répondre depuis votre espace, à l'adresse {{site}}, ou sur l'état des besoins papier que je tiens à votre disposition. Si vous n'avez rien à commander, dites-le aussi : sans réponse, je ne peux pas le deviner."
            )
            .Paragraphe("Si vous venez de répondre, veuillez ne pas tenir compte de cette lettre.")
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
