using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un avenant qui, cumulé, augmente le montant de plus de 5 % reçoit d'abord l'avis de la CAO.</summary>
/// <remarks>RG2.40. CGCT, art. L1414-4. Sans objet si le marché n'a pas été attribué par la CAO. Strictement plus de 5 %.</remarks>
public sealed record AvenantVuParLaCao(CalculDAvenant Calcul, decimal Part, bool AttribueParLaCao, DateOnly? AvisRenduLe) : IRegle
{
    public string Code => "RG2.40";

    public string Fondement => "CGCT, art. L1414-4";

    public string? Champ => "avis-cao";

    /// <summary>Vrai si l'avis de la commission est requis.</summary>
    public bool EstRequis => AttribueParLaCao && Calcul.Montant > MontantHt.Zero && Calcul.CumulSuperieurA(Part);

    public bool EstRespectee => !EstRequis || AvisRenduLe is not null;

    public string Message =>
        $"Avec cet avenant, l'augmentation cumulée est de {EnClair.Montant(Calcul.Cumul)}, plus de {Part.ToString("0.##", Francais.Culture)} % du montant initial "
        + $"({EnClair.Montant(Calcul.Initial)}) : soumettez-le pour avis à la commission d'appel d'offres, puis saisissez la date de l'avis.";
}
