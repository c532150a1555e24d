using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Les bilans d'une année, consolidés par marché.</summary>
public sealed record BilansDuMarche(
    MarcheId Marche,
    string Reference,
    string Objet,
    int Attendus,
    int Rendus,
    int Relances,
    DateOnly AttenduLe,
    long DeclareCentimes,
    long EnregistreCentimes,
    double? Satisfaction
)
{
    public int Manquants => Attendus - Rendus;
}

/// <summary>Le bilan d'un membre pour un marché et une année : attendu, en retard ou rendu.</summary>
public sealed record BilanDUnMembre(
    MarcheId Marche,
    string Objet,
    string Membre,
    int Annee,
    DateOnly AttenduLe,
    DateTimeOffset? RenduLe,
    bool EnRetard
);

/// <summary>Les bilans demandés aux membres d'un groupement, marché par marché.</summary>
public sealed class LireBilansDuGroupement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<BilanDUnMembre>> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var bilans =
            from b in contexte.BilansDeMembre.AsNoTracking()
            join m in contexte.Marches.DuPerimetre(acteur).Where(m => m.Groupement == id) on b.Marche equals m.Id
            join c in contexte.Collectivites on b.Collectivite equals c.Id
            select new
            {
                Bilan = b,
                m.Objet,
                Membre = c,
            };
        bilans = demande.Filtre("etat") switch
        {
            "attendus" => bilans.Where(b => b.Bilan.RenduLe == null),
            "retard" => bilans.Where(b => b.Bilan.RenduLe == null && b.Bilan.AttenduLe < jour),
            "rendus" => bilans.Where(b => b.Bilan.RenduLe != null),
            _ => bilans,
        };
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            bilans = bilans.Where(b => b.Membre.CleDeRecherche.Contains(mot));
        }

        return new PageDe<BilanDUnMembre>(
            await bilans
                .OrderByDescending(b => b.Bilan.Annee)
                .ThenBy(b => b.Membre.CleDeTri)
                .ThenBy(b => b.Bilan.Marche)
                .ThenBy(b => b.Bilan.Collectivite)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(b => new BilanDUnMembre(
                    b.Bilan.Marche,
                    b.Objet,
                    b.Membre.Nom,
                    b.Bilan.Annee,
                    b.Bilan.AttenduLe,
                    b.Bilan.RenduLe,
                    b.Bilan.RenduLe == null && b.Bilan.AttenduLe < jour
                ))
                .ToListAsync(annulation),
            await bilans.CountAsync(annulation)
        );
    }
}

/// <summary>La campagne des bilans d'une année : tous les marchés du périmètre, et l'export consolidé (S1, art. 4 ; RG7.01).</summary>
public sealed class LireBilans(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Les marchés dont un bilan est demandé cette année-là, ceux qui attendent le plus d'abord.</summary>
    public async Task<PageDe<BilansDuMarche>> ExecuterAsync(
        Acteur acteur,
        int annee,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marches = contexte
            .Marches.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(m => contexte.BilansDeMembre.Any(b => b.Marche == m.Id && b.Annee == annee));
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            marches = marches.Where(m => m.CleDeTri.Contains(mot) || m.Reference.Contains(mot));
        }

        return new PageDe<BilansDuMarche>(
            await marches
                .OrderBy(m => m.CleDeTri)
                .ThenBy(m => m.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(m => new BilansDuMarche(
                    m.Id,
                    m.Reference,
                    m.Objet,
                    contexte.BilansDeMembre.Count(b => b.Marche == m.Id && b.Annee == annee),
                    contexte.BilansDeMembre.Count(b => b.Marche == m.Id && b.Annee == annee && b.RenduLe != null),
                    contexte.BilansDeMembre.Where(b => b.Marche == m.Id && b.Annee == annee).Sum(b => b.Relances),
                    contexte.BilansDeMembre.Where(b => b.Marche == m.Id && b.Annee == annee).Min(b => b.AttenduLe),
                    contexte.BilansDeMembre.Where(b => b.Marche == m.Id && b.Annee == annee).Sum(b => b.MontantDeclareCentimes)
                        ?? 0,
                    contexte.Commandes.Where(c => c.Marche == m.Id && c.Annee == annee).Sum(c => c.MontantCentimes),
                    contexte.BilansDeMembre.Where(b => b.Marche == m.Id && b.Annee == annee).Average(b => (double?)b.Satisfaction)
                ))
                .ToListAsync(annulation),
            await marches.CountAsync(annulation)
        );
    }

    /// <summary>Le classeur consolidé d'une année : une feuille par marché consolidé, une feuille de tous les bilans.</summary>
    public async Task<byte[]> ExporterAsync(Acteur acteur, int annee, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = contexte.Marches.DuPerimetre(acteur);
        var bilans = await (
            from b in contexte.BilansDeMembre.AsNoTracking()
            join m in permis on b.Marche equals m.Id
            join c in contexte.Collectivites on b.Collectivite equals c.Id
            where b.Annee == annee
            orderby m.CleDeTri, m.Id, c.CleDeTri, c.Id
            select new
            {
                m.Reference,
                m.Objet,
                c.Nom,
                Siret = c.Siret,
                Bilan = b,
                Enregistre = contexte
                    .Commandes.Where(x => x.Marche == m.Id && x.Collectivite == c.Id && x.Annee == annee)
                    .Sum(x => x.MontantCentimes),
            }
        ).ToListAsync(annulation);
        using var classeur = ClasseurExcel.Creer();
        var consolides = classeur
            .Feuille("Par marché")
            .Entetes(
                ColonneExcel.Texte("Marché"),
                ColonneExcel.Texte("Objet"),
                ColonneExcel.Entier("Bilans attendus"),
                ColonneExcel.Entier("Bilans rendus"),
                ColonneExcel.Montant("Déclaré HT"),
                ColonneExcel.Montant("Enregistré HT"),
                ColonneExcel.Texte("Satisfaction moyenne sur 4")
            );
        foreach (var marche in bilans.GroupBy(b => (b.Reference, b.Objet)))
        {
            var notes = marche.Where(b => b.Bilan.Satisfaction is not null).Select(b => b.Bilan.Satisfaction!.Value).ToList();
            consolides
                .Ligne()
                .Texte(marche.Key.Reference)
                .Texte(marche.Key.Objet)
                .Entier(marche.Count())
                .Entier(marche.Count(b => b.Bilan.RenduLe is not null))
                .Montant(marche.Sum(b => b.Bilan.MontantDeclareCentimes ?? 0))
                .Montant(marche.Sum(b => b.Enregistre))
                .Texte(notes.Count == 0 ? Formats.Absent : notes.Average().ToString("0.0", Francais.Culture));
        }

        if (bilans.Count > 0)
        {
            consolides.Total();
        }

        var feuille = classeur
            .Feuille("Bilans des membres")
            .Entetes(
                ColonneExcel.Texte("Marché"),
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Date("Attendu le"),
                ColonneExcel.Date("Rendu le"),
                ColonneExcel.Entier("Relances"),
                ColonneExcel.Montant("Déclaré HT"),
                ColonneExcel.Montant("Enregistré HT"),
                ColonneExcel.Texte("Satisfaction sur 4"),
                ColonneExcel.Texte("Besoins restants"),
                ColonneExcel.Texte("Incidents et pénalités")
            );
        foreach (var b in bilans)
        {
            feuille
                .Ligne()
                .Texte(b.Reference)
                .Texte(b.Nom)
                .Texte(b.Siret?.Valeur)
                .Date(b.Bilan.AttenduLe)
                .Date(b.Bilan.RenduLe is { } rendu ? horloge.Jour(rendu) : null)
                .Entier(b.Bilan.Relances)
                .Montant(b.Bilan.MontantDeclareCentimes ?? 0)
                .Montant(b.Enregistre)
                .Texte(b.Bilan.Satisfaction?.ToString(Francais.Culture))
                .Texte(b.Bilan.BesoinsRestants)
                .Texte(b.Bilan.IncidentsEtPenalites);
        }

        classeur.LisezMoi(
            $"Bilans {annee}",
            "Bilans annuels d'exécution des membres, tous marchés (convention constitutive, art. 4).",
            horloge.Aujourdhui,
            "« Déclaré » est ce que le membre écrit ; « enregistré » ce que les commandes saisies ou importées disent."
        );
        return classeur.Enregistrer();
    }
}
