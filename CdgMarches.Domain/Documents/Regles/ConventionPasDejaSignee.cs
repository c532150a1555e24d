using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>On ne met pas à la signature une convention qu'une partie a déjà signée.</summary>
/// <remarks>RG1.10. Le texte gelé ce jour passerait pour celui qu'elle a signé : c'est l'exemplaire signé qui fait preuve.</remarks>
public sealed record ConventionPasDejaSignee(IReadOnlyList<string> Signataires) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7 ; Code civil, art. 1375";

    public bool EstRespectee => Signataires.Count == 0;

    public string Message =>
        $"La convention est déjà signée par {AucunePartieNASigne.EnClair(Signataires)} : un texte d'aujourd'hui ne serait pas celui de cette signature. Déposez l'exemplaire signé parmi les annexes.";
}
