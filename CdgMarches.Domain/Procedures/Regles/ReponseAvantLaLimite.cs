using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On répond aux questions assez tôt avant la date limite.</summary>
/// <remarks>CCP, art. R2132-6 et R2151-4 : plus tard, la date limite se reporte.</remarks>
public sealed record ReponseAvantLaLimite(DateOnly Reponse, CalculDeDate? AuPlusTard) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "CCP, art. R2132-6";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "reponse-jour";

    public bool EstRespectee => AuPlusTard is not { } limite || Reponse <= limite.Date;

    public string Message =>
        $"Réponse après le {EnClair.Date(AuPlusTard!.Date)} ({AuPlusTard.Explication}) : reportez la date limite par un rectificatif, et dites-le dans le motif.";
}
