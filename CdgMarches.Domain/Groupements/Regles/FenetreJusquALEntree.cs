using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La fenêtre d'un nouveau millésime va au moins jusqu'à son premier jour, sans quoi nul n'y entrerait.</summary>
/// <remarks>RG1.17. Nulle, aucune fenêtre ne s'ouvre encore. L'effet d'une adhésion tombe dans la fenêtre, et jamais avant le premier jour du groupement.</remarks>
public sealed record FenetreJusquALEntree(DateOnly Debut, DateOnly? Fermeture) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "fenetre";

    public bool EstRespectee => !(Fermeture < Debut);

    public string Message =>
        $"La fenêtre doit rester ouverte jusqu'au premier jour du millésime, le {EnClair.Date(Debut)} : les adhésions y prennent effet.";
}
