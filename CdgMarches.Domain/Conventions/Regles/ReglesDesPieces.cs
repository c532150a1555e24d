using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Les documents se rendent tant que la convention n'est pas conclue.</summary>
/// <remarks>RG6.18.</remarks>
public sealed record ConventionEncoreAConclure(DateOnly? PremierJour) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, préambule";

    public bool EstRespectee => PremierJour is null;

    public string Message => "La convention est conclue : aucun document n'est plus attendu.";
}

/// <summary>Une demande de correction dit ce qu'il faut refaire.</summary>
/// <remarks>RG6.18.</remarks>
public sealed record MotifDeCorrection(bool EstValidee, string? Motif) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Histoire du dossier";

    public string? Champ => "motif-correction";

    public bool EstRespectee =>
        EstValidee || Motif?.Trim() is { Length: > 0 } motif && motif.Length <= ConventionDAcces.LongueurDuMotif;

    public string Message =>
        $"Dites à la collectivité ce qu'il faut refaire, en {ConventionDAcces.LongueurDuMotif.ToString(Francais.Culture)} caractères au plus.";
}
