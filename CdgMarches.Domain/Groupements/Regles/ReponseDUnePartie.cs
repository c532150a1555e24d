namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Seules les parties à la convention approuvent ou refusent sa modification : qui est sorti n'en est plus une.</summary>
/// <remarks>RG1.34. Qui entre à une date déjà fixée peut déjà répondre ; sa réponse ne compte que du jour de son entrée.</remarks>
public sealed record ReponseDUnePartie(string Membre, bool EstPartie) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => EstPartie;

    public string Message =>
        $"{Membre} n'est plus membre du groupement : sa réponse n'est plus attendue, l'avenant se décide sans elle. Rien n'a été modifié.";
}
