namespace CdgMarches.App.Documents;

/// <summary>Ce qui manque pour produire un document : dit avant, jamais découvert dans le courrier.</summary>
public static class Manquants
{
    private const string Adresse = "adresse";

    /// <returns>Les libellés de ce qui manque (« adresse », « lots, ligne 2 : intitulé »), aucun si tout y est.</returns>
    public static IReadOnlyList<string> De(IModeleDeDocument nature, DonneesDeFusion donnees)
    {
        List<string> manquants = [];
        if (nature.AvecDestinataire && donnees.Destinataire is not { Lignes.Count: > 0 })
        {
            manquants.Add(Adresse);
        }

        Chercher(nature.Champs, nature.Tables, donnees, "", manquants);
        return manquants;
    }

    /// <summary>« adresse manquante », « adresse et date de séance manquantes ».</summary>
    public static string Phrase(IReadOnlyList<string> manquants) =>
        manquants.Count == 1
            ? manquants[0] == Adresse
                ? "adresse manquante"
                : $"il manque : {manquants[0]}"
            : $"il manque : {string.Join(" ; ", manquants)}";

    private static void Chercher(
        IReadOnlyList<ChampDeModele> champs,
        IReadOnlyList<TableDeModele> tables,
        LigneDeFusion ligne,
        string prefixe,
        List<string> manquants
    )
    {
        manquants.AddRange(
            champs
                .Where(c => c.Obligatoire && string.IsNullOrWhiteSpace(ligne.Champs.GetValueOrDefault(c.Code)))
                .Select(c => prefixe + char.ToLower(c.Libelle[0], Domain.Noyau.Francais.Culture) + c.Libelle[1..])
        );
        foreach (var table in tables)
        {
            foreach (var (rang, interieure) in (ligne.Tables.GetValueOrDefault(table.Code) ?? []).Index())
            {
                Chercher(table.Champs, table.Tables, interieure, $"{prefixe}{table.Libelle}, ligne {rang + 1} : ", manquants);
            }
        }
    }
}
