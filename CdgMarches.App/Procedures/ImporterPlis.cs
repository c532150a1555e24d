using System.Globalization;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Le registre des dépôts du profil d'acheteur, en CSV ou Excel : aperçu, puis inscription au registre.</summary>
public sealed class ImporterPlis(LireRegistre lire, TenirRegistre tenir)
{
    private static readonly ColonneDImport<string?> Entreprise = Colonnes.Texte("Entreprise", 300) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Raison sociale", "Candidat", "Soumissionnaire", "Opérateur économique"],
    };

    private static readonly ColonneDImport<Siret?> Siret = Colonnes.Siret("SIRET");

    private static readonly ColonneDImport<DateOnly?> Jour = Colonnes.Date("Date de dépôt") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Date", "Date et heure de dépôt", "Déposé le"],
    };

    private static readonly ColonneDImport<string?> Heure = Colonnes.Texte("Heure", 20) with { Alias = ["Heure de dépôt"] };

    private static readonly ColonneDImport<string?> Lots = Colonnes.Texte("Lots", 200) with
    {
        Alias = ["Lot", "Lots visés", "N° de lot"],
    };

    private static readonly PlanDImport Plan = new("Dépôts", Entreprise, Siret, Jour, Heure, Lots);

    /// <summary>Lit le fichier et dit ce qu'il inscrirait ; rien n'est écrit.</summary>
    public async Task<ApercuDImport> PreparerAsync(
        Acteur acteur,
        ProcedureId id,
        Stream contenu,
        string nom,
        IReadOnlyCollection<int> lots,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var registre = await lire.DuPerimetreAsync(acteur, id, annulation);
        var deja = registre.Registre.Plis.ToDictionary(Cle, StringComparer.Ordinal);
        return ApercuDImport.Construire(
            Plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            l => Depot(l) is { } d ? Cle(d.Entreprise!, d.DeposeLe) : null,
            cle => deja.GetValueOrDefault(cle),
            new Champs<Pli>().Avec(Entreprise, p => p.Entreprise).Avec(Jour, p => (DateOnly?)DateOnly.FromDateTime(p.DeposeLe)),
            (ligne, _) => Controler(ligne, lots)
        );
    }

    /// <summary>Inscrit les lignes sans erreur qui n'y sont pas encore.</summary>
    public async Task<int> AppliquerAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ApercuDImport apercu,
        IReadOnlyCollection<int> lots,
        CancellationToken annulation = default
    )
    {
        List<EcritureAuRegistre> ecritures =
        [
            .. apercu
                .LignesAImporter.Where(l => l.Effet is EffetDeLigne.Creation)
                .Select(l => new EcritureAuRegistre.Depose(
                    Depot(l.Source)! with
                    {
                        Lots = LotsDe(l.Source) is { Count: > 0 } vises ? vises : [.. lots],
                    }
                )),
        ];
        await tenir.ExecuterAsync(acteur, id, versionLue, ecritures, annulation);
        return ecritures.Count;
    }

    private static void Controler(LigneDImport ligne, IReadOnlyCollection<int> lots)
    {
        HeureDeRegistre.Controler(ligne, Heure);
        if (LotsDe(ligne).FirstOrDefault(l => !lots.Contains(l)) is var inconnu and not 0)
        {
            ligne.Refuser(Lots, $"le lot {inconnu} n'est pas de cette procédure.");
        }
        else if (LotsDe(ligne).Count == 0 && lots.Count > 1)
        {
            ligne.Avertir(Lots, "aucun lot indiqué : le pli est inscrit pour tous les lots.");
        }
    }

    private static DepotDePli? Depot(LigneDImport ligne) =>
        ligne.Lire(Entreprise) is { } entreprise && ligne.Lire(Jour) is not null
            ? new DepotDePli(entreprise, ligne.Lire(Siret)?.Valeur, HeureDeRegistre.Instant(ligne, Jour, Heure), LotsDe(ligne))
            : null;

    private static IReadOnlyList<int> LotsDe(LigneDImport ligne) =>
        [
            .. (ligne.Lire(Lots) ?? "")
                .Split([';', ',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries)
                .Select(t => int.TryParse(t, CultureInfo.InvariantCulture, out var n) ? n : 0)
                .Where(n => n > 0)
                .Distinct(),
        ];

    private static string Cle(Pli pli) => Cle(pli.Entreprise, pli.DeposeLe);

    private static string Cle(string entreprise, DateTime le) =>
        $"{CleDeTri.De(entreprise)} {le.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}";
}
