using CdgMarches.App.Courriels;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Courriels;

/// <summary>L'avis annuel de la date limite de retrait, en lettre, au membre que personne ne peut joindre par courriel (RG1.31, RG7.05).</summary>
/// <remarks>Qui est sans adresse se relit à chaque production : un courriel ajouté depuis à la fiche dispense de la lettre.</remarks>
public sealed class LettreDAvisDeRetrait(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : IModeleDeDocument
{
    public const string Nature = "groupements.avis-de-retrait";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Avis annuel de la date limite de retrait, en lettre";

    public string ObjetType => nameof(Groupement);

    public string Droit => Droits.GererGroupements;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("membre", "Nom du membre", "Aubépine", Obligatoire: true),
        new("limite", "Dernier jour pour informer le coordonnateur", "29 octobre 2026", Obligatoire: true),
        new("effet", "Jour où un retrait prendrait effet", "31 décembre 2026", Obligatoire: true),
    ];

    /// <returns>Aucune lettre quand le groupement ne se quitte pas sur préavis annuel.</returns>
    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        var (id, jour) = (new GroupementId(objet), horloge.Aujourdhui);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement =
            await contexte.Groupements.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        if (groupement.Regles.ModeDeRetrait is not ModeDeRetrait.PreavisAnnuel)
        {
            return [];
        }

        var membres = await EnvoyerAvisDeRetrait.MembresAsync(contexte, groupement, jour, annulation);
        var injoignables = (await contexte.DestinatairesAsync(membres, jour, annulation)).SansAdresse;
        return
        [
            .. injoignables.Select(membre =>
            {
                var contenu = new DonneesDeFusion($"Avis de retrait {jour.Year} à {membre.Membre}, {groupement.Nom}")
                {
                    Groupement = groupement.Id,
                    Collectivite = membre.Collectivite,
                    Destinataire = DestinataireDeDocument.De(membre.Collectivite.Valeur, membre.Enveloppe, null, membre.Adresse),
                };
                contenu
                    .Champ("groupement", AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime))
                    .Champ("membre", membre.Membre)
                    .Champ("limite", Formats.DateLongue(groupement.Regles.DernierJourDuPreavis(jour.Year)))
                    .Champ("effet", Formats.DateLongue(new DateOnly(jour.Year, 12, 31)));
                return contenu;
            }),
        ];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Groupements.DuPerimetre(acteur)
            .Where(g => g.Etat == EtatDuGroupement.Ouvert)
            .OrderBy(g => g.CleDeTri)
            .Take(10)
            .Select(g => new ObjetDApercu(g.Id.Valeur, g.Nom))
            .ToListAsync(annulation);
    }
}

/// <summary>La lettre d'avis de retrait livrée avec l'application.</summary>
internal sealed class OrigineLettreDAvisDeRetrait : IModeleDOrigine
{
    public string Code => LettreDAvisDeRetrait.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("date limite pour un retrait cette année", "{{groupement}}", "Affaire suivie par {{agent_nom}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "Votre collectivité est membre du groupement de commandes ci-dessus. Un retrait annoncé cette année, par une délibération dont le coordonnateur est informé au plus tard le **{{limite}}**, prendrait effet le {{effet}}. Passé ce jour, il serait reporté à la fin de l'année suivante."
            )
            .Paragraphe("Si vous ne souhaitez rien changer, vous n'avez rien à faire.")
            .Paragraphe(
                "Aucune adresse de courriel ne figure à votre fiche : indiquez-m'en une pour recevoir la suite sans attendre la poste."
            )
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
