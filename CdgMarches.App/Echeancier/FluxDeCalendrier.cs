using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Le calendrier personnel d'un utilisateur : une adresse secrète que son agenda relit, et qu'il retire quand il veut.</summary>
/// <remarks>Le flux suit ses droits du moment : un compte fermé ou un rattachement fini ne montre plus rien.</remarks>
public sealed class FluxDeCalendrier(
    IDbContextFactory<MarchesDbContext> donnees,
    LiensPersonnels liens,
    LireActeur lireActeur,
    LireEcheancier lire,
    AdressesPubliques adresses,
    HorlogeLegale horloge
)
{
    public const string Usage = "echeancier.calendrier";

    private const string Cible = "Utilisateur";

    /// <summary>Donne une adresse neuve ; la précédente, s'il y en avait une, ne vaut plus.</summary>
    /// <returns>L'adresse entière, qui ne pourra plus être relue.</returns>
    public async Task<string> EmettreAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jeton = await contexte.EnTransactionAsync(
            async arret =>
            {
                await liens.RevoquerToutAsync(contexte, acteur, Usage, acteur.Id, arret);
                var emis = liens.Emettre(
                    contexte,
                    acteur,
                    new DemandeDeLien(Usage, Cible, acteur.Id, acteur.Nom, ExpireLe: null, EstAUsageUnique: false)
                );
                await contexte.SaveChangesAsync(arret);
                return emis.Jeton;
            },
            annulation
        );
        return adresses.De($"/echeancier/flux/{jeton}.ics");
    }

    /// <summary>Retire l'adresse : l'agenda ne reçoit plus rien.</summary>
    public async Task RetirerAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await liens.RevoquerToutAsync(contexte, acteur, Usage, acteur.Id, annulation);
    }

    /// <returns>Quand l'adresse en cours a été donnée ; null s'il n'y en a pas.</returns>
    public async Task<DateTimeOffset?> EmisLeAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .LiensPersonnels.Where(l => l.Usage == Usage && l.CibleId == acteur.Id && l.RevoqueLe == null)
            .OrderByDescending(l => l.CreeLe)
            .Select(l => (DateTimeOffset?)l.CreeLe)
            .FirstOrDefaultAsync(annulation);
    }

    /// <summary>Le calendrier que désigne une adresse secrète.</summary>
    /// <returns>Le texte iCalendar ; null si l'adresse ne vaut pas, ou plus.</returns>
    public async Task<string?> LireAsync(string jeton, CancellationToken annulation = default)
    {
        try
        {
            var lien = await liens.LireAsync(jeton, Usage, annulation);
            return
                await lireActeur.ExecuterAsync(lien.CibleId, annulation: annulation) is { } acteur
                && acteur.Peut(Droits.Consulter)
                ? Ecrire(await lire.FluxAsync(acteur, annulation))
                : null;
        }
        catch (RefusException)
        {
            return null;
        }
    }

    internal string Ecrire(IReadOnlyList<LigneDEcheance> echeances)
    {
        var ics = new EcritureIcs()
            .Ligne("BEGIN:VCALENDAR")
            .Ligne("VERSION:2.0")
            .Ligne("PRODID:-//CdgMarches//Echeancier//FR")
            .Ligne("CALSCALE:GREGORIAN")
            .Ligne("METHOD:PUBLISH")
            .Ligne("X-WR-CALNAME:CdgMarches – échéances")
            .Ligne("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
            .Fuseau(horloge.Fuseau);
        foreach (var echeance in echeances)
        {
            Ecrire(ics, echeance);
        }

        return ics.Ligne("END:VCALENDAR").ToString();
    }

    private void Ecrire(EcritureIcs ics, LigneDEcheance echeance)
    {
        ics.Ligne("BEGIN:VEVENT").Ligne($"UID:{Uid(echeance)}").Ligne($"DTSTAMP:{EcritureIcs.Utc(horloge.Maintenant)}");
        if (echeance.Heure is { } heure)
        {
            var debut = echeance.Date.ToDateTime(heure);
            ics.Heure("DTSTART", debut, horloge.Fuseau).Heure("DTEND", debut.AddMinutes(30), horloge.Fuseau);
        }
        else
        {
            ics.Ligne($"DTSTART;VALUE=DATE:{EcritureIcs.Jour(echeance.Date)}")
                .Ligne($"DTEND;VALUE=DATE:{EcritureIcs.Jour(echeance.Date.AddDays(1))}");
        }

        var titre = echeance.Collectivite is { } membre ? $"{echeance.Libelle} – {membre}" : echeance.Libelle;
        var description = string.Join(
            '\n',
            new[] { echeance.Groupement, $"{echeance.Code} — {echeance.Fondement}" }.Where(l => !string.IsNullOrEmpty(l))
        );
        ics.Ligne($"SUMMARY:{EcritureIcs.Texte(titre)}")
            .Ligne($"DESCRIPTION:{EcritureIcs.Texte(description)}")
            .Ligne("TRANSP:TRANSPARENT");
        if (echeance.Adresse is { } adresse && adresses.SontConnues)
        {
            ics.Ligne($"URL:{adresses.De(adresse)}");
        }

        ics.Ligne("END:VEVENT");
    }

    /// <summary>Le même d'une lecture à l'autre : l'agenda déplace l'événement au lieu d'en ajouter un.</summary>
    private static string Uid(LigneDEcheance echeance) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{echeance.ObjetType}/{echeance.ObjetId:N}/{echeance.Cle}")).AsSpan(0, 16))}@cdgmarches"
        );
}
