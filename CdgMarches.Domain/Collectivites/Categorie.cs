using System.Collections.Frozen;
using static CdgMarches.Domain.Collectivites.CategorieDeCollectivite;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce que le droit attache à une catégorie, et les mots qui la disent.</summary>
/// <param name="Code">La catégorie.</param>
/// <param name="Libelle">Le nom affiché.</param>
/// <param name="CategoriesJuridiques">Les catégories juridiques de l'INSEE (niveau III) admises, la plus courante d'abord (RG9.04).</param>
/// <param name="Designation">Le nom commun précédé de son article : « la commune ».</param>
/// <param name="CollectiviteOuEpl">Collectivité territoriale ou établissement public local.</param>
/// <param name="EstEsms">Établissement social ou médico-social : un CCAS n'en est pas un (RG1.16).</param>
/// <param name="EstOph">Office public de l'habitat.</param>
/// <param name="DisposeCaoParDefaut">A ordinairement sa propre commission d'appel d'offres.</param>
/// <param name="Parent">La collectivité de rattachement attendue.</param>
/// <param name="Sigle">Le sigle par lequel un nom de cette catégorie commence souvent.</param>
/// <remarks>
/// RG1.15, RG1.16, RG9.04. CGCT L1414-2 et L1414-3 : les ESMS et les OPH ne comptent pas parmi les collectivités et
/// établissements publics locaux qui font la majorité d'un groupement.
/// </remarks>
public sealed record Categorie(
    CategorieDeCollectivite Code,
    string Libelle,
    IReadOnlyList<string> CategoriesJuridiques,
    string Designation,
    bool CollectiviteOuEpl,
    bool EstEsms,
    bool EstOph,
    bool DisposeCaoParDefaut,
    ParentAttendu Parent = ParentAttendu.Libre,
    string? Sigle = null
)
{
    private static readonly FrozenDictionary<CategorieDeCollectivite, Categorie> ParCode = Table()
        .ToFrozenDictionary(c => c.Code);

    /// <summary>Toutes, dans l'ordre où un agent les cherche.</summary>
    public static IReadOnlyList<Categorie> Toutes { get; } = [.. Enum.GetValues<CategorieDeCollectivite>().Select(De)];

    /// <summary>La catégorie juridique proposée.</summary>
    public string CategorieJuridique => CategoriesJuridiques[0];

    /// <summary>Compte parmi les collectivités et EPL autres qu'ESMS et OPH de CGCT L1414-3 (RG2.02).</summary>
    public bool CompteDansLaMajorite => CollectiviteOuEpl && !EstEsms && !EstOph;

    public bool EstEpciAFiscalitePropre =>
        Code is CommunauteDeCommunes or CommunauteDAgglomeration or CommunauteUrbaine or Metropole;

    /// <summary>Un établissement de la commune, que la convention nomme : le CIAS, intercommunal, n'en est pas (RG6.27).</summary>
    public bool PeutUtiliserLAccesDeSaCommune => Code is Ccas or CaisseDesEcoles;

    /// <summary>Un organisme public : son SIREN commence par 1 ou 2 (RG9.01).</summary>
    public bool EstOrganismePublic => Code is not (Association or Prive);

    public static Categorie De(CategorieDeCollectivite code) => ParCode[code];

    private static Categorie[] Table() =>
        [
            new(Commune, "Commune", ["7210", "7312"], "la commune", true, false, false, true, ParentAttendu.Epci),
            Epci(CommunauteDeCommunes, "Communauté de communes", "7346", "la communauté de communes", "CC"),
            Epci(CommunauteDAgglomeration, "Communauté d'agglomération", "7348", "la communauté d'agglomération", "CA"),
            Epci(CommunauteUrbaine, "Communauté urbaine", "7343", "la communauté urbaine", "CU"),
            Epci(Metropole, "Métropole", "7344", "la métropole", null),
            Local(Sivu, "SIVU", ["7353"], "le SIVU", sigle: "SIVU"),
            Local(Sivom, "SIVOM", ["7345"], "le SIVOM", sigle: "SIVOM"),
            Local(SyndicatMixteFerme, "Syndicat mixte fermé", ["7354"], "le syndicat mixte"),
            Local(SyndicatMixteOuvert, "Syndicat mixte ouvert", ["7355"], "le syndicat mixte"),
            Local(Petr, "Pôle d'équilibre territorial et rural", ["7357"], "le PETR", sigle: "PETR"),
            Local(PoleMetropolitain, "Pôle métropolitain", ["7340"], "le pôle métropolitain"),
            Local(CategorieDeCollectivite.Departement, "Département", ["7220"], "le département"),
            Local(Region, "Région", ["7230"], "la région"),
            Local(AutreCollectivite, "Autre collectivité territoriale", ["7229", "7225"], "la collectivité"),
            Local(Sdis, "Service départemental d'incendie et de secours", ["7372"], "le SDIS", sigle: "SDIS"),
            Local(CentreDeGestion, "Centre de gestion", ["7379"], "le CDG", sigle: "CDG"),
            Local(Ccas, "CCAS", ["7361"], "le CCAS", parent: ParentAttendu.Commune, sigle: "CCAS"),
            Local(Cias, "CIAS", ["7367"], "le CIAS", parent: ParentAttendu.Epci, sigle: "CIAS"),
            Local(CaisseDesEcoles, "Caisse des écoles", ["7362"], "la caisse des écoles", parent: ParentAttendu.Commune),
            new(
                Oph,
                "Office public de l'habitat",
                ["7371"],
                "l'office public de l'habitat",
                true,
                false,
                true,
                true,
                Sigle: "OPH"
            ),
            new(Esms, "Établissement social ou médico-social", ["7366", "7364"], "l'établissement", true, true, false, false),
            Local(Eple, "Établissement public local d'enseignement", ["7331"], "l'établissement", cao: false),
            Local(Regie, "Régie", ["7378", "4150"], "la régie", cao: false),
            Local(
                AutreEtablissementLocal,
                "Autre établissement public local",
                ["7379", "7373", "7349", "4140"],
                "l'établissement public"
            ),
            new(Gip, "Groupement d'intérêt public", ["7410"], "le GIP", false, false, false, false, Sigle: "GIP"),
            new(Association, "Association", ["9220"], "l'association", false, false, false, false),
            new(Prive, "Organisme privé", ["5499", "5599", "5710"], "la société", false, false, false, false),
        ];

    private static Categorie Epci(
        CategorieDeCollectivite code,
        string libelle,
        string juridique,
        string designation,
        string? sigle
    ) => new(code, libelle, [juridique], designation, true, false, false, true, Sigle: sigle);

    private static Categorie Local(
        CategorieDeCollectivite code,
        string libelle,
        IReadOnlyList<string> juridiques,
        string designation,
        bool cao = true,
        ParentAttendu parent = ParentAttendu.Libre,
        string? sigle = null
    ) => new(code, libelle, juridiques, designation, true, false, false, cao, parent, sigle);
}

/// <summary>Les mots d'une catégorie.</summary>
public static class CategorieDeCollectiviteExtensions
{
    public static string Libelle(this CategorieDeCollectivite categorie) => Categorie.De(categorie).Libelle;
}
