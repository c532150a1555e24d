using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record GroupementCree(ReferenceDeGroupement Reference, string Nom) : IEvenementMetier
{
    public string Libelle => $"Groupement {Reference} créé : {Nom}.";
}

public sealed record GroupementModifie(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Identité du groupement modifiée.";
}

public sealed record CoordonnateurChange : IEvenementMetier
{
    public string Libelle => "Coordonnateur du groupement changé.";
}

public sealed record MillesimeOuvert(ReferenceDeGroupement Reference, int Annee) : IEvenementMetier
{
    public string Libelle =>
        $"Nouveau millésime {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} ouvert : {Reference}.";
}

public sealed record ReglesFixees(string? Avant, string? Apres, string? Motif = null) : IEvenementMetier
{
    public string Libelle => "Règles de la convention fixées.";
}

public sealed record GroupementConfie : IEvenementMetier
{
    public string Libelle => "Responsable et suppléant du groupement désignés.";
}

public sealed record GroupementOuvert : IEvenementMetier
{
    public string Libelle => "Groupement ouvert : ses procédures peuvent être lancées.";
}

public sealed record GroupementClos(DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle => $"Groupement clos au {EnClair.Date(DernierJour)}.";
}

public sealed record PrestationAjoutee(string Code, string Nom) : IEvenementMetier
{
    public string Libelle => $"Prestation {Code} ajoutée : {Nom}.";
}

public sealed record PrestationModifiee(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Prestation modifiée.";
}

public sealed record PrestationRetiree(string Nom, bool Retiree) : IEvenementMetier
{
    public string Libelle => Retiree ? $"Prestation « {Nom} » retirée de la carte." : $"Prestation « {Nom} » remise à la carte.";
}

public sealed record PrestationSupprimee(string Code, string Nom) : IEvenementMetier
{
    public string Libelle => $"Prestation {Code} supprimée : {Nom}.";
}

public sealed record PrestationsOrdonnees(string? Apres) : IEvenementMetier
{
    public string Libelle => "Prestations rangées dans un autre ordre.";
}

public sealed record LotAjoute(int Numero, string Intitule) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} ajouté : {Intitule}.";
}

public sealed record LotModifie(int Numero, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} modifié.";
}

public sealed record LotRetire(int Numero, string Intitule, bool Retire) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} « {Intitule} » {(Retire ? "retiré" : "repris")}.";
}

public sealed record LotSupprime(int Numero, string Intitule) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} supprimé : {Intitule}.";
}

/// <summary>La prestation demandée n'est pas de ce groupement.</summary>
public sealed class PrestationInconnueException(PrestationId prestation)
    : Exception($"La prestation {prestation.Valeur} n'est pas de ce groupement.");

/// <summary>Le lot demandé n'est pas de ce groupement ou de cette procédure.</summary>
public sealed class LotInconnuException(int numero) : Exception($"Le lot {numero} n'existe pas ici.");

/// <summary>Le dernier jour du préavis de retrait d'une année est à l'échéancier.</summary>
public sealed record PreavisSuivi(DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle => $"Dernier jour où informer le coordonnateur d'un retrait : {EnClair.Date(DernierJour)}.";
}
