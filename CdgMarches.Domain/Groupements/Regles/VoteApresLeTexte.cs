using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les assemblées votent la dissolution d'un groupement qui existe, sur le texte qui leur est soumis.</summary>
/// <remarks>RG1.34. Un vote antérieur au texte que les délibérations enregistrées disent est admis : l'agent a constaté qu'il portait sur lui.</remarks>
/// <param name="Cause">La cause de la dissolution.</param>
/// <param name="VoteeLe">Le jour du vote.</param>
/// <param name="Debut">Le jour où le groupement existe.</param>
/// <param name="TexteLe">Le jour où le texte est soumis aux membres, s'il est connu.</param>
/// <param name="Enregistre">Le jour de la dernière délibération enregistrée.</param>
public sealed record VoteApresLeTexte(
    CauseDeDissolution Cause,
    DateOnly? VoteeLe,
    DateOnly Debut,
    DateOnly? TexteLe,
    DateOnly? Enregistre
) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "votee-le";

    public bool EstRespectee =>
        Cause is not CauseDeDissolution.Decision || VoteeLe >= Enregistre || (!(VoteeLe < Debut) && !(VoteeLe < TexteLe));

    public string Message =>
        VoteeLe < Debut
            ? $"Le groupement existe depuis le {EnClair.Date(Debut)} : sa dissolution n'a pas pu être votée avant, le {EnClair.Date(VoteeLe!.Value)}. Corrigez le jour du vote."
            : $"Le texte de l'avenant est soumis aux membres depuis le {EnClair.Date(TexteLe!.Value)} : ils n'ont pas pu le voter avant, le {EnClair.Date(VoteeLe!.Value)}. Corrigez le jour du vote.";
}
