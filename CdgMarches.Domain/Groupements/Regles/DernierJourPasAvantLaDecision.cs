using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour d'un groupement ne précède ni la décision qui le dissout, une fois exécutoire, ni le jour qu'elle fixe.</summary>
/// <remarks>
/// RG1.33 pour le départ du coordonnateur, dont la délibération fixe la sortie ; RG1.34 pour la décision des membres, dont l'effet
/// suit la dernière délibération exécutoire et la signature de l'avenant. Avec un seul membre restant (RG1.35), les départs se
/// comptent au dernier jour ; au terme (RG1.17), c'est lui qui le borne.
/// </remarks>
public sealed record DernierJourPasAvantLaDecision(
    CauseDeDissolution Cause,
    DateOnly DernierJour,
    DateOnly? ExecutoireLe,
    DateOnly? JourVote
) : IRegleDeConvention
{
    public string Code => Cause.Regle();

    public string Article => Cause.Article();

    public string? Champ => "dernier-jour";

    public bool EstRespectee => !(DernierJour < ExecutoireLe) && !(DernierJour < JourVote);

    public string Message =>
        JourVote is { } vote && !(vote < ExecutoireLe)
            ? $"La décision fixe le {EnClair.Date(vote)} : le dernier jour, le {EnClair.Date(DernierJour)}, ne peut pas le précéder."
            : $"La décision n'a d'effet que le {EnClair.Date(ExecutoireLe!.Value)} : le dernier jour, le {EnClair.Date(DernierJour)}, ne peut pas le précéder.";
}
