using CdgMarches.Domain.Courriels;

namespace CdgMarches.App.Conventions;

/// <summary>À qui part une lettre recommandée, ou le courrier du registre qu'elle est déjà.</summary>
public sealed class SaisieDeLettre
{
    public Guid? Existant { get; set; }

    public string? Nom { get; set; }

    public string? Adresse { get; set; }

    internal PliDuGeste Pli => new(Nom, Adresse, Existant is { } id ? new CourrierId(id) : null);

    /// <summary>Propose un destinataire ; ce que l'agent a déjà changé se perd avec l'ancien.</summary>
    internal static SaisieDeLettre De(PliDuGeste propose) => new() { Nom = propose.Nom, Adresse = propose.Adresse };
}
