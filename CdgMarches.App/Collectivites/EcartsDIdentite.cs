using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites;

/// <summary>Les champs de l'identité, tels qu'un conflit entre deux agents les compare et les reprend.</summary>
internal static class EcartsDIdentite
{
    /// <param name="agents">Les agents du CDG, pour montrer leur nom et non leur identifiant.</param>
    public static IReadOnlyList<ChampCompare<SaisieDIdentite>> Champs(IReadOnlyList<Option<Guid?>> agents) =>
        [
            new("Nom", s => s.Nom, (vers, de) => vers.Nom = de.Nom),
            new("Nom court", s => s.NomCourt, (vers, de) => vers.NomCourt = de.NomCourt),
            new("Catégorie", s => s.Categorie.Libelle(), (vers, de) => vers.Categorie = de.Categorie),
            new("Catégorie juridique", s => s.CategorieJuridique, (vers, de) => vers.CategorieJuridique = de.CategorieJuridique),
            new("SIRET", s => s.Siret, (vers, de) => vers.Siret = de.Siret),
            new("SIREN", s => s.Siren, (vers, de) => vers.Siren = de.Siren),
            new("Code INSEE", s => s.CodeInsee, (vers, de) => vers.CodeInsee = de.CodeInsee),
            new("Département", s => s.Departement, (vers, de) => vers.Departement = de.Departement),
            new("Commission d'appel d'offres", s => Oui(s.DisposeCao), (vers, de) => vers.DisposeCao = de.DisposeCao),
            new("Rattachement", s => s.Parent?.Nom, (vers, de) => vers.Parent = de.Parent),
            new("Adresse du siège", s => s.Siege.Lire().ToString(), (vers, de) => vers.Siege = de.Siege),
            new("Adresse postale", s => s.Postale.Lire().ToString(), (vers, de) => vers.Postale = de.Postale),
            new("Courriel", s => s.Courriel, (vers, de) => vers.Courriel = de.Courriel),
            new("Téléphone", s => s.Telephone, (vers, de) => vers.Telephone = de.Telephone),
            new("Tournures des lettres", Tournures, CopierLesTournures),
            new("Chorus : service obligatoire", s => Oui(s.ChorusService), (vers, de) => vers.ChorusService = de.ChorusService),
            new(
                "Chorus : engagement obligatoire",
                s => Oui(s.ChorusEngagement),
                (vers, de) => vers.ChorusEngagement = de.ChorusEngagement
            ),
            new("Chorus : code du service", s => s.ChorusCode, (vers, de) => vers.ChorusCode = de.ChorusCode),
            new("Chorus : nom du service", s => s.ChorusNom, (vers, de) => vers.ChorusNom = de.ChorusNom),
            new(
                "Utilise l'accès de sa commune",
                s => Oui(s.AccesDeSaCommune),
                (vers, de) => vers.AccesDeSaCommune = de.AccesDeSaCommune
            ),
            new("Comptable", s => s.Comptable, (vers, de) => vers.Comptable = de.Comptable),
            new("Agent qui suit la fiche", s => Nommer(s.Responsable, agents), (vers, de) => vers.Responsable = de.Responsable),
            new("Suppléant", s => Nommer(s.Suppleant, agents), (vers, de) => vers.Suppleant = de.Suppleant),
            new("Notes internes", s => s.Notes, (vers, de) => vers.Notes = de.Notes),
        ];

    private static string Oui(bool oui) => oui ? "oui" : "non";

    private static string? Tournures(SaisieDIdentite s) =>
        s.GrammaireCorrigee
            ? string.Join(" ; ", s.NomAvecDe, s.Designation, s.DesignationAvecDe, s.DesignationAvecA)
            : "proposées";

    private static void CopierLesTournures(SaisieDIdentite vers, SaisieDIdentite de)
    {
        vers.GrammaireCorrigee = de.GrammaireCorrigee;
        (vers.NomAvecDe, vers.Designation) = (de.NomAvecDe, de.Designation);
        (vers.DesignationAvecDe, vers.DesignationAvecA) = (de.DesignationAvecDe, de.DesignationAvecA);
    }

    private static string? Nommer(Guid? agent, IReadOnlyList<Option<Guid?>> agents) =>
        agent is null ? null : agents.FirstOrDefault(a => a.Valeur == agent)?.Libelle ?? agent.ToString();
}
