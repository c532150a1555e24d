using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Documents;

/// <summary>Produit les documents d'un objet et liste ceux qui l'ont été : une capacité le pose sur sa fiche.</summary>
public sealed partial class DocumentsProduits(
    CatalogueDeDocuments catalogue,
    LireModeles lireModeles,
    PreparerProduction preparer,
    ProduireDocument produire,
    ProduireEnSerie produireEnSerie,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private readonly string _id = $"documents-{Guid.NewGuid():N}";
    private IReadOnlyList<Option<string>> _options = [];
    private IReadOnlyList<Option<Guid?>> _optionsDeModele = [];
    private IReadOnlyList<ModeleAuChoix> _modeles = [];
    private IReadOnlyList<DocumentAProduire>? _prets;
    private ListeDeDocumentsProduits? _liste;
    private string _nature = "";
    private Guid? _modele;
    private Guid? _travail;
    private Guid? _lu;
    private bool _peutProduire;
    private Retour? _retour;

    /// <summary>Le type de l'objet, comme au journal (« Seance »).</summary>
    [Parameter, EditorRequired]
    public string ObjetType { get; set; } = "";

    /// <summary>L'objet ; vide quand la production en couvre plusieurs.</summary>
    [Parameter]
    public Guid Objet { get; set; }

    /// <summary>Plusieurs objets, produits en une série ; la liste de leurs documents est alors celle de la bibliothèque.</summary>
    [Parameter]
    public IReadOnlyList<Guid> Objets { get; set; } = [];

    /// <summary>Les codes des natures de document que l'on peut produire ici, la plus courante d'abord ; vide pour la seule liste.</summary>
    [Parameter]
    public IReadOnlyList<string> Natures { get; set; } = [];

    /// <summary>Le groupement de l'objet, pour son modèle par défaut.</summary>
    [Parameter]
    public GroupementId? Groupement { get; set; }

    [Parameter]
    public string Titre { get; set; } = "Documents";

    /// <summary>Vrai si produire est l'action principale de la page.</summary>
    [Parameter]
    public bool BoutonPrincipal { get; set; }

    /// <summary>Après une production, pour que la page relise ce qu'elle montre.</summary>
    [Parameter]
    public EventCallback OnProduit { get; set; }

    private List<DocumentAProduire> EnErreur => [.. _prets?.Where(p => p.Manquants.Count > 0) ?? []];

    private string Annonce =>
        _prets switch
        {
            null => "",
            [] => "Il n'y a personne à qui adresser ce document pour l'instant.",
            [var seul] when seul.Manquants.Count == 0 => $"Prêt : {seul.Titre}.",
            [var seul] => $"{seul.Titre} : {Manquants.Phrase(seul.Manquants)}.",
            var tous when EnErreur.Count == 0 =>
                $"{Formats.Compter(tous.Count, "document")} à produire, aucune donnée ne manque.",
            var tous =>
                $"{Formats.Compter(tous.Count - EnErreur.Count, "document")} à produire, {Formats.Compter(EnErreur.Count, "ne peut pas l'être", "ne peuvent pas l'être")}.",
        };

    private string? RaisonDeNePasProduire =>
        _prets is { Count: > 0 } tous && tous.All(p => p.Manquants.Count > 0)
            ? "Complétez d'abord ce qui manque : aucun document ne peut être produit."
            : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_lu == Objet)
        {
            return;
        }

        _lu = Objet;
        var acteur = await acteurCourant.LireAsync();
        _options = [.. Natures.Select(n => new Option<string>(n, catalogue.De(n).Titre))];
        _peutProduire = Natures.Count > 0 && Natures.All(n => acteur.Peut(catalogue.De(n).Droit));
        if (_peutProduire)
        {
            await ChoisirNatureAsync(Natures[0]);
        }
    }

    private async Task ChoisirNatureAsync(string? nature)
    {
        (_nature, _prets, _travail, _retour) = (nature ?? Natures[0], null, null, null);
        var acteur = await acteurCourant.LireAsync();
        _modeles = await lireModeles.AuChoixAsync(acteur, _nature, Groupement);
        _optionsDeModele =
        [
            .. _modeles.Select(m => new Option<Guid?>(m.Id.Valeur, m.EstParDefaut ? $"{m.Nom} (par défaut)" : m.Nom)),
            new Option<Guid?>(Guid.Empty, ChoisirModele.NomDOrigine),
        ];
        _modele = _modeles.FirstOrDefault(m => m.EstParDefaut)?.Id.Valeur ?? Guid.Empty;
        _retour = await operation.ExecuterAsync(
            async () => _prets = await preparer.ExecuterAsync(acteur, _nature, Vises),
            succes: ""
        );
        _retour = _retour.Reussi ? null : _retour;
    }

    private async Task ProduireAsync()
    {
        var seul = _prets![0];
        _retour = await operation.ExecuterAsync(
            async () =>
                await produire.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    new DemandeDeDocument(_nature, seul.Objet)
                    {
                        Destinataire = seul.Destinataire,
                        Modele = Choisi,
                        DOrigine = DOrigine,
                    }
                ),
            $"{Typographie.Citer(seul.Titre)} est produit : il est en tête de la liste."
        );
        await RechargerAsync();
    }

    private async Task ProduireLaSerieAsync(RemiseDeSerie remise)
    {
        _retour = await operation.ExecuterAsync(
            async () =>
                _travail = await produireEnSerie.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    new DemandeDeSerie(_nature, Vises, remise)
                    {
                        Modele = Choisi?.Valeur,
                        DOrigine = DOrigine,
                        Titre = catalogue.De(_nature).Titre,
                    }
                ),
            "La série est en cours ; vous pouvez quitter cette page, elle sera dans « Mes exports »."
        );
    }

    private IReadOnlyList<Guid> Vises => Objets.Count > 0 ? Objets : [Objet];

    private bool DOrigine => _modele == Guid.Empty && _modeles.Count > 0;

    private ModeleId? Choisi => _modele is { } id && id != Guid.Empty ? new ModeleId(id) : null;

    private async Task RechargerAsync()
    {
        if (_liste is not null)
        {
            await _liste.RechargerAsync();
        }

        await OnProduit.InvokeAsync();
    }
}
