using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Ce qu'est devenue une lettre recommandée présentée à son destinataire.</summary>
public enum IssueDuRecommande
{
    /// <summary>Remise contre signature.</summary>
    Remis,

    /// <summary>Refusée par le destinataire.</summary>
    Refuse,

    /// <summary>Avisée, puis rendue faute d'avoir été réclamée.</summary>
    NonReclame,
}

/// <summary>Les mots de l'issue d'un recommandé.</summary>
public static class IssueDuRecommandeExtensions
{
    public static string Libelle(this IssueDuRecommande issue) =>
        issue switch
        {
            IssueDuRecommande.Remis => "Remis contre signature",
            IssueDuRecommande.Refuse => "Refusé par le destinataire",
            IssueDuRecommande.NonReclame => "Non réclamé",
        };
}

/// <summary>Une lettre recommandée avec avis de réception, de son envoi à ce que dit l'avis.</summary>
/// <remarks>
/// RG6.20, par analogie avec le CPC, art. 668 et 669 : la notification est le jour de la remise ; refusée ou non réclamée,
/// celui de la première présentation. Le registre des courriers tient ces dates ; son premier destinataire est celui qui compte,
/// un second (les archives, le comptable) a sa propre lettre et son propre avis.
/// </remarks>
public sealed class Recommande
{
    public const int LongueurDuNumero = 40;

    private Recommande() { }

    internal Recommande(DateOnly envoyeLe, string? numero) => (EnvoyeLe, Numero) = (envoyeLe, numero);

    public DateOnly EnvoyeLe { get; private set; }

    /// <summary>Le numéro de suivi de la lettre.</summary>
    public string? Numero { get; private set; }

    /// <summary>Le courrier du registre qu'elle est ; nul pour une lettre notée avant que le registre ne la suive.</summary>
    public CourrierId? Courrier { get; private set; }

    public IssueDuRecommande? Issue { get; private set; }

    /// <summary>La première présentation au destinataire.</summary>
    public DateOnly? PresenteLe { get; private set; }

    /// <summary>La remise, quand la lettre a été remise.</summary>
    public DateOnly? RemisLe { get; private set; }

    /// <summary>Le jour d'où court le délai ; nul tant que l'avis n'est pas revenu.</summary>
    public DateOnly? NotifieLe => Notification(Issue, PresenteLe, RemisLe);

    /// <summary>Le jour de la notification que donne un avis de réception.</summary>
    public static DateOnly? Notification(IssueDuRecommande? issue, DateOnly? presenteLe, DateOnly? remisLe) =>
        issue switch
        {
            IssueDuRecommande.Remis => remisLe,
            IssueDuRecommande.Refuse or IssueDuRecommande.NonReclame => presenteLe,
            null => null,
        };

    internal void Inscrire(CourrierId courrier) => Courrier = courrier;

    internal void Poster(DateOnly jour, string? numero) => (EnvoyeLe, Numero) = (jour, numero ?? Numero);

    internal void Constater(AvisDeReception avis) =>
        (Issue, PresenteLe, RemisLe) = (avis.Issue, avis.PresenteLe, avis.Issue is IssueDuRecommande.Remis ? avis.RemisLe : null);

    /// <summary>La lettre est revenue d'une adresse inconnue : une autre part, qui a son courrier et son avis.</summary>
    internal void Renvoyer(DateOnly jour, string? numero) =>
        (EnvoyeLe, Numero, Courrier, Issue, PresenteLe, RemisLe) = (jour, numero, null, null, null, null);

    /// <summary>L'avis était noté à tort : la lettre est de nouveau en attente.</summary>
    internal void AttendreLAvis() => (Issue, PresenteLe, RemisLe) = (null, null, null);

    internal string EnClair() =>
        NotifieLe is { } jour
            ? $"{Issue!.Value.Libelle().ToLower(Francais.Culture)}, le {Noyau.EnClair.Date(jour)}"
            : $"envoyé le {Noyau.EnClair.Date(EnvoyeLe)}, avis de réception attendu";
}

/// <summary>Ce que dit l'avis de réception d'un recommandé.</summary>
/// <param name="Issue">Remis, refusé ou non réclamé.</param>
/// <param name="PresenteLe">La première présentation ; sans elle, un refus n'a pas de date.</param>
/// <param name="RemisLe">La remise.</param>
public sealed record AvisDeReception(IssueDuRecommande Issue, DateOnly? PresenteLe, DateOnly? RemisLe)
{
    public static AvisDeReception Remis(DateOnly jour) => new(IssueDuRecommande.Remis, null, jour);

    public static AvisDeReception Refuse(DateOnly premierePresentation) =>
        new(IssueDuRecommande.Refuse, premierePresentation, null);

    public static AvisDeReception NonReclame(DateOnly premierePresentation) =>
        new(IssueDuRecommande.NonReclame, premierePresentation, null);

    /// <summary>Ce que le suivi d'un pli du registre dit ; nul tant qu'il n'est pas notifié (en cours, adresse inconnue).</summary>
    public static AvisDeReception? Du(DestinataireDeCourrier pli) =>
        pli.Issue switch
        {
            IssueDeCourrier.Remis => new(IssueDuRecommande.Remis, pli.PremierePresentation, pli.RemisLe),
            IssueDeCourrier.Refuse => new(IssueDuRecommande.Refuse, pli.PremierePresentation, null),
            IssueDeCourrier.NonReclame => new(IssueDuRecommande.NonReclame, pli.PremierePresentation, null),
            IssueDeCourrier.EnCours or IssueDeCourrier.AdresseInconnue => null,
        };

    /// <summary>Le jour de la notification.</summary>
    public DateOnly? NotifieLe => Recommande.Notification(Issue, PresenteLe, RemisLe);
}
