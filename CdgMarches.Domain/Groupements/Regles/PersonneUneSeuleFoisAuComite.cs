using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une personne ne siège qu'une fois au comité de suivi pour un même membre, un même jour.</summary>
/// <remarks>RG7.04. Désignée deux fois, elle serait invitée deux fois et relevée présente deux fois.</remarks>
public sealed record PersonneUneSeuleFoisAuComite(string Nom, Periode? AutreDesignation) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public string? Champ => "nom";

    public bool EstRespectee => AutreDesignation is null;

    public string Message =>
        $"{Nom} est déjà au comité de suivi pour ce membre, {EnClair.Validite(AutreDesignation!.Debut, AutreDesignation.Fin)} : mettez d'abord fin à cette désignation, ou choisissez un premier jour après elle.";
}
