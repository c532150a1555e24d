using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le lancement ne s'annule pas : les acheteurs sont figés.</summary>
/// <remarks>RG1.22.</remarks>
public sealed record PublicationDefinitive(EtapeDeProcedure Etape) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public bool EstRespectee => Etape is not EtapeDeProcedure.Publication;

    public string Message =>
        "Le lancement ne se retire pas : les acheteurs sont figés. Déclarez la procédure sans suite s'il le faut.";
}
