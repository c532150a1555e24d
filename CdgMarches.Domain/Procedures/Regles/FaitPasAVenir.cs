using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une étape constatée est un fait : elle n'est pas à venir.</summary>
/// <remarks>Sans texte.</remarks>
public sealed record FaitPasAVenir(EtapeDeProcedure Etape, DateOnly Jour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG8.11";

    public string Fondement => "Ordre des faits";

    public string? Champ => "jour";

    public bool EstRespectee => Jour <= Aujourdhui;

    public string Message =>
        $"« {Etape.Libelle()} » est un fait : sa date ne peut pas suivre aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}
