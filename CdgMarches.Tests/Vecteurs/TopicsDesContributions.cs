using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Ce que les contributions répondent aux vecteurs : la grille livrée et le prorata.</summary>
internal static class TopicsDesContributions
{
    private const int Exercice = 2026;

    private static readonly Bareme Grille = new(GrilleDuCdg62.Definition);

    private static readonly decimal Seuil = ParametresDesContributions
        .Lister()
        .Single(v => v.Code == ParametresDesContributions.SeuilDeRecouvrement)
        .Nombre!.Value;

    public static IReadOnlyDictionary<string, Func<Vecteur, Dictionary<string, object?>>> Tous { get; } =
        new Dictionary<string, Func<Vecteur, Dictionary<string, object?>>>
        {
            ["contribution/annual"] = Annuelle,
            ["contribution/prorata"] = Prorata,
        };

    private static Dictionary<string, object?> Annuelle(Vecteur v)
    {
        var faits = new FaitsDuRedevable(CategorieDeCollectivite.Commune, Periode.Annee(Exercice))
        {
            Agents = v.Entier("agents"),
            Consultations = v.Entier("consultations"),
        };
        var resultat = Grille.Calculer(faits, Exercice);
        Assert.True(resultat.EstComplet, string.Join(", ", resultat.Manques));
        return new() { ["amount"] = resultat.Montant.ToString(), ["tranche"] = Tranche(v.Entier("consultations")) };
    }

    /// <summary>Le rang de la tranche de consultations, lecture des cas limites faite.</summary>
    private static int Tranche(int consultations) =>
        GrilleDuCdg62
            .Definition.CasLimites.Where(c => c.Axe is AxeDeGrille.Consultations && c.Valeur == consultations)
            .Select(c => (int?)c.Tranche)
            .SingleOrDefault()
        ?? GrilleDuCdg62.Definition.Tranches.Single(t => t.Axe is AxeDeGrille.Consultations && t.Contient(consultations)).Numero;

    private static Dictionary<string, object?> Prorata(Vecteur v)
    {
        var presence = new Periode(v.Jour("from"), v.Jour("to"));
        return new()
        {
            ["jours"] = Part(v, presence, MethodeDeProrata.Jours),
            ["mois_entames"] = Part(v, presence, MethodeDeProrata.MoisEntames),
            ["mois_entiers"] = Part(v, presence, MethodeDeProrata.MoisEntiers),
        };
    }

    private static Dictionary<string, object?> Part(Vecteur v, Periode presence, MethodeDeProrata methode)
    {
        var part = ProrataTemporis.Calculer(MontantHt.DEuros(v.Decimal("annual")), presence, v.Entier("year"), methode);
        return new()
        {
            ["amount"] = part.Montant.ToString(),
            ["base"] = part.Denominateur,
            ["n"] = part.Numerateur,
            ["titre_possible"] =
                AppelDeContribution.IssueDe(part.Montant, MontantHt.Zero, TauxTva.Zero, Seuil) is EtatDAppel.Emis,
        };
    }
}
