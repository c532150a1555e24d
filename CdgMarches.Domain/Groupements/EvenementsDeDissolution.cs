using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record DissolutionOuverte(CauseDeDissolution Cause, DateOnly DernierJour, string Raison) : IEvenementMetier
{
    public string Libelle =>
        $"Dissolution ouverte : {Cause.Libelle().ToLower(Francais.Culture)}, dernier jour le {EnClair.Date(DernierJour)}.";

    public string? Motif => Raison;
}

public sealed record DissolutionReglee(DateOnly? Facturation, DateOnly? Archives) : IEvenementMetier
{
    public string Libelle => $"Dissolution : dernière facturation {Dire(Facturation)}, archives {Dire(Archives)}.";

    private static string Dire(DateOnly? le) => le is { } jour ? $"le {EnClair.Date(jour)}" : "à faire";
}

public sealed record DecisionDeDissolutionDatee(DecisionDeDissolution Ancienne, DecisionDeDissolution Nouvelle) : IEvenementMetier
{
    public string Libelle => "Dissolution : vote et dernier jour décidé datés.";

    public string? Avant => Dire(Ancienne);

    public string? Apres => Dire(Nouvelle);

    private static string? Dire(DecisionDeDissolution decision) =>
        decision.VoteeLe is not { } vote ? null
        : decision.DernierJour is { } jour ? $"votée le {EnClair.Date(vote)}, dernier jour fixé au {EnClair.Date(jour)}"
        : $"votée le {EnClair.Date(vote)}, sans dernier jour fixé";
}

public sealed record DissolutionPrononcee(DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle =>
        $"Dissolution prononcée, dernier jour le {EnClair.Date(DernierJour)} : le groupement ne se modifie plus.";
}

public sealed record DissolutionAbandonnee(string Raison) : IEvenementMetier
{
    public string Libelle => "Dissolution abandonnée : le groupement continue.";

    public string? Motif => Raison;
}
