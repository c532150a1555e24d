using CdgMarches.Domain.Parametres;
using static CdgMarches.Domain.Procedures.CodesDeDelai;

namespace CdgMarches.Domain.Procedures;

/// <summary>Les délais et plafonds de la passation et de l'exécution tels que l'application les livre, avec leur source.</summary>
/// <remarks>État du droit : novembre 2026. Une valeur qui change se clôt la veille ; le passé se relit comme il s'est décidé.</remarks>
public static class DelaisDeReference
{
    /// <summary>À augmenter quand une ligne change : la base charge alors la nouvelle table.</summary>
    public const int Version = 2;

    /// <summary>Le premier jour du régime des procédures et des modifications que ces valeurs décrivent.</summary>
    private static readonly DateOnly Origine = new(2016, 4, 1);

    /// <summary>L'ordonnance 2009-515 : la suspension de signature de 11 ou 16 jours.</summary>
    private static readonly DateOnly Standstill = new(2009, 12, 1);

    /// <summary>Des valeurs neuves à chaque appel : elles peuvent être confiées à un contexte de données.</summary>
    public static IReadOnlyList<ValeurDatee> Lister() =>
        [
            .. Recevoir("ao-ouvert", 35, "CCP, art. R2161-2 et R2161-3", 30, 15, 15),
            .. Recevoir("ao-restreint.candidatures", 30, "CCP, art. R2161-6", 30, null, 15),
            .. Recevoir("ao-restreint.offres", 30, "CCP, art. R2161-7 et R2161-8", 25, 10, 10),
            .. Recevoir("negociation.candidatures", 30, "CCP, art. R2161-12", 30, null, 15),
            .. Recevoir("negociation.offres", 30, "CCP, art. R2161-14 à R2161-16", 25, 10, 10),
            .. Recevoir("dialogue.candidatures", 30, "CCP, art. R2161-25", null, null, null),
            Depuis(Origine, ReceptionDocumentsHorsProfil, 5, "CCP, art. R2151-2"),
            Depuis(Origine, ReceptionConseilleeEnMapa, 20, "CCP, art. R2151-1 ; usage"),
            Depuis(Origine, ReponseAuxQuestions, 6, "CCP, art. R2132-6"),
            Depuis(Origine, ReponseAuxQuestionsUrgence, 4, "CCP, art. R2132-6"),
            Depuis(Standstill, StandstillElectronique, 11, "CCP, art. R2182-1"),
            Depuis(Standstill, StandstillPapier, 16, "CCP, art. R2182-1"),
            Depuis(Origine, MotifsDuRejet, 15, "CCP, art. R2181-2 et R2181-4"),
            Depuis(Origine, Transmission, 15, "CGCT, art. L1411-9 et L2131-13"),
            Depuis(Origine, AvisDAttribution, 30, "CCP, art. R2183-1"),
            Depuis(Origine, DonneesEssentielles, 2, "CCP, art. R2196-1"),
            Depuis(Origine, AgrementDuSousTraitant, 21, "CCP, art. R2193-4"),
            Depuis(Origine, AlerteDuSousTraitant, 14, "Réglage du CDG"),
            Depuis(Origine, PaiementDirect, 600, "CCP, art. R2193-10"),
            Depuis(Origine, AvenantFaibleMontantFournituresServices, 10, "CCP, art. R2194-8"),
            Depuis(Origine, AvenantFaibleMontantTravaux, 15, "CCP, art. R2194-8"),
            Depuis(Origine, AvenantMoitie, 50, "CCP, art. R2194-3"),
            Depuis(Origine, AvenantAvisDeLaCao, 5, "CGCT, art. L1414-4"),
            Depuis(Origine, DureeDeLAccordCadre, 48, "CCP, art. L2125-1, 1°"),
            Depuis(Origine, AlerteDuMaximum, 80, "Réglage du CDG (RG4.72)"),
            Depuis(Origine, RecensementSuivant, 12, "Réglage du CDG (RG7.07)"),
            Depuis(Origine, AlerteDeReconduction, 90, "Réglage du CDG (RG4.75)"),
            Depuis(Origine, ConservationDeLaProcedure, 5, "CCP, art. R2184-12"),
            Depuis(Origine, ConservationDuMarche, 5, "CCP, art. R2184-13"),
            Depuis(Origine, ConservationDesTravaux, 10, "CCP, art. R2184-13"),
            Depuis(Origine, RelanceDesBilans, 15, "Réglage du CDG (RG7.01)"),
        ];

    private static ValeurDatee Depuis(DateOnly debut, string code, decimal nombre, string source) =>
        ValeurDatee.DeNombre(code, nombre, debut, null, source);

    private static IEnumerable<ValeurDatee> Recevoir(
        string forme,
        int normal,
        string source,
        int? electronique,
        int? preinformation,
        int? urgence
    )
    {
        yield return Depuis(Origine, Reception + forme, normal, source);
        foreach (
            var (modalite, jours) in new[]
            {
                ("electronique", electronique),
                ("preinformation", preinformation),
                ("urgence", urgence),
            }
        )
        {
            if (jours is { } nombre)
            {
                yield return Depuis(Origine, $"{Reception}{forme}.{modalite}", nombre, source);
            }
        }
    }
}
