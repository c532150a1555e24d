using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La sortie d'un membre ne précède pas son entrée.</summary>
/// <remarks>RG1.30. Les deux jours sont compris dans l'adhésion.</remarks>
public sealed record SortieApresLEntree(DateOnly Entree, DateOnly? Sortie) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "sortie";

    public bool EstRespectee => Sortie is not { } sortie || sortie >= Entree;

    public string Message => $"La sortie ne peut pas précéder l'entrée, le {EnClair.Date(Entree)} : corrigez la date.";
}
