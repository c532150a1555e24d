using System.Text.Json;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>L'aperçu d'un classeur de membre, tel qu'il est gardé sur le serveur entre l'examen et l'application.</summary>
/// <param name="Lignes">Les lignes qui changent quelque chose ou dont il y a à dire ; les inchangées ne sont que comptées.</param>
/// <param name="Neants">Les prestations que le fichier dit sans besoin.</param>
/// <param name="Avis">Ce qui est bon à savoir du fichier entier.</param>
public sealed record ApercuDeBesoins(
    IReadOnlyList<LigneDeBesoin> Lignes,
    IReadOnlyList<NeantDansLeFichier> Neants,
    IReadOnlyList<string> Avis
)
{
    public int ErreursDeNeant => Neants.Count(n => n.Erreur is not null);

    internal string EnJson() => JsonSerializer.Serialize(this);

    internal static ApercuDeBesoins DeJson(string? json) =>
        json is null ? new ApercuDeBesoins([], [], []) : JsonSerializer.Deserialize<ApercuDeBesoins>(json)!;
}

/// <summary>Une ligne du fichier.</summary>
/// <param name="Reponse">La réponse qu'elle change.</param>
/// <param name="Feuille">Le nom de sa feuille.</param>
/// <param name="NumeroExcel">Le numéro de ligne qu'Excel affiche.</param>
/// <param name="Ligne">Le numéro de la ligne de catalogue ; 0 si le fichier n'en dit pas de lisible.</param>
/// <param name="Designation">Sa désignation.</param>
/// <param name="Etat">L'état montré.</param>
/// <param name="Cellules">Les cellules qui changent.</param>
/// <param name="Messages">Toutes ses remarques, chacune avec feuille, ligne et colonne.</param>
/// <param name="Sort">Ce qui en a été fait, une fois l'import appliqué.</param>
public sealed record LigneDeBesoin(
    Guid Reponse,
    string Feuille,
    int NumeroExcel,
    int Ligne,
    string Designation,
    EtatDeLigne Etat,
    IReadOnlyList<CelluleDeBesoin> Cellules,
    IReadOnlyList<string> Messages,
    SortDeLigneImportee Sort = SortDeLigneImportee.EnAttente
)
{
    /// <summary>Vrai si l'appliquer écrirait quelque chose.</summary>
    public bool AEcrire => Etat is not EtatDeLigne.Erreur && Cellules.Count > 0 && Sort is SortDeLigneImportee.EnAttente;
}

/// <summary>Ce qu'il est advenu d'une ligne importée.</summary>
public enum SortDeLigneImportee
{
    EnAttente,
    Ecrite,

    /// <summary>Quelqu'un a changé une de ses cellules depuis l'aperçu : rien n'y a été écrit.</summary>
    Conflit,

    /// <summary>L'import annulé, ses valeurs d'avant sont revenues.</summary>
    Retablie,

    /// <summary>L'import annulé, elle est restée : quelqu'un l'avait changée depuis.</summary>
    Gardee,
}

/// <summary>Une cellule qui change : d'où à où.</summary>
/// <param name="Lettre">La colonne d'Excel.</param>
/// <param name="Champ">La colonne de la grille.</param>
/// <param name="Lue">La valeur en base à l'examen.</param>
/// <param name="Nouvelle">La valeur du fichier.</param>
public sealed record CelluleDeBesoin(string Lettre, ChampDeReponse Champ, ValeurDeCellule Lue, ValeurDeCellule Nouvelle);

/// <summary>Une prestation que le fichier dit sans besoin.</summary>
/// <param name="Reponse">La réponse.</param>
/// <param name="Libelle">La prestation.</param>
/// <param name="NumeroExcel">Sa ligne dans la feuille « Prestations ».</param>
/// <param name="Erreur">Ce qui s'y oppose ; null si elle peut être déclarée.</param>
/// <param name="Declare">Vrai une fois l'import appliqué.</param>
public sealed record NeantDansLeFichier(
    Guid Reponse,
    string Libelle,
    int NumeroExcel,
    string? Erreur = null,
    bool Declare = false
);
