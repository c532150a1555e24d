using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On peut écrire à chaque personne convoquée : un courriel, sinon une adresse postale.</summary>
/// <remarks>RG2.13 : la convocation de tous est substantielle.</remarks>
public sealed record JoignableParCourrielOuCourrier(string Nom, string? Courriel, string? Adresse) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "courriel";

    public bool EstRespectee =>
        Courriel is { } c
            ? c.Length <= 254 && c.IndexOf('@', StringComparison.Ordinal) > 0 && !c.Contains(' ', StringComparison.Ordinal)
            : Adresse is not null;

    public string Message =>
        $"Donnez à {(Nom.Length == 0 ? "cette personne" : Nom)} un courriel valable ou une adresse postale : elle doit être convoquée.";
}
