using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On n'efface pas un choix qui a servi : on quitte la prestation à une date.</summary>
/// <remarks>RG1.22. La liste figée et les réponses s'appuient sur lui.</remarks>
public sealed record ChoixSansUsage(string Libelle, int Usages) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public string? Champ => "prestation";

    public bool EstRespectee => Usages == 0;

    public string Message =>
        $"« {Libelle} » a déjà servi à un recensement ou à une procédure pour ce membre : donnez plutôt une date de fin.";
}
