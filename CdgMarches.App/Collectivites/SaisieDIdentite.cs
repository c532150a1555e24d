using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Collectivites;

/// <summary>Le formulaire de l'identité : ce qui est tapé, gardé tel quel même quand cela ne se lit pas.</summary>
public sealed class SaisieDIdentite
{
    public string? Nom { get; set; }

    public string? NomCourt { get; set; }

    public CategorieDeCollectivite Categorie { get; set; }

    public string? CategorieJuridique { get; set; }

    public string? Siret { get; set; }

    public string? Siren { get; set; }

    public string? CodeInsee { get; set; }

    public string? Departement { get; set; }

    public bool DisposeCao { get; set; }

    public SaisieDAdresse Siege { get; set; } = new();

    public SaisieDAdresse Postale { get; set; } = new();

    public string? Courriel { get; set; }

    public string? Telephone { get; set; }

    public bool ChorusService { get; set; }

    public bool ChorusEngagement { get; set; }

    public string? ChorusCode { get; set; }

    public string? ChorusNom { get; set; }

    public bool AccesDeSaCommune { get; set; } = true;

    public string? Comptable { get; set; }

    public string? Notes { get; set; }

    public bool GrammaireCorrigee { get; set; }

    public string? NomAvecDe { get; set; }

    public string? Designation { get; set; }

    public string? DesignationAvecDe { get; set; }

    public string? DesignationAvecA { get; set; }

    public SuggestionDeCollectivite? Parent { get; set; }

    public Guid? Responsable { get; set; }

    public Guid? Suppleant { get; set; }

    public static SaisieDIdentite De(IdentiteDeCollectivite i, GrammaireDuNom? grammaire = null)
    {
        var saisie = new SaisieDIdentite
        {
            Nom = i.Nom,
            NomCourt = i.NomCourt,
            Categorie = i.Categorie,
            CategorieJuridique = i.CategorieJuridique ?? Domain.Collectivites.Categorie.De(i.Categorie).CategorieJuridique,
            Siret = i.Siret?.Formater(),
            Siren = i.Siren?.Formater(),
            CodeInsee = i.CodeInsee?.Valeur,
            Departement = i.Departement,
            DisposeCao = i.DisposeCao ?? Domain.Collectivites.Categorie.De(i.Categorie).DisposeCaoParDefaut,
            Siege = SaisieDAdresse.De(i.Siege),
            Postale = SaisieDAdresse.De(i.Postale),
            Courriel = i.Courriel,
            Telephone = i.Telephone,
            ChorusService = i.Chorus.ServiceObligatoire,
            ChorusEngagement = i.Chorus.EngagementObligatoire,
            ChorusCode = i.Chorus.CodeDuService,
            ChorusNom = i.Chorus.NomDuService,
            AccesDeSaCommune = i.UtiliseLAccesDeSaCommune,
            Comptable = i.Comptable,
            Notes = i.Notes,
            GrammaireCorrigee = i.Grammaire is not null,
        };
        saisie.Prendre(i.Grammaire ?? grammaire ?? GrammaireDuNom.Proposer(i.Categorie, i.Nom));
        return saisie;
    }

    /// <summary>Reprend les tournures que le nom et la catégorie proposent, tant que l'agent ne les a pas corrigées.</summary>
    public void Proposer()
    {
        if (!GrammaireCorrigee)
        {
            Prendre(GrammaireDuNom.Proposer(Categorie, Nom ?? ""));
        }
    }

    /// <summary>Ce que la catégorie suppose, quand on en change.</summary>
    public void ChangerDeCategorie(CategorieDeCollectivite categorie)
    {
        Categorie = categorie;
        CategorieJuridique = Domain.Collectivites.Categorie.De(categorie).CategorieJuridique;
        DisposeCao = Domain.Collectivites.Categorie.De(categorie).DisposeCaoParDefaut;
        Proposer();
    }

    /// <summary>Lit la saisie ; un numéro qui ne se lit pas fait une erreur à son champ.</summary>
    public (IdentiteDeCollectivite Identite, IReadOnlyList<ErreurDeSaisie> Erreurs) Lire(IdentiteDeCollectivite? enFiche = null)
    {
        List<ErreurDeSaisie> erreurs = [];
        var siret = Numero<Siret>(
            "siret",
            Siret,
            Domain.Noyau.Siret.TryParse,
            "Ce SIRET n'est pas valide (clé de contrôle). Vérifiez les 14 chiffres.",
            erreurs
        );
        var siren = Numero<Siren>(
            "siren",
            Siren,
            Domain.Noyau.Siren.TryParse,
            "Ce SIREN n'est pas valide (clé de contrôle). Vérifiez les 9 chiffres.",
            erreurs
        );
        var insee = Numero<CodeInsee>(
            "code-insee",
            CodeInsee,
            Domain.Noyau.CodeInsee.TryParse,
            "Ce code INSEE n'est pas valide : cinq caractères sont attendus, par exemple 62041 ou 2A004.",
            erreurs
        );
        var identite = new IdentiteDeCollectivite
        {
            Nom = Nom ?? "",
            NomCourt = NomCourt,
            Categorie = Categorie,
            CategorieJuridique = CategorieJuridique,
            Siret = siret,
            Siren = siren,
            CodeInsee = insee,
            Departement = Departement,
            DisposeCao = DisposeCao,
            Siege = Siege.Lire(),
            Postale = Postale.Lire(),
            Courriel = Courriel,
            Telephone = Telephone,
            Chorus = new ParametresChorus(ChorusService, ChorusEngagement, ChorusCode, ChorusNom),
            UtiliseLAccesDeSaCommune = AccesDeSaCommune,
            Comptable = Comptable,
            Notes = Notes,
            Grammaire = GrammaireCorrigee
                ? new GrammaireDuNom(NomAvecDe ?? "", Designation ?? "", DesignationAvecDe ?? "", DesignationAvecA ?? "")
                : null,
        };
        erreurs.AddRange(
            identite
                .Examiner(enFiche)
                .Obstacles.Where(o => erreurs.TrueForAll(e => e.Champ != o.Champ))
                .Select(o => new ErreurDeSaisie(o.Champ ?? "", o.Message))
        );
        return (identite, erreurs);
    }

    private delegate bool Essai<T>(string? texte, out T? valeur)
        where T : class;

    private static T? Numero<T>(string champ, string? texte, Essai<T> essai, string message, List<ErreurDeSaisie> erreurs)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return null;
        }

        if (!essai(texte, out var valeur))
        {
            erreurs.Add(new ErreurDeSaisie(champ, message));
        }

        return valeur;
    }

    private void Prendre(GrammaireDuNom g) =>
        (NomAvecDe, Designation, DesignationAvecDe, DesignationAvecA) = (
            g.NomAvecDe,
            g.Designation,
            g.DesignationAvecDe,
            g.DesignationAvecA
        );
}

/// <summary>Une adresse telle qu'on la tape.</summary>
public sealed class SaisieDAdresse
{
    public string? Ligne1 { get; set; }

    public string? Ligne2 { get; set; }

    public string? CodePostal { get; set; }

    public string? Ville { get; set; }

    public static SaisieDAdresse De(Adresse a) =>
        new()
        {
            Ligne1 = a.Ligne1,
            Ligne2 = a.Ligne2,
            CodePostal = a.CodePostal,
            Ville = a.Ville,
        };

    public Adresse Lire() => new(Ligne1, Ligne2, CodePostal, Ville);
}
