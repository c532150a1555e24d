using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes;

/// <summary>Identifiant d'une <see cref="DemandeDeCompte"/>.</summary>
public readonly record struct DemandeDeCompteId(Guid Valeur) : IIdentifiant<DemandeDeCompteId>
{
    public static DemandeDeCompteId Nouveau() => new(Guid.CreateVersion7());

    public static DemandeDeCompteId De(Guid valeur) => new(valeur);
}
