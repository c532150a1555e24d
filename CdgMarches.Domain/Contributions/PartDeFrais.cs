using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Une collectivité inscrite à ce que l'on refacture, venue ou non.</summary>
public sealed class Participant
{
    private Participant() { }

    internal Participant(CollectiviteId collectivite, bool present) => (Collectivite, Present) = (collectivite, present);

    public CollectiviteId Collectivite { get; private init; }

    public bool Present { get; private init; }
}

/// <summary>Un membre au moment du partage.</summary>
/// <param name="SourceId">Son adhésion.</param>
/// <param name="Collectivite">La collectivité.</param>
/// <param name="Categorie">Sa catégorie.</param>
/// <param name="CommuneMembre">Sa commune de rattachement est membre, et il se sert de son accès.</param>
/// <param name="Poids">Agents, habitants, points de strate, ou 1 ; nul si la donnée manque.</param>
public sealed record MembreAuPartage(
    Guid SourceId,
    CollectiviteId Collectivite,
    CategorieDeCollectivite Categorie,
    bool CommuneMembre,
    long? Poids
);

/// <summary>La part d'un membre dans des frais.</summary>
public sealed record PartDeFrais(MembreAuPartage Membre, long Poids, MontantHt Montant, string? Exemption, string Fiche)
{
    /// <summary>La donnée de la clé manque, et rien ne l'exempte.</summary>
    public bool SansPoids => Membre.Poids is null && Exemption is null;
}

/// <summary>La part d'un membre, figée le jour où les frais ont été arrêtés.</summary>
public sealed class PartArretee
{
    private PartArretee() { }

    internal PartArretee(PartDeFrais part) =>
        (SourceId, Collectivite, Poids, Montant, Exemption, Fiche) = (
            part.Membre.SourceId,
            part.Membre.Collectivite,
            part.Poids,
            part.Montant,
            part.Exemption,
            part.Fiche
        );

    /// <summary>L'adhésion du membre.</summary>
    public Guid SourceId { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public long Poids { get; private init; }

    public MontantHt Montant { get; private init; }

    public string? Exemption { get; private init; }

    public string Fiche { get; private init; } = "";

    /// <summary>La même part, pour qui la lit comme au jour du partage.</summary>
    public PartDeFrais EnPart(CategorieDeCollectivite categorie) =>
        new(
            new MembreAuPartage(SourceId, Collectivite, categorie, CommuneMembre: false, Poids),
            Poids,
            Montant,
            Exemption,
            Fiche
        );
}
