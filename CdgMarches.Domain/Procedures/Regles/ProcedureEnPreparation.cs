using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une procédure lancée ne change plus : objet, lots et acheteurs sont ceux de l'avis.</summary>
/// <remarks>RG1.22. Une modification de l'avis est une autre démarche.</remarks>
public sealed record ProcedureEnPreparation(EtatDeProcedure Etat) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public bool EstRespectee => Etat is EtatDeProcedure.EnPreparation;

    public string Message =>
        $"Cette procédure est {Etat.Libelle().ToLower(Francais.Culture)} : son objet, ses lots et ses acheteurs ne changent plus.";
}
