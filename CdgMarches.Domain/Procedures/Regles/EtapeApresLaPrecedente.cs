using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une étape ne précède pas celle qui la précède.</summary>
/// <remarks>L'ordre du tableau 4.1 ; le même jour est permis.</remarks>
public sealed record EtapeApresLaPrecedente(
    EtapeDeProcedure Etape,
    DateOnly Jour,
    (EtapeDeProcedure Etape, DateOnly Le)? Precedente
) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "Ordre des étapes de la procédure";

    public string? Champ => "jour";

    public bool EstRespectee => Precedente is not { } avant || Jour >= avant.Le;

    public string Message =>
        $"« {Etape.Libelle()} » ne peut pas précéder « {Precedente!.Value.Etape.Libelle()} », le {EnClair.Date(Precedente.Value.Le)} : corrigez l'une des deux dates.";
}
