namespace CdgMarches.Domain.Parametres;

/// <summary>Les délais que ni la loi ni une convention ne fixent, et que le CDG règle par des valeurs datées.</summary>
public static class CodesDesCourriels
{
    /// <summary>Jours ouvrés pour transmettre aux membres ce que le coordonnateur reçoit (RG7.03).</summary>
    public const string Transmission = "delai.transmission-aux-membres";

    /// <summary>Jours après lesquels un accusé de réception qui n'est pas revenu est réclamé.</summary>
    public const string RetourDAccuse = "delai.retour-d-accuse";

    public static IReadOnlyList<string> Tous { get; } = [Transmission, RetourDAccuse];

    public static string Libelle(string code) =>
        code switch
        {
            Transmission => "transmettre aux membres (jours ouvrés)",
            RetourDAccuse => "réclamer un accusé de réception (jours)",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Ce code n'est pas celui d'un délai."),
        };

    /// <summary>La valeur d'origine, tant que le CDG n'en a pas fixé.</summary>
    public static int Defaut(string code) =>
        code switch
        {
            Transmission => 2,
            RetourDAccuse => 21,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Ce code n'est pas celui d'un délai."),
        };

    /// <summary>Le délai en vigueur ce jour-là.</summary>
    public static int Delai(this ValeursDatees valeurs, string code, DateOnly jour, Guid? groupement = null) =>
        (int)(valeurs.EnVigueur(code, jour, groupement)?.Nombre ?? Defaut(code));
}
