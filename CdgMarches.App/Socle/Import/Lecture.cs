namespace CdgMarches.App.Socle.Import;

/// <summary>Ce que l'analyse d'une cellule a donné : une valeur, avec ou sans réserve, ou un refus.</summary>
public readonly record struct Lecture<T>
{
    public T? Valeur { get; internal init; }

    public string? Erreur { get; internal init; }

    public string? Avertissement { get; internal init; }
}

public static class Lecture
{
    public static Lecture<T> Ok<T>(T valeur, string? avertissement = null) =>
        new() { Valeur = valeur, Avertissement = avertissement };

    /// <param name="erreur">Une phrase qui se lit après « ligne 27, colonne E : ».</param>
    public static Lecture<T> Refus<T>(string erreur) => new() { Erreur = erreur };
}

public enum Gravite
{
    Avertissement,
    Erreur,
}

/// <summary>Ce qu'il faut dire d'une cellule ou d'une ligne, en une phrase qui se lit après « ligne 27, colonne E : ».</summary>
public sealed record Remarque(Gravite Gravite, string Message)
{
    public static Remarque Erreur(string message) => new(Gravite.Erreur, message);

    public static Remarque Avertissement(string message) => new(Gravite.Avertissement, message);
}
