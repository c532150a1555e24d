using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Groupements;

/// <summary>Ce que l'on saisit d'un groupement : son nom, son objet, son coordonnateur et sa durée.</summary>
/// <remarks>Aucun numéro SIRET : le groupement n'a pas de personnalité morale (RG1.01).</remarks>
public sealed record IdentiteDeGroupement
{
    public IdentiteDeGroupement(
        string? nom,
        string? objet,
        CollectiviteId coordonnateur,
        DateOnly debut,
        DateOnly? fin = null,
        bool estPermanent = false,
        int? millesime = null
    )
    {
        Nom = (nom ?? "").Trim();
        Objet = (objet ?? "").Trim();
        Coordonnateur = coordonnateur;
        Debut = debut;
        Fin = fin;
        EstPermanent = estPermanent;
        Millesime = millesime;
    }

    public string Nom { get; }

    public string Objet { get; }

    public CollectiviteId Coordonnateur { get; }

    public DateOnly Debut { get; }

    public DateOnly? Fin { get; }

    public bool EstPermanent { get; }

    public int? Millesime { get; }
}
