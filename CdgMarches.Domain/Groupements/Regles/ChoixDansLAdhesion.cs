using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un choix tient dans les dates de l'adhésion.</summary>
/// <remarks>B6, RG1.22. Premier et dernier jours compris.</remarks>
public sealed record ChoixDansLAdhesion(DateOnly Du, DateOnly? Au, DateOnly Entree, DateOnly? Sortie) : IRegleDeConvention
{
    public string Code => "RG1.22";

    public string Article => "6.3";

    public string? Champ => "du";

    public bool EstRespectee =>
        Du >= Entree && (Au is not { } au || au >= Du) && (Sortie is not { } sortie || ((Au ?? Du) <= sortie && Du <= sortie));

    public string Message =>
        $"Le choix doit tenir dans l'adhésion, {EnClair.Validite(Entree, Sortie)}, et ne pas finir avant de commencer : corrigez la date.";
}
