using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une décision qui touche un membre seul dit son motif.</summary>
public sealed record MotifDonne(string Objet, string? Motif) : IRegle
{
    public string Code => "C10";

    public string Fondement => "Traçabilité des décisions";

    public string? Champ => "motif";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif);

    public string Message => $"Donnez le motif de cette {Objet} : l'historique le gardera.";
}
