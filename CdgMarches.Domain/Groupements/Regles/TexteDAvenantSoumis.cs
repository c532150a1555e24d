using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les actes d'une adhésion par avenant supposent son texte, soumis aux membres.</summary>
/// <remarks>RG1.20, RG1.34. On ne signe, ne transmet ni ne publie un avenant que personne n'a reçu, ou qu'un membre a refusé.</remarks>
public sealed record TexteDAvenantSoumis(bool EstRequis, DateOnly? TexteLe, DateOnly? RejeteLe) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "avenant";

    public bool EstRespectee => !EstRequis || (TexteLe is not null && RejeteLe is null);

    public string Message =>
        RejeteLe is { } rejete
            ? $"L'avenant d'adhésion, rejeté le {EnClair.Date(rejete)}, ne se signe plus. Préparez-en un autre, soumettez-le, puis rattachez-le au dossier."
            : "L'avenant d'adhésion n'est pas encore soumis aux membres : aucune signature, transmission ni publication ne peut en être datée. Préparez-le ou rattachez-le au dossier, puis soumettez-le.";
}
