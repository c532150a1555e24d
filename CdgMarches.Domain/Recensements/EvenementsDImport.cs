using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

public sealed record CelluleImportee(
    Guid? Collectivite,
    int Ligne,
    ChampDeReponse Champ,
    string? Avant,
    string? Apres,
    string Fichier
) : IEvenementMetier
{
    public string Libelle => $"Ligne {Ligne}, {Champ.Libelle().ToLower(Francais.Culture)} importé de « {Fichier} ».";
}

public sealed record ClasseurImporte(Guid? Collectivite, string Fichier, string Empreinte, int Lignes, int Ecartees)
    : IEvenementMetier
{
    public string Libelle =>
        $"Classeur « {Fichier} » importé : {EnClair.Compter(Lignes, "ligne écrite")}{(Ecartees > 0 ? $", {EnClair.Compter(Ecartees, "écartée")}" : "")}.";

    public string? Apres => $"SHA-256 {Empreinte}";
}

public sealed record ImportDeClasseurAnnule(Guid? Collectivite, string Fichier, int Lignes, int Gardees) : IEvenementMetier
{
    public string Libelle =>
        $"Import de « {Fichier} » annulé : {EnClair.Compter(Lignes, "ligne rétablie")}{(Gardees > 0 ? $", {EnClair.Compter(Gardees, "gardée car changée depuis", "gardées car changées depuis")}" : "")}.";
}

public sealed record CelluleRetablie(
    Guid? Collectivite,
    int Ligne,
    ChampDeReponse Champ,
    string? Avant,
    string? Apres,
    string Fichier
) : IEvenementMetier
{
    public string Libelle =>
        $"Ligne {Ligne}, {Champ.Libelle().ToLower(Francais.Culture)} rétabli : import de « {Fichier} » annulé.";
}
