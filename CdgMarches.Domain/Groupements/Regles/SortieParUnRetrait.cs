using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On sort par un dossier de retrait d'un groupement ouvert, ou dont la convention est en vigueur.</summary>
/// <param name="DossierExige">Vrai si l'on ne sort plus du groupement que par un dossier.</param>
/// <param name="Sortie">Le dernier jour voulu ; nul efface la sortie.</param>
/// <param name="SortieConstatee">Celui qu'un dossier de retrait a constaté.</param>
/// <param name="DejaFixee">Celui que l'adhésion porte déjà.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <remarks>
/// RG1.30, RG1.31. Sur motif s'enregistrent sans dossier un départ passé, la reprise d'avant l'application, et la correction de
/// ce qui est déjà fixé ou constaté. Une sortie d'aujourd'hui ou à venir veut sa délibération : aucun motif n'en tient lieu.
/// </remarks>
public sealed record SortieParUnRetrait(
    bool DossierExige,
    DateOnly? Sortie,
    DateOnly? SortieConstatee,
    DateOnly? DejaFixee,
    DateOnly Aujourdhui
) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public Portee Portee =>
        SortieConstatee is null && Sortie != DejaFixee && Sortie >= Aujourdhui ? Portee.Bloque : Portee.Avertit;

    public string? Champ => Portee is Portee.Avertit ? "motif" : "sortie";

    public bool EstRespectee => !DossierExige || Sortie == SortieConstatee;

    public string Message =>
        (SortieConstatee, Portee) switch
        {
            ({ } constatee, _) =>
                $"Un dossier de retrait a constaté la sortie au {EnClair.Date(constatee)}. Donnez un motif pour vous en écarter.",
            (null, Portee.Bloque) =>
                $"Une sortie au {EnClair.Date(Sortie!.Value)} se décide par une délibération, dans un dossier de retrait : annoncez-y le retrait. Un motif n'enregistre qu'un départ passé, d'avant l'application.",
            _ =>
                "Une sortie se décide par une délibération, dans un dossier de retrait. Donnez un motif pour l'enregistrer sans dossier, par exemple la reprise d'un départ d'avant l'application.",
        };
}
