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
        $"Classeur « {Fichier} » importé : {Lignes} ligne(s) écrite(s){(Ecartees > 0 ? $", {Ecartees} écartée(s)" : "")}.";

    public string? Apres => $"SHA-256 {Empreinte}";
}

public sealed record ImportDeClasseurAnnule(Guid? Collectivite, string Fichier, int Lignes, int Gardees) : IEvenementMetier
{
    public string Libelle =>
        $"Import de « {Fichier} » annulé : {Lignes} ligne(s) rétablie(s){(Gardees > 0 ? $", {Gardees} gardée(s) car changée(s) depuis" : "")}.";
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
