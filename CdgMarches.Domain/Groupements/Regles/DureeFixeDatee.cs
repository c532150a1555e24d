namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une durée fixe se dit par son dernier jour, et elle seule.</summary>
/// <remarks>RG1.17.</remarks>
public sealed record DureeFixeDatee(DureeDeConvention Duree, DateOnly? DernierJour) : IRegleDeConvention
{
    public string Code => "RG1.17";

    public string Article => "2";

    public string? Champ => "dernier-jour";

    public bool EstRespectee => (Duree is DureeDeConvention.Fixe) == (DernierJour is not null);

    public string Message =>
        Duree is DureeDeConvention.Fixe
            ? "Une durée fixe a un dernier jour : donnez-le."
            : "Seule une durée fixe a un dernier jour : effacez-le, ou choisissez une durée fixe.";
}
