using static CdgMarches.Domain.Collectivites.CategorieDeCollectivite;

namespace CdgMarches.Domain.Collectivites;

/// <summary>L'assemblée qui délibère au nom d'une collectivité ou d'un organisme.</summary>
public static class AssembleeDeliberante
{
    /// <summary>Son nom précédé de l'article : « le conseil municipal » ; le nom commun là où le texte qui la crée peut varier.</summary>
    public static string De(CategorieDeCollectivite categorie) =>
        categorie switch
        {
            Commune => "le conseil municipal",
            CommunauteDeCommunes or CommunauteDAgglomeration or CommunauteUrbaine => "le conseil communautaire",
            Metropole => "le conseil de la métropole",
            Sivu or Sivom or SyndicatMixteFerme or SyndicatMixteOuvert => "le comité syndical",
            Departement => "le conseil départemental",
            Region => "le conseil régional",
            Sdis or CentreDeGestion or Ccas or Cias or Oph or Eple => "le conseil d'administration",
            CaisseDesEcoles => "le comité de la caisse des écoles",
            _ => "l'assemblée délibérante",
        };
}
