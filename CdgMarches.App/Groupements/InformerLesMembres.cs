using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Une information à porter à la connaissance de membres, et l'objet qui la cause.</summary>
/// <param name="Groupement">Le groupement.</param>
/// <param name="ObjetType">Le type de l'objet.</param>
/// <param name="ObjetId">Sa clé.</param>
/// <param name="Modele">Le courriel, dont l'objet d'origine nomme la preuve.</param>
/// <param name="Valeurs">Ce que ses champs valent.</param>
public sealed record Information(
    GroupementId Groupement,
    string ObjetType,
    Guid ObjetId,
    DefinitionDeModele Modele,
    IReadOnlyDictionary<string, string> Valeurs
)
{
    /// <summary>Le chemin, dans l'espace de chaque membre, de ce dont il est informé ; nul si le courriel n'y mène pas.</summary>
    public Func<CollectiviteId, string>? Chemin { get; init; }

    /// <summary>L'objet de chaque membre, quand il a le sien ; nul si tous ont le même.</summary>
    public Func<CollectiviteId, Guid>? ObjetDe { get; init; }

    /// <summary>Comment répond qui n'a pas de compte ; nul si le chemin suffit.</summary>
    public ReponseSansCompte? SansCompte { get; init; }

    /// <summary>Les pièces jointes, dans l'ordre.</summary>
    public IReadOnlyList<Guid> Pieces { get; init; } = [];

    /// <summary>Le nom de la preuve.</summary>
    public string Titre
    {
        get
        {
            var titre = RemplirModele.Remplir(Modele.Objet, Valeurs);
            return titre.Length <= PreuveDInformation.LongueurDuLibelle ? titre : titre[..PreuveDInformation.LongueurDuLibelle];
        }
    }
}

/// <summary>Le lien personnel par lequel une personne sans compte répond, là où les autres se connectent.</summary>
/// <param name="Emetteur">Qui écrit.</param>
/// <param name="Modele">Le courriel qui porte le lien.</param>
/// <param name="Chemin">L'adresse de la page qui reçoit la réponse, sans le jeton.</param>
/// <param name="Demande">Le lien à émettre, par membre et par destinataire ; nul si ce membre n'a rien à répondre.</param>
public sealed record ReponseSansCompte(
    Acteur Emetteur,
    DefinitionDeModele Modele,
    string Chemin,
    Func<CollectiviteId, string, DemandeDeLien?> Demande
);

/// <summary>Met en file un courriel à chaque membre, et garde la preuve par membre ; qui n'a aucune adresse reste à informer.</summary>
public sealed class InformerLesMembres(
    ComposerCourriel composer,
    AdressesPubliques adresses,
    LiensPersonnels liens,
    HorlogeLegale horloge
)
{
    /// <returns>Combien de membres n'ont aucune adresse : la remise se constate alors à la main.</returns>
    public async Task<int> DeposerAsync(
        MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> membres,
        Information information,
        CancellationToken annulation
    )
    {
        var modele = await composer.LireAsync(information.Modele.Cle, annulation);
        var parLien = information.SansCompte is { } reponse ? await composer.LireAsync(reponse.Modele.Cle, annulation) : modele;
        var destinataires = await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
        var personnes = destinataires.ParMembre;
        foreach (var membre in membres.Distinct())
        {
            Guid? preuve = null;
            var objet = information.ObjetDe?.Invoke(membre) ?? information.ObjetId;
            foreach (var personne in personnes[membre])
            {
                var lien = Emettre(contexte, personne, information.SansCompte);
                var chemin = lien is null ? information.Chemin?.Invoke(membre) : $"{information.SansCompte!.Chemin}/{lien.Jeton}";
                var valeurs = chemin is null
                    ? information.Valeurs
                    : new Dictionary<string, string>(information.Valeurs) { ["lien"] = adresses.De(chemin) };
                var envoi = FileDeCourriels.Deposer(
                    contexte,
                    (lien is null ? modele : parLien).Pour(personne.Adresse, personne.Nom, valeurs) with
                    {
                        ObjetType = information.ObjetType,
                        ObjetId = objet,
                        Lien = lien?.Lien.Id,
                        PiecesJointes = information.Pieces,
                        Collectivite = membre.Valeur,
                        Groupement = information.Groupement,
                    },
                    horloge.Maintenant
                );
                preuve ??= envoi.Id;
            }

            contexte.PreuvesDInformation.Add(
                new PreuveDInformation
                {
                    Groupement = information.Groupement,
                    Collectivite = membre,
                    ObjetType = information.ObjetType,
                    ObjetId = objet,
                    Libelle = information.Titre,
                    DeposeeLe = horloge.Maintenant,
                    Courriel = preuve,
                }
            );
        }

        return destinataires.SansAdresse.Count;
    }

    private LienEmis? Emettre(MarchesDbContext contexte, PersonneDuMembre personne, ReponseSansCompte? reponse) =>
        !personne.AUnCompte && reponse?.Demande(personne.Collectivite, personne.Nom) is { } demande
            ? liens.Emettre(contexte, reponse.Emetteur, demande)
            : null;

    /// <summary>Les membres en vigueur un jour, hors ceux que l'on nomme.</summary>
    public static Task<List<CollectiviteId>> MembresAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly jour,
        CollectiviteId? sauf,
        CancellationToken annulation
    ) =>
        contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => a.Groupement == groupement && a.Collectivite != sauf)
            .Select(a => a.Collectivite)
            .Distinct()
            .ToListAsync(annulation);
}
