using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Un litige avec un titulaire, dont chaque membre est informé, ou sur la convention elle-même (convention, art. 4 et 8).</summary>
/// <remarks>RG7.02, RG1.36. Sur la convention, la tentative amiable précède toujours le tribunal.</remarks>
public sealed class Litige : Contestation
{
    private const string FondementDesLitiges = "Convention constitutive, litiges";

    private Litige() { }

    public LitigeId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public NatureDeLitige Nature { get; private init; }

    /// <summary>Le membre qui déclare.</summary>
    public CollectiviteId Declarant { get; private init; }

    /// <summary>Le titulaire ou sous-traitant, ou l'autre membre.</summary>
    public string Adversaire { get; private init; } = "";

    protected override CollectiviteId Interessee => Declarant;

    protected override bool AmiableDAbord => Nature is NatureDeLitige.Convention;

    protected override string Regle => "RG7.02";

    protected override string Fondement => FondementDesLitiges;

    /// <param name="nature">La nature du litige.</param>
    /// <param name="adversaire">Le titulaire ou sous-traitant, ou l'autre membre.</param>
    /// <param name="objet">Les faits et ce qui est réclamé.</param>
    /// <param name="jour">Le jour de la réclamation.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public static Verdict PeutDeclarer(
        NatureDeLitige nature,
        string? adversaire,
        string? objet,
        DateOnly jour,
        DateOnly aujourdhui
    ) =>
        Verdict.De(
            PasAVenir("La réclamation", jour, aujourdhui, "declare-le", FondementDesLitiges),
            new TexteRenseigne(
                nature is NatureDeLitige.Titulaire ? "Le titulaire ou sous-traitant" : "L'autre partie",
                (adversaire ?? "").Trim(),
                LongueurDUnNom,
                "adversaire"
            ),
            FaitsDits(objet)
        );

    public static Litige Declarer(
        GroupementId groupement,
        NatureDeLitige nature,
        CollectiviteId declarant,
        string? adversaire,
        string? objet,
        DateOnly jour,
        DateOnly? aujourdhui = null
    )
    {
        PeutDeclarer(nature, adversaire, objet, jour, aujourdhui ?? jour).Exiger();
        var litige = new Litige
        {
            Id = LitigeId.Nouveau(),
            Groupement = groupement,
            Nature = nature,
            Declarant = declarant,
            Adversaire = adversaire!.Trim(),
            Objet = objet!.Trim(),
            DeclareLe = jour,
        };
        litige.Signaler(new LitigeDeclare(declarant, nature, litige.Adversaire));
        return litige;
    }
}

public enum NatureDeLitige
{
    /// <summary>Avec un titulaire ou son sous-traitant : tous les membres en sont informés (RG7.02).</summary>
    Titulaire,

    /// <summary>Sur la convention, entre membres (RG1.36).</summary>
    Convention,
}

public static class LibellesDeLitige
{
    public static string Libelle(this NatureDeLitige nature) =>
        nature switch
        {
            NatureDeLitige.Titulaire => "Avec un titulaire",
            NatureDeLitige.Convention => "Sur la convention",
        };
}

public sealed record LitigeDeclare(CollectiviteId Membre, NatureDeLitige Nature, string Adversaire) : IEvenementMetier
{
    public string Libelle => $"Litige déclaré {Nature.Libelle().ToLower(Francais.Culture)} : {Adversaire}.";

    public Guid? Collectivite => Membre.Valeur;
}
