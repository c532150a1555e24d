using System.Globalization;
using System.Text.RegularExpressions;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Un courriel, tel que le journal le montre.</summary>
public sealed record LigneDeCourriel(
    Guid Id,
    string Destinataire,
    string Nom,
    string Objet,
    EtatDEnvoi Etat,
    DateTimeOffset DeposeLe,
    DateTimeOffset? EnvoyeLe,
    DateTimeOffset? RevenuLe,
    DateTimeOffset? LuLe,
    DateTimeOffset? ReponduLe,
    string? Erreur,
    bool EstUnRenvoi
);

/// <summary>Un courriel en entier, et ce qu'il est devenu.</summary>
public sealed record FicheDeCourriel(
    LigneDeCourriel Ligne,
    string Texte,
    string? Html,
    string? RepondreA,
    string? MessageId,
    int? CodeSmtp,
    int Essais,
    DateTimeOffset? ProchainEssai,
    string? AdresseDEssai,
    bool AUneInvitation,
    IReadOnlyList<string> Pieces,
    string? AdresseDeLObjet,
    CollectiviteId? Collectivite,
    string? NomDeLaCollectivite,
    Guid? RenvoiDe,
    IReadOnlyList<LigneDeCourriel> Renvois
);

/// <summary>Le journal des courriels, par destinataire.</summary>
public sealed partial class LireCourriels(
    IDbContextFactory<MarchesDbContext> donnees,
    AdressesDesObjets adresses,
    HorlogeLegale horloge
)
{
    public const string FiltreEtat = "etat";
    public const string FiltreDu = "du";
    public const string FiltreAu = "au";

    /// <summary>Le filtre de ce qui demande un agent : à vérifier, échoués et revenus.</summary>
    public const string ATraiter = "a-traiter";

    public async Task<PageDe<LigneDeCourriel>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var envois = Filtrer(contexte.EnvoisVisibles(acteur).AsNoTracking(), demande);
        return new PageDe<LigneDeCourriel>(
            await Projeter(envois.OrderByDescending(e => e.DeposeLe).ThenByDescending(e => e.Id))
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .ToListAsync(annulation),
            await envois.CountAsync(annulation)
        );
    }

    /// <returns>Null si le courriel n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheDeCourriel?> FicheAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = contexte.EnvoisVisibles(acteur).AsNoTracking();
        var envoi = await visibles.SingleOrDefaultAsync(e => e.Id == id, annulation);
        if (envoi is null)
        {
            return null;
        }

        var pieces = await contexte
            .PiecesDeCourriel.Where(p => p.Envoi == id)
            .OrderBy(p => p.Rang)
            .Join(contexte.Pieces, p => p.Piece, p => p.Id, (_, piece) => piece.Nom)
            .ToListAsync(annulation);
        var renvois = await Projeter(visibles.Where(e => e.RenvoiDe == id).OrderBy(e => e.DeposeLe)).ToListAsync(annulation);
        return new FicheDeCourriel(
            (await Projeter(visibles.Where(e => e.Id == id)).SingleAsync(annulation)),
            SansSecret(envoi.Texte),
            envoi.Html is null ? null : SansSecret(envoi.Html),
            envoi.RepondreA,
            envoi.MessageId,
            envoi.CodeSmtp,
            envoi.Essais,
            envoi.Etat is EtatDEnvoi.EnFile && envoi.Essais > 0 ? envoi.ProchainEssai : null,
            envoi.AdresseDEssai,
            envoi.Ics is not null,
            pieces,
            adresses.De(envoi.ObjetType, envoi.ObjetId),
            envoi.Collectivite is { } membre ? new CollectiviteId(membre) : null,
            envoi.Collectivite is { } cle ? await NomAsync(contexte, new CollectiviteId(cle), annulation) : null,
            envoi.RenvoiDe,
            renvois
        );
    }

    private static Task<string?> NomAsync(MarchesDbContext contexte, CollectiviteId id, CancellationToken annulation) =>
        contexte.Collectivites.Where(c => c.Id == id).Select(c => (string?)c.Nom).SingleOrDefaultAsync(annulation);

    /// <summary>Combien demandent un agent, et combien attendent de partir.</summary>
    public async Task<(int ATraiter, int EnFile)> CompterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = contexte.EnvoisVisibles(acteur);
        return (
            await Filtrer(visibles, new Demande(Filtres: new Dictionary<string, string> { [FiltreEtat] = ATraiter }))
                .CountAsync(annulation),
            await visibles.CountAsync(e => e.Etat == EtatDEnvoi.EnFile || e.Etat == EtatDEnvoi.EnCours, annulation)
        );
    }

    /// <summary>
    /// Le texte sans le secret de ses liens personnels : qui lit le journal n'agit pas à la place du destinataire.
    /// </summary>
    internal static string SansSecret(string texte) => Secret().Replace(texte, "$1…");

    private IQueryable<EnvoiDeCourriel> Filtrer(IQueryable<EnvoiDeCourriel> envois, Demande demande)
    {
        envois = demande.Filtre(FiltreEtat) switch
        {
            ATraiter => envois.Where(e =>
                (e.Etat == EtatDEnvoi.AVerifier || e.Etat == EtatDEnvoi.Echoue || e.Etat == EtatDEnvoi.Revenu) && !e.EstClasse
            ),
            { } etat when Enum.TryParse<EtatDEnvoi>(etat, out var lu) => envois.Where(e => e.Etat == lu),
            _ => envois,
        };
        if (Jour(demande.Filtre(FiltreDu)) is { } du)
        {
            var debut = horloge.FinDuJour(du.AddDays(-1));
            envois = envois.Where(e => e.DeposeLe >= debut);
        }

        if (Jour(demande.Filtre(FiltreAu)) is { } au)
        {
            var fin = horloge.FinDuJour(au);
            envois = envois.Where(e => e.DeposeLe < fin);
        }

        if (demande.Recherche?.Trim() is { Length: > 0 } texte)
        {
            envois = envois.Where(e =>
                e.Destinataire.Contains(texte) || e.NomDestinataire.Contains(texte) || e.Objet.Contains(texte)
            );
        }

        return envois;
    }

    private static IQueryable<LigneDeCourriel> Projeter(IQueryable<EnvoiDeCourriel> envois) =>
        envois.Select(e => new LigneDeCourriel(
            e.Id,
            e.Destinataire,
            e.NomDestinataire,
            e.Objet,
            e.Etat,
            e.DeposeLe,
            e.EnvoyeLe,
            e.RevenuLe,
            e.LuLe,
            e.ReponduLe,
            e.Erreur,
            e.RenvoiDe != null
        ));

    private static DateOnly? Jour(string? texte) =>
        DateOnly.TryParseExact(texte, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;

    [GeneratedRegex(@"(https?://[^\s<>""]*?[/=])[A-Za-z0-9_-]{32,}")]
    private static partial Regex Secret();
}

/// <summary>Les mots de l'état d'un courriel.</summary>
public static class EtatsDEnvoi
{
    public static string Libelle(this EtatDEnvoi etat) =>
        etat switch
        {
            EtatDEnvoi.EnFile => "En file",
            EtatDEnvoi.EnCours => "En cours d'envoi",
            EtatDEnvoi.Envoye => "Envoyé",
            EtatDEnvoi.AVerifier => "À vérifier",
            EtatDEnvoi.Echoue => "Échoué",
            EtatDEnvoi.Revenu => "Revenu",
        };

    public static Socle.Composants.Ton Ton(this EtatDEnvoi etat) =>
        etat switch
        {
            EtatDEnvoi.EnFile => Socle.Composants.Ton.Info,
            EtatDEnvoi.EnCours => Socle.Composants.Ton.Info,
            EtatDEnvoi.Envoye => Socle.Composants.Ton.Positif,
            EtatDEnvoi.AVerifier => Socle.Composants.Ton.Attention,
            EtatDEnvoi.Echoue => Socle.Composants.Ton.Alerte,
            EtatDEnvoi.Revenu => Socle.Composants.Ton.Alerte,
        };
}
