using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On sort d'un groupement ouvert par un dossier de retrait.</summary>
/// <remarks>RG1.30, RG1.31. Fixer ou changer une sortie sans dossier reste possible sur motif : la reprise d'un départ d'avant l'application, une erreur.</remarks>
public sealed record SortieParUnRetrait(EtatDuGroupement Etat, DateOnly? Sortie, DateOnly? SortieConstatee) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif";

    public bool EstRespectee => Etat is not EtatDuGroupement.Ouvert || Sortie == SortieConstatee;

    public string Message =>
        SortieConstatee is { } constatee
            ? $"Un dossier de retrait a constaté la sortie au {EnClair.Date(constatee)}. Donnez un motif pour vous en écarter."
            : "Une sortie se décide par une délibération, dans un dossier de retrait. Donnez un motif pour l'enregistrer sans dossier, par exemple la reprise d'un départ d'avant l'application.";
}
