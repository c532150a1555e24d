using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Socle;
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

/// <summary>Met en file un courriel à chaque membre, et garde la preuve par membre ; qui n'a aucune adresse reste à informer.</summary>
public sealed class InformerLesMembres(ComposerCourriel composer, AdressesPubliques adresses, HorlogeLegale horloge)
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
        var destinataires = await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
        var personnes = destinataires.ParMembre;
        foreach (var membre in membres.Distinct())
        {
            Guid? preuve = null;
            var valeurs = information.Chemin is { } chemin
                ? new Dictionary<string, string>(information.Valeurs) { ["lien"] = adresses.De(chemin(membre)) }
                : information.Valeurs;
            foreach (var personne in personnes[membre])
            {
                var envoi = FileDeCourriels.Deposer(
                    contexte,
                    modele.Pour(personne.Adresse, personne.Nom, valeurs) with
                    {
                        ObjetType = information.ObjetType,
                        ObjetId = information.ObjetId,
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
                    ObjetId = information.ObjetId,
                    Libelle = information.Titre,
                    DeposeeLe = horloge.Maintenant,
                    Courriel = preuve,
                }
            );
        }

        return destinataires.SansAdresse.Count;
    }

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

internal static class PreuvesDInformationFaites
{
    /// <summary>Les preuves qui tiennent : un courriel parti, ou une remise constatée.</summary>
    public static IQueryable<PreuveDInformation> Faites(this IQueryable<PreuveDInformation> preuves, MarchesDbContext contexte) =>
        preuves.Where(p =>
            p.RemiseLe != null
            || contexte.EnvoisDeCourriel.Any(e =>
                (e.Id == p.Courriel || (e.RenvoiDe == p.Courriel && e.RenvoiDe != null)) && e.Etat == EtatDEnvoi.Envoye
            )
        );
}

/// <summary>Où en est l'information d'un membre.</summary>
public sealed record LigneDePreuve(
    Guid Id,
    string Membre,
    string Libelle,
    DateTimeOffset DeposeeLe,
    EtatDEnvoi? Courriel,
    DateOnly? RemiseLe,
    string? RemisePar
)
{
    public bool EstFaite => RemiseLe is not null || Courriel is EtatDEnvoi.Envoye;
}

/// <summary>Les preuves d'information d'un objet, page par page.</summary>
public sealed class LirePreuves(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDePreuve>> ExecuterAsync(
        Acteur acteur,
        string objetType,
        Guid objetId,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limite = AccesAuxGroupements.Limite(acteur);
        var preuves =
            from p in contexte.PreuvesDInformation.AsNoTracking()
            join c in contexte.Collectivites on p.Collectivite equals c.Id
            where p.ObjetType == objetType && p.ObjetId == objetId
            where limite == null || limite.Contains(p.Groupement)
            select new { Preuve = p, Membre = c };
        var total = await preuves.CountAsync(annulation);
        var lues = await preuves
            .OrderBy(p => p.Membre.CleDeTri)
            .ThenBy(p => p.Preuve.DeposeeLe)
            .ThenBy(p => p.Preuve.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(p => new LigneDePreuve(
                p.Preuve.Id,
                p.Membre.Nom,
                p.Preuve.Libelle,
                p.Preuve.DeposeeLe,
                contexte
                    .EnvoisDeCourriel.Where(e =>
                        e.Id == p.Preuve.Courriel || (e.RenvoiDe == p.Preuve.Courriel && e.RenvoiDe != null)
                    )
                    .OrderByDescending(e => e.Id)
                    .Select(e => (EtatDEnvoi?)e.Etat)
                    .FirstOrDefault(),
                p.Preuve.RemiseLe,
                p.Preuve.RemisePar
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDePreuve>(lues, total);
    }
}

/// <summary>Constate à la main qu'un membre a reçu l'information : courrier, main propre.</summary>
public sealed class ConstaterRemise(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, Guid preuve, DateOnly jour, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        if (jour > horloge.Aujourdhui)
        {
            throw new RefusException("Une remise se constate une fois faite : donnez une date passée. Rien n'a été modifié.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limite = AccesAuxGroupements.Limite(acteur);
        var visee =
            await contexte.PreuvesDInformation.SingleOrDefaultAsync(
                p => p.Id == preuve && (limite == null || limite.Contains(p.Groupement)),
                annulation
            ) ?? throw new DroitManquantException(Droits.GererGroupements);
        (visee.RemiseLe, visee.RemisePar) = (jour, acteur.Nom);
        contexte.Journaliser(
            LigneDeJournal.De(
                visee.ObjetType,
                visee.ObjetId,
                new RemiseConstatee(visee.Collectivite.Valeur, visee.Libelle, jour),
                acteur,
                horloge.Maintenant
            )
        );
        await contexte.SaveChangesAsync(annulation);
    }
}

internal sealed record RemiseConstatee(Guid Membre, string Objet, DateOnly Le) : IEvenementMetier
{
    public string Libelle => $"Remise constatée le {Formats.DateLongue(Le)} : {Objet}.";

    public Guid? Collectivite => Membre;
}
