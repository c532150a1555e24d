using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'un formulaire saisit d'une demande d'assistance.</summary>
public sealed class SaisieDeDemande
{
    public NatureDAssistance Nature { get; set; } = NatureDAssistance.Technique;

    public string? Objet { get; set; }

    public string? Detail { get; set; }

    internal NouvelleDemandeDAssistance Lire(string? demandeur = null) => new(Nature, Objet, Detail, demandeur);
}
