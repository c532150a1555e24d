using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Une lettre qui se prévaut de la convention suit sa date d'effet.</summary>
/// <remarks>
/// RG6.20, RG6.21. Le même jour est permis : la convention se dénonce dès son premier jour. La lettre d'une collectivité n'est
/// jugée qu'à sa réception (<see cref="NotificationPendantLaConvention"/>).
/// </remarks>
public sealed record LettreApresLEffet(string ChampSaisi, DateOnly EnvoyeeLe, DateOnly? PremierJour) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => PremierJour is not { } premier || EnvoyeeLe >= premier;

    public string Message =>
        $"La convention ne prend effet que le {(PremierJour is { } jour ? EnClair.Date(jour) : "—")} : la lettre part ce jour-là au plus tôt. Corrigez la date d'envoi.";
}

/// <summary>Une dénonciation qui a pris effet a mis fin à la convention : l'accord de la retirer vient trop tard.</summary>
/// <remarks>RG6.20. C'est le jour où l'on enregistre le retrait qui compte : un accord antidaté ferait revivre une convention finie.</remarks>
public sealed record DenonciationSansEffetEncore(DateOnly? DernierJour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => DernierJour is not { } dernier || Aujourdhui <= dernier;

    public string Message =>
        $"La dénonciation a pris effet : la convention a pris fin le {(DernierJour is { } jour ? EnClair.Date(jour) : "—")} et ne revit pas. Pour continuer, ouvrez une nouvelle convention.";
}

/// <summary>On n'envoie une autre lettre que si la première est revenue d'une adresse inconnue.</summary>
/// <remarks>RG6.20. Refusée ou non réclamée, elle est notifiée : en envoyer une autre n'ajoute rien.</remarks>
public sealed record LettreRevenueSansAdresse(bool EstRevenue) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Registre des courriers";

    public bool EstRespectee => EstRevenue;

    public string Message =>
        "Le registre ne dit pas que cette lettre est revenue d'une adresse inconnue : notez-y d'abord son retour. Rien n'a été envoyé.";
}

/// <summary>La seconde lettre suit la première.</summary>
/// <remarks>RG6.20. Le même jour est permis.</remarks>
public sealed record RenvoiApresLePremierEnvoi(DateOnly? PremierEnvoi, DateOnly NouvelEnvoi) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Ordre des actes";

    public string? Champ => "renvoi-le";

    public bool EstRespectee => PremierEnvoi is not { } premier || NouvelEnvoi >= premier;

    public string Message =>
        $"La première lettre est partie le {(PremierEnvoi is { } jour ? EnClair.Date(jour) : "—")} : celle qui la remplace part ce jour-là au plus tôt. Corrigez la date.";
}
