using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Courriels;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Le texte d'un modèle, celui du CDG ou celui d'origine.</summary>
/// <param name="Definition">Le modèle.</param>
/// <param name="Objet">L'objet en vigueur.</param>
/// <param name="Texte">Le texte en vigueur.</param>
/// <param name="Signature">Ce qui termine le message.</param>
/// <param name="Pied">L'information sur les données personnelles.</param>
/// <param name="Cdg">Le nom du centre de gestion.</param>
public sealed record ModeleEnVigueur(
    DefinitionDeModele Definition,
    string Objet,
    string Texte,
    string Signature,
    string Pied,
    string Cdg
)
{
    /// <summary>Le courriel à une personne : texte et HTML, salutation et signature comprises.</summary>
    public Courriel Pour(string adresse, string nom, IReadOnlyDictionary<string, string> valeurs)
    {
        var toutes = new Dictionary<string, string>(valeurs) { ["destinataire"] = nom, ["cdg"] = Cdg };
        var objet = RemplirModele.Remplir(Typographie.Insecables(Objet), toutes);
        var texte = string.Join(
            "\n\n",
            new[]
            {
                $"Bonjour {nom},",
                RemplirModele.Remplir(Typographie.Insecables(Texte), toutes).Trim(),
                Signature.Trim(),
                Cdg,
                Pied.Trim(),
            }.Where(bloc => bloc.Length > 0)
        );
        return new Courriel(adresse, nom, objet, texte + "\n")
        {
            Html = HtmlDeCourriel.De(objet, texte),
            Modele = Definition.Cle,
        };
    }
}

/// <summary>Donne le texte en vigueur des modèles de courriel.</summary>
public sealed class ComposerCourriel(
    IDbContextFactory<MarchesDbContext> donnees,
    IEnumerable<DefinitionDeModele> definitions,
    LireParametres parametres
)
{
    public IReadOnlyList<DefinitionDeModele> Definitions { get; } =
    [.. definitions.DistinctBy(d => d.Cle).OrderBy(d => d.Titre, StringComparer.CurrentCulture)];

    /// <exception cref="KeyNotFoundException">Aucune capacité n'a enregistré ce modèle.</exception>
    public async Task<ModeleEnVigueur> LireAsync(string cle, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reecrit = await contexte.ModelesDeCourriel.AsNoTracking().SingleOrDefaultAsync(m => m.Cle == cle, annulation);
        return await EnVigueurAsync(cle, reecrit, annulation);
    }

    /// <summary>Le modèle tel qu'il serait avec ce texte, pour l'aperçu d'une réécriture.</summary>
    public Task<ModeleEnVigueur> EssayerAsync(string cle, string objet, string texte, CancellationToken annulation = default) =>
        EnVigueurAsync(cle, new ModeleDeCourriel(cle) { Objet = objet, Texte = texte }, annulation);

    private async Task<ModeleEnVigueur> EnVigueurAsync(string cle, ModeleDeCourriel? reecrit, CancellationToken annulation)
    {
        var definition =
            Definitions.FirstOrDefault(d => d.Cle == cle)
            ?? throw new KeyNotFoundException($"Modèle de courriel inconnu : {cle}.");
        return new ModeleEnVigueur(
            definition,
            reecrit?.Objet ?? definition.Objet,
            reecrit?.Texte ?? definition.Texte,
            await parametres.ReglageAsync(ClesDeReglage.SignatureDesCourriels, annulation),
            await parametres.ReglageAsync(ClesDeReglage.DonneesPersonnelles, annulation),
            await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation)
        );
    }
}
