using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Litiges.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges;

/// <summary>Ce que tout litige a en commun : la réclamation, la tentative amiable, le tribunal que la convention désigne, la clôture.</summary>
/// <remarks>
/// RG1.36. La même clause est dans la convention constitutive (art. 8) et dans la convention d'accès (art. 6) : la tentative
/// amiable précède le tribunal. Chaque sorte de litige dit le texte qui la fonde.
/// </remarks>
public abstract class Contestation : Agregat
{
    public const int LongueurDUnTexte = 4000;
    public const int LongueurDUnNom = 200;

    private const string CodeDeLAmiable = "RG1.36";

    /// <summary>Les faits et ce qui est réclamé.</summary>
    public string Objet { get; protected init; } = "";

    /// <summary>Le jour de la réclamation ; la tentative amiable la suit.</summary>
    public DateOnly DeclareLe { get; protected init; }

    public DateOnly? TentativeEngageeLe { get; private set; }

    public DateOnly? TentativeCloseLe { get; private set; }

    public IssueAmiable? Issue { get; private set; }

    public string? IssueEnClair { get; private set; }

    public DateOnly? TribunalSaisiLe { get; private set; }

    public string? Tribunal { get; private set; }

    public DateOnly? ClosLe { get; private set; }

    public IReadOnlyList<ActeDeLaFrise> Frise =>
        [
            new("Déclaration", DeclareLe, Regle),
            new("Tentative amiable engagée", TentativeEngageeLe, CodeDeLAmiable),
            new("Tentative amiable close", TentativeCloseLe, CodeDeLAmiable),
            new("Tribunal saisi", TribunalSaisiLe, CodeDeLAmiable),
            new("Clos", ClosLe, Regle),
        ];

    /// <summary>La collectivité dont l'histoire garde les faits du litige.</summary>
    protected abstract CollectiviteId Interessee { get; }

    /// <summary>La convention veut une tentative amiable échouée avant toute saisine.</summary>
    protected abstract bool AmiableDAbord { get; }

    /// <summary>La règle par laquelle le litige se déclare et se clôt.</summary>
    protected abstract string Regle { get; }

    /// <summary>Le texte de la convention qui fonde l'amiable et le tribunal.</summary>
    protected abstract string Fondement { get; }

    /// <summary>Date la tentative de règlement amiable et son issue ; l'histoire garde ce qu'elle remplace, et rien si rien ne change.</summary>
    public void Concilier(DateOnly? engageeLe, DateOnly? closeLe, IssueAmiable? issue, string? enClair, DateOnly aujourdhui)
    {
        Verdict
            .De(
                new LitigeEncoreOuvert(ClosLe, Regle),
                Ordre("La déclaration", DeclareLe, "La tentative amiable", engageeLe, "engagee"),
                Ordre("La tentative amiable", engageeLe, "Sa clôture", closeLe, "close"),
                PasAVenir("La tentative amiable", engageeLe, aujourdhui, "engagee", Fondement),
                PasAVenir("Sa clôture", closeLe, aujourdhui, "close", Fondement),
                new IssueDuneTentativeClose(closeLe, issue, Fondement),
                new EchecExplique(issue, enClair, Fondement),
                new TentativeAvantLaSaisine(AmiableDAbord, issue, closeLe, TribunalSaisiLe, Fondement),
                new TexteBorne("L'issue", enClair, LongueurDUnTexte, "issue-texte")
            )
            .Exiger();
        var avant = new TentativeAmiable(TentativeEngageeLe, TentativeCloseLe, Issue, IssueEnClair);
        var apres = new TentativeAmiable(engageeLe, closeLe, issue, string.IsNullOrWhiteSpace(enClair) ? null : enClair.Trim());
        if (apres != avant)
        {
            (TentativeEngageeLe, TentativeCloseLe, Issue, IssueEnClair) = (engageeLe, closeLe, issue, apres.Texte);
            Signaler(new TentativeAmiableDatee(Interessee, avant, apres));
        }
    }

    /// <summary>Tout ce qui empêche d'enregistrer cette saisine : ce qui la précède, sa date, le tribunal.</summary>
    public Verdict PeutSaisir(DateOnly? saisiLe, string? tribunal, DateOnly aujourdhui) =>
        Verdict.De(
            new LitigeEncoreOuvert(ClosLe, Regle),
            new TentativeAmiableDAbord(AmiableDAbord, Issue, TentativeCloseLe, saisiLe, Fondement),
            new SaisineDatee(saisiLe, Fondement),
            PasAVenir("La saisine", saisiLe, aujourdhui, "saisi", Fondement),
            new TexteRenseigne("Le tribunal", (tribunal ?? "").Trim(), LongueurDUnNom, "tribunal")
        );

    /// <summary>Enregistre la saisine du tribunal.</summary>
    public void Saisir(DateOnly? saisiLe, string? tribunal, DateOnly aujourdhui)
    {
        PeutSaisir(saisiLe, tribunal, aujourdhui).Exiger();
        (TribunalSaisiLe, Tribunal) = (saisiLe, tribunal!.Trim());
        Signaler(new TribunalSaisi(Interessee, Tribunal, saisiLe!.Value));
    }

    public void Clore(DateOnly jour)
    {
        Verdict.De(new LitigeEncoreOuvert(ClosLe, Regle)).Exiger();
        ClosLe = jour;
        Signaler(new LitigeClos(Interessee));
    }

    /// <summary>Un acte du litige se constate : sa date n'est pas à venir.</summary>
    protected static ActePasAVenir PasAVenir(string acte, DateOnly? le, DateOnly aujourdhui, string champ, string fondement) =>
        new(acte, le, aujourdhui, champ) { Code = CodeDeLAmiable, Fondement = fondement };

    /// <summary>Les faits et ce qui est réclamé se disent.</summary>
    protected static TexteRenseigne FaitsDits(string? objet) =>
        new("Les faits et la réclamation", (objet ?? "").Trim(), LongueurDUnTexte, "objet");

    private ActesDansLOrdre Ordre(string premier, DateOnly? premierLe, string second, DateOnly? secondLe, string champ) =>
        new(premier, premierLe, second, secondLe, champ) { Code = CodeDeLAmiable, Fondement = Fondement };
}

public enum IssueAmiable
{
    Accord,
    Echec,
}

public static class LibellesDIssue
{
    public static string Libelle(this IssueAmiable issue) =>
        issue switch
        {
            IssueAmiable.Accord => "Accord",
            IssueAmiable.Echec => "Échec",
        };
}

/// <summary>La tentative de règlement amiable d'un litige, à un moment de son histoire.</summary>
/// <param name="EngageeLe">Le jour où elle s'engage.</param>
/// <param name="CloseLe">Le jour où elle se clôt.</param>
/// <param name="Issue">Son issue, une fois close.</param>
/// <param name="Texte">Ce qui est convenu, ou pourquoi elle échoue.</param>
public sealed record TentativeAmiable(DateOnly? EngageeLe, DateOnly? CloseLe, IssueAmiable? Issue, string? Texte);

public sealed record TentativeAmiableDatee(CollectiviteId Membre, TentativeAmiable Ancienne, TentativeAmiable Nouvelle)
    : IEvenementMetier
{
    public string Libelle =>
        Ancienne with { Texte = Nouvelle.Texte } == Nouvelle ? $"Tentative amiable : texte {Changement}."
        : Nouvelle.EngageeLe is not { } engagee ? "Tentative amiable effacée."
        : Nouvelle.CloseLe is { } close
            ? $"Tentative amiable close le {EnClair.Date(close)} : {Nouvelle.Issue?.Libelle().ToLower(Francais.Culture)}."
        : Ancienne.CloseLe is null ? $"Tentative amiable engagée le {EnClair.Date(engagee)}."
        : $"Tentative amiable rouverte : engagée le {EnClair.Date(engagee)}, elle n'est plus close.";

    public string? Avant => Dire(Ancienne);

    public string? Apres => Dire(Nouvelle);

    public Guid? Collectivite => Membre.Valeur;

    private string Changement =>
        Ancienne.Texte is null ? "ajouté"
        : Nouvelle.Texte is null ? "effacé"
        : "modifié";

    private static string? Dire(TentativeAmiable tentative)
    {
        var dates = string.Join(
            ", ",
            new[]
            {
                tentative.EngageeLe is { } engagee ? $"engagée le {EnClair.Date(engagee)}" : null,
                tentative.CloseLe is { } close ? $"close le {EnClair.Date(close)}" : null,
                tentative.Issue?.Libelle().ToLower(Francais.Culture),
            }.OfType<string>()
        );
        return dates.Length == 0 ? tentative.Texte
            : tentative.Texte is { } texte ? $"{dates} — {texte}"
            : dates;
    }
}

public sealed record TribunalSaisi(CollectiviteId Membre, string Tribunal, DateOnly Le) : IEvenementMetier
{
    public string Libelle => $"{EnClair.EnTete(Tribunal)} saisi le {EnClair.Date(Le)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record LitigeClos(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Litige clos.";

    public Guid? Collectivite => Membre.Valeur;
}
