namespace CdgMarches.Domain.Collectivites;

/// <summary>Les champs de l'identité, nommés comme l'histoire les nomme.</summary>
internal static class ChampsDIdentite
{
    public static IReadOnlyList<(string Champ, string? Valeur)> Lire(Collectivite c) =>
        [
            ("nom", c.Nom),
            ("nom court", c.NomCourt),
            ("catégorie", c.Categorie.Libelle()),
            ("catégorie juridique", c.CategorieJuridique),
            ("SIREN", c.Siren?.Formater()),
            ("SIRET", c.Siret?.Formater()),
            ("code INSEE", c.CodeInsee?.Valeur),
            ("département", c.Departement),
            ("commission d'appel d'offres", c.DisposeCao ? "oui" : "non"),
            ("adresse du siège", Vide(c.Siege.ToString())),
            ("adresse postale", Vide(c.Postale.ToString())),
            ("courriel", c.Courriel),
            ("téléphone", c.Telephone),
            ("Chorus, service obligatoire", c.Chorus.ServiceObligatoire ? "oui" : "non"),
            ("Chorus, engagement obligatoire", c.Chorus.EngagementObligatoire ? "oui" : "non"),
            ("Chorus, code du service", c.Chorus.CodeDuService),
            ("Chorus, nom du service", c.Chorus.NomDuService),
            ("accès de sa commune", c.UtiliseLAccesDeSaCommune ? "oui" : "non"),
            ("comptable", c.Comptable),
            ("notes internes", c.Notes),
            (
                "tournures du nom",
                string.Join(
                    " ; ",
                    c.Grammaire.NomAvecDe,
                    c.Grammaire.Designation,
                    c.Grammaire.DesignationAvecDe,
                    c.Grammaire.DesignationAvecA
                )
            ),
        ];

    private static string? Vide(string texte) => texte.Length == 0 ? null : texte;
}
