using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Ce qui suit la publication suppose la procédure lancée.</summary>
/// <remarks>RG1.21.</remarks>
public sealed record ProcedureLanceePourLEtape(EtapeDeProcedure Etape, EtatDeProcedure Etat) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "CCP, art. R2131-19";

    public bool EstRespectee =>
        Etape < EtapeDeProcedure.Publication
        || (Etape is EtapeDeProcedure.Publication ? false : Etat is not EtatDeProcedure.EnPreparation);

    public string Message =>
        Etape is EtapeDeProcedure.Publication
            ? "La publication se constate en lançant la procédure : les acheteurs sont figés le même jour."
            : $"« {Etape.Libelle()} » vient après le lancement : lancez d'abord la procédure.";
}
