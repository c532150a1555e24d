using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Espace.Regles;

/// <summary>On propose de changer un contact ou un mandat que la fiche connaît.</summary>
/// <remarks>RG9.05.</remarks>
public sealed record ContactDeLaFiche(bool EstConnu) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Référentiel des collectivités";

    public bool EstRespectee => EstConnu;

    public string Message => "Ce contact ou ce mandat n'est plus dans la fiche : rechargez la page, puis proposez de nouveau.";
}

/// <summary>Une proposition change quelque chose.</summary>
/// <remarks>RG9.05.</remarks>
public sealed record ChangementReel(bool Change) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Référentiel des collectivités";

    public bool EstRespectee => Change;

    public string Message => "Les coordonnées proposées sont celles de la fiche : il n'y a rien à changer.";
}

/// <summary>Un mandat finit le jour où il commence, au plus tôt.</summary>
/// <remarks>RG9.05.</remarks>
public sealed record FinApresLeDebutDuMandat(DateOnly? Debut, DateOnly Fin) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Référentiel des collectivités";

    public string? Champ => "fin-mandat";

    public bool EstRespectee => Debut is not { } debut || Fin >= debut;

    public string Message =>
        $"Ce mandat a commencé le {(Debut is { } jour ? EnClair.Date(jour) : "—")} : il ne peut pas finir avant.";
}

/// <summary>Une proposition se décide une fois.</summary>
/// <remarks>RG9.05.</remarks>
public sealed record PropositionEnAttente(EtatDeProposition Etat) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Référentiel des collectivités";

    public bool EstRespectee => Etat is EtatDeProposition.EnAttente;

    public string Message => $"Cette proposition est déjà {Etat.Libelle().ToLower(Francais.Culture)} : rien à faire.";
}

/// <summary>Un refus dit pourquoi.</summary>
/// <remarks>RG9.05.</remarks>
public sealed record MotifDeRefus(string? Motif, int AuPlus) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Référentiel des collectivités";

    public string? Champ => "motif";

    public bool EstRespectee => Motif?.Trim() is { Length: > 0 } motif && motif.Length <= AuPlus;

    public string Message => $"Dites au membre pourquoi, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}
