using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La décision de dissoudre est votée avant d'être exécutoire, ou le même jour.</summary>
/// <remarks>La règle est celle de la cause. CGCT, art. L2131-1 : une délibération est exécutoire une fois adoptée, publiée et transmise.</remarks>
public sealed record VoteAvantSonEffet(CauseDeDissolution Cause, DateOnly? VoteeLe, DateOnly? ExecutoireLe) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "CGCT, art. L2131-1";

    public string? Champ => "votee-le";

    public bool EstRespectee => !(VoteeLe > ExecutoireLe);

    public string Message =>
        $"La décision a effet depuis le {EnClair.Date(ExecutoireLe!.Value)} : elle n'a pas pu être votée après, le {EnClair.Date(VoteeLe!.Value)}. Corrigez le jour du vote.";
}
