using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Sur la convention, le tribunal n'est saisi qu'après l'échec d'une tentative amiable.</summary>
/// <remarks>RG1.36.</remarks>
public sealed record TentativeAmiableDAbord(NatureDeLitige Nature, IssueAmiable? Issue, DateOnly? CloseLe, DateOnly? SaisiLe)
    : IRegleDeConvention
{
    public string Code => "RG1.36";

    public string Article => "8";

    public string? Champ => "engagee";

    public bool EstRespectee =>
        Nature is not NatureDeLitige.Convention
        || (Issue is IssueAmiable.Echec && CloseLe is { } close && (SaisiLe is not { } saisi || close <= saisi));

    public string Message =>
        Issue switch
        {
            IssueAmiable.Accord => "Un accord amiable est trouvé : il n'y a pas lieu de saisir le tribunal.",
            IssueAmiable.Echec =>
                $"La tentative amiable ne s'est close que le {EnClair.Date(CloseLe!.Value)} : la saisine la suit.",
            _ => "La tentative amiable précède toujours le tribunal : datez-la, et son échec, avant de saisir.",
        };
}
