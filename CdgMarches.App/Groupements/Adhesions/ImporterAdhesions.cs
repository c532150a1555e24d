using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Une liste d'adhésions lue et confrontée au référentiel : rien n'est encore écrit.</summary>
/// <param name="Apercu">L'état de chaque ligne.</param>
/// <param name="Collectivites">La collectivité de chaque ligne bonne, par numéro de ligne.</param>
public sealed record ListeDAdhesions(ApercuDImport Apercu, IReadOnlyDictionary<int, CollectiviteId> Collectivites);

/// <summary>Ouvre des dossiers d'adhésion d'après une liste Excel, avec aperçu : par SIRET, sinon par nom.</summary>
public sealed class ImporterAdhesions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, OuvrirDossiers ouvrir)
{
    private static readonly ColonneDImport<Siret?> LeSiret = Colonnes.Siret("SIRET");

    private static readonly ColonneDImport<string?> LeNom = Colonnes.Texte("Collectivité", 200) with
    {
        Presence = Presence.ColonneRequise,
        Alias = ["Nom", "Membre", "Adhérent"],
    };

    private static readonly ColonneDImport<DateOnly?> Attendu = Colonnes.Date("Attendu le");

    /// <summary>Le format du fichier : une collectivité par ligne.</summary>
    public static PlanDImport Plan { get; } = new("Adhésions", LeSiret, LeNom, Attendu);

    /// <summary>Le modèle vide.</summary>
    public static byte[] Modele(DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, Plan, new Champs<object>(), []);
        classeur.LisezMoi(
            "Liste d'adhésions",
            "Une ligne par collectivité du référentiel.",
            jour,
            "Le SIRET identifie la collectivité ; à défaut, son nom exact.",
            "« Attendu le » : le jour où son dossier complet est attendu, s'il est fixé."
        );
        return classeur.Enregistrer();
    }

    /// <exception cref="RefusException">Le fichier n'est pas lisible : la phrase dit pourquoi et que faire.</exception>
    public async Task<ListeDAdhesions> LireAsync(
        Acteur acteur,
        GroupementId id,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        LectureDImport lecture;
        try
        {
            lecture = Plan.Lire(LecteurDeTableur.Lire(fichier, nom));
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        var fiches = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.ArchiveLe == null)
            .Select(c => new
            {
                c.Id,
                c.Siret,
                c.CleDeTri,
            })
            .ToListAsync(annulation);
        var parSiret = fiches.Where(f => f.Siret is not null).ToLookup(f => f.Siret!.Valeur, f => f.Id);
        var parNom = fiches.ToLookup(f => f.CleDeTri, f => f.Id);
        Dictionary<int, CollectiviteId> trouvees = [];
        foreach (var ligne in lecture.Lignes)
        {
            var candidates = ligne.Lire(LeSiret) is { } siret
                ? parSiret[siret.Valeur].ToList()
                : [.. parNom[CleDeTri.De(ligne.Lire(LeNom) ?? "")]];
            if (candidates is [var seule])
            {
                trouvees[ligne.Numero] = seule;
            }
            else
            {
                ligne.Refuser(
                    LeNom,
                    candidates.Count == 0
                        ? "cette collectivité n'est pas au référentiel ; créez-la, ou corrigez le SIRET ou le nom."
                        : "plusieurs collectivités portent ce nom ; donnez le SIRET."
                );
            }
        }

        var faits = await contexte.FaitsDOuvertureAsync(
            groupement,
            [.. trouvees.Values.Distinct()],
            horloge.Aujourdhui,
            annulation
        );
        var apercu = ApercuDImport.Construire<object>(
            lecture,
            l => trouvees.TryGetValue(l.Numero, out var membre) ? faits[membre].Membre : null,
            _ => null,
            new Champs<object>(),
            (ligne, _) =>
            {
                if (!trouvees.TryGetValue(ligne.Numero, out var membre))
                {
                    return;
                }

                foreach (
                    var obstacle in DossierDAdhesion.PeutOuvrir(faits[membre], horloge.Aujourdhui, ligne.Lire(Attendu)).Obstacles
                )
                {
                    ligne.Refuser(null, obstacle.Message);
                }
            }
        );
        return new ListeDAdhesions(apercu, trouvees);
    }

    /// <summary>Ouvre un dossier par ligne bonne ; les lignes en erreur sont laissées.</summary>
    public async Task<BilanDOuverture> AppliquerAsync(
        Acteur acteur,
        GroupementId id,
        ListeDAdhesions liste,
        bool prevenir,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        List<DossierDAdhesionId> ouverts = [];
        List<AdmissionRefusee> refuses = [];
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                ouverts.Clear();
                refuses.Clear();
                foreach (var paquet in liste.Apercu.LignesAImporter.GroupBy(l => l.Source.Lire(Attendu)))
                {
                    var bilan = await ouvrir.OuvrirAsync(
                        contexte,
                        acteur,
                        new DossiersAOuvrir(
                            id,
                            [.. paquet.Select(l => liste.Collectivites[l.Numero])],
                            OrigineDAdhesion.Import,
                            paquet.Key,
                            [],
                            prevenir
                        ),
                        jeton
                    );
                    ouverts.AddRange(bilan.Ouverts);
                    refuses.AddRange(bilan.Refuses);
                }
            },
            annulation
        );
        return new BilanDOuverture(ouverts, refuses, []);
    }
}
