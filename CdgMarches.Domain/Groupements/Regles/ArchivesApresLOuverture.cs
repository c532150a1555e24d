using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les archives d'un groupement que l'on dissout se versent une fois sa dissolution ouverte.</summary>
/// <remarks>La règle est celle de la cause ; code du patrimoine, art. L212-4 : un versement antérieur ne porte pas sur ce que la dissolution fait archiver.</remarks>
public sealed record ArchivesApresLOuverture(CauseDeDissolution Cause, DateOnly? VerseesLe, DateOnly OuverteLe) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Code du patrimoine, art. L212-4";

    public string? Champ => "archives";

    public bool EstRespectee => !(VerseesLe < OuverteLe);

    public string Message =>
        $"Les archives ne peuvent pas avoir été versées le {EnClair.Date(VerseesLe!.Value)} : la dissolution n'est ouverte que depuis le {EnClair.Date(OuverteLe)}. Donnez le jour du versement qui la suit.";
}
