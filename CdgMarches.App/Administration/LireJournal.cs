using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Une ligne du journal, pour l'administrateur.</summary>
public sealed record LigneDuJournal(
    Guid Id,
    DateTimeOffset Instant,
    string Acteur,
    string? Pour,
    string ObjetType,
    Guid ObjetId,
    string Libelle,
    string? Avant,
    string? Apres,
    string? Motif,
    string? Adresse
);

/// <summary>Le nom, pour une personne, des types d'objets du journal.</summary>
internal static class NomsDObjets
{
    private static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["Adhesion"] = "Adhésion",
        ["AnalyseDeLot"] = "Analyse d'un lot",
        ["AppelDeContribution"] = "Appel de contribution",
        ["ApprobationDAvenant"] = "Approbation d'avenant",
        ["AvenantDeConvention"] = "Avenant",
        ["Campagne"] = "Recensement",
        ["CampagneDAppel"] = "Campagne d'appel",
        ["Collectivite"] = "Collectivité",
        ["ComptableAssignataire"] = "Comptable assignataire",
        ["CompteDePlateforme"] = "Compte de plateforme",
        ["ConsultationsDeclarees"] = "Consultations déclarées",
        ["ContratDAssurance"] = "Contrat d'assurance",
        ["ConventionConstitutive"] = "Convention constitutive",
        ["ConventionDAcces"] = "Convention d'accès",
        ["Delegation"] = "Délégation",
        ["DeliberationDuCdg"] = "Délibération du CDG",
        ["DemandeDAssistance"] = "Demande d'assistance",
        ["DemandeDeCompte"] = "Demande de compte",
        ["DossierDAdhesion"] = "Dossier d'adhésion",
        ["DossierDeConvention"] = "Dossier de convention",
        ["DossierDeRetrait"] = "Dossier de retrait",
        ["EnvoiDeCourriel"] = "Courriel",
        ["ExerciceDAppel"] = "Exercice d'appel",
        ["FenetreDAdhesion"] = "Fenêtre d'adhésion",
        ["ImportDeCollectivites"] = "Import de collectivités",
        ["ImportDeConventions"] = "Import de conventions",
        ["LitigeDAcces"] = "Litige d'accès",
        ["Marche"] = "Marché",
        ["Modele"] = "Modèle de document",
        ["Parametrage"] = "Réglages",
        ["Procedure"] = "Procédure",
        ["ProfilDExport"] = "Profil d'export",
        ["RegimeFinancier"] = "Régime financier",
        ["Reponse"] = "Réponse",
        ["ReunionDeComite"] = "Réunion de comité",
        ["Seance"] = "Séance",
        ["SessionDePresentation"] = "Session de présentation",
        ["Utilisateur"] = "Compte",
    };

    /// <summary>Un type dont le nom s'écrit comme il se lit (« Commission ») n'a pas à être inscrit.</summary>
    public static string De(string type) => Noms.GetValueOrDefault(type, type);
}

/// <summary>Lit le journal de toute l'application : qui, quand, quoi, avant et après.</summary>
public sealed class LireJournal(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string FiltreDu = "du";
    public const string FiltreAu = "au";
    public const string FiltreActeur = "acteur";
    public const string FiltreObjet = "objet";

    private const string Echappement = "\\";

    /// <summary>Le plus de lignes d'un export ; au-delà, la feuille « Lisez-moi » dit de resserrer la période.</summary>
    public const int MaximumDExport = 50_000;

    public async Task<PageDe<LigneDuJournal>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = Filtrer(contexte.Journal.AsNoTracking(), demande);
        return new PageDe<LigneDuJournal>(
            await Projeter(lignes).Skip(demande.Ignorer).Take(demande.Prendre).ToListAsync(annulation),
            await lignes.CountAsync(annulation)
        );
    }

    /// <summary>Tout ce que les filtres retiennent, du plus récent au plus ancien, dans la limite de l'export.</summary>
    public async Task<PageDe<LigneDuJournal>> TouteAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = Filtrer(contexte.Journal.AsNoTracking(), demande);
        return new PageDe<LigneDuJournal>(
            await Projeter(lignes).Take(MaximumDExport).ToListAsync(annulation),
            await lignes.CountAsync(annulation)
        );
    }

    /// <summary>Les types d'objets dont le journal parle, pour le filtre.</summary>
    public async Task<IReadOnlyList<string>> ObjetsAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.Journal.Select(l => l.ObjetType).Distinct().OrderBy(t => t).ToListAsync(annulation);
    }

    private IQueryable<LigneDeJournal> Filtrer(IQueryable<LigneDeJournal> lignes, Demande demande)
    {
        if (Jour(demande.Filtre(FiltreDu)) is { } du)
        {
            var debut = horloge.Minuit(du);
            lignes = lignes.Where(l => l.Instant >= debut);
        }

        if (Jour(demande.Filtre(FiltreAu)) is { } au)
        {
            var fin = horloge.Minuit(au.AddDays(1));
            lignes = lignes.Where(l => l.Instant < fin);
        }

        if (demande.Filtre(FiltreActeur) is { } nom)
        {
            var motif = Motif(nom);
            lignes = lignes.Where(l =>
                EF.Functions.Like(l.Acteur, motif, Echappement) || EF.Functions.Like(l.Pour!, motif, Echappement)
            );
        }

        if (demande.Filtre(FiltreObjet) is { } objet)
        {
            lignes = lignes.Where(l => l.ObjetType == objet);
        }

        if (Guid.TryParse(demande.Recherche, out var cle))
        {
            lignes = lignes.Where(l => l.ObjetId == cle);
        }
        else if (demande.Recherche is { Length: > 0 } texte)
        {
            var motif = Motif(texte);
            lignes = lignes.Where(l =>
                EF.Functions.Like(l.Libelle, motif, Echappement) || EF.Functions.Like(l.Motif!, motif, Echappement)
            );
        }

        return lignes;
    }

    private static IQueryable<LigneDuJournal> Projeter(IQueryable<LigneDeJournal> lignes) =>
        lignes
            .OrderByDescending(l => l.Instant)
            .ThenByDescending(l => l.Id)
            .Select(l => new LigneDuJournal(
                l.Id,
                l.Instant,
                l.Acteur,
                l.Pour,
                l.ObjetType,
                l.ObjetId,
                l.Libelle,
                l.Avant,
                l.Apres,
                l.Motif,
                l.Adresse
            ));

    /// <summary>Le texte cherché où qu'il soit, ses caractères jokers pris pour eux-mêmes.</summary>
    private static string Motif(string texte) =>
        $"%{texte.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";

    private static DateOnly? Jour(string? texte) =>
        DateOnly.TryParseExact(texte, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
}
