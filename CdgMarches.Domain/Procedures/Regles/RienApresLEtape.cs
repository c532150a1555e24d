using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On ne retire une étape que si rien ne la suit.</summary>
/// <remarks>L'histoire garde le constat retiré.</remarks>
public sealed record RienApresLEtape(EtapeDeProcedure Etape, (EtapeDeProcedure Etape, DateOnly Le)? Suivante) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "Ordre des étapes de la procédure";

    public bool EstRespectee => Suivante is null;

    public string Message => $"« {Suivante!.Value.Etape.Libelle()} » est déjà constaté : retirez-le d'abord.";
}
