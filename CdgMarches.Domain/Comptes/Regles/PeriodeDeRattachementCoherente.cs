using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un rattachement ne finit pas avant d'avoir commencé.</summary>
public sealed record PeriodeDeRattachementCoherente(DateOnly Debut, DateOnly? Fin) : IRegle
{
    public string Code => "L1";

    public string Fondement => "Règle de l'application";

    public string Champ => "rattachement-fin";

    public bool EstRespectee => Fin is null || Fin >= Debut;

    public string Message =>
        $"Le rattachement commence le {Debut.ToString("d MMMM yyyy", Francais.Culture)} : il ne peut pas finir avant ce jour.";
}
