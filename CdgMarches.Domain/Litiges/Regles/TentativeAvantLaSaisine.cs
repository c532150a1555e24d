using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges.Regles;

/// <summary>Le tribunal saisi d'un litige sur une convention, la tentative amiable reste celle, échouée, qui l'a précédé.</summary>
/// <remarks>RG1.36. Corriger ses dates ne défait pas l'ordre : réclamation, tentative, échec, saisine.</remarks>
public sealed record TentativeAvantLaSaisine(
    bool Exigee,
    IssueAmiable? Issue,
    DateOnly? CloseLe,
    DateOnly? SaisiLe,
    string Fondement
) : IRegle
{
    public string Code => "RG1.36";

    public string? Champ => "close";

    public bool EstRespectee => SaisiLe is not { } saisi || !Exigee || (Issue is IssueAmiable.Echec && CloseLe <= saisi);

    public string Message =>
        $"Le tribunal est saisi depuis le {EnClair.Date(SaisiLe!.Value)} : la tentative amiable, et son échec, le précèdent. Corrigez les dates sans défaire cet ordre.";
}
