namespace CdgMarches.Bench.Jeu;

/// <summary>La taille d'un jeu de données : chaque membre répond à chaque ligne de chaque campagne.</summary>
/// <param name="Membres">Les collectivités du groupement.</param>
/// <param name="Lignes">Les lignes du catalogue de l'unique prestation.</param>
/// <param name="Campagnes">Les campagnes ; la dernière est ouverte, les autres sont closes.</param>
public sealed record Dimensions(int Membres, int Lignes, int Campagnes)
{
    public static Dimensions DuBanc { get; } = new(Membres: 1500, Lignes: 200, Campagnes: 3);

    public int Reponses => Membres * Campagnes;

    public int LignesDeReponse => Reponses * Lignes;
}
