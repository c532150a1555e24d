using CdgMarches.Domain.Groupements;

namespace CdgMarches.Domain.Recensements;

/// <summary>Une ligne du questionnaire d'une campagne : un article d'un lot, son unité et ce que l'on en demande.</summary>
/// <remarks>
/// Entité à part, non possédée par la campagne : quelques centaines de lignes que la saisie ne doit pas charger. Elle n'est
/// jamais supprimée après l'ouverture : retirée, elle garde ce qui y a été saisi.
/// </remarks>
public sealed class LigneDeCatalogue
{
    public const int LongueurDesignation = 300;
    public const int LongueurUnite = 40;

    private LigneDeCatalogue() { }

    internal LigneDeCatalogue(CampagneId campagne, int numero, int version, DescriptionDeLigne description)
    {
        Campagne = campagne;
        Numero = numero;
        VersionDAjout = version;
        VersionDeModification = version;
        Prestation = description.Prestation;
        Unite = "";
        Designation = "";
        Decrire(description);
    }

    public CampagneId Campagne { get; private init; }

    /// <summary>Le numéro de la ligne dans la campagne, donné une fois et jamais repris : la clé des réponses et des classeurs.</summary>
    public int Numero { get; private init; }

    public PrestationId Prestation { get; private init; }

    public int NumeroDeLot { get; private set; }

    public int Ordre { get; private set; }

    public string Designation { get; private set; } = "";

    /// <summary>L'unité de compte ; verrouillée dès qu'une réponse porte une quantité.</summary>
    public string Unite { get; private set; } = "";

    /// <summary>En euros hors taxes par unité ; sert à la valeur du besoin, jamais montré comme un prix du marché.</summary>
    public decimal? PrixUnitaireEstime { get; private set; }

    public ChampDeReponse Demandes { get; private set; }

    /// <summary>La version du catalogue où la ligne est apparue (1 à l'ouverture).</summary>
    public int VersionDAjout { get; private init; }

    /// <summary>La dernière version du catalogue qui l'a changée.</summary>
    public int VersionDeModification { get; private set; }

    /// <summary>La version du catalogue qui l'a retirée ; null tant qu'elle est demandée.</summary>
    public int? RetireeALaVersion { get; private set; }

    /// <summary>Le numéro de la même ligne dans la campagne précédente, pour montrer N-1.</summary>
    public int? LigneN1 { get; private set; }

    public bool EstRetiree => RetireeALaVersion is not null;

    public DescriptionDeLigne Description =>
        new(Prestation, NumeroDeLot, Ordre, Designation, Unite, PrixUnitaireEstime, Demandes, LigneN1);

    internal void Corriger(DescriptionDeLigne description, int version)
    {
        Decrire(description);
        VersionDeModification = version;
    }

    internal void Retirer(int version)
    {
        RetireeALaVersion = version;
        VersionDeModification = version;
    }

    private void Decrire(DescriptionDeLigne description)
    {
        NumeroDeLot = description.NumeroDeLot;
        Ordre = description.Ordre;
        Designation = description.Designation.Trim();
        Unite = description.Unite.Trim();
        PrixUnitaireEstime = description.PrixUnitaireEstime;
        Demandes = description.Demandes;
        LigneN1 = description.LigneN1;
    }
}

/// <summary>Ce qui décrit une ligne de catalogue, telle que tapée, importée ou copiée.</summary>
public sealed record DescriptionDeLigne(
    PrestationId Prestation,
    int NumeroDeLot,
    int Ordre,
    string Designation,
    string Unite,
    decimal? PrixUnitaireEstime,
    ChampDeReponse Demandes,
    int? LigneN1 = null
);

/// <summary>Un changement du catalogue : ajout (sans numéro), correction, ou retrait (sans description).</summary>
/// <param name="Numero">La ligne que l'on corrige ou retire ; null pour un ajout.</param>
/// <param name="Description">La nouvelle description ; null pour un retrait.</param>
public sealed record ModificationDeCatalogue(int? Numero, DescriptionDeLigne? Description)
{
    public static ModificationDeCatalogue Ajout(DescriptionDeLigne description) => new(null, description);

    public static ModificationDeCatalogue Correction(int numero, DescriptionDeLigne description) => new(numero, description);

    public static ModificationDeCatalogue Retrait(int numero) => new(numero, null);
}
