namespace CdgMarches.Domain.Conventions;

/// <summary>Ce qui fonde chaque acte d'une convention d'accès : on le cite à côté de l'acte, fait ou attendu.</summary>
/// <remarks>RG6.18 à RG6.21. Les articles sont ceux de la convention d'accès type, que chaque convention reprend.</remarks>
public static class ArticlesDAcces
{
    /// <summary>« Agissant au compte de la délibération en date du… ».</summary>
    public const string Deliberation = "Convention d'accès, parties signataires ; CGCT, art. L2121-29";

    public const string SignatureDeLaCollectivite = "Convention d'accès, parties signataires ; CGCT, art. L2122-21";

    /// <summary>« Représenté par son Président… en application de l'article 28 du décret n° 85-643 ».</summary>
    public const string SignatureDuCdg = "Convention d'accès, parties signataires ; décret n° 85-643 du 26 juin 1985, art. 28";

    /// <summary>La durée court de l'effet : trois ans, puis tacite reconduction.</summary>
    public const string Effet = "Convention d'accès, art. 5, al. 1";

    /// <summary>Une délibération est exécutoire une fois transmise et publiée.</summary>
    public const string Transmission = "CGCT, art. L2131-1";

    public const string Visas = "Convention d'accès, visas";

    /// <summary>« Elle pourra faire l'objet d'avenants. »</summary>
    public const string Avenant = "Convention d'accès, art. 5, al. 1";

    public const string Archives = "Convention d'accès, art. 5, du fait de la collectivité";

    /// <summary>L'article 5 ne définit pas le défaut de paiement : la mise en demeure est l'étape que le CDG s'impose pour l'établir.</summary>
    public const string MiseEnDemeure =
        "RG6.21 : étape choisie par le CDG pour établir le défaut de paiement (convention d'accès, art. 5)";

    /// <summary>« Les documents seront alors mis à la disposition de l'Autorité juridique » : écrit pour une fin du fait du CDG.</summary>
    public const string Restitution = "Convention d'accès, art. 5, du fait du CDG ; par analogie pour toute autre fin";

    public const string Assurance = "Convention d'accès, art. 3";

    /// <summary>Assistance de premier niveau, juridique et technique, et comptes des utilisateurs.</summary>
    public const string Assistance = "Convention d'accès, art. 2";

    /// <summary>« Une tentative de règlement à l'amiable » ; « à défaut d'accord », le tribunal qu'elle désigne.</summary>
    public const string Litiges = "Convention d'accès, art. 6";

    /// <summary>L'alinéa de l'article 5 par lequel cet auteur dénonce.</summary>
    public static string Denonciation(AuteurDeDenonciation auteur) =>
        auteur switch
        {
            AuteurDeDenonciation.Collectivite => "Convention d'accès, art. 5, du fait de la collectivité",
            AuteurDeDenonciation.Cdg => "Convention d'accès, art. 5, du fait du CDG",
            AuteurDeDenonciation.CdgPourDefautDePaiement => "Convention d'accès, art. 5, défaut de paiement",
        };
}
