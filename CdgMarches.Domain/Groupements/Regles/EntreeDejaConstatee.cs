using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'entrée constatée d'un membre ne se corrige que pour une raison que l'on garde, et jamais pour un jour à venir.</summary>
/// <param name="DossierExige">Vrai si l'on n'entre plus dans le groupement que par un dossier.</param>
/// <param name="NeeDUnDossier">L'entrée est née d'un dossier d'adhésion, dont les actes jugent la nouvelle date.</param>
/// <param name="Constatee">L'entrée que porte l'adhésion.</param>
/// <param name="Corrigee">Celle que l'on veut.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <remarks>RG1.20. L'histoire du membre et celle de son dossier d'adhésion gardent l'ancienne date, la nouvelle et le motif.</remarks>
public sealed record EntreeDejaConstatee(
    bool DossierExige,
    bool NeeDUnDossier,
    DateOnly Constatee,
    DateOnly Corrigee,
    DateOnly Aujourdhui
) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public Portee Portee => Corrigee < Aujourdhui || NeeDUnDossier ? Portee.Avertit : Portee.Bloque;

    public string? Champ => Portee is Portee.Avertit ? "motif-entree" : "entree";

    public bool EstRespectee => !DossierExige || Constatee == Corrigee;

    public string Message =>
        Portee is Portee.Avertit
            ? $"L'entrée est constatée au {EnClair.Date(Constatee)}. Donnez le motif de la correction ; l'histoire le garde."
            : $"L'entrée est constatée au {EnClair.Date(Constatee)} : sans dossier d'adhésion, elle se corrige pour un jour passé, non pour le {EnClair.Date(Corrigee)}.";
}
