using System.Net.Mail;
using CdgMarches.Database;
using CdgMarches.Database.Socle;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Un courriel à une personne.</summary>
/// <param name="Destinataire">L'adresse ; plusieurs personnes peuvent la partager.</param>
/// <param name="NomDestinataire">Le nom de la personne, que le message emploie.</param>
/// <param name="Objet">L'objet, sur une ligne.</param>
/// <param name="Texte">Le texte, sans mise en forme.</param>
/// <param name="ObjetType">Le type de l'objet métier concerné.</param>
/// <param name="ObjetId">Sa clé.</param>
public sealed record Courriel(
    string Destinataire,
    string NomDestinataire,
    string Objet,
    string Texte,
    string? ObjetType = null,
    Guid? ObjetId = null
);

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
            Etat = valide ? EtatDEnvoi.EnFile : EtatDEnvoi.Echoue,
            DeposeLe = instant,
            ProchainEssai = instant,
            Erreur = valide
                ? null
                : "L'adresse n'est pas une adresse de courriel : rien n'a été envoyé. Corrigez-la sur la fiche, puis renvoyez.",
        };
        contexte.EnvoisDeCourriel.Add(envoi);
        return envoi;
    }

    public static bool EstValide(string? adresse) =>
        adresse is { Length: > 0 and <= 254 }
        && MailAddress.TryCreate(adresse, out var lue)
        && string.Equals(lue.Address, adresse, StringComparison.Ordinal);

    /// <summary>Un saut de ligne dans un en-tête y ferait entrer d'autres en-têtes.</summary>
    private static string UneLigne(string texte) => string.Concat(texte.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..longueur];
}
