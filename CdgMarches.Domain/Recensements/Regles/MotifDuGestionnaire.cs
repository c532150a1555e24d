using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Un gestionnaire qui valide au nom d'un membre dit pourquoi.</summary>
public sealed record MotifDuGestionnaire(ModeDeValidation Mode, string? Motif) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Validation au nom d'un membre";

    public string? Champ => "motif";

    public bool EstRespectee => Mode is not ModeDeValidation.Gestionnaire || !string.IsNullOrWhiteSpace(Motif);

    public string Message => "Vous validez au nom du membre : donnez le motif, que l'historique et le reçu reprendront.";
}
