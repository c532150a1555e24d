using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Seul un acte de sous-traitance agréé se modifie, et pas avant son agrément.</summary>
/// <param name="Nom">Le sous-traitant.</param>
/// <param name="AgreeLe">Le jour de la décision, ou celui du silence qui vaut agrément ; nul s'il est refusé.</param>
/// <param name="Jour">Le jour de la modification.</param>
/// <remarks>CCP, art. R2193-4 : le silence gardé jusqu'à ce jour vaut agrément.</remarks>
public sealed record ModificationDUnActeAgree(string Nom, DateOnly? AgreeLe, DateOnly Jour) : IRegle
{
    public string Code => "RG4.90";

    public string Fondement => "CCP, art. R2193-4";

    public string? Champ => "modification-jour";

    public bool EstRespectee => AgreeLe is { } agree && Jour >= agree;

    public string Message =>
        AgreeLe is { } agree
            ? $"{Nom} est agréé le {EnClair.Date(agree)} : la modification ne peut pas le précéder."
            : $"{Nom} n'est pas agréé : il n'y a pas d'acte à modifier.";
}
