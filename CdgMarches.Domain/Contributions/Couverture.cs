using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Une valeur, ou une suite de valeurs, qu'un axe ne range pas ou range plusieurs fois.</summary>
/// <param name="Axe">L'axe.</param>
/// <param name="De">La première valeur, pour un axe numérique.</param>
/// <param name="A">La dernière ; nulle si rien ne la limite.</param>
/// <param name="Nom">La valeur nommée, pour un axe qui n'est pas numérique.</param>
/// <param name="Tranches">Les tranches qui la prennent ; vide pour un trou.</param>
/// <param name="Voisines">Pour un trou, les tranches qui l'entourent.</param>
public sealed record DefautDeCouverture(
    AxeDeGrille Axe,
    int De,
    int? A,
    string? Nom,
    IReadOnlyList<TrancheDAxe> Tranches,
    IReadOnlyList<TrancheDAxe> Voisines
)
{
    public bool EstUnTrou => Tranches.Count == 0;

    /// <summary>« 350 agents n'entre dans aucune catégorie (« moins de 350 » / « plus de 350 »). »</summary>
    public string Message
    {
        get
        {
            var sujet =
                Nom is { } nom ? $"« {nom} »"
                : A is null ? $"{Intervalle()} {Axe.Unite()}, les valeurs"
                : $"{Intervalle()} {Axe.Unite()}";
            var verbe = De == A || Nom is not null ? "entre" : "entrent";
            return EstUnTrou
                ? $"{sujet} n'{verbe} dans aucune {Axe.NomDeTranche()}{Entre()}."
                : $"{sujet} {verbe} dans les {Axe.NomDeTranche()}s {string.Join(" et ", Tranches.Select(t => t.Numero.ToString(Francais.Culture)))}.";
        }
    }

    private string Intervalle() =>
        De == A ? Nombre(De)
        : A is { } fin ? $"De {Nombre(De)} à {Nombre(fin)}"
        : $"À partir de {Nombre(De)}";

    private string Entre() => Voisines.Count == 0 ? "" : $" ({string.Join(" / ", Voisines.Select(v => $"« {v.EnClair} »"))})";

    private static string Nombre(int valeur) => valeur.ToString("N0", Francais.Culture);
}

/// <summary>L'examen d'un axe : ce que ses tranches laissent de côté ou prennent deux fois (RG6.01, RG6.02).</summary>
public static class Couverture
{
    /// <summary>Les défauts d'un axe, lectures des cas limites faites ; vide quand toute valeur a une tranche et une seule.</summary>
    public static IReadOnlyList<DefautDeCouverture> Examiner(
        AxeDeGrille axe,
        IReadOnlyList<TrancheDAxe> tranches,
        IReadOnlyList<LectureDeCasLimite> lectures
    ) => [.. DuTexte(axe, tranches).Where(d => !EstTranche(d, lectures))];

    /// <summary>Les défauts du texte seul, avant toute lecture : ce que le dessin de la grille montre.</summary>
    public static IReadOnlyList<DefautDeCouverture> DuTexte(AxeDeGrille axe, IReadOnlyList<TrancheDAxe> tranches) =>
        axe.EstNumerique() ? Numeriques(axe, tranches) : Nommes(axe, tranches);

    /// <summary>Les noms qu'un axe qui n'est pas numérique doit ranger, avec leurs mots.</summary>
    public static IReadOnlyList<(string Nom, string Libelle)> Valeurs(AxeDeGrille axe) =>
        axe switch
        {
            AxeDeGrille.Categorie => [.. Categorie.Toutes.Select(c => (c.Code.ToString(), c.Libelle))],
            AxeDeGrille.Affiliation =>
            [
                (TrancheDAxe.Affiliee, "Affiliée au centre de gestion"),
                (TrancheDAxe.NonAffiliee, "Non affiliée"),
            ],
            _ => [],
        };

    private static bool EstTranche(DefautDeCouverture defaut, IReadOnlyList<LectureDeCasLimite> lectures) =>
        defaut.Nom is null
        && defaut.A is { } fin
        && fin - defaut.De < lectures.Count
        && Enumerable.Range(defaut.De, fin - defaut.De + 1).All(v => lectures.Any(l => l.Axe == defaut.Axe && l.Valeur == v));

    private static List<DefautDeCouverture> Numeriques(AxeDeGrille axe, IReadOnlyList<TrancheDAxe> tranches)
    {
        List<TrancheDAxe> utiles =
        [
            .. tranches.Where(t => t.Axe == axe && (t.Dernier is not { } d || d >= t.Premier)).OrderBy(t => t.Premier),
        ];
        // Each value where the set of tranches changes; between two of them it is constant.
        SortedSet<int> coupures = [0, .. utiles.Select(t => t.Premier)];
        coupures.UnionWith(utiles.Where(t => t.Dernier is < int.MaxValue).Select(t => t.Dernier!.Value + 1));
        List<int> debuts = [.. coupures];
        List<DefautDeCouverture> defauts = [];
        for (var i = 0; i < debuts.Count; i++)
        {
            var (de, a) = (debuts[i], i + 1 < debuts.Count ? debuts[i + 1] - 1 : (int?)null);
            List<TrancheDAxe> prenantes = [.. utiles.Where(t => t.Contient(de))];
            if (prenantes.Count != 1)
            {
                defauts.Add(
                    new DefautDeCouverture(axe, de, a, null, prenantes, prenantes.Count > 0 ? [] : Voisines(utiles, de, a))
                );
            }
        }

        return defauts;
    }

    private static List<TrancheDAxe> Voisines(List<TrancheDAxe> tranches, int de, int? a) =>
        [
            .. new[]
            {
                tranches.LastOrDefault(t => t.Dernier == de - 1),
                tranches.Find(t => t.Premier == a + 1),
            }.OfType<TrancheDAxe>(),
        ];

    private static List<DefautDeCouverture> Nommes(AxeDeGrille axe, IReadOnlyList<TrancheDAxe> tranches) =>
        [
            .. from valeur in Valeurs(axe)
            let prenantes = tranches.Where(t => t.Axe == axe && t.Noms().Contains(valeur.Nom, StringComparer.Ordinal)).ToList()
            where prenantes.Count != 1
            select new DefautDeCouverture(axe, 0, 0, valeur.Libelle, prenantes, []),
        ];
}
