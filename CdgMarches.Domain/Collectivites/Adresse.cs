namespace CdgMarches.Domain.Collectivites;

/// <summary>Une adresse en France, sur deux lignes libres au plus, le code postal et la ville.</summary>
public sealed record Adresse(string? Ligne1 = null, string? Ligne2 = null, string? CodePostal = null, string? Ville = null)
{
    public static Adresse Vide { get; } = new();

    public bool EstVide => this is { Ligne1: null, Ligne2: null, CodePostal: null, Ville: null };

    /// <summary>Celle-ci, ou l'autre quand elle n'est pas renseignée : l'adresse postale, à défaut le siège.</summary>
    public Adresse Sinon(Adresse autre) => EstVide ? autre : this;

    /// <summary>Sur une ligne, pour l'historique et les listes.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Ligne1, Ligne2, $"{CodePostal} {Ville}".Trim() }.Where(l => !string.IsNullOrEmpty(l)));

    internal Adresse Normaliser() =>
        new(
            Texte.Net(Ligne1),
            Texte.Net(Ligne2),
            Texte.Net(CodePostal)?.Replace(" ", "", StringComparison.Ordinal),
            Texte.Net(Ville)
        );
}
