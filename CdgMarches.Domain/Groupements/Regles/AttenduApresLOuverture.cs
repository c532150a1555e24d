using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un dossier n'est pas attendu avant d'être ouvert.</summary>
/// <remarks>RG1.20. Le jour de l'ouverture est permis.</remarks>
public sealed record AttenduApresLOuverture(DateOnly OuvertLe, DateOnly? AttenduLe) : IRegle
{
    public string Code => "RG1.20";

    public string Fondement => "Convention constitutive";

    public string? Champ => "attendu";

    public bool EstRespectee => AttenduLe is not { } attendu || attendu >= OuvertLe;

    public string Message =>
        $"Le dossier ne peut pas être attendu le {EnClair.Date(AttenduLe!.Value)} : il s'ouvre le {EnClair.Date(OuvertLe)}. Donnez un jour plus tardif, ou aucun.";
}
