using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Remplacer le titulaire demande le nom du nouveau, et lui seul.</summary>
/// <remarks>CCP, art. R2194-6.</remarks>
public sealed record NouveauTitulaireNomme(CasDAvenant Cas, string? Nom) : IRegle
{
    public string Code => "RG4.80";

    public string Fondement => "CCP, art. R2194-6";

    public string? Champ => "avenant-titulaire";

    public bool EstRespectee => (Cas is CasDAvenant.NouveauTitulaire) == !string.IsNullOrWhiteSpace(Nom);

    public string Message =>
        Cas is CasDAvenant.NouveauTitulaire
            ? "Nommez le nouveau titulaire."
            : "Un nouveau titulaire se note avec le cas « Remplacement du titulaire » : changez le cas, ou videz le nom.";
}
