using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Personne ne signe une convention tant qu'une annexe qu'elle cite manque à son dossier.</summary>
/// <remarks>
/// RG1.10. La règle vise la signature que l'on enregistre ; celle qui l'est déjà se corrige, et une convention signée avant
/// d'être suivie ici entre par l'import, qui relate un fait passé.
/// </remarks>
/// <param name="NouvelleSignature">Une partie signe, qui n'avait pas signé.</param>
/// <param name="Manquantes">Les annexes citées que le dossier n'a pas.</param>
/// <param name="ChampSaisi">Le champ de la signature.</param>
public sealed record SigneeAvecSesAnnexes(bool NouvelleSignature, IReadOnlyList<string> Manquantes, string ChampSaisi) : IRegle
{
    public string Code => "RG1.10";

    /// <summary>L'article qui veut ces annexes : celui de la convention constitutive, sauf pour une autre convention.</summary>
    public string Fondement { get; init; } = "Convention constitutive, art. 9";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => !NouvelleSignature || Manquantes.Count == 0;

    public string Message =>
        $"La convention ne se signe pas sans ses annexes. {AnnexesReunies.EnClair(Manquantes)} dans son dossier, puis enregistrez la signature.";
}
