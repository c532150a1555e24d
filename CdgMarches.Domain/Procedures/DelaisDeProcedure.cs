using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Une date que la loi fixe, avec la phrase qui la calcule et le texte qui la fonde.</summary>
public sealed record CalculDeDate(DateOnly Date, string Explication, string Code, string Fondement);

/// <summary>La fin du délai minimal de réception : le dernier jour, et l'instant avant lequel la date limite ne peut tomber.</summary>
/// <param name="Jours">Le délai, en jours.</param>
/// <param name="DernierJour">Le dernier jour du délai, reporté au jour ouvré s'il le faut ; il court jusqu'à minuit.</param>
/// <param name="Explication">La phrase du calcul.</param>
/// <param name="EstObligatoire">Faux pour une procédure adaptée : le délai n'est que conseillé.</param>
/// <param name="Fondement">L'article.</param>
public sealed record DelaiDeReception(int Jours, DateOnly DernierJour, string Explication, bool EstObligatoire, string Fondement)
{
    /// <summary>La première date limite permise : minuit, au début du lendemain du dernier jour.</summary>
    public DateTime PasAvant => DernierJour.AddDays(1).ToDateTime(TimeOnly.MinValue);

    /// <summary>Le délai minimal compté depuis l'envoi.</summary>
    /// <remarks>
    /// RG4.10, règlement 1182/71. Le jour de l'envoi ne compte pas, tous les jours comptent, le dernier court jusqu'à 24 h et se
    /// reporte s'il n'est pas ouvré. Une limite « à midi » tombe donc au plus tôt le lendemain.
    /// </remarks>
    public static DateOnly DernierJourDepuis(DateOnly envoi, int jours, ZoneDeJoursFeries zone) =>
        Delais.ReporterAuProchainJourOuvrable(Delais.AjouterJours(envoi, jours), zone);
}

/// <summary>La suspension de signature : la première date permise, et celle que l'on conseille.</summary>
/// <param name="AuPlusTot">Le dernier envoi d'un rejet plus le délai, de date à date, jour d'envoi compris (CE, 2 août 2011, no 347526).</param>
/// <param name="Prudente">Un jour ouvré de plus.</param>
/// <param name="Explication">La phrase du calcul.</param>
public sealed record SuspensionDeSignature(DateOnly AuPlusTot, DateOnly Prudente, string Explication)
{
    public static SuspensionDeSignature Calculer(DateOnly dernierEnvoi, int jours, bool toutElectronique, ZoneDeJoursFeries zone)
    {
        var auPlusTot = dernierEnvoi.AddDays(jours);
        var prudente = JoursOuvres.Ajouter(auPlusTot, 1, zone);
        return new SuspensionDeSignature(
            auPlusTot,
            prudente,
            $"Dernier rejet envoyé le {EnClair.Date(dernierEnvoi)}, {(toutElectronique ? "tous par voie électronique" : "un au moins sur papier")} : "
                + $"{EnClair.Compter(jours, "jour compté")} de date à date, jour de l'envoi compris. Signature possible à partir du "
                + $"{EnClair.Date(auPlusTot)} ; conseillée le {EnClair.Date(prudente)}."
        );
    }
}

/// <summary>Les délais de la passation et de l'exécution, lus dans les valeurs datées en vigueur le jour qui compte.</summary>
public sealed class DelaisDeProcedure(ValeursDatees valeurs)
{
    public DelaisDeProcedure(IEnumerable<ValeurDatee> valeurs)
        : this(new ValeursDatees(valeurs)) { }

    /// <summary>La valeur en vigueur ce jour-là.</summary>
    /// <exception cref="RegleMetierException">L'application ne la connaît pas : elle ne devine pas.</exception>
    public decimal Nombre(string code, DateOnly jour)
    {
        var nombre = valeurs.EnVigueur(code, jour)?.Nombre;
        Verdict.De(new DelaiConnuALaDate(code, jour, nombre is not null)).Exiger();
        return nombre!.Value;
    }

    public int Entier(string code, DateOnly jour) => (int)Nombre(code, jour);

    /// <summary>Le délai minimal de réception, ou null si la forme n'en a pas (procédure sans publicité, offres d'un dialogue).</summary>
    /// <remarks>RG4.10, RG4.11. De plusieurs réductions, la plus courte ; les documents hors du profil ajoutent leurs jours.</remarks>
    public DelaiDeReception? Reception(
        FormeDeProcedure forme,
        PhaseDeReception phase,
        ModalitesDeReception modalites,
        DateOnly envoi,
        ZoneDeJoursFeries zone
    )
    {
        if (forme is FormeDeProcedure.Adaptee)
        {
            var conseil = Entier(CodesDeDelai.ReceptionConseilleeEnMapa, envoi);
            return Delai(envoi, conseil, zone, false, "CCP, art. R2151-1", "délai conseillé en procédure adaptée");
        }

        if (CodeDeReception(forme, phase) is not { } code)
        {
            return null;
        }

        var jours = Entier(code, envoi);
        var raison = "délai normal";
        foreach (var (permise, modalite, libelle) in Reductions(modalites))
        {
            if (permise && valeurs.EnVigueur($"{code}.{modalite}", envoi)?.Nombre is { } reduit && reduit < jours)
            {
                (jours, raison) = ((int)reduit, libelle);
            }
        }

        if (modalites.DocumentsHorsProfil)
        {
            jours += Entier(CodesDeDelai.ReceptionDocumentsHorsProfil, envoi);
            raison += ", documents hors du profil d'acheteur";
        }

        return Delai(envoi, jours, zone, true, valeurs.EnVigueur(code, envoi)!.Source, raison);
    }

    /// <summary>Le dernier jour pour répondre à une question posée à temps (R2132-6).</summary>
    public CalculDeDate ReponsesAuPlusTard(DateOnly limite, bool urgence)
    {
        var jours = Entier(urgence ? CodesDeDelai.ReponseAuxQuestionsUrgence : CodesDeDelai.ReponseAuxQuestions, limite);
        return new CalculDeDate(
            limite.AddDays(-jours),
            $"{EnClair.Compter(jours, "jour")} au plus tard avant la date limite du {EnClair.Date(limite)}.",
            "RG4.10",
            "CCP, art. R2132-6"
        );
    }

    /// <summary>La première signature permise en procédure formalisée (RG4.40).</summary>
    public SuspensionDeSignature Suspension(DateOnly dernierEnvoi, bool toutElectronique, ZoneDeJoursFeries zone) =>
        SuspensionDeSignature.Calculer(
            dernierEnvoi,
            Entier(toutElectronique ? CodesDeDelai.StandstillElectronique : CodesDeDelai.StandstillPapier, dernierEnvoi),
            toutElectronique,
            zone
        );

    public CalculDeDate TransmissionAuPlusTard(DateOnly signature) =>
        EnJours(CodesDeDelai.Transmission, signature, "la signature", "RG4.50");

    public CalculDeDate AvisDAttributionAuPlusTard(DateOnly signature) =>
        EnJours(CodesDeDelai.AvisDAttribution, signature, "la signature", "RG4.60");

    public CalculDeDate AgrementDuSousTraitant(DateOnly reception) =>
        EnJours(CodesDeDelai.AgrementDuSousTraitant, reception, "la réception du dossier complet", "RG4.90");

    /// <summary>Le dernier jour pour publier les données essentielles, de quantième à quantième (RG4.61).</summary>
    public CalculDeDate DonneesEssentiellesAuPlusTard(DateOnly notification)
    {
        var mois = Entier(CodesDeDelai.DonneesEssentielles, notification);
        var date = Delais.AjouterMois(notification, mois);
        return new CalculDeDate(
            date,
            $"{mois.ToString(Francais.Culture)} mois après la notification du {EnClair.Date(notification)}, de quantième à quantième : {EnClair.Date(date)}.",
            "RG4.61",
            "CCP, art. R2196-1"
        );
    }

    /// <summary>Jusqu'à quand garder les documents de la procédure, comptés de la signature (RG4.63).</summary>
    public CalculDeDate ConservationDeLaProcedure(DateOnly signature) =>
        EnAnnees(CodesDeDelai.ConservationDeLaProcedure, signature, "la signature", "CCP, art. R2184-12");

    /// <summary>Jusqu'à quand garder le marché, compté de la fin de l'exécution (RG4.63).</summary>
    public CalculDeDate ConservationDuMarche(DateOnly fin, NatureDAchat nature) =>
        EnAnnees(
            nature is NatureDAchat.Travaux ? CodesDeDelai.ConservationDesTravaux : CodesDeDelai.ConservationDuMarche,
            fin,
            "la fin de l'exécution",
            "CCP, art. R2184-13"
        );

    private CalculDeDate EnJours(string code, DateOnly origine, string quoi, string regle)
    {
        var jours = Entier(code, origine);
        var date = Delais.AjouterJours(origine, jours);
        return new CalculDeDate(
            date,
            $"{EnClair.Compter(jours, "jour")} après {quoi}, le {EnClair.Date(origine)}, jour non compté et sans report : {EnClair.Date(date)}.",
            regle,
            valeurs.EnVigueur(code, origine)!.Source
        );
    }

    private CalculDeDate EnAnnees(string code, DateOnly origine, string quoi, string fondement)
    {
        var annees = Entier(code, origine);
        var date = origine.AddYears(annees);
        return new CalculDeDate(
            date,
            $"{EnClair.Compter(annees, "an")} au moins après {quoi}, le {EnClair.Date(origine)} : {EnClair.Date(date)}.",
            "RG4.63",
            fondement
        );
    }

    private static DelaiDeReception Delai(
        DateOnly envoi,
        int jours,
        ZoneDeJoursFeries zone,
        bool obligatoire,
        string fondement,
        string raison
    )
    {
        var dernier = DelaiDeReception.DernierJourDepuis(envoi, jours, zone);
        var brut = envoi.AddDays(jours);
        var report = dernier == brut ? "" : $" ; le {EnClair.Date(brut)} n'est pas ouvré, report au {EnClair.Date(dernier)}";
        return new DelaiDeReception(
            jours,
            dernier,
            $"{EnClair.Compter(jours, "jour")} ({raison}) après l'envoi du {EnClair.Date(envoi)}, jour de l'envoi non compté{report}. "
                + $"Le dernier jour court jusqu'à minuit : la date limite ne peut tomber avant le {EnClair.Date(dernier.AddDays(1))} à 0 h.",
            obligatoire,
            fondement
        );
    }

    private static IEnumerable<(bool Permise, string Modalite, string Libelle)> Reductions(ModalitesDeReception modalites) =>
        [
            (modalites.Electronique, "electronique", "remise électronique"),
            (modalites.Preinformation, "preinformation", "avis de préinformation"),
            (modalites.Urgence, "urgence", "urgence justifiée"),
        ];

    private static string? CodeDeReception(FormeDeProcedure forme, PhaseDeReception phase) =>
        (forme, phase) switch
        {
            (FormeDeProcedure.AppelDOffresOuvert, _) => CodesDeDelai.Reception + "ao-ouvert",
            (FormeDeProcedure.AppelDOffresRestreint, PhaseDeReception.Candidatures) => CodesDeDelai.Reception
                + "ao-restreint.candidatures",
            (FormeDeProcedure.AppelDOffresRestreint, _) => CodesDeDelai.Reception + "ao-restreint.offres",
            (FormeDeProcedure.AvecNegociation, PhaseDeReception.Candidatures) => CodesDeDelai.Reception
                + "negociation.candidatures",
            (FormeDeProcedure.AvecNegociation, _) => CodesDeDelai.Reception + "negociation.offres",
            (FormeDeProcedure.DialogueCompetitif, PhaseDeReception.Candidatures) => CodesDeDelai.Reception
                + "dialogue.candidatures",
            _ => null,
        };
}
