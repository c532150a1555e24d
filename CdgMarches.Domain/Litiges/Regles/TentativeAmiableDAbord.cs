using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges.Regles;

/// <summary>Quand la convention le veut, le tribunal n'est saisi qu'après l'échec d'une tentative amiable.</summary>
/// <remarks>RG1.36.</remarks>
public sealed record TentativeAmiableDAbord(
    bool Exigee,
    IssueAmiable? Issue,
    DateOnly? CloseLe,
    DateOnly? SaisiLe,
    string Fondement
) : IRegle
{
    public string Code => "RG1.36";

    public string? Champ => "engagee";

    public bool EstRespectee =>
        !Exigee || (Issue is IssueAmiable.Echec && CloseLe is { } close && (SaisiLe is not { } saisi || close <= saisi));

    public string Message =>
        Issue switch
        {
            IssueAmiable.Accord => "Un accord amiable est trouvé : il n'y a pas lieu de saisir le tribunal.",
            IssueAmiable.Echec =>
                $"La tentative amiable ne s'est close que le {EnClair.Date(CloseLe!.Value)} : la saisine la suit.",
            _ => "La tentative amiable précède toujours le tribunal : datez-la, et son échec, avant de saisir.",
        };
}
