using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un accord-cadre ne passe quatre ans que dans un cas exceptionnel justifié.</summary>
/// <remarks>RG4.71. CCP, art. L2125-1, 1°. Quatre ans juste sont permis.</remarks>
public sealed record DureeDeLAccordCadreJustifiee(FormeDeContrat Contrat, int? Mois, int Maximum, string? Justification) : IRegle
{
    public string Code => "RG4.71";

    public string Fondement => "CCP, art. L2125-1, 1°";

    public string? Champ => "duree";

    public bool EstRespectee =>
        Contrat is not FormeDeContrat.AccordCadre
        || (Mois is { } mois && (mois <= Maximum || !string.IsNullOrWhiteSpace(Justification)));

    public string Message =>
        Mois is { } mois
            ? $"L'accord-cadre dure {mois.ToString(Francais.Culture)} mois, plus que {Maximum.ToString(Francais.Culture)} : justifiez le cas exceptionnel, ou réduisez la durée."
            : $"Indiquez la durée de l'accord-cadre : {Maximum.ToString(Francais.Culture)} mois au plus, sauf cas exceptionnel justifié.";
}
