using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Deux délibérations du CDG portent rarement le même numéro : le plus souvent, c'est la même, mal datée.</summary>
/// <remarks>RG6.18. Une série qui recommence chaque année peut reprendre un numéro : l'agent le dit.</remarks>
/// <param name="Numero">Le numéro saisi.</param>
/// <param name="AutreDate">La date de celle qui le porte déjà ; nulle s'il est libre.</param>
public sealed record NumeroDeDeliberationLibre(string Numero, DateOnly? AutreDate) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Registre des délibérations";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-deliberation";

    public bool EstRespectee => AutreDate is null;

    public string Message =>
        $"La délibération n° {Numero} est déjà au registre, datée du {(AutreDate is { } jour ? EnClair.Date(jour) : "—")} : corrigez le numéro ou la date, ou dites pourquoi deux délibérations le portent.";
}
