using System.Globalization;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Ce qu'un avis annuel a fait.</summary>
/// <param name="Courriels">Les courriels mis en file ; zéro si l'avis de l'année est déjà parti.</param>
/// <param name="Lettres">Les membres que personne ne peut joindre par courriel : une lettre est à imprimer pour chacun.</param>
public sealed record AvisDeRetraitFait(int Courriels, int Lettres);

/// <summary>Écrit aux membres d'un groupement permanent le dernier jour pour annoncer un retrait (RG1.31, RG7.05).</summary>
public sealed class EnvoyerAvisDeRetrait(
    IDbContextFactory<MarchesDbContext> donnees,
    ComposerCourriel composer,
    HorlogeLegale horloge
)
{
    public static DefinitionDeModele Definition { get; } =
        new(
            "groupement.avis-de-retrait",
            "Avis annuel de la date limite de retrait",
            [
                new("groupement", "Le nom du groupement", "Groupement permanent « Dématérialisation »"),
                new("membre", "Le nom du membre", "Arras"),
                new("limite", "Le dernier jour pour informer le coordonnateur", "29 octobre 2026") { EstIndispensable = true },
                new("effet", "Le jour où un retrait prendrait effet", "31 décembre 2026"),
            ],
            "{{groupement}} : date limite pour un retrait cette année",
            """
            {{Le membre}} est membre {{de groupement}}.

            Un retrait annoncé cette année, par une délibération dont le coordonnateur est informé au plus tard le {{limite}},
            prendrait effet le {{effet}}. Passé ce jour, il serait reporté à la fin de l'année suivante.

            Si vous ne souhaitez rien changer, vous n'avez rien à faire.
            """
        );

    /// <summary>Les groupements ouverts dont le retrait se fait sur préavis annuel.</summary>
    internal static async Task<List<Groupement>> ConcernesAsync(MarchesDbContext contexte, CancellationToken annulation) =>
        [
            .. (
                await contexte.Groupements.AsNoTracking().Where(g => g.Etat == EtatDuGroupement.Ouvert).ToListAsync(annulation)
            ).Where(g => g.Regles.ModeDeRetrait is ModeDeRetrait.PreavisAnnuel),
        ];

    /// <summary>Les membres qui peuvent encore annoncer un retrait : en vigueur, sans sortie fixée, hors coordonnateur.</summary>
    internal static Task<List<CollectiviteId>> MembresAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => a.Groupement == groupement.Id && a.Collectivite != groupement.Coordonnateur && a.Sortie == null)
            .Select(a => a.Collectivite)
            .ToListAsync(annulation);

    public async Task<AvisDeRetraitFait> ExecuterAsync(
        Acteur acteur,
        Groupement groupement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        var annee = horloge.Aujourdhui.Year;
        var modele = await composer.LireAsync(Definition.Cle, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var membres = await MembresAsync(contexte, groupement, horloge.Aujourdhui, annulation);
        var destinataires = await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
        var courriels = destinataires
            .Personnes.Select(p =>
                modele.Pour(
                    p.Adresse,
                    p.Nom,
                    new Dictionary<string, string>
                    {
                        ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                        ["membre"] = p.Membre,
                        ["limite"] = Formats.DateLongue(groupement.Regles.DernierJourDuPreavis(annee)),
                        ["effet"] = Formats.DateLongue(new DateOnly(annee, 12, 31)),
                    }
                ) with
                {
                    ObjetType = nameof(Groupement),
                    ObjetId = groupement.Id.Valeur,
                    Collectivite = p.Collectivite.Valeur,
                    Groupement = groupement.Id,
                    CleDIdempotence = Couper(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"avis-de-retrait/{annee}/{groupement.Id.Valeur:N}/{p.Collectivite.Valeur:N}/{p.Adresse.ToUpperInvariant()}"
                        )
                    ),
                }
            )
            .DistinctBy(c => c.CleDIdempotence)
            .ToList();
        var deposes = await FileDeCourriels.DeposerUneFoisAsync(contexte, courriels, horloge.Maintenant, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return new AvisDeRetraitFait(deposes.Count, destinataires.SansAdresse.Count);
    }

    private static string Couper(string cle) => cle.Length <= 200 ? cle : cle[..200];
}
