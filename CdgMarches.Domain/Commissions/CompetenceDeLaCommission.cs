using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Commissions;

/// <summary>Ce que l'on sait d'une consultation pour dire si la commission en est saisie.</summary>
/// <param name="Forme">La forme de la procédure ; nulle tant qu'elle n'est pas choisie.</param>
/// <param name="Proposee">La procédure à laquelle les seuils conduisent ; nulle si la valeur ou un seuil n'est pas connu.</param>
/// <param name="EstPetitLot">Le point porte sur un petit lot passé en procédure adaptée (RG5.14).</param>
public sealed record ConsultationSoumise(FormeDeProcedure? Forme, ProcedureProposee? Proposee, bool EstPetitLot = false);

/// <summary>Dit si la commission décide, donne un avis, ou n'est pas compétente, et pourquoi.</summary>
/// <param name="Nature">Ce qu'elle a à faire du point.</param>
/// <param name="Explication">La phrase que l'ordre du jour et le procès-verbal reprennent.</param>
public sealed record CompetenceDeLaCommission(NatureDuPoint Nature, string Explication)
{
    /// <summary>Déduit la compétence de la procédure, des seuils et du lot ; nul quand rien ne permet de la déduire.</summary>
    /// <remarks>
    /// RG2.01, CGCT L1414-2 : procédure formalisée d'une valeur égale ou supérieure aux seuils européens. Lecture prudente : tous
    /// les lots d'une procédure formalisée lui sont soumis, petits lots compris, et même sous les seuils.
    /// </remarks>
    public static CompetenceDeLaCommission? De(ConsultationSoumise consultation) =>
        consultation switch
        {
            { Forme: { } forme } when forme.EstFormalisee() && consultation.EstPetitLot => Decide(
                $"{forme.Libelle()}, petit lot passé en procédure adaptée : tous les lots d'une procédure formalisée sont soumis à la commission, lecture prudente"
            ),
            { Forme: { } forme, Proposee.Procedure: not ProcedureApplicable.Formalisee } when forme.EstFormalisee() => Decide(
                $"{forme.Libelle()} choisi sous le seuil européen : la saisine n'est pas imposée, mais prudente"
            ),
            { Forme: { } forme } when forme.EstFormalisee() => Decide($"{forme.Libelle()}, procédure formalisée"),
            { Forme: { } forme } => Avis(forme.Libelle()),
            { Proposee: { Procedure: ProcedureApplicable.Formalisee } seuils } => Decide(
                $"La forme n'est pas encore choisie ; les seuils conduisent à une procédure formalisée ({EnClair.Montant(seuils.Valeur)})"
            ),
            { Proposee: { } seuils } => Avis(
                $"La forme n'est pas encore choisie ; la valeur estimée, {EnClair.Montant(seuils.Valeur)}, est sous le seuil des procédures formalisées"
            ),
            _ => null,
        };

    /// <summary>La même, dite à la main quand aucune procédure n'est rattachée au point.</summary>
    public static CompetenceDeLaCommission PourUnMarche(bool estFormalisee) =>
        estFormalisee ? Decide("Procédure formalisée") : Avis("Procédure adaptée");

    /// <param name="calcul">L'avenant et ceux qui le précèdent, rapportés au montant initial du marché.</param>
    /// <param name="marcheSoumis">Vrai si le marché a été attribué par la commission.</param>
    /// <param name="part">La part en vigueur, en points de pourcentage.</param>
    /// <remarks>RG2.40, CGCT L1414-4 : strictement plus que la part, avenants cumulés ; une baisse n'est jamais soumise.</remarks>
    public static CompetenceDeLaCommission PourUnAvenant(CalculDAvenant calcul, bool marcheSoumis, decimal part) =>
        Avenant(
            marcheSoumis,
            calcul.Montant > MontantHt.Zero && calcul.CumulSuperieurA(part),
            part,
            $" Initial {EnClair.Montant(calcul.Initial)}, avenants antérieurs {EnClair.Montant(MontantHt.Somme(calcul.Anterieurs))}, projet {EnClair.Montant(calcul.Montant)} : {calcul.Pourcentage.ToString("+0.##;-0.##;0", Francais.Culture)} %."
        );

    /// <summary>La même, pour un marché que l'application ne tient pas.</summary>
    /// <param name="hausseEnPourCent">La hausse cumulée du montant initial, en pour cent.</param>
    /// <param name="marcheSoumis">Vrai si le marché a été attribué par la commission.</param>
    /// <param name="part">La part en vigueur, en points de pourcentage.</param>
    public static CompetenceDeLaCommission PourUnAvenant(decimal hausseEnPourCent, bool marcheSoumis, decimal part) =>
        Avenant(marcheSoumis, hausseEnPourCent > part, part, "");

    /// <summary>Ce que l'ordre du jour écrit : l'explication, ou l'écart de l'agent et son motif.</summary>
    public string Ecrire(NatureDuPoint choisie, string? motif) =>
        choisie == Nature
            ? Explication
            : $"{Explication} Retenu par l'agent : {choisie.Libelle().ToLower(Francais.Culture)}. Motif : {motif}";

    private static CompetenceDeLaCommission Decide(string pourquoi) =>
        new(NatureDuPoint.ChoixDuTitulaire, $"{pourquoi} : la commission choisit le titulaire (CGCT, art. L1414-2).");

    private static CompetenceDeLaCommission Avis(string pourquoi) =>
        new(
            NatureDuPoint.AvisSimple,
            $"{pourquoi} : la commission n'est pas compétente, elle ne donne qu'un avis (CGCT, art. L1414-2)."
        );

    private static CompetenceDeLaCommission Avenant(bool marcheSoumis, bool depasse, decimal part, string calcul)
    {
        var points = part.ToString("0.##", Francais.Culture);
        return (marcheSoumis, depasse) switch
        {
            (true, true) => new(
                NatureDuPoint.AvisSurAvenant,
                $"Hausse de plus de {points} % d'un marché soumis à la commission : avis obligatoire (CGCT, art. L1414-4).{calcul}"
            ),
            (true, false) => new(
                NatureDuPoint.AvisSimple,
                $"Hausse de {points} % au plus : l'avis de la commission n'est pas requis (CGCT, art. L1414-4).{calcul}"
            ),
            _ => new(
                NatureDuPoint.AvisSimple,
                $"Marché non soumis à la commission : son avis n'est pas requis (CGCT, art. L1414-4).{calcul}"
            ),
        };
    }
}
