using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

public sealed record FormeChoisie(FormeDeProcedure? Forme, FormeDeContrat Contrat, int? Duree) : IEvenementMetier
{
    public string Libelle =>
        $"Procédure choisie : {Forme?.Libelle() ?? "aucune"}, {Contrat.Libelle().ToLower(Francais.Culture)}"
        + (Duree is { } mois ? $" de {mois.ToString(Francais.Culture)} mois." : ".");
}

public sealed record BesoinsRepris : IEvenementMetier
{
    public string Libelle => "Lots et quantités repris d'une consolidation gelée.";
}

public sealed record EtapeConstatee(EtapeDeProcedure Etape, int? Lot, DateOnly Jour, string? Precision, string? Motif)
    : IEvenementMetier
{
    public string Libelle =>
        $"{Etape.Libelle()}{(Lot is { } lot ? $", lot {lot.ToString(Francais.Culture)}" : "")} : {EnClair.Date(Jour)}"
        + (Precision is null ? "." : $" ({Precision}).");
}

public sealed record EtapeRetiree(EtapeDeProcedure Etape, int? Lot) : IEvenementMetier
{
    public string Libelle =>
        $"{Etape.Libelle()}{(Lot is { } lot ? $", lot {lot.ToString(Francais.Culture)}" : "")} : constat retiré.";
}

public sealed record IssueDeLotDonnee(int Lot, IssueDeLot Issue, DateOnly Jour, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"Lot {Lot.ToString(Francais.Culture)} {Issue.Libelle().ToLower(Francais.Culture)} le {EnClair.Date(Jour)}.";
}

public sealed record RefereSaisi(DateOnly Jour) : IEvenementMetier
{
    public string Libelle => $"Juge des référés saisi le {EnClair.Date(Jour)} : aucune signature jusqu'à sa décision.";
}

public sealed record RefereDecide(DateOnly Jour) : IEvenementMetier
{
    public string Libelle => $"Décision du juge des référés notifiée le {EnClair.Date(Jour)}.";
}

public sealed record LimiteFixee(DateTime Limite, int Rectificatif, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"{(Rectificatif > 0 ? $"Rectificatif {Rectificatif.ToString(Francais.Culture)} : date" : "Date")} limite de remise au {EnClair.Date(DateOnly.FromDateTime(Limite))} à {Limite.ToString("HH:mm", Francais.Culture)}.";
}

public sealed record CalendrierPrevu(EtapeDeProcedure Etape, DateOnly? Prevu, int Decalees) : IEvenementMetier
{
    public string Libelle =>
        $"{Etape.Libelle()} prévu {(Prevu is { } jour ? $"le {EnClair.Date(jour)}" : "sans date")}"
        + (Decalees > 0 ? $" ; {EnClair.Compter(Decalees, "étape décalée")} d'autant." : ".");
}

public sealed record InvitationEnvoyee(DateOnly Jour, DateTime Limite, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"Candidats retenus invités le {EnClair.Date(Jour)} à remettre une offre au plus tard le {EnClair.Date(DateOnly.FromDateTime(Limite))} à {Limite.ToString("H 'h' mm", Francais.Culture)}.";
}

public sealed record FinDuMarcheDUnLot(int Lot, StatutDeLot Fin) : IEvenementMetier
{
    public string Libelle => $"Lot {Lot.ToString(Francais.Culture)} : marché {Fin.Libelle().ToLower(Francais.Culture)}.";
}
