using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une signature suit le jour où la délibération qui l'autorise est exécutoire.</summary>
/// <remarks>RG1.11.</remarks>
public sealed record SignatureApresDeliberation(string Partie, DateOnly? SigneeLe, DateOnly? ExecutoireLe) : IRegle
{
    public string Code => "RG1.11";

    public string Fondement => "CGCT, art. L2131-1 ; CE, 25 avril 1994, Région d'Aquitaine, no 99926";

    public string? Champ => "signee";

    public bool EstRespectee => SigneeLe is not { } signee || (ExecutoireLe is { } executoire && executoire <= signee);

    public string Message =>
        ExecutoireLe is { } executoire
            ? $"{Partie} aurait signé le {EnClair.Date(SigneeLe!.Value)}, avant que sa délibération soit exécutoire le {EnClair.Date(executoire)} : corrigez la date ou faites signer de nouveau."
            : $"La délibération {GrammaireDuNom.De(Partie)} n'est pas exécutoire : donnez ses dates de publication et de transmission avant celle de la signature.";
}
