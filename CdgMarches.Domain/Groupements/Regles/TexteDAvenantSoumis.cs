namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les actes d'une adhésion par avenant supposent son texte, soumis aux membres.</summary>
/// <remarks>RG1.20. On ne signe, ne transmet ni ne publie un avenant que personne n'a encore reçu.</remarks>
public sealed record TexteDAvenantSoumis(bool EstRequis, DateOnly? TexteLe) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "avenant";

    public bool EstRespectee => !EstRequis || TexteLe is not null;

    public string Message =>
        "L'avenant d'adhésion n'est pas encore soumis aux membres : aucune signature, transmission ni publication ne peut en être datée. Préparez-le ou rattachez-le au dossier, puis soumettez-le.";
}
