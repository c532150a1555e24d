using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Une collectivité à plat, telle qu'un fichier la porte : ce que l'export écrit, ce que l'import compare et garde.</summary>
/// <remarks>L'effectif et la population sont ceux d'une année, que la ligne nomme.</remarks>
public sealed record FicheEchangee
{
    public string? Identifiant { get; init; }

    public string? Siret { get; init; }

    public string? Siren { get; init; }

    public string? Nom { get; init; }

    public string? NomCourt { get; init; }

    public CategorieDeCollectivite? Categorie { get; init; }

    public string? CategorieJuridique { get; init; }

    public string? CodeInsee { get; init; }

    public string? Departement { get; init; }

    public bool? DisposeCao { get; init; }

    /// <summary>Le SIREN de la collectivité de rattachement.</summary>
    public string? SirenDuParent { get; init; }

    /// <summary>La fiche de rattachement, pour l'annulation ; aucune colonne ne la porte.</summary>
    public Guid? Parent { get; init; }

    public string? SiegeLigne1 { get; init; }

    public string? SiegeLigne2 { get; init; }

    public string? SiegeCodePostal { get; init; }

    public string? SiegeVille { get; init; }

    public string? PostaleLigne1 { get; init; }

    public string? PostaleLigne2 { get; init; }

    public string? PostaleCodePostal { get; init; }

    public string? PostaleVille { get; init; }

    public string? Courriel { get; init; }

    public string? Telephone { get; init; }

    public bool? ChorusService { get; init; }

    public bool? ChorusEngagement { get; init; }

    public string? ChorusCode { get; init; }

    public string? ChorusNom { get; init; }

    public bool? AccesDeSaCommune { get; init; }

    public string? Comptable { get; init; }

    public long? AnneeDEffectif { get; init; }

    public long? Agents { get; init; }

    public string? Definition { get; init; }

    public string? SourceDEffectif { get; init; }

    public DateOnly? DeclareLe { get; init; }

    public long? AnneeDePopulation { get; init; }

    public long? PopulationTotale { get; init; }

    public long? PopulationMunicipale { get; init; }

    public string? SourceDePopulation { get; init; }

    public string? Notes { get; init; }

    /// <param name="c">La fiche.</param>
    /// <param name="sirenDuParent">Le SIREN de sa collectivité de rattachement.</param>
    /// <param name="anneeDEffectif">L'année de l'effectif à porter.</param>
    /// <param name="anneeDePopulation">L'année de la population à porter.</param>
    public static FicheEchangee De(Collectivite c, string? sirenDuParent, int? anneeDEffectif, int? anneeDePopulation)
    {
        var effectif = anneeDEffectif is { } a ? c.EffectifDe(a) : null;
        var population = anneeDePopulation is { } p ? c.PopulationDe(p) : null;
        return new FicheEchangee
        {
            Identifiant = c.Id.Valeur.ToString("D"),
            Siret = c.Siret?.Valeur,
            Siren = c.Siren?.Valeur,
            Nom = c.Nom,
            NomCourt = c.NomCourt,
            Categorie = c.Categorie,
            CategorieJuridique = c.CategorieJuridique,
            CodeInsee = c.CodeInsee?.Valeur,
            Departement = c.Departement,
            DisposeCao = c.DisposeCao,
            SirenDuParent = sirenDuParent,
            Parent = c.Parent?.Valeur,
            SiegeLigne1 = c.Siege.Ligne1,
            SiegeLigne2 = c.Siege.Ligne2,
            SiegeCodePostal = c.Siege.CodePostal,
            SiegeVille = c.Siege.Ville,
            PostaleLigne1 = c.Postale.Ligne1,
            PostaleLigne2 = c.Postale.Ligne2,
            PostaleCodePostal = c.Postale.CodePostal,
            PostaleVille = c.Postale.Ville,
            Courriel = c.Courriel,
            Telephone = c.Telephone,
            ChorusService = c.Chorus.ServiceObligatoire,
            ChorusEngagement = c.Chorus.EngagementObligatoire,
            ChorusCode = c.Chorus.CodeDuService,
            ChorusNom = c.Chorus.NomDuService,
            AccesDeSaCommune = c.UtiliseLAccesDeSaCommune,
            Comptable = c.Comptable,
            AnneeDEffectif = effectif?.Annee,
            Agents = effectif?.Agents,
            Definition = effectif?.Definition,
            SourceDEffectif = effectif?.Source,
            DeclareLe = effectif?.DeclareLe,
            AnneeDePopulation = population?.Annee,
            PopulationTotale = population?.Totale,
            PopulationMunicipale = population?.Municipale,
            SourceDePopulation = population?.Source,
            Notes = c.Notes,
        };
    }

    /// <summary>L'identité que la fiche recevra ; les tournures corrigées par un agent sont gardées.</summary>
    public IdentiteDeCollectivite VersIdentite(IdentiteDeCollectivite? actuelle) =>
        new()
        {
            Nom = Nom ?? "",
            NomCourt = NomCourt,
            Grammaire = actuelle?.Grammaire,
            Categorie = Categorie ?? default,
            CategorieJuridique = CategorieJuridique,
            Siret = Domain.Noyau.Siret.TryParse(Siret, out var siret) ? siret : null,
            Siren = Domain.Noyau.Siren.TryParse(Siren, out var siren) ? siren : null,
            CodeInsee = Domain.Noyau.CodeInsee.TryParse(CodeInsee, out var insee) ? insee : null,
            Departement = Departement,
            DisposeCao = DisposeCao,
            Siege = new Adresse(SiegeLigne1, SiegeLigne2, SiegeCodePostal, SiegeVille),
            Postale = new Adresse(PostaleLigne1, PostaleLigne2, PostaleCodePostal, PostaleVille),
            Courriel = Courriel,
            Telephone = Telephone,
            Chorus = new ParametresChorus(ChorusService ?? false, ChorusEngagement ?? false, ChorusCode, ChorusNom),
            UtiliseLAccesDeSaCommune = AccesDeSaCommune ?? true,
            Comptable = Comptable,
            Notes = Notes,
        };

    public DeclarationDEffectif? VersEffectif() =>
        AnneeDEffectif is { } annee && Agents is { } agents
            ? new DeclarationDEffectif(Entier(annee), Entier(agents), Definition, SourceDEffectif, DeclareLe)
            : null;

    public DeclarationDePopulation? VersPopulation() =>
        AnneeDePopulation is { } annee && (PopulationTotale ?? PopulationMunicipale) is not null
            ? new DeclarationDePopulation(
                Entier(annee),
                PopulationTotale is { } t ? Entier(t) : null,
                PopulationMunicipale is { } m ? Entier(m) : null,
                SourceDePopulation
            )
            : null;

    /// <summary>Un nombre absurde reste absurde : la règle le refusera, sans dépassement ici.</summary>
    private static int Entier(long nombre) => (int)Math.Clamp(nombre, int.MinValue, int.MaxValue);
}
