using System.Net.Mail;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Un courriel à une personne.</summary>
/// <param name="Destinataire">L'adresse ; plusieurs personnes peuvent la partager.</param>
/// <param name="NomDestinataire">Le nom de la personne, que le message emploie.</param>
/// <param name="Objet">L'objet, sur une ligne.</param>
/// <param name="Texte">Le texte, sans mise en forme ; il est toujours là, même quand il y a du HTML.</param>
/// <param name="ObjetType">Le type de l'objet métier concerné.</param>
/// <param name="ObjetId">Sa clé.</param>
public sealed record Courriel(
    string Destinataire,
    string NomDestinataire,
    string Objet,
    string Texte,
    string? ObjetType = null,
    Guid? ObjetId = null
)
{
    /// <summary>Le même message en HTML, sans image ni style venus d'ailleurs ; tiré du texte si rien n'est donné.</summary>
    public string? Html { get; init; }

    /// <summary>Les pièces du magasin à joindre, dans l'ordre.</summary>
    public IReadOnlyList<Guid> PiecesJointes { get; init; } = [];

    /// <summary>Une invitation de calendrier (<see cref="InvitationIcs"/>), que les messageries proposent d'accepter.</summary>
    public string? Ics { get; init; }

    /// <summary>L'adresse à qui répondre : celle de l'agent, quand le message vient de lui.</summary>
    public string? RepondreA { get; init; }

    /// <summary>Le groupement pour lequel l'application écrit : sans agent qui agisse, on répond à celui qui en a la charge.</summary>
    public GroupementId? Groupement { get; init; }

    /// <summary>Le lien personnel qu'il porte (<see cref="Liens.LienEmis"/>).</summary>
    public Guid? Lien { get; init; }

    /// <summary>Le modèle dont le texte vient (« recensement.relance »).</summary>
    public string? Modele { get; init; }

    /// <summary>Ce qui fait de deux dépôts un seul : la base refuse un second courriel de même clé.</summary>
    public string? CleDIdempotence { get; init; }

    /// <summary>La collectivité pour laquelle la personne le reçoit.</summary>
    public Guid? Collectivite { get; init; }
}

/// <summary>La file des courriels : on y dépose dans la transaction de ce qui les cause, un service les expédie ensuite.</summary>
/// <remarks>Un serveur de courriel en panne ne bloque donc jamais un écran, et un courriel ne part jamais d'un fait annulé.</remarks>
public static class FileDeCourriels
{
    /// <summary>Met un courriel en file ; il partira après l'enregistrement du contexte.</summary>
    /// <returns>L'envoi, dont l'identifiant permet de suivre ce qu'il devient.</returns>
    public static EnvoiDeCourriel Deposer(MarchesDbContext contexte, Courriel courriel, DateTimeOffset instant)
    {
        var adresse = courriel.Destinataire.Trim();
        var valide = EstValide(adresse);
        var envoi = new EnvoiDeCourriel
        {
            Destinataire = Couper(adresse, 254),
            NomDestinataire = Couper(UneLigne(courriel.NomDestinataire), 200),
            Objet = Couper(UneLigne(courriel.Objet), EnvoiDeCourriel.LongueurDeLObjet),
            Texte = courriel.Texte,
            ObjetType = courriel.ObjetType,
            ObjetId = courriel.ObjetId,
            Collectivite = courriel.Collectivite,
            Html = courriel.Html ?? HtmlDeCourriel.De(courriel.Objet, courriel.Texte),
            Ics = courriel.Ics,
            RepondreA = EstValide(courriel.RepondreA) ? courriel.RepondreA : null,
            Groupement = courriel.Groupement,
            Lien = courriel.Lien,
            Modele = courriel.Modele,
            CleDIdempotence = courriel.CleDIdempotence,
            Etat = valide ? EtatDEnvoi.EnFile : EtatDEnvoi.Echoue,
            DeposeLe = instant,
            ProchainEssai = instant,
            Erreur = valide
                ? null
                : "L'adresse n'est pas une adresse de courriel : rien n'a été envoyé. Corrigez-la sur la fiche, puis renvoyez.",
        };
        contexte.EnvoisDeCourriel.Add(envoi);
        contexte.PiecesDeCourriel.AddRange(
            courriel.PiecesJointes.Distinct().Select((piece, rang) => new PieceDeCourriel(envoi.Id, piece, rang))
        );
        return envoi;
    }

    /// <summary>Met en file ceux dont la clé d'idempotence n'y est pas encore : un travail rejoué n'écrit pas deux fois.</summary>
    /// <remarks>
    /// Deux nœuds qui déposeraient la même clé au même instant se heurtent à l'unicité de la base : le second échoue en entier,
    /// sans rien écrire.
    /// </remarks>
    /// <returns>Les envois ajoutés.</returns>
    /// <exception cref="ArgumentException">Un courriel n'a pas de clé.</exception>
    public static async Task<IReadOnlyList<EnvoiDeCourriel>> DeposerUneFoisAsync(
        MarchesDbContext contexte,
        IReadOnlyCollection<Courriel> courriels,
        DateTimeOffset instant,
        CancellationToken annulation = default
    )
    {
        var cles = courriels.Select(c => c.CleDIdempotence).ToList();
        if (cles.Exists(string.IsNullOrEmpty))
        {
            throw new ArgumentException("Un courriel déposé une seule fois a une clé d'idempotence.", nameof(courriels));
        }

        var connues = await contexte
            .EnvoisDeCourriel.Where(e => cles.Contains(e.CleDIdempotence))
            .Select(e => e.CleDIdempotence)
            .ToHashSetAsync(annulation);
        return [.. courriels.Where(c => connues.Add(c.CleDIdempotence)).Select(c => Deposer(contexte, c, instant))];
    }

    /// <summary>Met en file le même message, à une adresse donnée.</summary>
    public static EnvoiDeCourriel Renvoyer(
        MarchesDbContext contexte,
        EnvoiDeCourriel premier,
        string adresse,
        IReadOnlyList<Guid> pieces,
        DateTimeOffset instant
    )
    {
        var envoi = new EnvoiDeCourriel
        {
            Destinataire = adresse,
            NomDestinataire = premier.NomDestinataire,
            Objet = premier.Objet,
            Texte = premier.Texte,
            Html = premier.Html,
            Ics = premier.Ics,
            RepondreA = premier.RepondreA,
            Lien = premier.Lien,
            Modele = premier.Modele,
            ObjetType = premier.ObjetType,
            ObjetId = premier.ObjetId,
            Collectivite = premier.Collectivite,
            RenvoiDe = premier.Id,
            Etat = EtatDEnvoi.EnFile,
            DeposeLe = instant,
            ProchainEssai = instant,
        };
        contexte.EnvoisDeCourriel.Add(envoi);
        contexte.PiecesDeCourriel.AddRange(pieces.Select((piece, rang) => new PieceDeCourriel(envoi.Id, piece, rang)));
        return envoi;
    }

    /// <summary>Note, dans l'enregistrement en cours, qu'un membre a répondu à ce qu'on lui avait écrit d'un objet.</summary>
    public static async Task NoterLaReponseAsync(
        MarchesDbContext contexte,
        string objetType,
        Guid objet,
        Guid collectivite,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var envois = await contexte
            .EnvoisDeCourriel.Where(e =>
                e.ObjetId == objet
                && e.ObjetType == objetType
                && e.Collectivite == collectivite
                && e.EnvoyeLe != null
                && e.ReponduLe == null
            )
            .ToListAsync(annulation);
        envois.ForEach(e => e.ReponduLe = instant);
    }

    public static bool EstValide(string? adresse) =>
        adresse is { Length: > 0 and <= 254 }
        && MailAddress.TryCreate(adresse, out var lue)
        && string.Equals(lue.Address, adresse, StringComparison.Ordinal);

    /// <summary>Un saut de ligne dans un en-tête y ferait entrer d'autres en-têtes.</summary>
    private static string UneLigne(string texte) => string.Concat(texte.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..longueur];
}
