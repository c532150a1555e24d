using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents;

/// <summary>Un document à produire, et ce qui lui manque.</summary>
public sealed record DocumentAProduire(Guid Objet, Guid? Destinataire, string Titre, IReadOnlyList<string> Manquants)
{
    /// <summary>À qui il part, et la collectivité dont la fiche se corrige quand il lui manque quelque chose.</summary>
    public string? NomDuDestinataire { get; init; }

    public CollectiviteId? Collectivite { get; init; }
}

/// <summary>Dit, avant de produire, combien de documents le seront et ce qui manque à chacun des autres.</summary>
public sealed class PreparerProduction(CatalogueDeDocuments catalogue)
{
    public async Task<IReadOnlyList<DocumentAProduire>> ExecuterAsync(
        Acteur acteur,
        string nature,
        IReadOnlyList<Guid> objets,
        CancellationToken annulation = default
    )
    {
        var declaree = catalogue.De(nature);
        acteur.Exiger(declaree.Droit);
        List<DocumentAProduire> prets = [];
        foreach (var objet in objets)
        {
            prets.AddRange(
                (await declaree.ChargerAsync(acteur, objet, annulation)).Select(d => new DocumentAProduire(
                    objet,
                    d.Destinataire?.Id,
                    d.Titre,
                    Manquants.De(declaree, d)
                )
                {
                    NomDuDestinataire = d.Destinataire?.Nom,
                    Collectivite = d.Collectivite,
                })
            );
        }

        return prets;
    }
}
