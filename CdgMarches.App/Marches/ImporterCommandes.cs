using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Les commandes ou la consommation annuelle des membres, importées d'Excel ou d'un CSV, avec aperçu.</summary>
public sealed class ImporterCommandes(IDbContextFactory<MarchesDbContext> donnees, Commander commander)
{
    private static readonly ColonneDImport<Siret?> Siret = Colonnes.Siret("SIRET");
    private static readonly ColonneDImport<string?> Membre = Colonnes.Texte("Membre", 300) with
    {
        Alias = ["Acheteur", "Collectivité"],
    };
    private static readonly ColonneDImport<DateOnly?> Jour = Colonnes.Date("Date");
    private static readonly ColonneDImport<long?> Annee = Colonnes.Annee("Année") with { Alias = ["Exercice"] };

    private static readonly ColonneDImport<MontantHt?> Montant = Colonnes.MontantHt("Montant HT") with
    {
        Presence = Presence.ValeurRequise,
    };

    private static readonly ColonneDImport<string?> Reference = Colonnes.Texte("Référence", Commande.LongueurDeLaReference) with
    {
        Alias = ["N° de commande", "Bon de commande"],
    };

    private static readonly PlanDImport Plan = new("Commandes", Membre, Siret, Jour, Annee, Montant, Reference);

    /// <summary>Lit le fichier et dit ce qu'il ajouterait ; une référence déjà enregistrée n'est pas reprise.</summary>
    public async Task<ApercuDImport> PreparerAsync(
        Acteur acteur,
        MarcheId id,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        var figes = await FigesAsync(contexte, marche, annulation);
        var connues = (
            await contexte
                .Commandes.Where(c => c.Marche == id && c.Reference != null)
                .Select(c => c.Reference!)
                .Distinct()
                .ToListAsync(annulation)
        ).ToDictionary(r => r, r => r, StringComparer.OrdinalIgnoreCase);
        return ApercuDImport.Construire(
            Plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            l => l.Lire(Reference),
            cle => connues.GetValueOrDefault(cle),
            new Champs<string>(),
            (ligne, existante) => Controler(ligne, existante, figes, marche)
        );
    }

    /// <summary>Enregistre les lignes nouvelles comme commandes émises ; un dépassement demande son motif.</summary>
    public async Task<int> AppliquerAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        ApercuDImport apercu,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        var figes = await FigesAsync(contexte, marche, annulation);
        List<CommandeSaisie> commandes =
        [
            .. apercu
                .LignesAImporter.Where(l => l.Effet is EffetDeLigne.Creation)
                .Select(l => new CommandeSaisie(
                    Trouver(l.Source, figes)!.Value,
                    JourDe(l.Source, marche)!.Value,
                    l.Source.Lire(Montant)!.Value,
                    EtatDeCommande.Emise,
                    l.Source.Lire(Reference),
                    motif
                )),
        ];
        await commander.ExecuterAsync(acteur, id, versionLue, commandes, annulation);
        return commandes.Count;
    }

    private static void Controler(LigneDImport ligne, string? existante, Dictionary<string, CollectiviteId> figes, Marche marche)
    {
        if (existante is not null)
        {
            return;
        }

        if (Trouver(ligne, figes) is null)
        {
            ligne.Refuser(Siret, "ce membre n'est pas de la liste des acheteurs figée au lancement (CCP, art. R2162-6).");
        }

        if (JourDe(ligne, marche) is not { } jour)
        {
            ligne.Refuser(Jour, "donnez la date de la commande, ou l'année de la consommation.");
        }
        else if (marche.Debut is not { } debut || jour < debut || jour > (marche.Fin ?? jour))
        {
            ligne.Refuser(Jour, "la date n'est pas dans la validité du marché (CCP, art. R2162-5).");
        }

        if (ligne.Lire(Montant) is { Centimes: <= 0 })
        {
            ligne.Refuser(Montant, "le montant doit être supérieur à zéro.");
        }
    }

    /// <summary>La date, ou pour une consommation annuelle le dernier jour de l'année où le marché court.</summary>
    private static DateOnly? JourDe(LigneDImport ligne, Marche marche) =>
        ligne.Lire(Jour)
        ?? (
            ligne.Lire(Annee) is { } annee && annee is > 0 and < 9999
                ? marche.Fin is { } fin && fin.Year == annee
                    ? fin
                    : new DateOnly((int)annee, 12, 31)
                : null
        );

    private static CollectiviteId? Trouver(LigneDImport ligne, Dictionary<string, CollectiviteId> figes) =>
        ligne.Lire(Siret) is { } siret && figes.TryGetValue(siret.Valeur, out var parSiret) ? parSiret
        : ligne.Lire(Membre) is { } nom && figes.TryGetValue(CleDeTri.De(nom), out var parNom) ? parNom
        : null;

    private static async Task<Dictionary<string, CollectiviteId>> FigesAsync(
        MarchesDbContext contexte,
        Marche marche,
        CancellationToken annulation
    )
    {
        var figes = await contexte
            .MembresFiges.AsNoTracking()
            .Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot)
            .Select(f => new
            {
                f.Collectivite,
                f.CleDeTri,
                f.Siret,
            })
            .ToListAsync(annulation);
        var trouves = new Dictionary<string, CollectiviteId>(StringComparer.Ordinal);
        foreach (var f in figes)
        {
            trouves.TryAdd(f.CleDeTri, f.Collectivite);
            if (f.Siret is { } siret)
            {
                trouves.TryAdd(siret, f.Collectivite);
            }
        }

        return trouves;
    }
}

/// <summary>Le bordereau des prix, lu d'Excel ou d'un CSV.</summary>
public static class FormatDuBpu
{
    private static readonly ColonneDImport<long?> Ligne = Colonnes.Entier("Ligne") with { Alias = ["N°", "Numéro"] };

    private static readonly ColonneDImport<string?> Designation = Colonnes.Texte(
        "Désignation",
        PrixDuBpu.LongueurDeLaDesignation
    ) with
    {
        Presence = Presence.ValeurRequise,
    };

    private static readonly ColonneDImport<string?> Unite = Colonnes.Texte("Unité", 40);

    private static readonly ColonneDImport<PrixUnitaire?> Prix = Colonnes.Prix("Prix unitaire HT") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Prix", "Prix unitaire", "PU HT"],
    };

    private static readonly PlanDImport Plan = new("BPU", Ligne, Designation, Unite, Prix);

    /// <summary>Compare le fichier à la dernière version.</summary>
    public static ApercuDImport Lire(Stream contenu, string nom, IReadOnlyList<PrixLu> precedents)
    {
        var connus = precedents.ToDictionary(p => CleDeTri.De(p.Designation), StringComparer.Ordinal);
        return ApercuDImport.Construire(
            Plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            l => l.Lire(Designation) is { } d ? CleDeTri.De(d) : null,
            cle => connus.GetValueOrDefault(cle),
            new Champs<PrixLu>()
                .Avec(Ligne, p => (long?)p.Ligne)
                .Avec(Designation, p => p.Designation)
                .Avec(Unite, p => p.Unite)
                .Avec(Prix, p => (PrixUnitaire?)PrixUnitaire.De(p.Prix))
        );
    }

    /// <summary>Les prix du fichier, ses lignes sans numéro numérotées à la suite.</summary>
    public static IReadOnlyList<PrixLu> Lus(ApercuDImport apercu)
    {
        var suivant = 1;
        List<PrixLu> prix = [];
        foreach (var ligne in apercu.LignesAImporter.Select(l => l.Source))
        {
            var numero = ligne.Lire(Ligne) is { } n and > 0 and < int.MaxValue ? (int)n : suivant;
            while (prix.Exists(p => p.Ligne == numero))
            {
                numero++;
            }

            suivant = numero + 1;
            prix.Add(new PrixLu(numero, ligne.Lire(Designation)!, ligne.Lire(Unite) ?? "", ligne.Lire(Prix)!.Value.Valeur));
        }

        return prix;
    }

    internal static byte[] Ecrire(string titre, VersionDeBpu? version, IReadOnlyList<PrixLu> prix, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(
            classeur,
            Plan,
            new Champs<PrixLu>()
                .Avec(Ligne, p => (long?)p.Ligne)
                .Avec(Designation, p => p.Designation)
                .Avec(Unite, p => p.Unite)
                .Avec(Prix, p => (PrixUnitaire?)PrixUnitaire.De(p.Prix)),
            prix
        );
        classeur.LisezMoi(
            titre,
            version is null
                ? "Modèle à remplir."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Version {version.Numero}, prix valables à partir du {Formats.DateLongue(version.Du)}. {version.Conditions}"
                ),
            jour
        );
        return classeur.Enregistrer();
    }
}
