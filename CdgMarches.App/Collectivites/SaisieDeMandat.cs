using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites;

/// <summary>Un mandat tel qu'on le saisit.</summary>
public sealed class SaisieDeMandat
{
    public Guid? Id { get; set; }

    public Guid? Contact { get; set; }

    public string NomDuContact { get; set; } = "";

    public RoleDeContact? Role { get; set; }

    public string? Qualite { get; set; }

    public DateOnly? Debut { get; set; }

    public DateOnly? Fin { get; set; }

    public string? Deliberation { get; set; }

    public DateOnly? DateDeLaDeliberation { get; set; }

    /// <summary>Rien n'est saisi : un contact peut être ajouté sans mandat.</summary>
    public bool EstVide => this is { Role: null, Qualite: null, Fin: null, Deliberation: null, DateDeLaDeliberation: null };

    public DonneesDeMandat Lire() => new(Role!.Value, Debut!.Value, Qualite, Fin, Deliberation, DateDeLaDeliberation);
}
