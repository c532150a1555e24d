using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une étape ne suit pas celle qui la suit.</summary>
/// <remarks>L'ordre du tableau 4.1 ; le même jour est permis.</remarks>
public sealed record EtapeAvantLaSuivante(EtapeDeProcedure Etape, DateOnly Jour, (EtapeDeProcedure Etape, DateOnly Le)? Suivante)
    : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "Ordre des étapes de la procédure";

    public string? Champ => "jour";

    public bool EstRespectee => Suivante is not { } apres || Jour <= apres.Le;

    public string Message =>
        $"« {Etape.Libelle()} » ne peut pas suivre « {Suivante!.Value.Etape.Libelle()} », le {EnClair.Date(Suivante.Value.Le)} : corrigez l'une des deux dates.";
}
