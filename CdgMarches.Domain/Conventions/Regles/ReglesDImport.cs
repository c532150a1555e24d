using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Un import s'annule une fois, dans les vingt-quatre heures.</summary>
/// <remarks>RG9.05.</remarks>
public sealed record ImportAnnulable(DateTimeOffset AppliqueLe, DateTimeOffset? AnnuleLe, DateTimeOffset Instant) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Import des conventions";

    public bool EstRespectee => AnnuleLe is null && Instant - AppliqueLe <= ImportDeConventions.DelaiDAnnulation;

    public string Message =>
        AnnuleLe is not null
            ? "Cet import est déjà annulé : rien n'est à défaire."
            : "Un import s'annule dans les 24 heures ; ce délai est passé. Corrigez les fiches, ou importez un fichier qui les corrige.";
}
