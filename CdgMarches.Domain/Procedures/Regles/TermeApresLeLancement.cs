using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le terme d'une procédure ne précède pas son lancement et n'est pas à venir.</summary>
/// <remarks>RG1.21. Le terme est la notification du dernier marché, ou la déclaration sans suite.</remarks>
public sealed record TermeApresLeLancement(DateOnly? Lancement, DateOnly Terme, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, art. 6.3";

    public string? Champ => "terme";

    public bool EstRespectee => (Lancement is not { } lancement || Terme >= lancement) && Terme <= Aujourdhui;

    public string Message =>
        Lancement is { } lance && Terme < lance
            ? $"Le terme ne peut pas précéder le lancement, le {EnClair.Date(lance)} : corrigez la date."
            : $"Le terme est un fait : il ne peut pas suivre aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}
