using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le choix se fonde sur l'acte de l'organe compétent.</summary>
/// <remarks>RG2.01. CGCT, art. L1414-2 : la commission, pour une procédure formalisée.</remarks>
public sealed record ActeDuChoixConnu(string? Acte, bool ReleveDeLaCao) : IRegle
{
    public string Code => "RG2.01";

    public string Fondement => "CGCT, art. L1414-2";

    public string? Champ => "acte";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Acte);

    public string Message =>
        ReleveDeLaCao
            ? "La commission d'appel d'offres choisit : donnez la référence de sa décision (séance et procès-verbal)."
            : "Donnez la référence de la décision qui choisit l'attributaire.";
}
