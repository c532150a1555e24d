using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres;

/// <summary>Ce à quoi la valeur estimée conduit, de la plus stricte à la plus souple.</summary>
public enum ProcedureApplicable
{
    Formalisee,

    /// <summary>Procédure adaptée avec avis au BOAMP ou dans un journal d'annonces légales.</summary>
    AdapteeAvecAvis,

    /// <summary>Procédure adaptée, publicité laissée à l'acheteur.</summary>
    AdapteePubliciteLibre,

    /// <summary>Sans publicité ni mise en concurrence : une faculté, non une obligation.</summary>
    DispensePossible,
}

public static class ProceduresApplicables
{
    public static string Libelle(this ProcedureApplicable procedure) =>
        procedure switch
        {
            ProcedureApplicable.Formalisee => "Procédure formalisée",
            ProcedureApplicable.AdapteeAvecAvis => "MAPA, avis au BOAMP ou dans un JAL",
            ProcedureApplicable.AdapteePubliciteLibre => "MAPA, publicité adaptée",
            ProcedureApplicable.DispensePossible => "Dispense possible (R2122-8)",
        };
}

/// <summary>Un seuil auquel la valeur a été comparée. « Atteint » vaut dès l'égalité : le régime le plus strict s'applique.</summary>
public sealed record SeuilCompare(string Code, MontantHt Seuil, DateOnly Debut, DateOnly? Fin, string Source, bool Atteint)
{
    public string Libelle => CodesDeSeuil.Libelle(Code);
}

/// <summary>La procédure que les seuils proposent, avec le calcul qui y mène ; l'agent peut en choisir une autre et dit pourquoi.</summary>
public sealed record ProcedureProposee(
    ProcedureApplicable Procedure,
    NatureDAchat Nature,
    MontantHt Valeur,
    DateOnly Lancement,
    IReadOnlyList<SeuilCompare> Seuils
)
{
    public string Libelle => Procedure.Libelle();

    /// <summary>Une phrase : la valeur, le seuil, ses dates et l'article.</summary>
    public string Explication
    {
        get
        {
            var valeur = $"La valeur estimée, {EnClair.Montant(Valeur)},";
            return Seuils.FirstOrDefault(s => s.Atteint) is { } atteint
                ? $"{valeur} atteint le seuil de {Dire(atteint)}, au lancement le {EnClair.Date(Lancement)}."
                : $"{valeur} est inférieure au seuil de {Dire(Seuils[^1])}, au lancement le {EnClair.Date(Lancement)}. La dispense "
                    + "est une faculté : choisissez une offre pertinente, sans contracter toujours avec le même opérateur.";
        }
    }

    private static string Dire(SeuilCompare seuil) =>
        $"{EnClair.Montant(seuil.Seuil)} ({seuil.Libelle} ; {seuil.Source}), en vigueur {EnClair.Validite(seuil.Debut, seuil.Fin)}";
}

/// <summary>Si le marché va au contrôle de légalité, et pourquoi.</summary>
public sealed record TransmissionProposee(bool EstRequise, MontantHt Total, MontantHt Seuil)
{
    public string Explication =>
        EstRequise
            ? $"Le total de la procédure, {EnClair.Montant(Total)}, atteint le seuil de {EnClair.Montant(Seuil)} : tous les lots et leurs "
                + "avenants sont transmis au contrôle de légalité (CGCT, art. L2131-2 et D2131-5-1)."
            : $"Le total de la procédure, {EnClair.Montant(Total)}, est inférieur au seuil de {EnClair.Montant(Seuil)} : la transmission au "
                + "contrôle de légalité n'est pas obligatoire (CGCT, art. D2131-5-1).";
}
