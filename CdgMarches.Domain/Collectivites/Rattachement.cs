using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qu'un utilisateur est dans une collectivité, entre deux dates incluses.</summary>
/// <remarks>Plusieurs à plusieurs : un secrétaire sert une commune, son CCAS et deux voisines.</remarks>
public sealed class Rattachement
{
    private Rattachement() { }

    public Rattachement(Guid utilisateur, CollectiviteId collectivite, RoleDeMembre role, bool estAdministrateur, DateOnly debut)
    {
        Id = Guid.CreateVersion7();
        Utilisateur = utilisateur;
        Collectivite = collectivite;
        Role = role;
        EstAdministrateur = estAdministrateur;
        Debut = debut;
    }

    public Guid Id { get; private init; }

    public Guid Utilisateur { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public RoleDeMembre Role { get; private set; }

    /// <summary>Il gère les comptes de sa collectivité.</summary>
    public bool EstAdministrateur { get; private set; }

    public DateOnly Debut { get; private init; }

    /// <summary>Dernier jour inclus ; null tant qu'il dure.</summary>
    public DateOnly? Fin { get; private set; }

    public bool EstEnVigueur(DateOnly jour) => Debut <= jour && (Fin is null || jour <= Fin);

    public void Changer(RoleDeMembre role, bool estAdministrateur)
    {
        Role = role;
        EstAdministrateur = estAdministrateur;
    }

    /// <param name="dernierJour">Dernier jour inclus ; null pour le prolonger sans terme.</param>
    public void Terminer(DateOnly? dernierJour)
    {
        Verdict.De(new PeriodeDeRattachementCoherente(Debut, dernierJour)).Exiger();
        Fin = dernierJour;
    }
}
