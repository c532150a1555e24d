using System.Text;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Tests.Outils;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Socle.Courriels;

public sealed class InvitationIcsTests
{
    private static readonly InvitationIcs Seance = new(
        "seance-42@cdgmarches",
        0,
        "Commission d'appel d'offres",
        new DateTime(2026, 3, 30, 14, 0, 0, DateTimeKind.Unspecified),
        new DateTime(2026, 3, 30, 16, 30, 0, DateTimeKind.Unspecified),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        new PersonneInvitee("Centre de gestion", "cdg@exemple.invalid"),
        new PersonneInvitee("Zoé \"Z\" Exemple", "zoe@exemple.invalid")
    );

    [Fact]
    public void Une_convocation_demande_a_l_agenda_d_inscrire_la_reunion_a_l_heure_de_Paris()
    {
        var ics = Seance.Ecrire(HorlogeFigee.Origine);

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("\r\nMETHOD:REQUEST\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:seance-42@cdgmarches\r\nSEQUENCE:0\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTAMP:20260310T090000Z\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART;TZID=Europe/Paris:20260330T140000\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("\r\nDTEND;TZID=Europe/Paris:20260330T163000\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST", ics, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", ics, StringComparison.Ordinal);
        Assert.Contains("ATTENDEE;CN=\"Zoé  Z  Exemple\"", Deplier(ics), StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_annulation_garde_l_identifiant_et_monte_la_sequence()
    {
        var ics = (Seance with { Methode = MethodeDInvitation.Annulation, Sequence = 2, RappelEnMinutes = 60 }).Ecrire(
            HorlogeFigee.Origine
        );

        Assert.Contains("METHOD:CANCEL", ics, StringComparison.Ordinal);
        Assert.Contains("UID:seance-42@cdgmarches\r\nSEQUENCE:2", ics, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", ics, StringComparison.Ordinal);
        Assert.DoesNotContain("VALARM", ics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Indian/Reunion", "DTSTART;TZID=Indian/Reunion:20260330T140000", "TZOFFSETTO:+0400")]
    [InlineData("America/Miquelon", "DTSTART:20260330T160000Z", "DTEND:20260330T183000Z")]
    public void Outre_mer_les_heures_restent_celles_du_CDG(string fuseau, string debut, string temoin)
    {
        var ics = (Seance with { Fuseau = TimeZoneInfo.FindSystemTimeZoneById(fuseau) }).Ecrire(HorlogeFigee.Origine);

        Assert.Contains(debut, ics, StringComparison.Ordinal);
        Assert.Contains(temoin, ics, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_caracteres_qui_ont_un_sens_sont_proteges()
    {
        var ics = (Seance with { Lieu = "Salle A, 2e ; gauche\\droite\r\nBEGIN:VEVENT" }).Ecrire(HorlogeFigee.Origine);

        Assert.Contains("LOCATION:Salle A\\, 2e \\; gauche\\\\droite\\nBEGIN:VEVENT\r\n", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_reunion_qui_finirait_avant_de_commencer_est_refusee() =>
        Assert.Throws<ArgumentException>(() => (Seance with { Fin = Seance.Debut }).Ecrire(HorlogeFigee.Origine));

    [Fact]
    public void Aucune_ligne_ne_depasse_75_octets_et_le_texte_deplie_est_intact() =>
        Prop.ForAll(
                Gen.Choose(60, 90).SelectMany(n => Gen.Elements('a', 'é', '€').ArrayOf(n)).ToArbitrary(),
                lettres =>
                {
                    var titre = new string(lettres);
                    var ics = (Seance with { Titre = titre }).Ecrire(HorlogeFigee.Origine);
                    return ics.Split("\r\n").All(l => Encoding.UTF8.GetByteCount(l) <= 75)
                        && Deplier(ics).Contains($"SUMMARY:{titre}\r\n", StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    private static string Deplier(string ics) => ics.Replace("\r\n ", "", StringComparison.Ordinal);
}
