using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce que la convention d'un groupement permet au coordonnateur de faire payer (RG6.25).</summary>
/// <remarks>
/// Une convention qui dit la mission gratuite n'admet aucune rémunération : seulement les frais qu'elle nomme, chacun par son
/// code de type.
/// </remarks>
public sealed class RegimeFinancier : Agregat
{
    public const int LongueurDesCodes = 500;
    public const int LongueurDeLArticle = 200;

    private RegimeFinancier() { }

    public GroupementId Groupement { get; private init; }

    public override Guid Cle => Groupement.Valeur;

    public bool MissionRemuneree { get; private set; }

    /// <summary>Les codes des frais que la convention nomme, séparés par « ; ».</summary>
    public string CodesDesFrais { get; private set; } = "";

    /// <summary>L'article qui le dit.</summary>
    public string Article { get; private set; } = "";

    public IReadOnlyList<string> Frais =>
        CodesDesFrais.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static RegimeFinancier Fixer(
        GroupementId groupement,
        bool missionRemuneree,
        IEnumerable<string> frais,
        string? article
    )
    {
        var regime = new RegimeFinancier { Groupement = groupement };
        regime.Modifier(missionRemuneree, frais, article);
        return regime;
    }

    public void Modifier(bool missionRemuneree, IEnumerable<string> frais, string? article)
    {
        var codes = string.Join(
            ';',
            frais.Select(f => f.Trim().ToUpperInvariant()).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal)
        );
        Verdict
            .De(
                new TexteDeGrilleRenseigne("L'article de la convention", article ?? "", LongueurDeLArticle, "article"),
                new TexteDAppelBorne("La liste des frais", codes, LongueurDesCodes, "frais")
            )
            .Exiger();
        var avant = EnClair();
        (MissionRemuneree, CodesDesFrais, Article) = (missionRemuneree, codes, article!.Trim());
        Signaler(new RegimeFinancierFixe(avant, EnClair()));
    }

    private string EnClair() =>
        MissionRemuneree
            ? "mission rémunérée"
            : $"mission gratuite ; frais admis : {CodesDesFrais.Replace(";", ", ", StringComparison.Ordinal)}";
}
