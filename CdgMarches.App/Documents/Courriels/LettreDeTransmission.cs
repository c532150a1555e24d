using CdgMarches.App.Courriels;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Courriels;

/// <summary>Une transmission, en lettre, à chaque membre qui n'a pas d'adresse de courriel (RG7.03).</summary>
public sealed class LettreDeTransmission(IDbContextFactory<MarchesDbContext> donnees) : IModeleDeDocument
{
    public const string Nature = "transmissions.lettre";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Transmission aux membres, en lettre";

    public string ObjetType => nameof(Transmission);

    public string Droit => Droits.GererGroupements;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("membre", "Nom du membre", "Aubépine", Obligatoire: true),
        new("objet", "Objet", "Changement d'interlocuteur du titulaire", Obligatoire: true),
        new("texte", "Ce que l'agent a écrit", "Le titulaire du lot 2 change d'interlocuteur.", Obligatoire: true),
        new("recue_le", "Jour de la réception", "9 mars 2026"),
        new("piece", "Nom du document transmis", "courrier.pdf"),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        var id = new TransmissionId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var transmission =
            await contexte.TransmissionsVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        var groupement = await contexte.AppellationAsync(transmission.Groupement, annulation);
        var piece = await contexte
            .Pieces.Where(p => p.Id == transmission.Piece)
            .Select(p => p.Nom)
            .SingleOrDefaultAsync(annulation);
        var membres = await (
            from m in contexte.MembresInformes
            where m.Transmission == id && m.ParCourrier
            join c in contexte.Collectivites on m.Collectivite equals c.Id
            orderby c.CleDeTri
            select new
            {
                c.Id,
                c.Nom,
                c.Grammaire.Designation,
                c.Siege,
                c.Postale,
            }
        ).ToListAsync(annulation);
        return
        [
            .. membres.Select(m =>
            {
                var contenu = new DonneesDeFusion($"Transmission {GrammaireDuNom.A(m.Nom)} : {transmission.Objet}")
                {
                    Groupement = transmission.Groupement,
                    Collectivite = m.Id,
                    Destinataire = DestinataireDeDocument.De(
                        m.Id.Valeur,
                        GrammaireDuNom.SansArticle(m.Designation),
                        null,
                        m.Postale.Sinon(m.Siege)
                    ),
                };
                contenu
                    .Champ("groupement", groupement)
                    .Champ("membre", m.Nom)
                    .Champ("objet", transmission.Objet)
                    .Champ("texte", transmission.Texte)
                    .Champ("recue_le", Formats.DateLongue(transmission.RecueLe))
                    .Champ("piece", piece);
                return contenu;
            }),
        ];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .TransmissionsVisibles(acteur)
            .Where(t => t.TransmiseLe != null)
            .OrderByDescending(t => t.TransmiseLe)
            .ThenByDescending(t => t.Id)
            .Take(10)
            .Select(t => new ObjetDApercu(t.Id.Valeur, t.Objet))
            .ToListAsync(annulation);
    }
}

/// <summary>La lettre de transmission livrée avec l'application.</summary>
internal sealed class OrigineLettreDeTransmission : IModeleDOrigine
{
    public string Code => LettreDeTransmission.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet(
                "{{objet}}",
                "Groupement de commandes « {{groupement}} »",
                "Affaire suivie par {{agent_nom}}",
                "{{si piece}}Pièce jointe : {{piece}}{{fin si}}"
            )
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "En ma qualité de coordonnateur du groupement, je vous transmets ce qui suit, reçu ou établi le {{recue_le}}."
            )
            .Paragraphe("{{texte}}")
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
