using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Marches;

public sealed record MarcheAttribue(string Reference, string Titulaires) : IEvenementMetier
{
    public string Libelle => $"Marché {Reference} attribué à {Titulaires}.";
}

public sealed record MarcheAvance(string Phrase, DateOnly? Jour, string? Motif = null) : IEvenementMetier
{
    public string Libelle => Jour is { } jour ? $"{Phrase} le {EnClair.Date(jour)}." : $"{Phrase}.";
}

public sealed record MarcheConfie : IEvenementMetier
{
    public string Libelle => "Responsable et suppléant du marché désignés.";
}

public sealed record ReconductionDecidee(int Numero, bool Reconduit, DateOnly Jour, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"Reconduction {Numero.ToString(Francais.Culture)} {(Reconduit ? "décidée" : "refusée")} le {EnClair.Date(Jour)}.";
}

public sealed record AvenantSigne(int Numero, CasDAvenant Cas, MontantHt Montant, DateOnly Jour, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"Avenant {Numero.ToString(Francais.Culture)} signé le {EnClair.Date(Jour)} : {Cas.Libelle()}, {EnClair.Montant(Montant)}.";
}

public sealed record SousTraitanceTenue(string Nom, string Phrase, string? Motif = null) : IEvenementMetier
{
    public string Libelle => $"Sous-traitant {Nom} : {Phrase}.";
}

public sealed record CommandeNotee(string Membre, MontantHt Montant, bool EstDepassement, string? Motif, Guid? Collectivite)
    : IEvenementMetier
{
    public string Libelle =>
        $"Commande {GrammaireDuNom.De(Membre)} : {EnClair.Montant(Montant)}{(EstDepassement ? ", au-delà du maximum (dépassement)" : "")}.";
}

public sealed record InformationEnvoyee(int Membres, ObjetDInformation Objet) : IEvenementMetier
{
    public string Libelle =>
        $"Information envoyée à {EnClair.Compter(Membres, "membre")} : {(Objet is ObjetDInformation.Resiliation ? "résiliation et son motif" : "titulaire, lots, prix, date de début")}.";
}

public sealed record DonneesEssentiellesTenues(string Phrase) : IEvenementMetier
{
    public string Libelle => $"{Phrase}.";
}
