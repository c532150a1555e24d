using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Aucune adhésion ne prend effet le jour où une consultation est lancée, ni pendant qu'elle court.</summary>
/// <remarks>RG1.21. La même règle qu'à l'effet d'une adhésion, lue du côté du lancement : l'ordre des deux gestes n'y change rien. Les fondateurs, entrés au premier jour du groupement, n'y sont pas.</remarks>
public sealed record AucuneEntreeDansLaConsultation(DateOnly Jour, IReadOnlyList<EntreeDeMembre> Entrees) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, adhésion ; CCP, art. R2162-6";

    public bool EstRespectee => Entrees.Count == 0;

    public string Message =>
        $"Ces adhésions prendraient effet du jour du lancement, le {EnClair.Date(Jour)}, au terme de la consultation : {string.Join(", ", Entrees.Select(e => $"{e.Membre} ({EnClair.Date(e.Le)})"))}. Lancez après leur entrée, ou corrigez celle-ci.";
}
