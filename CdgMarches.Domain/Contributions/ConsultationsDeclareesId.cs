using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'un <c>ConsultationsDeclarees</c>.</summary>
public readonly record struct ConsultationsDeclareesId(Guid Valeur) : IIdentifiant<ConsultationsDeclareesId>
{
    public static ConsultationsDeclareesId Nouveau() => new(Guid.CreateVersion7());

    public static ConsultationsDeclareesId De(Guid valeur) => new(valeur);
}
