using CdgMarches.Domain.Parametres;

namespace CdgMarches.Domain.Procedures;

/// <summary>La procédure par laquelle on met en concurrence (CCP, livre Ier de la deuxième partie).</summary>
public enum FormeDeProcedure
{
    AppelDOffresOuvert,
    AppelDOffresRestreint,
    AvecNegociation,
    DialogueCompetitif,

    /// <summary>Procédure adaptée (MAPA).</summary>
    Adaptee,

    /// <summary>Sans publicité ni mise en concurrence préalables (R2122-1 à R2122-9-1).</summary>
    SansPublicite,
}

/// <summary>Ce que la procédure conclut.</summary>
public enum FormeDeContrat
{
    Marche,

    /// <summary>Un maximum par lot y est obligatoire (RG4.72) et sa durée ne passe quatre ans que justifiée (RG4.71).</summary>
    AccordCadre,
}

/// <summary>Ce que l'on attend des opérateurs à une date limite.</summary>
public enum PhaseDeReception
{
    Candidatures,
    Offres,
}

/// <summary>Ce qui allonge ou réduit le délai de réception (tableau 4.2).</summary>
/// <param name="Electronique">Les offres peuvent être remises par voie électronique.</param>
/// <param name="Preinformation">Un avis de préinformation est parti, aux conditions a et b de R2161-3, 1°.</param>
/// <param name="Urgence">L'urgence est justifiée par écrit.</param>
/// <param name="DocumentsHorsProfil">Des documents ne sont pas tous sur le profil d'acheteur.</param>
public sealed record ModalitesDeReception(bool Electronique, bool Preinformation, bool Urgence, bool DocumentsHorsProfil);

/// <summary>Les dates limites d'une procédure, à l'heure du CDG : celle des candidatures et celle des offres.</summary>
public sealed record LimitesDeRemise(DateTime? Candidatures, DateTime? Offres)
{
    public DateTime? De(PhaseDeReception phase) => phase is PhaseDeReception.Candidatures ? Candidatures : Offres;
}

public static class LibellesDesFormes
{
    public static string Libelle(this PhaseDeReception phase) =>
        phase switch
        {
            PhaseDeReception.Candidatures => "Candidature",
            PhaseDeReception.Offres => "Offre",
        };

    public static string Libelle(this FormeDeProcedure forme) =>
        forme switch
        {
            FormeDeProcedure.AppelDOffresOuvert => "Appel d'offres ouvert",
            FormeDeProcedure.AppelDOffresRestreint => "Appel d'offres restreint",
            FormeDeProcedure.AvecNegociation => "Procédure avec négociation",
            FormeDeProcedure.DialogueCompetitif => "Dialogue compétitif",
            FormeDeProcedure.Adaptee => "Procédure adaptée (MAPA)",
            FormeDeProcedure.SansPublicite => "Sans publicité ni mise en concurrence",
        };

    public static string Libelle(this FormeDeContrat forme) =>
        forme switch
        {
            FormeDeContrat.Marche => "Marché",
            FormeDeContrat.AccordCadre => "Accord-cadre",
        };

    public static bool EstFormalisee(this FormeDeProcedure forme) =>
        forme is not (FormeDeProcedure.Adaptee or FormeDeProcedure.SansPublicite);

    /// <summary>La négociation des offres est refusée en appel d'offres (CCP, art. R2161-5).</summary>
    public static bool AdmetLaNegociation(this FormeDeProcedure forme) =>
        forme is not (FormeDeProcedure.AppelDOffresOuvert or FormeDeProcedure.AppelDOffresRestreint);

    /// <summary>Deux temps : les candidatures d'abord, les offres des candidats retenus ensuite.</summary>
    public static bool EstRestreinte(this FormeDeProcedure forme) =>
        forme
            is FormeDeProcedure.AppelDOffresRestreint
                or FormeDeProcedure.AvecNegociation
                or FormeDeProcedure.DialogueCompetitif;

    /// <summary>La forme que les seuils proposent d'abord.</summary>
    public static FormeDeProcedure FormeProposee(this ProcedureApplicable procedure) =>
        procedure switch
        {
            ProcedureApplicable.Formalisee => FormeDeProcedure.AppelDOffresOuvert,
            ProcedureApplicable.AdapteeAvecAvis => FormeDeProcedure.Adaptee,
            ProcedureApplicable.AdapteePubliciteLibre => FormeDeProcedure.Adaptee,
            ProcedureApplicable.DispensePossible => FormeDeProcedure.SansPublicite,
        };

    /// <summary>Vrai si la forme est de celles que les seuils permettent sans autre justification ; plus stricte, elle l'est toujours.</summary>
    public static bool Convient(this FormeDeProcedure forme, ProcedureApplicable procedure) =>
        procedure switch
        {
            ProcedureApplicable.Formalisee => forme
                is FormeDeProcedure.AppelDOffresOuvert
                    or FormeDeProcedure.AppelDOffresRestreint,
            ProcedureApplicable.DispensePossible => true,
            ProcedureApplicable.AdapteeAvecAvis or ProcedureApplicable.AdapteePubliciteLibre => forme
                is not FormeDeProcedure.SansPublicite,
        };
}
