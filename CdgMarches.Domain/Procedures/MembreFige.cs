using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Procedures;

/// <summary>Un acheteur d'un lot, tel que la liste a été figée au lancement ; ni modifié ni supprimé ensuite.</summary>
/// <remarks>
/// RG1.22. Qui adhère après ne bénéficie jamais d'un marché déjà lancé (CCP, art. R2162-6 ; CJUE C-216/17 du 19/12/2018) :
/// commandes, recensement et bilan se lisent sur cette liste, nom et SIRET compris.
/// </remarks>
public sealed class MembreFige
{
    private MembreFige() { }

    public ProcedureId Procedure { get; private init; }

    /// <summary>Le numéro du lot dans la procédure.</summary>
    public int Lot { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Le nom de la collectivité au lancement.</summary>
    public string Nom { get; private init; } = "";

    /// <summary>Sa clé de tri.</summary>
    public string CleDeTri { get; private init; } = "";

    /// <summary>Son SIRET au lancement, quand il est connu.</summary>
    public string? Siret { get; private init; }
}
