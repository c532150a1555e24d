using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une réponse que l'on valide dit au moins un besoin ; sinon c'est un néant, et il se déclare.</summary>
/// <remarks>Un blanc n'est pas un zéro.</remarks>
public sealed record ReponseNonVide(int LignesRepondues) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Sincérité du recensement";

    public bool EstRespectee => LignesRepondues > 0;

    public string Message =>
        "Rien n'est saisi : un blanc ne dit pas si le besoin est nul. Saisissez vos besoins, ou choisissez « Besoin néant ».";
}
