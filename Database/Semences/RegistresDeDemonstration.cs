using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Les registres des conventions : délibérations, assurance, comptes, assistance ; et deux sessions de présentation.</summary>
internal static class RegistresDeDemonstration
{
    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.DeliberationsDuCdg.AnyAsync(annulation))
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                Registres(contexte, demonstration.Aujourdhui);
                await ConventionsAsync(contexte, demonstration, jeton);
                await SessionsAsync(contexte, demonstration, jeton);
                await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, jeton);
            },
            annulation
        );
    }

    private static void Registres(MarchesDbContext contexte, DateOnly aujourdhui)
    {
        foreach (
            var (rang, votee, objet) in new[]
            {
                (
                    21,
                    new DateOnly(aujourdhui.Year - 3, 5, 30).Ouvre(),
                    "Accès des collectivités à la plateforme de dématérialisation"
                ),
                (40, new DateOnly(aujourdhui.Year - 2, 12, 10).Ouvre(), "Tarifs d'accès à la plateforme de dématérialisation"),
            }
        )
        {
            contexte.Add(
                DeliberationDuCdg.Enregistrer(
                    new SaisieDeDeliberation(
                        $"{votee.Year}/{rang}",
                        votee,
                        objet,
                        votee.AddDays(3).Ouvre(),
                        votee.AddDays(6).Ouvre(),
                        EstCitee: true
                    ),
                    aujourdhui
                )
            );
        }

        contexte.Add(
            ContratDAssurance.Enregistrer(
                new SaisieDAssurance(
                    "Assureur de démonstration",
                    "D-0001",
                    "Conservation des archives des collectivités",
                    new DateOnly(aujourdhui.Year, 1, 1),
                    new DateOnly(aujourdhui.Year, 12, 31)
                )
            )
        );
    }

    private static async Task ConventionsAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        CancellationToken annulation
    )
    {
        var jour = demonstration.Aujourdhui;
        var conventions = await contexte
            .ConventionsDAcces.Where(c => c.PremierJour != null && c.PremierJour <= jour)
            .OrderBy(c => c.Reference)
            .Take(4)
            .ToListAsync(annulation);
        foreach (var (rang, convention) in conventions.Index())
        {
            // Recorded on the day it was opened: one of these conventions has ended since.
            var ouvert = convention.PremierJour!.Value.OuvreApres();
            contexte.Add(
                CompteDePlateforme.Ouvrir(
                    convention,
                    ouvert,
                    $"Agent de démonstration {rang + 1}",
                    $"agent{rang + 1}@exemple.invalid",
                    ouvert
                )
            );
            var recue = jour.AddDays(-2 * (rang + 1)).Ouvre();
            var demande = DemandeDAssistance.Recevoir(
                convention.Collectivite,
                new NouvelleDemandeDAssistance(
                    (NatureDAssistance)(rang % 3),
                    (rang % 3) switch
                    {
                        0 => "Relire un règlement de la consultation",
                        1 => "Le dépôt d'un dossier échoue",
                        _ => "Ouvrir un compte à la nouvelle secrétaire",
                    },
                    null,
                    "La secrétaire générale"
                ),
                demonstration.Instant(recue),
                recue.AddDays(CodesDesConventions.Defaut(CodesDesConventions.ReponseDAssistance))
            );
            if (rang > 1)
            {
                demande.Repondre("Réglé au téléphone.", null, demonstration.Instant(jour.AddDays(-1).Ouvre()));
            }

            contexte.Add(demande);
        }

        Litige(contexte, conventions, jour);
    }

    /// <summary>Une collectivité conteste, et la tentative amiable est engagée : le tribunal attend.</summary>
    private static void Litige(MarchesDbContext contexte, IReadOnlyList<ConventionDAcces> conventions, DateOnly jour)
    {
        var declaree = jour.AddDays(-25).Ouvre();
        if (conventions.FirstOrDefault(c => c.EstEnVigueur(declaree)) is not { } convention)
        {
            return;
        }

        var litige = LitigeDAcces.Declarer(
            convention,
            PartieDAcces.Collectivite,
            "L'assistance demandée pour une consultation n'a été donnée qu'après la remise des offres. La collectivité demande la remise d'une partie de sa contribution.",
            declaree,
            jour
        );
        litige.Concilier(jour.AddDays(-12).Ouvre(), null, null, null, jour);
        contexte.Add(litige);
    }

    private static async Task SessionsAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        CancellationToken annulation
    )
    {
        if (
            await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementPermanent, annulation)
            is not { } groupement
        )
        {
            return;
        }

        var jour = demonstration.Aujourdhui;
        foreach (var (titre, ecart) in new[] { ("Parapheurs électroniques", 21), ("Profils d'acheteur", -30) })
        {
            var session = SessionDePresentation.Programmer(
                groupement.Id,
                new SaisieDeSession(
                    titre,
                    (ecart > 0 ? jour.AddDays(ecart).OuvreApres() : jour.AddDays(ecart).Ouvre()),
                    new TimeOnly(9, 30),
                    new TimeOnly(12, 0),
                    "siège du centre de gestion",
                    "Prestataire de démonstration A\nPrestataire de démonstration B",
                    80
                )
            );
            contexte.Add(session);
            if (ecart < 0)
            {
                await InscritsAsync(contexte, session, demonstration, annulation);
            }
        }
    }

    /// <summary>Qui est venu à la session passée : ce sur quoi sa refacturation s'appuie.</summary>
    private static async Task InscritsAsync(
        MarchesDbContext contexte,
        SessionDePresentation session,
        ContexteDeDemonstration demonstration,
        CancellationToken annulation
    )
    {
        var membres = await contexte
            .Adhesions.Where(a => a.Groupement == session.Groupement && a.Sortie == null)
            .OrderBy(a => a.Id)
            .Select(a => a.Collectivite)
            .Take(6)
            .ToListAsync(annulation);
        var avant = session.Date.AddDays(-10).Ouvre();
        foreach (var (rang, membre) in membres.Index())
        {
            var inscription = Inscription.Inscrire(
                session,
                membre,
                $"Personne inscrite {rang + 1}",
                $"inscrite{rang + 1}@exemple.invalid",
                rang,
                avant,
                demonstration.Instant(avant)
            );
            inscription.Relever(rang != 4, session, demonstration.Aujourdhui);
            contexte.Add(inscription);
        }
    }
}
