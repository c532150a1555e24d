using System.Globalization;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Pour chaque sujet du noyau et des paramètres : des faits du vecteur à toutes les réponses du domaine.</summary>
internal static class TopicsDuNoyau
{
    private static readonly SeuilsDeProcedure Seuils = new(SeuilsDeReference.Lister());

    private static readonly DateOnly LancementSansEffet = new(2026, 6, 1);

    public static Dictionary<string, Func<Vecteur, Dictionary<string, object?>>> Tous { get; } =
        new(StringComparer.Ordinal)
        {
            ["jours_francs/earliest_meeting"] = PremiereReunion,
            ["jours_francs/latest_sending"] = DernierEnvoi,
            ["jours_francs/valid"] = ConvocationValable,
            ["jours_francs/local_date"] = v => new() { ["sent"] = FuseauLegal.De(v.Texte("tz")).Jour(Instant(v.Texte("utc"))) },
            ["calendar/holidays"] = Feries,
            ["calendar/working_days"] = v =>
                new() { ["date"] = JoursOuvres.Ajouter(v.Jour("from"), v.Entier("working_days"), Zone(v)) },
            ["siret/valid"] = v => new() { ["valid"] = Siret.TryParse(v.Texte("siret"), out _) },
            ["siret/siren"] = v => new() { ["valid"] = Siren.TryParse(v.Texte("siren"), out _) },
            ["thresholds/procedure"] = ProcedureSelonLesSeuils,
            ["thresholds/transmission"] = Transmission,
            ["needs/accord_cadre_value"] = ValeurDeLAccordCadre,
            ["needs/petits_lots"] = PetitsLots,
            ["convention/term"] = v => new() { ["last_day"] = Delais.DernierJour(v.Jour("first_day"), v.Entier("years")) },
            ["deadline/days"] = v => new() { ["last_day"] = Delais.AjouterJours(v.Jour("event"), v.Entier("days")) },
            ["deadline/decp"] = v => new() { ["last_day"] = Delais.AjouterMois(v.Jour("notified"), v.Entier("months")) },
            ["deadline/recours"] = Recours,
            ["contribution/allocate"] = Partage,
            ["contribution/rounding"] = Arrondi,
        };

    private static Dictionary<string, object?> PremiereReunion(Vecteur v)
    {
        var reunion = JoursFrancs.PremiereDateApres(v.Jour("sent"), v.Entier("clear_days"));
        return new()
        {
            ["earliest_meeting"] = reunion,
            ["is_holiday"] = JoursFeries.Est(reunion, Zone(v)),
            ["weekday"] = reunion.DayOfWeek.ToString(),
        };
    }

    private static Dictionary<string, object?> DernierEnvoi(Vecteur v) =>
        new()
        {
            ["latest_sending"] = JoursFrancs.DernierEnvoi(v.Jour("meeting"), v.Entier("clear_days")),
            ["prudent_latest_working_day"] = JoursFrancs.DernierEnvoiConseille(
                v.Jour("meeting"),
                v.Entier("clear_days"),
                Zone(v)
            ),
        };

    private static Dictionary<string, object?> ConvocationValable(Vecteur v)
    {
        var francs = JoursFrancs.Entre(v.Jour("sent"), v.Jour("meeting"));
        return new() { ["clear_days"] = francs, ["valid"] = francs >= v.Entier("clear_days") };
    }

    private static Dictionary<string, object?> Feries(Vecteur v)
    {
        var feries = JoursFeries.DeLAnnee(v.Entier("year"), Zone(v));
        return new() { ["count"] = feries.Count, ["dates"] = feries.Order().ToList() };
    }

    private static Dictionary<string, object?> ProcedureSelonLesSeuils(Vecteur v) =>
        Proposer(v, MontantHt.DEuros(v.Decimal("estimated_ht")), v.Jour("launched"));

    private static Dictionary<string, object?> Transmission(Vecteur v) =>
        new()
        {
            ["transmit"] = Seuils
                .ProposerTransmission(MontantHt.DEuros(v.Decimal("total_ht")), v.Jour("launched"), v.JourOuNul("signed"))
                .EstRequise,
        };

    private static Dictionary<string, object?> ValeurDeLAccordCadre(Vecteur v)
    {
        var valeur = ValeurDuBesoin.DeLAccordCadre(
            v.Decimaux("member_max_per_year").Select(MontantHt.DEuros),
            12 * v.Entier("years")
        );
        var reponses = Proposer(v, valeur, v.Jour("launched"));
        reponses["value"] = valeur.Euros.ToString("0.##", CultureInfo.InvariantCulture);
        return reponses;
    }

    private static Dictionary<string, object?> PetitsLots(Vecteur v)
    {
        List<MontantHt> lots = [.. v.Decimaux("lots").Select(MontantHt.DEuros)];
        var lancement = v.JourOuNul("launched") ?? LancementSansEffet;
        return new() { ["allowed"] = Seuils.PetitsLots(Nature(v), lots, v.Entiers("chosen"), lancement).EstRespectee };
    }

    private static Dictionary<string, object?> Recours(Vecteur v)
    {
        Assert.True(v.Entrees.GetProperty("franc").GetBoolean(), "Seul le délai franc est connu du domaine.");
        return new() { ["last_day"] = Delais.DelaiFrancDeRecours(v.Jour("notified"), Zone(v), v.Entier("months")) };
    }

    private static Dictionary<string, object?> Partage(Vecteur v)
    {
        var parts = Repartition.Repartir(
            MontantHt.DEuros(v.Decimal("total")),
            [.. v.Decimaux("weights").Select(poids => Quantite.De(poids).Milliemes)]
        );
        return new() { ["parts"] = parts.Select(p => p.ToString()).ToList(), ["sum"] = MontantHt.Somme(parts).ToString() };
    }

    private static Dictionary<string, object?> Arrondi(Vecteur v) =>
        new()
        {
            ["half_up"] = MontantHt.Arrondir(v.Decimal("value")).ToString(),
            ["bankers_wrong"] = decimal.Round(v.Decimal("value"), 2, MidpointRounding.ToEven)
                .ToString("0.00", CultureInfo.InvariantCulture),
        };

    /// <summary>Un seuil inconnu est un refus, quel que soit le mot du vecteur pour le dire ; jamais une procédure.</summary>
    private static Dictionary<string, object?> Proposer(Vecteur v, MontantHt valeur, DateOnly lancement)
    {
        if (Seuils.PeutProposer(Nature(v), lancement).EstFavorable)
        {
            return new() { ["procedure"] = NomAttendu(Seuils.Proposer(Nature(v), valeur, lancement).Procedure) };
        }

        var uneProcedureEstAttendue =
            v.Attendu.TryGetProperty("procedure", out var attendue)
            && Enum.GetValues<ProcedureApplicable>().Any(p => attendue.ToString() == NomAttendu(p));
        return new()
        {
            ["procedure"] = uneProcedureEstAttendue ? null : VecteursTests.Quelconque,
            ["error"] = VecteursTests.Quelconque,
        };
    }

    private static string NomAttendu(ProcedureApplicable procedure) =>
        procedure switch
        {
            ProcedureApplicable.Formalisee => "procedure formalisee",
            ProcedureApplicable.AdapteeAvecAvis => "MAPA avis BOAMP ou JAL",
            ProcedureApplicable.AdapteePubliciteLibre => "MAPA publicite adaptee",
            ProcedureApplicable.DispensePossible => "dispense possible (R2122-8)",
        };

    internal static NatureDAchat Nature(Vecteur v) =>
        v.TexteOu("kind", "fs") switch
        {
            "fs" => NatureDAchat.Services,
            "travaux" => NatureDAchat.Travaux,
            var autre => throw new InvalidOperationException($"Nature inconnue dans un vecteur : {autre}."),
        };

    internal static ZoneDeJoursFeries Zone(Vecteur v) =>
        v.TexteOu("zone", "metropole") switch
        {
            "metropole" => ZoneDeJoursFeries.Metropole,
            "alsace-moselle" => ZoneDeJoursFeries.AlsaceMoselle,
            "guadeloupe" => ZoneDeJoursFeries.Guadeloupe,
            "martinique" => ZoneDeJoursFeries.Martinique,
            "guyane" => ZoneDeJoursFeries.Guyane,
            "la-reunion" => ZoneDeJoursFeries.LaReunion,
            "mayotte" => ZoneDeJoursFeries.Mayotte,
            "saint-barthelemy" => ZoneDeJoursFeries.SaintBarthelemy,
            "saint-martin" => ZoneDeJoursFeries.SaintMartin,
            "saint-pierre-et-miquelon" => ZoneDeJoursFeries.SaintPierreEtMiquelon,
            var autre => throw new InvalidOperationException($"Zone inconnue dans un vecteur : {autre}."),
        };

    private static DateTimeOffset Instant(string utc) =>
        DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
