using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Quand la lettre du membre est au registre, le jour de sa réception est celui que le registre tient.</summary>
/// <remarks>RG1.31 : la date qui compte est celle où le coordonnateur reçoit ; il n'y en a qu'une.</remarks>
public sealed record ReceptionDuRegistre(DateOnly? SaisieLe, string? Courrier, DateOnly? RecuLe) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "informe";

    public bool EstRespectee => RecuLe is not { } recu || SaisieLe == recu;

    public string Message =>
        $"Le registre tient la lettre {Courrier}, reçue par le coordonnateur le {EnClair.Date(RecuLe!.Value)} : reprenez cette date, ou corrigez la réception au registre.";
}
