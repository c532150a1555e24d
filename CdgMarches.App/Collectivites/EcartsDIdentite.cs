using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites;

/// <summary>Compare, champ par champ, ce que deux agents ont fait de la même identité.</summary>
internal static class EcartsDIdentite
{
    /// <summary>Un champ du formulaire : comment le montrer, et comment le reprendre d'une saisie dans une autre.</summary>
    private sealed record Champ(
        string Cle,
        string Libelle,
        Func<SaisieDIdentite, string?> Lire,
        Action<SaisieDIdentite, SaisieDIdentite> Copier
    );

    private static readonly IReadOnlyList<Champ> Champs =
    [
        new("nom", "Nom", s => s.Nom, (vers, de) => vers.Nom = de.Nom),
        new("nom-court", "Nom court", s => s.NomCourt, (vers, de) => vers.NomCourt = de.NomCourt),
        new("categorie", "Catégorie", s => s.Categorie.Libelle(), (vers, de) => vers.Categorie = de.Categorie),
        new(
            "categorie-juridique",
            "Catégorie juridique",
            s => s.CategorieJuridique,
            (vers, de) => vers.CategorieJuridique = de.CategorieJuridique
        ),
        new("siret", "SIRET", s => s.Siret, (vers, de) => vers.Siret = de.Siret),
        new("siren", "SIREN", s => s.Siren, (vers, de) => vers.Siren = de.Siren),
        new("code-insee", "Code INSEE", s => s.CodeInsee, (vers, de) => vers.CodeInsee = de.CodeInsee),
        new("departement", "Département", s => s.Departement, (vers, de) => vers.Departement = de.Departement),
        new("dispose-cao", "Commission d'appel d'offres", s => Oui(s.DisposeCao), (vers, de) => vers.DisposeCao = de.DisposeCao),
        new("parent", "Rattachement", s => s.Parent?.Nom, (vers, de) => vers.Parent = de.Parent),
        new("siege", "Adresse du siège", s => s.Siege.Lire().ToString(), (vers, de) => vers.Siege = de.Siege),
        new("postale", "Adresse postale", s => s.Postale.Lire().ToString(), (vers, de) => vers.Postale = de.Postale),
        new("courriel", "Courriel", s => s.Courriel, (vers, de) => vers.Courriel = de.Courriel),
        new("telephone", "Téléphone", s => s.Telephone, (vers, de) => vers.Telephone = de.Telephone),
        new("tournures", "Tournures des lettres", Tournures, CopierLesTournures),
        new(
            "chorus-s",
            "Chorus : service obligatoire",
            s => Oui(s.ChorusService),
            (vers, de) => vers.ChorusService = de.ChorusService
        ),
        new(
            "chorus-e",
            "Chorus : engagement obligatoire",
            s => Oui(s.ChorusEngagement),
            (vers, de) => vers.ChorusEngagement = de.ChorusEngagement
        ),
        new("chorus-c", "Chorus : code du service", s => s.ChorusCode, (vers, de) => vers.ChorusCode = de.ChorusCode),
        new("comptable", "Comptable", s => s.Comptable, (vers, de) => vers.Comptable = de.Comptable),
        new(
            "responsable",
            "Agent qui suit la fiche",
            s => s.Responsable?.ToString(),
            (vers, de) => vers.Responsable = de.Responsable
        ),
        new("suppleant", "Suppléant", s => s.Suppleant?.ToString(), (vers, de) => vers.Suppleant = de.Suppleant),
        new("notes", "Notes internes", s => s.Notes, (vers, de) => vers.Notes = de.Notes),
    ];

    /// <summary>
    /// Les champs à arbitrer : ceux que les deux ont changés, autrement. Un champ que seul l'autre a changé est repris de lui,
    /// un champ que j'ai seul changé est gardé.
    /// </summary>
    /// <param name="mienne">Ce que j'ai saisi.</param>
    /// <param name="depart">Ce que j'avais sous les yeux en commençant.</param>
    /// <param name="sienne">Ce que la base contient maintenant.</param>
    /// <param name="agents">Les noms des agents, pour les montrer.</param>
    public static IReadOnlyList<EcartDeSaisie> Comparer(
        SaisieDIdentite mienne,
        SaisieDIdentite depart,
        SaisieDIdentite sienne,
        IReadOnlyList<Option<Guid?>> agents
    )
    {
        List<EcartDeSaisie> ecarts = [];
        foreach (var champ in Champs)
        {
            var (moi, avant, lui) = (Net(champ.Lire(mienne)), Net(champ.Lire(depart)), Net(champ.Lire(sienne)));
            if (moi == avant)
            {
                champ.Copier(mienne, sienne);
            }
            else if (lui != avant && moi != lui)
            {
                ecarts.Add(new EcartDeSaisie(champ.Cle, champ.Libelle, Nommer(moi, agents), Nommer(lui, agents)));
            }
        }

        return ecarts;
    }

    /// <summary>Met dans ma saisie la valeur de l'autre, pour les champs où je la prends.</summary>
    public static void Prendre(SaisieDIdentite mienne, SaisieDIdentite sienne, IReadOnlySet<string> prises)
    {
        foreach (var champ in Champs.Where(c => prises.Contains(c.Cle)))
        {
            champ.Copier(mienne, sienne);
        }
    }

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

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    private static string? Nommer(string? valeur, IReadOnlyList<Option<Guid?>> agents) =>
        Guid.TryParse(valeur, out var id) ? agents.FirstOrDefault(a => a.Valeur == id)?.Libelle ?? valeur : valeur;
}
