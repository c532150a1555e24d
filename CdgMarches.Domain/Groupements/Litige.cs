using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Un litige avec un titulaire, dont chaque membre est informé, ou sur la convention elle-même (convention, art. 4 et 8).</summary>
/// <remarks>RG7.02, RG1.36. Sur la convention, la tentative amiable précède toujours le tribunal.</remarks>
public sealed class Litige : Agregat
{
    public const int LongueurDUnTexte = 4000;
    public const int LongueurDUnNom = 200;

    private const string CodeDeLAmiable = "RG1.36";
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

    /// <summary>Les faits et ce qui est réclamé.</summary>
    public string Objet { get; private init; } = "";

    /// <summary>Le jour de la réclamation ; la tentative amiable la suit.</summary>
    public DateOnly DeclareLe { get; private init; }

    public DateOnly? TentativeEngageeLe { get; private set; }

    public DateOnly? TentativeCloseLe { get; private set; }

    public IssueAmiable? Issue { get; private set; }

    public string? IssueEnClair { get; private set; }

    public DateOnly? TribunalSaisiLe { get; private set; }

    public string? Tribunal { get; private set; }

    public DateOnly? ClosLe { get; private set; }

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
            Fonder(new ActePasAVenir("La réclamation", jour, aujourdhui, "declare-le")),
            new TexteRenseigne(
                nature is NatureDeLitige.Titulaire ? "Le titulaire ou sous-traitant" : "L'autre partie",
                (adversaire ?? "").Trim(),
                LongueurDUnNom,
                "adversaire"
            ),
            new TexteRenseigne("Les faits et la réclamation", (objet ?? "").Trim(), LongueurDUnTexte, "objet")
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

    /// <summary>Date la tentative de règlement amiable et son issue.</summary>
    public void Concilier(DateOnly? engageeLe, DateOnly? closeLe, IssueAmiable? issue, string? enClair, DateOnly aujourdhui)
    {
        Verdict
            .De(
                new LitigeEncoreOuvert(ClosLe),
                Fonder(new ActesDansLOrdre("La déclaration", DeclareLe, "La tentative amiable", engageeLe, "engagee")),
                Fonder(new ActesDansLOrdre("La tentative amiable", engageeLe, "Sa clôture", closeLe, "close")),
                Fonder(new ActePasAVenir("La tentative amiable", engageeLe, aujourdhui, "engagee")),
                Fonder(new ActePasAVenir("Sa clôture", closeLe, aujourdhui, "close")),
                new IssueDuneTentativeClose(closeLe, issue),
                new EchecExplique(issue, enClair),
                new TentativeAvantLaSaisine(Nature, issue, closeLe, TribunalSaisiLe),
                new TexteBorne("L'issue", enClair, LongueurDUnTexte, "issue-texte")
            )
            .Exiger();
        (TentativeEngageeLe, TentativeCloseLe, Issue, IssueEnClair) = (
            engageeLe,
            closeLe,
            issue,
            string.IsNullOrWhiteSpace(enClair) ? null : enClair.Trim()
        );
        Signaler(new TentativeAmiableDatee(Declarant, engageeLe, closeLe, issue));
    }

    private static ActesDansLOrdre Fonder(ActesDansLOrdre ordre) =>
        ordre with
        {
            Code = CodeDeLAmiable,
            Fondement = FondementDesLitiges,
        };

    private static ActePasAVenir Fonder(ActePasAVenir acte) =>
        acte with
        {
            Code = CodeDeLAmiable,
            Fondement = FondementDesLitiges,
        };

    /// <summary>Tout ce qui empêche d'enregistrer cette saisine : ce qui la précède, sa date, le tribunal.</summary>
    public Verdict PeutSaisir(DateOnly? saisiLe, string? tribunal, DateOnly aujourdhui) =>
        Verdict.De(
            new LitigeEncoreOuvert(ClosLe),
            new TentativeAmiableDAbord(Nature, Issue, TentativeCloseLe, saisiLe),
            new SaisineDatee(saisiLe),
            Fonder(new ActePasAVenir("La saisine", saisiLe, aujourdhui, "saisi")),
            new TexteRenseigne("Le tribunal", (tribunal ?? "").Trim(), LongueurDUnNom, "tribunal")
        );

    /// <summary>Enregistre la saisine du tribunal.</summary>
    public void Saisir(DateOnly? saisiLe, string? tribunal, DateOnly aujourdhui)
    {
        PeutSaisir(saisiLe, tribunal, aujourdhui).Exiger();
        (TribunalSaisiLe, Tribunal) = (saisiLe, tribunal!.Trim());
        Signaler(new TribunalSaisi(Declarant, Tribunal, saisiLe!.Value));
    }

    public void Clore(DateOnly jour)
    {
        Verdict.De(new LitigeEncoreOuvert(ClosLe)).Exiger();
        ClosLe = jour;
        Signaler(new LitigeClos(Declarant));
    }

    public IReadOnlyList<ActeDeLaFrise> Frise =>
        [
            new("Déclaration", DeclareLe, "RG7.02"),
            new("Tentative amiable engagée", TentativeEngageeLe, "RG1.36"),
            new("Tentative amiable close", TentativeCloseLe, "RG1.36"),
            new("Tribunal saisi", TribunalSaisiLe, "RG1.36"),
            new("Clos", ClosLe, "RG7.02"),
        ];
}

public enum NatureDeLitige
{
    /// <summary>Avec un titulaire ou son sous-traitant : tous les membres en sont informés (RG7.02).</summary>
    Titulaire,

    /// <summary>Sur la convention, entre membres (RG1.36).</summary>
    Convention,
}

public enum IssueAmiable
{
    Accord,
    Echec,
}

public static class LibellesDeLitige
{
    public static string Libelle(this NatureDeLitige nature) =>
        nature switch
        {
            NatureDeLitige.Titulaire => "Avec un titulaire",
            NatureDeLitige.Convention => "Sur la convention",
        };

    public static string Libelle(this IssueAmiable issue) =>
        issue switch
        {
            IssueAmiable.Accord => "Accord",
            IssueAmiable.Echec => "Échec",
        };
}

public sealed record LitigeDeclare(CollectiviteId Membre, NatureDeLitige Nature, string Adversaire) : IEvenementMetier
{
    public string Libelle => $"Litige déclaré {Nature.Libelle().ToLower(Francais.Culture)} : {Adversaire}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record TentativeAmiableDatee(CollectiviteId Membre, DateOnly? EngageeLe, DateOnly? CloseLe, IssueAmiable? Issue)
    : IEvenementMetier
{
    public string Libelle =>
        EngageeLe is not { } engagee ? "Tentative amiable effacée."
        : CloseLe is not { } close ? $"Tentative amiable engagée le {EnClair.Date(engagee)}."
        : $"Tentative amiable close le {EnClair.Date(close)} : {Issue?.Libelle().ToLower(Francais.Culture)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record TribunalSaisi(CollectiviteId Membre, string Tribunal, DateOnly Le) : IEvenementMetier
{
    public string Libelle => $"{Tribunal} saisi le {EnClair.Date(Le)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record LitigeClos(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Litige clos.";

    public Guid? Collectivite => Membre.Valeur;
}
