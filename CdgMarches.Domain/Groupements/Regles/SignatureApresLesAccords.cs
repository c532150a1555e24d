using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un avenant se signe une fois exécutoires les délibérations qui l'approuvent.</summary>
/// <remarks>RG1.11, RG1.34. Le jour même de la dernière est permis.</remarks>
public sealed record SignatureApresLesAccords(DateOnly? SigneLe, DateOnly? AcquisLe) : IRegle
{
    public string Code => "RG1.11";

    public string Fondement => "CGCT, art. L2131-1 ; CE, 25 avril 1994, Région d'Aquitaine, no 99926";

    public string? Champ => "signe";

    public bool EstRespectee => SigneLe is not { } signe || AcquisLe is not { } acquis || acquis <= signe;

    public string Message =>
        $"L'avenant serait signé le {EnClair.Date(SigneLe!.Value)}, avant la dernière délibération exécutoire, du {EnClair.Date(AcquisLe!.Value)} : corrigez la date, ou faites-le signer de nouveau.";
}
