using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La réponse à la note arrive dans le délai ; passé ce jour, le silence est compté.</summary>
/// <remarks>S1, art. 3.1.</remarks>
public sealed record ReponseALaNoteATemps(DateOnly Jour, DateOnly? Avant) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "Convention, art. 3.1";

    public bool EstRespectee => Avant is not { } limite || Jour <= limite;

    public string Message =>
        $"Le délai pour répondre est passé depuis le {EnClair.Date(Avant ?? Jour)} : le silence a été compté. Écrivez au CDG.";
}
