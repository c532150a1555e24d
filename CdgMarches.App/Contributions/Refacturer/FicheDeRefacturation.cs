using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Une refacturation dans la liste.</summary>
public sealed record LigneDeRefacturation(
    RefacturationId Id,
    string Intitule,
    string NomDuGroupement,
    int Exercice,
    string Occurrence,
    CleDePartage Partage,
    DateOnly? ArreteeLe,
    int Lignes
);

/// <summary>Une refacturation, ses frais et les parts de chacun.</summary>
public sealed record FicheDeRefacturation(
    Refacturation Refacturation,
    string NomDuGroupement,
    IReadOnlyList<PartLue> Parts,
    Verdict PeutArreter,
    IReadOnlyList<MembreLu> Membres,
    CampagneDAppelId? Campagne,
    IReadOnlyDictionary<int, string> Origines,
    bool PeutGerer
);

/// <summary>La part d'un membre, avec son nom.</summary>
public sealed record PartLue(CollectiviteId Collectivite, string Nom, PartDeFrais Part);

/// <summary>Un membre du groupement, inscrit ou présent.</summary>
public sealed record MembreLu(CollectiviteId Collectivite, string Nom, bool Inscrit, bool Present);
