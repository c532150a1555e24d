using CdgMarches.Database.Groupements;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Un registre de courriers, deux transmissions et le journal de quelques courriels, de tous les états.</summary>
internal static class CourriersDeDemonstration
{
    private const string Titulaire = "Titulaire fictif du lot 1";

    /// <summary>Le délai de transmission que la démonstration suppose, en jours ouvrés.</summary>
    private const int JoursPourTransmettre = 2;

    public static async Task CreerAsync(ContexteDeDemonstration c, CancellationToken annulation)
    {
        await using var contexte = await c.Donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.Transmissions.AnyAsync(annulation)
            || await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementPermanent, annulation)
                is not { } groupement
        )
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await CourriersAsync(contexte, c, groupement.Id, jeton);
                await TransmissionsAsync(contexte, c, groupement, jeton);
                Courriels(contexte, c, groupement.Id);
                await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, c.Maintenant, jeton);
            },
            annulation
        );
    }

    private static async Task CourriersAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration c,
        GroupementId groupement,
        CancellationToken annulation
    )
    {
        var remis = await CourrierAsync(contexte, c, groupement, "Notification du marché, lot 1", -40, annulation);
        remis.Poster(
            c.Aujourdhui.AddDays(-40).Ouvre(),
            new Dictionary<int, string?> { [1] = "1A 200 300 4001 1" },
            21,
            c.Aujourdhui
        );
        remis.Noter(
            1,
            new SuiviDeCourrier(IssueDeCourrier.Remis, c.Aujourdhui.AddDays(-38).Ouvre(), c.Aujourdhui.AddDays(-38).Ouvre()),
            c.Aujourdhui
        );
        var nonReclame = await CourrierAsync(contexte, c, groupement, "Mise en demeure, pénalités du lot 1", -35, annulation);
        nonReclame.Poster(
            c.Aujourdhui.AddDays(-35).Ouvre(),
            new Dictionary<int, string?> { [1] = "1A 200 300 4002 8" },
            21,
            c.Aujourdhui
        );
        nonReclame.Noter(
            1,
            new SuiviDeCourrier(IssueDeCourrier.NonReclame, c.Aujourdhui.AddDays(-33).Ouvre(), null),
            c.Aujourdhui
        );
        var attendu = await CourrierAsync(contexte, c, groupement, "Ordre de service n° 2", -25, annulation);
        attendu.Poster(
            c.Aujourdhui.AddDays(-25).Ouvre(),
            new Dictionary<int, string?> { [1] = "1A 200 300 4003 5" },
            21,
            c.Aujourdhui
        );
    }

    private static async Task<Courrier> CourrierAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration c,
        GroupementId groupement,
        string objet,
        int jours,
        CancellationToken annulation
    )
    {
        var jour = c.Aujourdhui.AddDays(jours).Ouvre();
        var numero = await contexte.NumeroterAsync($"COURRIER-{jour.Year}", annulation);
        var courrier = Courrier.Enregistrer(
            $"CR-{jour.Year}-{numero:D4}",
            objet,
            ModeDEnvoi.LettreRecommandee,
            [new AdresseDeCourrier(Titulaire, "Zone fictive\n62000 ARRAS")],
            jour,
            new RattachementDeCourrier(nameof(Groupement), groupement.Valeur, groupement.Valeur),
            null
        );
        contexte.Courriers.Add(courrier);
        return courrier;
    }

    private static async Task TransmissionsAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration c,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var membres = await contexte
            .Adhesions.EnVigueur(c.Aujourdhui)
            .Where(a => a.Groupement == groupement.Id && a.Collectivite != groupement.Coordonnateur)
            .OrderBy(a => a.Id)
            .Select(a => a.Collectivite)
            .ToListAsync(annulation);
        var (recue, recente) = (c.Aujourdhui.AddDays(-20).Ouvre(), c.Aujourdhui.AddDays(-7).Ouvre());
        var faite = Transmission.Preparer(
            groupement.Id,
            new ContenuDeTransmission(
                NatureDeTransmission.Information,
                "Nouvel interlocuteur du titulaire du lot 1",
                "À compter du mois prochain, vos demandes d'assistance vont à l'adresse fictive assistance@exemple.invalid.",
                recue
            ),
            recue.JoursOuvresApres(JoursPourTransmettre),
            c.Aujourdhui,
            null
        );
        faite.Transmettre(recue.JoursOuvresApres(1), membres.Count, joursOuvres: 1);
        var enRetard = Transmission.Preparer(
            groupement.Id,
            new ContenuDeTransmission(
                NatureDeTransmission.Demande,
                "Demande de réunion du comité de suivi",
                "Un membre demande que le comité de suivi se réunisse sur la qualité du service.",
                recente
            ),
            recente.JoursOuvresApres(JoursPourTransmettre),
            c.Aujourdhui,
            null
        );
        contexte.Transmissions.AddRange(faite, enRetard);
        foreach (var (rang, membre) in membres.Index())
        {
            var informe = new MembreInforme(faite.Id, membre, parCourrier: false);
            if (rang % 3 == 0)
            {
                informe.Lire("Secrétariat (démonstration)", c.Instant(c.Aujourdhui.AddDays(-17).Ouvre()));
            }

            contexte.MembresInformes.Add(informe);
        }
    }

    private static void Courriels(MarchesDbContext contexte, ContexteDeDemonstration c, GroupementId groupement)
    {
        (string Nom, EtatDEnvoi Etat, string? Erreur)[] exemples =
        [
            ("Mairie d'Aubépine-sur-Lys", EtatDEnvoi.Envoye, null),
            (
                "Mairie de Bellerive",
                EtatDEnvoi.Revenu,
                "Le courriel n'a pas été remis : 5.1.1 boîte inconnue. Corrigez l'adresse sur la fiche, puis renvoyez."
            ),
            (
                "Syndicat de la Vallée",
                EtatDEnvoi.AVerifier,
                "La connexion s'est rompue pendant l'envoi : le courriel est peut-être parti. Vérifiez avant de renvoyer."
            ),
        ];
        var instant = c.Instant(c.Aujourdhui.AddDays(-19).Ouvre());
        foreach (var (nom, etat, erreur) in exemples)
        {
            contexte.EnvoisDeCourriel.Add(
                new EnvoiDeCourriel
                {
                    Destinataire = $"{(uint)nom.Length}.demonstration@exemple.invalid",
                    NomDestinataire = nom,
                    Objet = "Nouvel interlocuteur du titulaire du lot 1",
                    Texte = $"Bonjour {nom},\n\nCeci est un courriel de démonstration.\n",
                    ObjetType = nameof(Groupement),
                    ObjetId = groupement.Valeur,
                    Etat = etat,
                    DeposeLe = instant,
                    ProchainEssai = instant,
                    Essais = 1,
                    EnvoyeLe = etat is EtatDEnvoi.AVerifier ? null : instant,
                    RevenuLe = etat is EtatDEnvoi.Revenu ? instant.AddMinutes(3) : null,
                    Erreur = erreur,
                }
            );
        }
    }
}
